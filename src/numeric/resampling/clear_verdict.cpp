#include "numeric/resampling/clear_verdict.hpp"

#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

/// P(X <= count) of a binomial, summed from its first term.
double chance_of_at_most(std::size_t count, std::size_t trials, double p) {
    const auto n = static_cast<double>(trials);
    double term = std::exp(n * std::log1p(-p)), sum = 0;
    for (std::size_t i = 0; i <= count; ++i) {
        sum += term;
        const auto k = static_cast<double>(i);
        term *= (n - k) / (k + 1) * p / (1 - p);
    }
    return sum;
}

}  // namespace

std::size_t next_look(std::size_t done, std::size_t all) {
    constexpr std::size_t block = 100;
    return std::min(all, (done + 1) / block * block + block - 1);
}

bool is_verdict_clear(std::size_t count, std::size_t replicates, double level) {
    constexpr double doubt = 1e-4;
    if (chance_of_at_most(count, replicates, level) < doubt) return true;
    return count > 0 && 1 - chance_of_at_most(count - 1, replicates, level) < doubt;
}

}  // namespace sneddon
