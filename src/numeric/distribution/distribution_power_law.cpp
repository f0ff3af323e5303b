#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "numeric/distribution/distribution_family.hpp"

namespace sneddon {
namespace {

constexpr std::string_view names[] = {"alpha", "xmin"};
constexpr double infinity = std::numeric_limits<double>::infinity();

bool is_in_range(const DistributionParameters& p) {
    return p[0] > 1 && p[1] > 0 && std::isfinite(p[0]) && std::isfinite(p[1]);
}

double log_density(const DistributionParameters& p, double x) {
    if (x < p[1]) return -infinity;
    return std::log((p[0] - 1) / p[1]) - p[0] * std::log(x / p[1]);
}

double log_survival(const DistributionParameters& p, double x) {
    return x > p[1] ? (1 - p[0]) * std::log(x / p[1]) : 0;
}

double log_cdf(const DistributionParameters& p, double x) {
    return x > p[1] ? log_one_minus_exp(log_survival(p, x)) : -infinity;
}

DistributionParameters survival_gradient(const DistributionParameters& p, double x) {
    if (!(x > p[1])) return {};
    const double beyond = std::exp(log_survival(p, x));
    return {-std::log(x / p[1]) * beyond, (p[0] - 1) / p[1] * beyond};
}

double random_value(const DistributionParameters& p, RandomStream& random) {
    return p[1] * std::exp(-std::log1p(-random.uniform()) / (p[0] - 1));
}

// The tail from place `first` on: logs of the values and the sum of what they exceed the first by.
struct Tail {
    std::span<const double> logs;

    double alpha() const {
        double sum = 0;
        for (const double log : logs) sum += log - logs[0];
        return 1 + static_cast<double>(logs.size()) / sum;
    }

    // max |F(x_i) - (i-1)/n|, the distance of Clauset, Shalizi and Newman, given up once it exceeds
    // `limit`.
    double distance(double alpha, double limit) const {
        const auto n = static_cast<double>(logs.size());
        double largest = 0;
        for (std::size_t i = 0; i < logs.size() && largest <= limit; ++i) {
            const double fitted = -std::expm1((1 - alpha) * (logs[i] - logs[0]));
            const auto below = static_cast<double>(i);
            largest = std::max(largest, std::abs(fitted - below / n));
        }
        return largest;
    }
};

FamilyEstimate estimate(std::span<const double> sorted, const DistributionFitOptions& options) {
    std::vector<double> logs;
    for (const double x : sorted) logs.push_back(std::log(x));
    if (options.xmin) {
        const auto first = static_cast<std::size_t>(
            std::ranges::lower_bound(sorted, *options.xmin) - sorted.begin());
        if (sorted.size() - first < 2 || !(*options.xmin > 0))
            return {DistributionFitState::too_few_values, {}};
        // The law begins at the given xmin, not at the first value above it.
        double sum = 0;
        for (std::size_t i = first; i < logs.size(); ++i) sum += logs[i] - std::log(*options.xmin);
        if (!(sum > 0)) return {DistributionFitState::values_all_equal, {}};
        return {DistributionFitState::fitted,
                {1 + static_cast<double>(sorted.size() - first) / sum, *options.xmin}};
    }
    FamilyEstimate best;
    double smallest = infinity;
    for (std::size_t first = 0; first < sorted.size(); ++first) {
        if (first > 0 && sorted[first] == sorted[first - 1]) continue;
        if (sorted[first] == sorted.back()) break;  // one value is no tail
        const Tail tail{std::span(logs).subspan(first)};
        const double alpha = tail.alpha(), distance = tail.distance(alpha, smallest);
        if (distance >= smallest) continue;
        smallest = distance;
        best.parameters = {alpha, sorted[first]};
    }
    return best;
}

}  // namespace

const FamilyFunctions power_law_family = {"power_law",  names,   Support::tail, is_in_range,
                                          log_density,  log_cdf, log_survival,  survival_gradient,
                                          random_value, estimate};

}  // namespace sneddon
