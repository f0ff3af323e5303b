// The tests of a sample as elastic loadings that end with a first pop-in, or without one.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/activation/hazard_fit.hpp"
#include "study/activation/jump_law.hpp"

namespace sneddon {

struct RateTests {
    std::string load_function;
    double load_rate_uN_per_s = nan, F_max_uN = nan;  ///< means
    std::vector<const TestRow*> searched;
    std::vector<double> first_uN;  ///< loads of the first pop-ins, ascending
};

struct ActivationTests {
    std::vector<RateTests> rates;  ///< by load function, those with a rate of load
    std::vector<SeenJump> jumps;
    std::vector<double> E_r_hertz_GPa, E_r_GPa;  ///< ascending
    std::size_t load_drops = 0;                  ///< tests whose load was not what was controlled
    std::size_t tests = 0;
};

/// Used tests of a sample whose loading was searched for pop-ins.
ActivationTests activation_tests(const std::vector<TestRow>& tests, std::size_t sample);

/// The same under the stresses of a Hertz contact; p_detect of a load is the mean of the tests'.
std::vector<LoadedTests> loaded_tests(const ActivationTests& tests, const JumpLaw& jumps,
                                      double E_r_GPa, double radius_nm);

}  // namespace sneddon
