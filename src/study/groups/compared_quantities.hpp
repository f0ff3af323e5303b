// What load functions and samples are compared in.
#pragma once

#include <array>

#include "sneddon/model/quantities.hpp"

namespace sneddon {

inline constexpr std::array compared_quantities = {"h_c_nm"_q,     "H_IT_GPa"_q,   "E_r_GPa"_q,
                                                   "E_IT_GPa"_q,   "W_total_pJ"_q, "W_elast_pJ"_q,
                                                   "W_plast_pJ"_q, "eta_IT"_q,     "creep_nm"_q};

}  // namespace sneddon
