#include "numeric/mixture/mixture_regularity.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/pack_mixture.hpp"

namespace sneddon {
namespace {

bool are_twins(const GaussianMixture& mixture, std::size_t i, std::size_t j) {
    constexpr double close = 1e-6;  // standard deviations: far below any standard error
    const std::size_t d = mixture.dimensions;
    const auto first = mixture.covariance(i), second = mixture.covariance(j);
    for (std::size_t a = 0; a < d; ++a) {
        const double variance = first[a * d + a];
        if (std::fabs(mixture.mean(i)[a] - mixture.mean(j)[a]) > close * std::sqrt(variance))
            return false;
        for (std::size_t b = 0; b <= a; ++b)
            if (std::fabs(first[a * d + b] - second[a * d + b]) >
                close * std::sqrt(variance * first[b * d + b]))
                return false;
    }
    return true;
}

using Matrix = std::array<double, most_dimensions * most_dimensions>;

/// W of W C W' = 1, where C is the covariance of the whole mixture: at an optimum that of the rows.
/// The zero matrix where C is singular, so that every component of such a mixture is a spike.
Matrix whitening_of(const GaussianMixture& mixture) {
    const std::size_t d = mixture.dimensions;
    std::array<double, most_dimensions> centre{};
    Matrix whole{}, lower{}, inverse{};
    for (std::size_t j = 0; j < mixture.components(); ++j)
        for (std::size_t a = 0; a < d; ++a) centre[a] += mixture.weights[j] * mixture.mean(j)[a];
    for (std::size_t j = 0; j < mixture.components(); ++j)
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b < d; ++b)
                whole[a * d + b] += mixture.weights[j] * (mixture.covariance(j)[a * d + b] +
                                                          (mixture.mean(j)[a] - centre[a]) *
                                                              (mixture.mean(j)[b] - centre[b]));
    if (cholesky(whole, d, lower)) invert_lower(lower, d, inverse);
    return inverse;
}

/// Smallest eigenvalue of W S W'.
double thinness(std::span<const double> covariance, const Matrix& whitening, std::size_t d) {
    Matrix half{}, white{};
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            for (std::size_t c = 0; c <= a; ++c)
                half[a * d + b] += whitening[a * d + c] * covariance[c * d + b];
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            for (std::size_t c = 0; c <= b; ++c)
                white[a * d + b] += half[a * d + c] * whitening[b * d + c];
            white[b * d + a] = white[a * d + b];
        }
    return smallest_eigenvalue(std::span(white).first(d * d), d);
}

/// Whether chance alone may have put so many of n rows of a Gaussian cloud into a slab of this
/// variance. Planes through d rows are as many as n^d; Chernoff's bound on the rows beside each
/// (Poisson, at the middle of the cloud) must leave a thousandth over all of them.
bool is_chance(double eigenvalue, double rows, double all_rows, std::size_t d) {
    constexpr double least_probability = 1e-3;
    const auto fixed = static_cast<double>(d);
    const double width = std::sqrt(12 * eigenvalue);  // of a uniform slab of that variance
    const double expected = all_rows * width / std::sqrt(2 * std::numbers::pi);
    const double met = rows - fixed;
    if (!(met > expected)) return true;
    const double surprise = met * portable_log(met / expected) - met + expected;
    return !(surprise > fixed * portable_log(all_rows) - portable_log(least_probability));
}

bool is_spike_of(double eigenvalue, double rows, double all_rows, std::size_t d,
                 const RegularityLimits& limits) {
    /// Of the cloud's deviation 1e-5: repeated values, or columns that are not independent.
    constexpr double flat = 1e-10;
    // Written so that a NaN is a spike.
    if (!(eigenvalue >= flat)) return true;
    if (eigenvalue >= limits.smallest_eigenvalue / static_cast<double>(d)) return false;
    const bool has_a_shape = rows >= limits.rows_of_a_shape * static_cast<double>(d + 1);
    return !has_a_shape || is_chance(eigenvalue, rows, all_rows, d);
}

}  // namespace

Regularity assess_regularity(const GaussianMixture& mixture, double total_weight,
                             const RegularityLimits& limits) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Regularity regularity{infinity, infinity, 0, false, false, false};
    const std::size_t d = mixture.dimensions;
    const Matrix whitening = whitening_of(mixture);
    for (std::size_t j = 0; j < mixture.components(); ++j) {
        const double eigenvalue = thinness(mixture.covariance(j), whitening, d);
        const double rows = mixture.weights[j] * total_weight;
        const bool is_spike = is_spike_of(eigenvalue, rows, total_weight, d, limits);
        // Written so that a NaN counts as the smallest.
        const bool is_weaker = !(eigenvalue >= regularity.smallest_eigenvalue);
        if (is_spike == regularity.is_spike ? is_weaker : is_spike) {
            regularity.smallest_eigenvalue = eigenvalue;
            regularity.weakest = j;
            regularity.is_spike = is_spike;
        }
        if (!(rows >= regularity.smallest_rows)) {
            regularity.smallest_rows = rows;
            regularity.lightest = j;
        }
    }
    const auto has_rows = [&](double per_dimension) {
        return regularity.smallest_rows >= per_dimension * static_cast<double>(d + 1);
    };
    regularity.has_few_rows = !has_rows(limits.rows_per_dimension);
    regularity.is_weak = !has_rows(limits.rows_of_a_shape);
    return regularity;
}

bool has_too_many_parameters(std::size_t components, std::size_t dimensions, double total_weight,
                             const RegularityLimits& limits) {
    const auto parameters = static_cast<double>(parameter_count(components, dimensions));
    return components > 1 && parameters > limits.parameters_per_row * total_weight;
}

bool has_twins(const GaussianMixture& mixture) {
    for (std::size_t i = 0; i < mixture.components(); ++i)
        for (std::size_t j = i + 1; j < mixture.components(); ++j)
            if (are_twins(mixture, i, j)) return true;
    return false;
}

}  // namespace sneddon
