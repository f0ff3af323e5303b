// Points of a calibration by the tests that they were measured in.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {

/// Of each point the number of its test, from 0 on; a point without a name is a test of its own.
struct TestNumbers {
    std::vector<std::size_t> of_point;
    std::size_t count = 0;
};
TestNumbers number_tests(std::span<const CalibrationPoint> points);

/// Means of `values` over the points of each test among `places`, in the order of the first of
/// them: what the points of a test share does not become less by their number.
std::vector<double> means_of_tests(std::span<const CalibrationPoint> points,
                                   const std::vector<std::size_t>& places,
                                   std::span<const double> values);

/// Whether the errors of `tests` tests can be counted by their differences: from 6 on, and more
/// than parameters.
bool are_enough_tests(std::size_t tests, std::size_t parameters);

/// Sums over tests of the n x p scores J_i r_i of their points, tests x p.
std::vector<double> sums_of_tests(const TestNumbers& tests, std::span<const double> scores,
                                  std::size_t parameters);

/// Squares of these sums, p x p: the middle of the covariance that holds whatever the points of one
/// test share (Liang and Zeger 1986, Biometrika 73, 13), with T/(T - p) for T tests.
std::vector<double> squares_of_tests(const TestNumbers& tests, std::span<const double> scores,
                                     std::size_t parameters);

}  // namespace sneddon
