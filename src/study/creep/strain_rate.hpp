#pragma once

#include "study/creep/creep_finding.hpp"
#include "study/study_options.hpp"
#include "study/table.hpp"

namespace sneddon {

/// a + b c t^(c-1).
double creep_rate_nm_per_s(const LinearPowerFit& fit, double t_s);

/// From the fitted law, never from raw differences: creep rate a + b c t^(c-1), strain rate
/// e = (1/2) dA/dt / A (h'/h for a cone; right for a blunt tip too), and the sensitivity
/// d ln H / d ln e of H(t) = F/A(h_c(t)) over 10 to 80 % of the hold, with
/// h_c(t) = h_c - (h(T) - h(t)) and h_c the tests' mean (Maier, Durst et al. 2011, J. Mater. Res.
/// 26, 1421). is_blunt: h A'/A below 1.8 there, where a cone has 2.
void set_strain_rates(const std::vector<TestRow>& tests, const Rows& rows,
                      const StudyOptions& options, CreepCurve& curve);

}  // namespace sneddon
