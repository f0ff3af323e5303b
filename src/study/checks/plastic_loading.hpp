// The elastic share of the work, eta_IT = W_elast/W_total, that hardness and modulus ask for.
#pragma once

#include "sneddon/model/area_function.hpp"

namespace sneddon {

/// 5.3 H/E_r: a sharp cone (Cheng and Cheng 1998, Appl. Phys. Lett. 73, 614).
double eta_of_sharp_tip(double H_GPa, double E_r_GPa);

/// eta_IT of a test with this tip, hardness and modulus: loading at constant
/// hardness, F = H A_p(h_c), h = h_c + 3/4 F/(2 E_r a) with a = sqrt(A_p/pi); unloading with the
/// exponent 1.5, W_elast = 0.6 F_max^2/S. For a blunt tip it is more than the 5.3 H/E_r of a sharp
/// one. NaN where the area function has no area.
double plastic_loading_eta(const AreaFunction& area, double H_GPa, double E_r_GPa, double F_max_uN,
                           double S_uN_per_nm);

}  // namespace sneddon
