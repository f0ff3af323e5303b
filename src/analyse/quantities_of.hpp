// The one place where measurements become quantities: values, uncertainties, Monte Carlo and the
// sensitivity to other choices all come from this function.
#pragma once

#include "analyse/measured.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

/// Every quantity that carries an uncertainty (UncertaintyIs::stated); NaN where there is none:
/// no unloading fit, no area function, an area that is not positive, no Poisson's ratio, no hold.
QuantityValues quantities_of(const Measured& measured, const AnalysisRecipe& recipe);

}  // namespace sneddon
