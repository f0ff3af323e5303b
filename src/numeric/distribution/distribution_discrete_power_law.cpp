#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "numeric/distribution/distribution_family.hpp"
#include "numeric/distribution/hurwitz_zeta.hpp"
#include "numeric/sum/bracketed_root.hpp"

namespace sneddon {
namespace {

constexpr std::string_view names[] = {"alpha", "xmin"};
constexpr double infinity = std::numeric_limits<double>::infinity();

bool is_whole(double x) {
    return x == std::floor(x);
}

bool is_in_range(const DistributionParameters& p) {
    return p[0] > 1 && std::isfinite(p[0]) && p[1] >= 1 && std::isfinite(p[1]) && is_whole(p[1]);
}

/// ln P(X >= x), whole x >= xmin.
double log_at_least(const DistributionParameters& p, double x) {
    return log_hurwitz_zeta(p[0], x).value - log_hurwitz_zeta(p[0], p[1]).value;
}

double log_density(const DistributionParameters& p, double x) {
    if (x < p[1] || !is_whole(x)) return -infinity;
    return -p[0] * std::log(x) - log_hurwitz_zeta(p[0], p[1]).value;
}

double log_survival(const DistributionParameters& p, double x) {
    return x >= p[1] ? log_at_least(p, std::floor(x) + 1) : 0;
}

double log_cdf(const DistributionParameters& p, double x) {
    return x >= p[1] ? log_one_minus_exp(log_survival(p, x)) : -infinity;
}

DistributionParameters survival_gradient(const DistributionParameters& p, double x) {
    if (!(x >= p[1])) return {};
    const LogZeta beyond = log_hurwitz_zeta(p[0], std::floor(x) + 1);
    const LogZeta whole = log_hurwitz_zeta(p[0], p[1]);
    return {(beyond.derivative - whole.derivative) * std::exp(beyond.value - whole.value)};
}

// The largest x with P(X >= x) >= u (Clauset, Shalizi and Newman 2009, appendix D): doubled until
// it is passed, then halved to one.
double random_value(const DistributionParameters& p, RandomStream& random) {
    const double log_u = std::log1p(-random.uniform());
    constexpr double largest_whole = 9007199254740992;  // 2^53
    double low = p[1], high = 2 * low;
    while (high < largest_whole && log_at_least(p, high) >= log_u) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        const double middle = std::floor(low + (high - low) / 2);
        (log_at_least(p, middle) >= log_u ? low : high) = middle;
    }
    return low;
}

/// The values from xmin on.
struct Tail {
    std::span<const double> sorted;
    double xmin;

    // d ln zeta(alpha, xmin) / d alpha = -mean ln x.
    double alpha() const {
        double sum = 0;
        for (const double x : sorted) sum += std::log(x / xmin);
        const double mean = sum / static_cast<double>(sorted.size());
        const double log_xmin = std::log(xmin);
        const auto score = [&](double alpha) {
            return log_hurwitz_zeta(alpha, xmin).derivative + log_xmin + mean;
        };
        // The continuous law of x - 1/2 is near (their eq. 3.7); widened until the root lies
        // inside.
        double low = 1 + 1 / (mean + 0.5 / xmin), high = low;
        double f_low = score(low), f_high = f_low;
        while (f_low > 0) f_low = score(low = 1 + (low - 1) / 2);
        while (f_high < 0) f_high = score(high = 1 + (high - 1) * 2);
        return bracketed_root(score, low, f_low, high, f_high);
    }

    /// max |F(x) - share of values <= x|, given up once it exceeds `limit`.
    double distance(double alpha, double limit) const {
        const double log_whole = log_hurwitz_zeta(alpha, xmin).value;
        const auto at_most = [&](double x) {
            return -std::expm1(log_hurwitz_zeta(alpha, x + 1).value - log_whole);
        };
        const auto n = static_cast<double>(sorted.size());
        double largest = 0;
        for (std::size_t i = 0; i < sorted.size() && largest <= limit; ++i) {
            const auto below = static_cast<double>(i);
            const double before = i > 0 ? sorted[i - 1] : xmin - 1;
            if (sorted[i] - 1 > before)
                largest = std::max(largest, std::abs(at_most(sorted[i] - 1) - below / n));
            if (i + 1 == sorted.size() || sorted[i + 1] > sorted[i])
                largest = std::max(largest, std::abs(at_most(sorted[i]) - (below + 1) / n));
        }
        return largest;
    }
};

FamilyEstimate estimate(std::span<const double> sorted, const DistributionFitOptions& options) {
    if (!std::ranges::all_of(sorted, is_whole)) return {DistributionFitState::value_not_whole, {}};
    if (options.xmin) {
        const auto first = static_cast<std::size_t>(
            std::ranges::lower_bound(sorted, *options.xmin) - sorted.begin());
        const Tail tail{sorted.subspan(first), std::ceil(*options.xmin)};
        if (tail.sorted.size() < 2 || !(tail.xmin >= 1))
            return {DistributionFitState::too_few_values, {}};
        if (tail.sorted.back() == tail.xmin) return {DistributionFitState::values_all_equal, {}};
        return {DistributionFitState::fitted, {tail.alpha(), tail.xmin}};
    }
    FamilyEstimate best{DistributionFitState::values_all_equal, {}};
    double smallest = infinity;
    for (std::size_t first = 0; first < sorted.size(); ++first) {
        if (first > 0 && sorted[first] == sorted[first - 1]) continue;
        if (sorted[first] == sorted.back()) break;  // one value is no tail
        const Tail tail{sorted.subspan(first), sorted[first]};
        const double alpha = tail.alpha(), distance = tail.distance(alpha, smallest);
        if (distance >= smallest) continue;
        smallest = distance;
        best = {DistributionFitState::fitted, {alpha, tail.xmin}};
    }
    return best;
}

}  // namespace

const FamilyFunctions discrete_power_law_family = {
    "discrete_power_law", names,   Support::tail, is_in_range,
    log_density,          log_cdf, log_survival,  survival_gradient,
    random_value,         estimate};

}  // namespace sneddon
