#include "numeric/mixture/climb/mixture_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/climb/chart_matrices.hpp"
#include "numeric/mixture/pack_mixture.hpp"

namespace sneddon {
namespace chart {

Matrix product_of_lower(std::span<const double> left, const Matrix& right, std::size_t d) {
    Matrix product{};
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b <= a; ++b)
            for (std::size_t c = b; c <= a; ++c)
                product[a * d + b] += left[a * d + c] * right[c * d + b];
    return product;
}

Matrix unpacked(const ExactSum* packed, std::size_t d) {
    Matrix full{};
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b <= a; ++b, ++packed)
            full[a * d + b] = full[b * d + a] = packed->value();
    return full;
}

Vector whitened_sums(const Matrix& w, const ExactSum* sums, std::size_t d) {
    Vector whitened{};
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b <= a; ++b) whitened[a] += w[a * d + b] * sums[b].value();
    return whitened;
}

Vector transposed_times(const Matrix& lower, const Vector& v, std::size_t d) {
    Vector product{};
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t c = a; c < d; ++c) product[a] += lower[c * d + a] * v[c];
    return product;
}

Matrix congruence(std::span<const double> w, const Matrix& s, std::size_t d) {
    Matrix half{}, whole{};
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            for (std::size_t c = 0; c <= a; ++c) half[a * d + b] += w[a * d + c] * s[c * d + b];
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            for (std::size_t c = 0; c <= b; ++c) whole[a * d + b] += half[a * d + c] * w[b * d + c];
    return whole;
}

}  // namespace chart

namespace {

using namespace chart;

/// No coordinate may overflow a weight or an axis.
double bounded_exp(double x) {
    return portable_exp(std::clamp(x, -300.0, 300.0));
}

/// M of a component's coordinates after its weight and mean.
Matrix inner_factor(std::span<const double> x, double scale, std::size_t d) {
    Matrix inner{};
    std::size_t next = 1 + d;
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b <= a; ++b, ++next)
            inner[a * d + b] = a == b ? bounded_exp(x[next] / (root_two * scale)) : x[next] / scale;
    return inner;
}

}  // namespace

std::optional<MixtureChart> MixtureChart::around(const GaussianMixture& centre, double total_weight,
                                                 ChartKind kind) {
    MixtureChart chart;
    chart.kind_ = kind;
    const std::size_t d = centre.dimensions;
    chart.centre_ = centre;
    chart.total_weight_ = total_weight;
    chart.lower_.resize(centre.covariances.size());
    for (std::size_t j = 0; j < centre.components(); ++j) {
        const auto lower = std::span(chart.lower_).subspan(j * d * d, d * d);
        if (!cholesky(centre.covariance(j), d, lower)) return std::nullopt;
        if (!(centre.weights[j] > 0)) return std::nullopt;
        chart.scales_.push_back(std::sqrt(total_weight * centre.weights[j]));
    }
    return chart;
}

std::size_t MixtureChart::size() const {
    return parameter_count(centre_.components(), centre_.dimensions) + 1;
}

std::span<const double> MixtureChart::part_of(std::span<const double> x, std::size_t j) const {
    const std::size_t count = size() / centre_.components();
    return x.subspan(j * count, count);
}

std::optional<GaussianMixture> MixtureChart::mixture(std::span<const double> x) const {
    return kind_ == ChartKind::moments ? mixture_of_moments(x) : mixture_of_factors(x);
}

std::vector<double> MixtureChart::gradient(std::span<const double> x,
                                           const MixtureStatistics& statistics) const {
    return kind_ == ChartKind::moments ? gradient_of_moments(x, statistics)
                                       : gradient_of_factors(x, statistics);
}

GaussianMixture MixtureChart::mixture_of_factors(std::span<const double> x) const {
    const std::size_t d = centre_.dimensions;
    GaussianMixture mixture = centre_;
    double total = 0;
    for (std::size_t j = 0; j < centre_.components(); ++j) {
        const auto part = part_of(x, j);
        const double scale = scales_[j];
        total += mixture.weights[j] *= bounded_exp(part[0] / scale);
        const auto lower = std::span(lower_).subspan(j * d * d, d * d);
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b)
                mixture.means[j * d + a] += lower[a * d + b] * (part[1 + b] / scale);
        const Matrix factor = product_of_lower(lower, inner_factor(part, scale, d), d);
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b) {
                double element = 0;
                for (std::size_t c = 0; c <= b; ++c)
                    element += factor[a * d + c] * factor[b * d + c];
                mixture.covariances[(j * d + a) * d + b] = element;
                mixture.covariances[(j * d + b) * d + a] = element;
            }
    }
    // The chart has one coordinate more than the mixture has parameters: weights need no last one.
    for (double& weight : mixture.weights) weight /= total;
    return mixture;
}

std::vector<double> MixtureChart::gradient_of_factors(std::span<const double> x,
                                                      const MixtureStatistics& statistics) const {
    const std::size_t d = centre_.dimensions;
    const std::size_t sums_per_component = 1 + d + d * (d + 1) / 2;
    std::vector<double> gradient;
    gradient.reserve(size());
    for (std::size_t j = 0; j < centre_.components(); ++j) {
        const ExactSum* sums = &statistics.sums[j * sums_per_component];
        const double rows = sums[0].value(), scale = scales_[j];
        const Matrix inner = inner_factor(part_of(x, j), scale, d);
        Matrix w{}, inverse{};
        const auto lower = std::span(lower_).subspan(j * d * d, d * d);
        invert_lower(product_of_lower(lower, inner, d), d, w);
        invert_lower(inner, d, inverse);

        gradient.push_back((rows - total_weight_ * statistics.about.weights[j]) / scale);
        const Vector pull = transposed_times(inverse, whitened_sums(w, sums + 1, d), d);
        for (std::size_t a = 0; a < d; ++a) gradient.push_back(pull[a] / scale);
        // d LL / d M = M^-T (W S W' - n I); a diagonal element of M is exp of its coordinate.
        Matrix excess = congruence(w, unpacked(sums + 1 + d, d), d);
        for (std::size_t a = 0; a < d; ++a) excess[a * d + a] -= rows;
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b) {
                double element = 0;
                for (std::size_t c = a; c < d; ++c)
                    element += inverse[c * d + a] * excess[c * d + b];
                gradient.push_back(a == b ? element * inner[a * d + a] / (root_two * scale)
                                          : element / scale);
            }
    }
    return gradient;
}

double MixtureChart::largest_change(std::span<const double> step) const {
    double largest = 0;
    for (std::size_t j = 0; j < centre_.components(); ++j)
        for (const double x : part_of(step, j))
            largest = std::fmax(largest, std::fabs(x) / scales_[j]);
    return largest;
}

}  // namespace sneddon
