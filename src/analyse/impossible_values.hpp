// Values that no indent can have: an error of the file, its units or the recipe, told by name.
#pragma once

#include <string_view>
#include <vector>

#include "sneddon/analyse/recipe.hpp"
#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/flag.hpp"

namespace sneddon {

/// W < 0 beyond 3 u_random and 1 % of the largest work; eta_IT outside 0 to 1 by more than 0.01.
void flag_works(const QuantityValues& values, const QuantityValues& u_random,
                std::vector<Flag>& flags);

/// C_IT that is infinite: it is emptied.
void flag_creep_ratio(QuantityValues& values, std::vector<Flag>& flags);

/// H_IT above that of diamond or below that of the softest gel, no positive S, E_r or E_IT.
void flag_hardness_and_modulus(const QuantityValues& values, std::vector<Flag>& flags);

/// H_IT by the ideal tip where the rounding of a real one decides.
void flag_ideal_tip(const QuantityValues& values, const AnalysisRecipe& recipe,
                    std::vector<Flag>& flags);

/// C0 of a polynomial that is not that of a usual tip.
void flag_first_coefficient(const AnalysisRecipe& recipe, std::vector<Flag>& flags);

/// F_max and h_max outside what instruments that write this format reach.
void flag_reach(const QuantityValues& values, std::string_view format, std::vector<Flag>& flags);

}  // namespace sneddon
