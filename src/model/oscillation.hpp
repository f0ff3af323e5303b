// An oscillation that the instrument lays on the load (continuous stiffness, dynamic tests).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sneddon/model/test.hpp"

namespace sneddon {

struct Oscillation {
    double period_points = 0;
    double frequency_Hz = 0;
    double amplitude_uN = 0;
};

/// At least 10 maxima of the load in a row at one distance, each standing out by more than 10 times
/// the noise and less than a tenth of the largest load: what goes down further is an unloading.
std::optional<Oscillation> find_oscillation(std::span<const double> time_s,
                                            std::span<const double> load_uN);

/// Means over one period about each point; less near the ends.
std::vector<double> over_one_period(std::span<const double> series, double period_points);

}  // namespace sneddon
