// Mean hold curves and the creep law h = a t + b t^c.
#pragma once

#include <string>
#include <vector>

#include "base/nan.hpp"
#include "numeric/least_squares/growth_laws.hpp"
#include "numeric/least_squares/linear_power_profile.hpp"
#include "numeric/least_squares/linear_power_sensitivity.hpp"
#include "sneddon/numeric/linear_power_law.hpp"
#include "sneddon/study/summary.hpp"
#include "study/creep/hold_rates_finding.hpp"
#include "study/creep/rheology_finding.hpp"

namespace sneddon {

/// Mean over tests at equal steps of time from the start of the hold, where depth is zero. Rounded
/// to 1e-6 nm, so that a file of it holds what was fitted.
struct MeanHoldCurve {
    std::vector<double> mean_nm, sd_nm, se_nm;
    std::vector<double> weighted_nm;  ///< by posteriors; empty without clusters
};

struct CreepResampling {
    std::size_t replicates = 0;  ///< 0: not made
    Interval a_nm_per_s, b_nm, c;
};

/// The laws of the tests themselves.
struct CreepPerTest {
    std::size_t n = 0, n_a_at_0 = 0;
    Quartiles a_nm_per_s, b_nm, c;
};

struct CreepAt {
    double t_s = 0;
    Summary creep_nm;
};

/// (a, b, c) as numbers.
struct CreepLaw {
    double a_nm_per_s = nan;
    double b_nm = nan;
    double c = nan;
};

struct CreepCurve {
    Label label;
    std::string load_function;
    std::size_t n = 0;
    std::string file;  ///< hold_curves_N.csv
    double step_s = 0;
    MeanHoldCurve curve;
    LinearPowerFit fit;
    ProfileInterval c_ci95;
    double a_upper95_nm_per_s = nan;
    double p_a_is_0 = nan;
    double u_drift_nm_per_s = 0;
    std::vector<GrowthLawFit> laws;
    CreepResampling resampling;
    std::vector<StartSensitivity> sensitivity;
    double n_effective = nan;  ///< (sum w)^2 / sum w^2
    CreepLaw weighted;
    CreepPerTest per_test;
    double rate_end_nm_per_s = nan;
    HoldRates rates;
    std::vector<CreepAt> creep_at;
    RheologyFinding rheology;

    double duration_s() const { return step_s * static_cast<double>(curve.mean_nm.size() - 1); }
};

}  // namespace sneddon
