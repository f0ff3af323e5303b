#include "numeric/mixture/em_step.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/pack_mixture.hpp"

namespace sneddon {
namespace {

using Matrix = std::array<double, most_dimensions * most_dimensions>;

/// |W v|^2 for lower W.
double squared_norm(const Matrix& w, std::span<const double> v, std::size_t d) {
    double square = 0;
    for (std::size_t a = 0; a < d; ++a) {
        double y = 0;
        for (std::size_t b = 0; b <= a; ++b) y += w[a * d + b] * v[b];
        square += y * y;
    }
    return square;
}

/// tr((S^-1 dS)^2) = |W dS W'|_F^2 with W = L^-1.
double squared_norm_of_matrix(const Matrix& w, const Matrix& difference, std::size_t d) {
    Matrix half{};
    double square = 0;
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            for (std::size_t c = 0; c <= a; ++c)
                half[a * d + b] += w[a * d + c] * difference[c * d + b];
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b) {
            double element = 0;
            for (std::size_t c = 0; c <= b; ++c) element += half[a * d + c] * w[b * d + c];
            square += element * element;
        }
    return square;
}

}  // namespace

std::optional<std::vector<double>> to_free_parameters(const GaussianMixture& mixture) {
    const std::size_t d = mixture.dimensions;
    std::vector<double> parameters;
    parameters.reserve(parameter_count(mixture.components(), d) + 1);
    Matrix lower{};
    for (std::size_t j = 0; j < mixture.components(); ++j) {
        if (!cholesky(mixture.covariance(j), d, lower)) return std::nullopt;
        parameters.push_back(portable_log(std::fmax(mixture.weights[j], 1e-300)));
        for (const double x : mixture.mean(j)) parameters.push_back(x);
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b)
                parameters.push_back(a == b ? portable_log(lower[a * d + a]) : lower[a * d + b]);
    }
    return parameters;
}

GaussianMixture from_free_parameters(const std::vector<double>& parameters, std::size_t components,
                                     std::size_t d) {
    GaussianMixture mixture{d, {}, {}, std::vector<double>(components * d * d)};
    std::size_t next = 0;
    double total = 0;
    for (std::size_t j = 0; j < components; ++j) {
        mixture.weights.push_back(portable_exp(std::fmin(parameters[next++], 600.0)));
        total += mixture.weights.back();
        for (std::size_t a = 0; a < d; ++a) mixture.means.push_back(parameters[next++]);
        Matrix lower{};
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b, ++next)
                lower[a * d + b] =
                    a == b ? portable_exp(std::fmin(parameters[next], 300.0)) : parameters[next];
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b) {
                double element = 0;
                for (std::size_t c = 0; c <= b; ++c) element += lower[a * d + c] * lower[b * d + c];
                mixture.covariances[(j * d + a) * d + b] = element;
                mixture.covariances[(j * d + b) * d + a] = element;
            }
    }
    for (double& weight : mixture.weights) weight /= total;
    return mixture;
}

double step_length(const GaussianMixture& from, const GaussianMixture& to, double total_weight) {
    const std::size_t d = from.dimensions;
    double square = 0;
    for (std::size_t j = 0; j < from.components(); ++j) {
        Matrix lower{}, w{}, difference{};
        std::array<double, most_dimensions> shift{};
        if (!cholesky(from.covariance(j), d, lower)) return std::numeric_limits<double>::infinity();
        invert_lower(lower, d, w);
        for (std::size_t a = 0; a < d; ++a) shift[a] = to.mean(j)[a] - from.mean(j)[a];
        for (std::size_t a = 0; a < d * d; ++a)
            difference[a] = to.covariance(j)[a] - from.covariance(j)[a];
        const double change = to.weights[j] - from.weights[j];
        square += change * change / from.weights[j] +
                  from.weights[j] *
                      (squared_norm(w, shift, d) + 0.5 * squared_norm_of_matrix(w, difference, d));
    }
    return std::sqrt(total_weight * square);
}

}  // namespace sneddon
