#include "numeric/mixture/climb/mixture_curvature.hpp"

#include <algorithm>
#include <cmath>

#include "base/ordered_parallel.hpp"
#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/mixture_statistics.hpp"
#include "numeric/mixture/pack_mixture.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_coordinates = 256;
constexpr double root_two = 1.41421356237309504880;

std::vector<double> sums_of_block(const PackedMixture& mixture, const Points& points,
                                  std::size_t first, std::size_t features,
                                  const MixtureKernel& kernel) {
    const std::size_t room = features * curvature_feature_rows;
    const auto count = static_cast<std::size_t>(curvature_sums(static_cast<int>(features)));
    std::vector<double> shared(room), weighted(room), rest(room), lane_sums(8 * count), sums(count);
    const std::size_t rows = std::min(mixture_block_rows, points.rows - first);
    const BlockColumns columns(points, first);
    kernel.curvature(mixture, columns.columns,
                     points.weights.empty() ? nullptr : &points.weights[first], rows,
                     {shared.data(), weighted.data(), rest.data(), lane_sums.data()}, sums.data());
    return sums;
}

/// Blocks are added in their order, so that threads change nothing.
std::vector<double> curvature_sums_of(const PackedMixture& mixture, const Points& points,
                                      std::size_t features, unsigned threads,
                                      const MixtureKernel& kernel) {
    const std::size_t blocks = (points.rows + mixture_block_rows - 1) / mixture_block_rows;
    std::vector<double> sums;
    ordered_parallel(
        blocks, static_cast<unsigned>(std::min<std::size_t>(threads, blocks)), Stop(),
        [&](std::size_t block) {
            return sums_of_block(mixture, points, block * mixture_block_rows, features, kernel);
        },
        [&](std::size_t, std::vector<double> block) {
            if (sums.empty()) return sums.swap(block);
            for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += block[i];
        });
    return sums;
}

/// How a coordinate of the chart changes its feature, but for the scale of the component: the
/// features are of y / sqrt(2).
double factor_of_feature(std::size_t feature, std::size_t d) {
    if (feature == 0) return 1;
    if (feature <= d) return root_two;
    for (std::size_t a = 0, next = 1 + d; a < d; next += ++a)
        if (feature == next + a) return root_two;  // a diagonal one
    return 2;
}

/// What one component would tell if its rows were known, from the sums of its features: minus the
/// sum of r times the second derivatives of its log density, times s_j^2.
class KnownRows {
  public:
    KnownRows(std::vector<double> features, std::size_t d) : features_(std::move(features)), d_(d) {
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b) elements_.push_back({a, b});
    }

    double information(std::size_t p, std::size_t q) const {
        if (p < q) return information(q, p);
        if (p == 0) return features_[0];
        if (p <= d_) return q == 0 ? mean(p - 1) : square(p - 1, q - 1);
        const Element& m = elements_[p - 1 - d_];
        if (q == 0)
            return m.factor() * (square(m.row, m.column) - (m.row == m.column ? features_[0] : 0)) /
                   2 * m.twice();
        if (q <= d_)
            return m.factor() * (m.row == m.column ? (q - 1 == m.row ? mean(m.row) : 0)
                                                   : (q - 1 == m.row ? mean(m.column) : 0) +
                                                         (q - 1 == m.column ? mean(m.row) : 0));
        return of_factors(m, elements_[q - 1 - d_]);
    }

  private:
    struct Element {
        std::size_t row, column;
        double factor() const { return row == column ? root_two : 1; }
        double twice() const { return row == column ? 1 : 2; }
    };
    /// Sums of r y_a and of r y_a y_b.
    double mean(std::size_t a) const { return root_two * features_[1 + a]; }
    double square(std::size_t a, std::size_t b) const {
        if (a < b) std::swap(a, b);
        return 2 * features_[1 + d_ + a * (a + 1) / 2 + b] + (a == b ? features_[0] : 0);
    }
    /// Of y' B B y - tr B B / 2, B = the symmetric matrices of both: the bilinear form of it.
    double of_factors(const Element& p, const Element& q) const {
        double sum = 0;
        const auto add = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t e) {
            // E_ab E_ce: y_a (b == c) y_e
            if (b != c) return;
            sum += square(a, e) - (a == e ? 0.5 * features_[0] : 0);
        };
        const auto both = [&](const Element& m, const Element& n) {
            for (int i = 0; i < (m.row == m.column ? 1 : 2); ++i)
                for (int l = 0; l < (n.row == n.column ? 1 : 2); ++l)
                    add(i ? m.column : m.row, i ? m.row : m.column, l ? n.column : n.row,
                        l ? n.row : n.column);
        };
        both(p, q);
        both(q, p);
        return p.factor() * q.factor() * sum / 2;
    }

    std::vector<double> features_;
    std::size_t d_;
    std::vector<Element> elements_{};
};

}  // namespace

std::optional<std::vector<double>> falling_curvature(const Points& points,
                                                     const GaussianMixture& mixture,
                                                     unsigned threads,
                                                     InstructionSet instructions) {
    const auto packed = pack_mixture(mixture);
    const std::size_t d = mixture.dimensions, k = mixture.components();
    const auto each = static_cast<std::size_t>(sums_of_component(static_cast<int>(d)));
    const std::size_t n = k * each;
    if (!packed || n > most_coordinates) return std::nullopt;
    const PackedMixture view{packed->data(), static_cast<int>(k), static_cast<int>(d)};
    const std::vector<double> sums =
        curvature_sums_of(view, points, n, threads, mixture_kernel(instructions));

    const double total_weight = points.total_weight();
    std::vector<double> scales, falls(n * n, 0);
    for (const double weight : mixture.weights) scales.push_back(std::sqrt(weight * total_weight));
    const double* next = sums.data();
    std::vector<double> alone(n);
    for (std::size_t p = 0; p < n; ++p) {
        const std::size_t j = p / each;
        for (std::size_t q = 0; q <= p; ++q) {
            const std::size_t l = q / each;
            const double hidden = factor_of_feature(p % each, d) * factor_of_feature(q % each, d) *
                                  *next++ / (scales[j] * scales[l]);
            falls[p * n + q] = falls[q * n + p] = j == l ? -hidden : hidden;
        }
        alone[p] = *next++;
    }
    for (std::size_t j = 0; j < k; ++j) {
        const auto begin = alone.begin() + static_cast<std::ptrdiff_t>(j * each);
        const KnownRows known({begin, begin + static_cast<std::ptrdiff_t>(each)}, d);
        const double square = scales[j] * scales[j];
        for (std::size_t p = 0; p < each; ++p)
            for (std::size_t q = 0; q < each; ++q)
                falls[(j * each + p) * n + j * each + q] += known.information(p, q) / square;
    }
    return falls;
}

std::vector<double> damped_inverse(std::vector<double> matrix, std::size_t n, double damping) {
    for (std::size_t i = 0; i < n; ++i) matrix[i * n + i] += damping;
    std::vector<double> lower(n * n), half(n * n), inverse(n * n, 0);
    if (!cholesky(matrix, n, lower)) return {};
    invert_lower(lower, n, half);
    for (std::size_t c = 0; c < n; ++c)
        for (std::size_t a = 0; a <= c; ++a)
            for (std::size_t b = 0; b <= a; ++b)
                inverse[a * n + b] += half[c * n + a] * half[c * n + b];
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = 0; b < a; ++b) inverse[b * n + a] = inverse[a * n + b];
    return inverse;
}

}  // namespace sneddon
