// The distribution of the values themselves, as steps.
#pragma once

#include <span>
#include <vector>

namespace sneddon {

/// Different values in ascending order, each with a share of all values.
struct EmpiricalSteps {
    std::vector<double> x, share;
};

enum class Tail { at_least, above };

/// Share of values <= x. Empty for no values or a NaN among them; infinities count as values.
EmpiricalSteps empirical_cdf(std::span<const double> values);

/// Share of values >= x or > x.
EmpiricalSteps empirical_ccdf(std::span<const double> values, Tail tail = Tail::at_least);

}  // namespace sneddon
