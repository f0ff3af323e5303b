#include "numeric/mixture/shape/ridgeline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/sum/lane_math.hpp"

namespace sneddon {
namespace {

using Vector = std::array<double, most_dimensions>;
using Matrix = std::array<double, most_dimensions * most_dimensions>;

/// ln of weight / sqrt(det) and the inverse covariance of a component.
struct Prepared {
    double constant = 0;
    Matrix precision{};
    Vector mean{}, precision_of_mean{};
};

std::optional<Matrix> inverse_of(std::span<const double> matrix, std::size_t d, double& log_root) {
    Matrix lower{}, inverse{}, product{};
    if (!cholesky(matrix, d, lower)) return std::nullopt;
    invert_lower(lower, d, inverse);
    log_root = 0;
    for (std::size_t a = 0; a < d; ++a) {
        log_root += log_lanes(lower[a * d + a]);
        for (std::size_t b = 0; b < d; ++b)
            for (std::size_t c = std::max(a, b); c < d; ++c)
                product[a * d + b] += inverse[c * d + a] * inverse[c * d + b];
    }
    return product;
}

std::optional<Prepared> prepare(const GaussianMixture& mixture, std::size_t j) {
    const std::size_t d = mixture.dimensions;
    Prepared one;
    double log_root = 0;
    const auto inverse = inverse_of(mixture.covariance(j), d, log_root);
    if (!inverse) return std::nullopt;
    one.precision = *inverse;
    one.constant = log_lanes(mixture.weights[j]) - log_root;
    std::ranges::copy(mixture.mean(j), one.mean.begin());
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            one.precision_of_mean[a] += one.precision[a * d + b] * one.mean[b];
    return one;
}

double log_term(const Prepared& one, const Vector& x, std::size_t d) {
    double square = 0;
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            square += one.precision[a * d + b] * (x[a] - one.mean[a]) * (x[b] - one.mean[b]);
    return one.constant - square / 2;
}

/// ln density of the two at a place of the ridgeline, 0 at the first mean and 1 at the second.
std::optional<double> log_density_at(const Prepared& i, const Prepared& j, double place,
                                     std::size_t d) {
    Matrix mixed{};
    Vector target{}, x{};
    for (std::size_t a = 0; a < d * d; ++a)
        mixed[a] = (1 - place) * i.precision[a] + place * j.precision[a];
    for (std::size_t a = 0; a < d; ++a)
        target[a] = (1 - place) * i.precision_of_mean[a] + place * j.precision_of_mean[a];
    double unused = 0;
    const auto inverse = inverse_of(mixed, d, unused);
    if (!inverse) return std::nullopt;
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b) x[a] += (*inverse)[a * d + b] * target[b];
    const double first = log_term(i, x, d), second = log_term(j, x, d);
    const double larger = std::fmax(first, second);
    return larger + log_lanes(exp_lanes(first - larger) + exp_lanes(second - larger));
}

}  // namespace

double valley_between(const GaussianMixture& mixture, std::size_t i, std::size_t j) {
    constexpr int steps = 200;  // of a line that bends once or twice
    const auto first = prepare(mixture, i), second = prepare(mixture, j);
    if (!first || !second) return 0;
    std::vector<double> heights;
    for (int step = 0; step <= steps; ++step) {
        const auto height =
            log_density_at(*first, *second, static_cast<double>(step) / steps, mixture.dimensions);
        if (!height) return 0;
        heights.push_back(*height);
    }
    // Of each place: how far below the lower of the greatest heights on its two sides.
    std::vector<double> after = heights;
    for (std::size_t p = after.size() - 1; p-- > 0;) after[p] = std::fmax(after[p], after[p + 1]);
    double before = heights.front(), depth = 0;
    for (std::size_t p = 0; p < heights.size(); ++p) {
        before = std::fmax(before, heights[p]);
        depth = std::fmin(depth, heights[p] - std::fmin(before, after[p]));
    }
    return exp_lanes(depth);
}

std::vector<std::size_t> groups_of_one_hump(const GaussianMixture& mixture) {
    constexpr double rounding = 1e-9;  // of a height
    const std::size_t k = mixture.components();
    std::vector<std::size_t> group(k);
    for (std::size_t j = 0; j < k; ++j) group[j] = j;
    for (std::size_t j = 1; j < k; ++j)
        for (std::size_t i = 0; i < j; ++i)
            if (group[i] != group[j] && valley_between(mixture, i, j) > 1 - rounding) {
                const auto [kept, joined] = std::minmax(group[i], group[j]);
                std::ranges::replace(group, std::size_t{joined}, std::size_t{kept});
            }
    // Numbered without gaps.
    std::vector<std::size_t> seen;
    for (std::size_t& of_component : group) {
        const auto found = std::ranges::find(seen, of_component);
        const auto number = static_cast<std::size_t>(found - seen.begin());
        if (found == seen.end()) seen.push_back(of_component);
        of_component = number;
    }
    return group;
}

}  // namespace sneddon
