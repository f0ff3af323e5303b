// Contact radius, pressure below it, energies: per cluster and load function.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/study/summary.hpp"
#include "study/study_options.hpp"

namespace sneddon {

struct ContactFinding {
    Label label;
    std::string load_function;
    std::size_t n = 0;
    ContactRadiusRule rule{};
    Summary radius_nm;  ///< by the rule
    Summary sqrt_A_over_pi_nm, h_c_tan_nm, paper_eq3_nm;
    double p_m_GPa = nan;
    /// sigma_z/p_m = -acosh(a/r): an elastic cone (Sneddon 1965), compression negative.
    std::vector<double> r_nm, sigma_z_over_p_m;
};

struct EnergyFinding {
    Label label;
    std::string load_function;
    std::size_t n = 0;
    double hold_s = 0;                          ///< median
    std::map<std::size_t, Summary> statistics;  ///< by QuantityIndex::at
    Summary W_plast_without_hold_pJ;
};

}  // namespace sneddon
