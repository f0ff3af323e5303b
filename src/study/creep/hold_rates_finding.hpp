// Strain rate, rate sensitivity and what follows from it, of a mean hold curve.
#pragma once

#include <string>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/study/summary.hpp"
#include "study/creep/stz_volume.hpp"

namespace sneddon {

/// A number with two intervals: what other tests would have given (bootstrap over tests), and that
/// with a drift that all tests of the curve share drawn from its uncertainty as well.
struct RatedValue {
    double value = nan;
    Interval ci95_tests, ci95_tests_and_drift;
};

struct HoldRates {
    std::string reason;        ///< why there are none; empty where there are
    double S_uN_per_nm = nan;  ///< at the end of the hold, without creep: of the tests' mean 1/S_e
    double h_c_nm = nan;       ///< with that S
    double window_begin_s = nan, window_end_s = nan;
    RatedValue strain_rate_per_s;  ///< at the end of the hold
    RatedValue sensitivity;        ///< m = d ln H/d ln strain rate, over the window
    RatedValue stress_exponent;    ///< 1/m
    std::vector<double> t_s, at_strain_rate_per_s, H_GPa;  ///< in the window
    double contact_growth = nan;                           ///< d ln A/d ln h_c at the end
    double rate_over_drift = nan;     ///< least creep rate of the window over u(drift)
    std::vector<std::string> doubts;  ///< codes: SND-G080, SND-G081
    StzAssumptions stz_assumed;
    StzVolume stz;
    RatedValue stz_volume_nm3;  ///< its value is that of stz
    std::string stz_reason;     ///< why there is no volume
};

}  // namespace sneddon
