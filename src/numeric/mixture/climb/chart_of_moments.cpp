#include <cmath>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/climb/chart_matrices.hpp"
#include "numeric/mixture/climb/mixture_chart.hpp"

namespace sneddon {
namespace {

using namespace chart;

/// A component's moments about the mean of the centre, in its units: rows Z, sums F and squares Q
/// of the deviations, all parts of n w_j.
struct Moments {
    double rows = 1;
    Vector sums{};
    Matrix squares{};
};

Moments moments_at(std::span<const double> x, double scale, std::size_t d) {
    Moments moments;
    moments.rows = 1 + x[0] / scale;
    std::size_t next = 1 + d;
    for (std::size_t a = 0; a < d; ++a) {
        moments.sums[a] = x[1 + a] / scale;
        for (std::size_t b = 0; b <= a; ++b, ++next) {
            const double change = (a == b ? root_two : 1) * x[next] / scale;
            moments.squares[a * d + b] = moments.squares[b * d + a] =
                change + (a == b ? moments.rows : 0);
        }
    }
    return moments;
}

/// Their covariance.
Matrix covariance_of(const Moments& moments, std::size_t d) {
    Matrix covariance{};
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            covariance[a * d + b] =
                moments.squares[a * d + b] / moments.rows -
                moments.sums[a] * moments.sums[b] / (moments.rows * moments.rows);
    return covariance;
}

/// W' S W for lower W.
Matrix congruence_of_transposed(const Matrix& w, const Matrix& s, std::size_t d) {
    Matrix half{}, whole{};
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            for (std::size_t c = a; c < d; ++c) half[a * d + b] += w[c * d + a] * s[c * d + b];
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            for (std::size_t c = b; c < d; ++c) whole[a * d + b] += half[a * d + c] * w[c * d + b];
    return whole;
}

}  // namespace

std::optional<GaussianMixture> MixtureChart::mixture_of_moments(std::span<const double> x) const {
    const std::size_t d = centre_.dimensions;
    GaussianMixture mixture = centre_;
    double total = 0;
    for (std::size_t j = 0; j < centre_.components(); ++j) {
        const Moments moments = moments_at(part_of(x, j), scales_[j], d);
        if (!(moments.rows > 0)) return std::nullopt;
        total += mixture.weights[j] *= moments.rows;
        const auto lower = std::span(lower_).subspan(j * d * d, d * d);
        const Matrix covariance = congruence(lower, covariance_of(moments, d), d);
        for (std::size_t a = 0; a < d; ++a) {
            for (std::size_t b = 0; b <= a; ++b)
                mixture.means[j * d + a] += lower[a * d + b] * (moments.sums[b] / moments.rows);
            for (std::size_t b = 0; b <= a; ++b)
                mixture.covariances[(j * d + a) * d + b] =
                    mixture.covariances[(j * d + b) * d + a] = covariance[a * d + b];
        }
    }
    // The chart has one coordinate more than the mixture has parameters: weights need no last one.
    for (double& weight : mixture.weights) weight /= total;
    return mixture;
}

std::vector<double> MixtureChart::gradient_of_moments(std::span<const double> x,
                                                      const MixtureStatistics& statistics) const {
    const std::size_t d = centre_.dimensions;
    const std::size_t sums_per_component = 1 + d + d * (d + 1) / 2;
    std::vector<double> gradient;
    gradient.reserve(size());
    for (std::size_t j = 0; j < centre_.components(); ++j) {
        const ExactSum* sums = &statistics.sums[j * sums_per_component];
        const double rows = sums[0].value(), scale = scales_[j];
        const Moments at = moments_at(part_of(x, j), scale, d);
        const double z = at.rows;
        // W whitens by the component at x after the centre's factor: P = W' W = V^-1.
        Matrix inner{}, to_inner{}, from_centre{};
        if (!cholesky(covariance_of(at, d), d, inner)) return {};
        invert_lower(inner, d, to_inner);
        invert_lower(std::span(lower_).subspan(j * d * d, d * d), d, from_centre);
        const Matrix w = product_of_lower(to_inner, from_centre, d);
        const Vector pull = transposed_times(to_inner, whitened_sums(w, sums + 1, d), d);
        // Of the covariance, in the centre's units: W' (W S W' - n I) W.
        Matrix excess = congruence(w, unpacked(sums + 1 + d, d), d);
        for (std::size_t a = 0; a < d; ++a) excess[a * d + a] -= rows;
        const Matrix stretch = congruence_of_transposed(to_inner, excess, d);
        Vector along{};
        double trace = 0, with_squares = 0, with_sums = 0, pulled = 0;
        for (std::size_t a = 0; a < d; ++a) {
            trace += stretch[a * d + a];
            pulled += pull[a] * at.sums[a];
            for (std::size_t b = 0; b < d; ++b) {
                along[a] += stretch[a * d + b] * at.sums[b];
                with_squares += stretch[a * d + b] * at.squares[a * d + b];
            }
            with_sums += along[a] * at.sums[a];
        }
        gradient.push_back(((rows - total_weight_ * statistics.about.weights[j]) / z -
                            pulled / (z * z) + 0.5 * (trace / z - with_squares / (z * z)) +
                            with_sums / (z * z * z)) /
                           scale);
        for (std::size_t a = 0; a < d; ++a)
            gradient.push_back((pull[a] / z - along[a] / (z * z)) / scale);
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b)
                gradient.push_back(stretch[a * d + b] / (z * scale * (a == b ? root_two : 1)));
    }
    return gradient;
}

}  // namespace sneddon
