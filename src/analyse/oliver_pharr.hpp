// Contact depth, hardness and moduli from the unloading stiffness
// (Oliver and Pharr 1992, J. Mater. Res. 7, 1564; 2004, J. Mater. Res. 19, 3; ISO 14577-1).
#pragma once

#include <optional>

#include "sneddon/analyse/recipe.hpp"

namespace sneddon {

/// S = m F_max/k x^(m - 1): slope of h = h_p + k (F/F_max)^(1/m) at h = h_p + k x; without an x at
/// F_max, where x is 1.
double stiffness_uN_per_nm(double m, double F_max_uN, double k_nm,
                           std::optional<double> x = std::nullopt);

/// F_max/S², which no tip enters.
double load_over_stiffness_squared_per_GPa(double F_max_uN, double S_uN_per_nm);

/// h_r = h_max - F_max/S, where the tangent at F_max meets zero load.
double tangent_depth_nm(double h_max_nm, double F_max_uN, double S_uN_per_nm);

/// h_c = h_max - epsilon F_max/S.
double contact_depth_nm(double h_max_nm, double F_max_uN, double S_uN_per_nm, double epsilon);

/// H_IT = F_max/A_p.
double indentation_hardness_GPa(double F_max_uN, double A_p_nm2);

/// E_r = sqrt(pi) S/(2 beta sqrt(A_p)).
double reduced_modulus_GPa(double S_uN_per_nm, double A_p_nm2, double beta, double pi);

/// E_IT from 1/E_r = (1 - nu²)/E_IT + (1 - nu_i²)/E_i; NaN when the indenter is not stiffer than
/// E_r.
double indentation_modulus_GPa(double E_r_GPa, double poisson_ratio, double indenter_E_GPa,
                               double indenter_poisson_ratio);

/// epsilon(m) = m [1 - 2 (m-1) Gamma(m/(2(m-1))) / (sqrt(pi) Gamma(1/(2(m-1))))], the depth factor
/// of an indenter whose unloading exponent is m (Pharr and Bolshakov 2002, J. Mater. Res. 17,
/// 2660). m <= 1: 1, the flat punch.
double epsilon_pharr_bolshakov(double m);

/// The same rounded to 3 digits at m = 1.0, 1.1, 1.2, ... and linear between, as Anton Paar's
/// program has it.
double epsilon_pharr_bolshakov_table(double m);

double epsilon_of(const AnalysisRecipe& recipe, double m);

}  // namespace sneddon
