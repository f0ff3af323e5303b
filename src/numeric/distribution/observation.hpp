// What is known of one value: the value itself, or an interval that holds it.
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "sneddon/numeric/distribution.hpp"

namespace sneddon {

/// low == high: the value. Else it lies between the two; an end may be infinite (censored).
struct Observation {
    double low, high;

    bool is_exact() const { return low == high; }
    static Observation value(double x) { return {x, x}; }
    static Observation above(double x) { return {x, std::numeric_limits<double>::infinity()}; }
    static Observation below(double x) { return {-std::numeric_limits<double>::infinity(), x}; }
    /// A value that was rounded to a multiple of `step`.
    static Observation rounded(double x, double step) { return {x - step / 2, x + step / 2}; }
};

std::vector<Observation> exact_observations(std::span<const double> values);

/// The sum of ln f(x) over exact values and of ln P(low < X <= high) over the others: densities and
/// probabilities, so that it compares models of the same observations only.
double log_likelihood(std::span<const Observation> observations, const Distribution& distribution);

/// ln P(low < X <= high), from the tail in which the interval lies.
double log_probability(const Distribution& distribution, double low, double high);

}  // namespace sneddon
