#include "analyse/creep/unloading_start.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "base/numbers/column_sums.hpp"
#include "base/numbers/extremes.hpp"
#include "numeric/elementary/elementary.hpp"
#include "numeric/least_squares/householder.hpp"
#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/sum/line_fit.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_points = 10;
constexpr double first_part_of_hold = 0.1;  // left out: the power law is steep there
constexpr double top_of_unloading = 0.5;    // of F_max
constexpr std::size_t degree = 4;
// The exponent 1/m of most elastic unloading: m = 1.5, a paraboloid (Oliver and Pharr 2004).
constexpr double usual_power = 2.0 / 3.0;

/// Weights of the values in `functional` of the coefficients of their least-squares fit:
/// X (X'X)^-1 f = Q (R'^-1 f).
std::vector<double> weights_by_qr(std::vector<double> columns, std::size_t points,
                                  const std::vector<double>& functional) {
    const HouseholderQr qr(std::move(columns), points, functional.size());
    const std::vector<double> solved = qr.solve_r_transpose(functional);
    std::vector<double> weights(points, 0.0);
    for (std::size_t i = 0; i < solved.size(); ++i) {
        if (!std::isfinite(solved[i])) return {};
        weights[i] = solved[i];
    }
    qr.apply_q(weights);
    return weights;
}

/// Triangular factor of every so many-th row.
HouseholderQr thinned_qr(const std::vector<double>& columns, std::size_t points, std::size_t width,
                         std::size_t stride) {
    const std::size_t rows = (points + stride - 1) / stride;
    std::vector<double> thinned;
    thinned.reserve(width * rows);
    for (std::size_t k = 0; k < width; ++k)
        for (std::size_t i = 0; i < points; i += stride) thinned.push_back(columns[k * points + i]);
    return {std::move(thinned), rows, width};
}

constexpr std::size_t rows_at_once = 512;  // of all columns stay near the processor

/// X := X R^-1, column by column, of some rows.
void combine(std::vector<double>& columns, std::size_t points, const HouseholderQr& qr,
             std::size_t begin, std::size_t count) {
    for (std::size_t k = 0; k < qr.columns(); ++k) {
        double* const column = &columns[k * points + begin];
        for (std::size_t j = 0; j < k; ++j) {
            const double* const other = &columns[j * points + begin];
            const double times = qr.r(j, k);
            for (std::size_t i = 0; i < count; ++i) column[i] -= times * other[i];
        }
        const double times = 1 / qr.r(k, k);
        for (std::size_t i = 0; i < count; ++i) column[i] *= times;
    }
}

/// X := X R^-1, and X'X of that.
std::vector<double> gram_of_combined(std::vector<double>& columns, std::size_t points,
                                     const HouseholderQr& qr) {
    const std::size_t width = qr.columns();
    std::vector<double> gram(width * width, 0.0);
    for (std::size_t begin = 0; begin < points; begin += rows_at_once) {
        const std::size_t count = std::min(rows_at_once, points - begin);
        combine(columns, points, qr, begin, count);
        for (std::size_t k = 0; k < width; ++k)
            for (std::size_t l = 0; l <= k; ++l)
                gram[k * width + l] += dot({&columns[k * points + begin], count},
                                           {&columns[l * points + begin], count});
    }
    for (std::size_t k = 0; k < width; ++k)
        for (std::size_t l = 0; l < k; ++l) gram[l * width + k] = gram[k * width + l];
    return gram;
}

/// The same weights in a third of the time: the QR of some rows gives combinations of the columns
/// that are nearly orthogonal over all rows, and the normal equations of such lose no digits
/// (Rokhlin and Tygert 2008, Proc. Natl. Acad. Sci. 105, 13212). Where they are not, by the QR of
/// all.
std::vector<double> functional_weights(std::vector<double> columns, std::size_t points,
                                       const std::vector<double>& functional) {
    constexpr std::size_t enough_rows = 128, worth_it = 4;
    constexpr double nearly_orthogonal = 0.1;  // least pivot of a matrix with 1 on its diagonal
    const std::size_t width = functional.size(), stride = points / enough_rows;
    if (stride < worth_it) return weights_by_qr(std::move(columns), points, functional);
    const HouseholderQr some = thinned_qr(columns, points, width, stride);
    const std::vector<double> of_combined = some.solve_r_transpose(functional);
    if (!std::ranges::all_of(of_combined, [](double x) { return std::isfinite(x); }))
        return weights_by_qr(std::move(columns), points, functional);
    const std::vector<double> gram = gram_of_combined(columns, points, some);
    std::vector<double> lower(width * width), inverse(width * width), times(width, 0.0);
    if (!cholesky(gram, width, lower, nearly_orthogonal * gram[0]))
        return weights_by_qr(std::move(columns), points, of_combined);
    invert_lower(lower, width, inverse);
    for (std::size_t k = 0; k < width; ++k)  // (L^-T L^-1 f)_k
        for (std::size_t j = k; j < width; ++j)
            for (std::size_t l = 0; l <= j; ++l)
                times[k] += inverse[j * width + k] * inverse[j * width + l] * of_combined[l];
    std::vector<double> weights(points, 0.0);
    for (std::size_t begin = 0; begin < points; begin += rows_at_once)
        for (std::size_t k = 0; k < width; ++k) {
            const double* const column = &columns[k * points];
            const double of_column = times[k];
            const std::size_t end = std::min(begin + rows_at_once, points);
            for (std::size_t i = begin; i < end; ++i) weights[i] += of_column * column[i];
        }
    return weights;
}

bool has_hold(const Cycle& cycle) {
    return !cycle.hold.is_empty() && !cycle.load.is_empty();
}

Segment top_of(const Curve& curve, const Segment& unload, double F_max_uN) {
    Segment part = unload;
    part.end = part.begin;
    while (part.end < unload.end && curve.load_uN[part.end] >= top_of_unloading * F_max_uN)
        ++part.end;
    return part;
}

Segment last_part_of(const Curve& curve, const Segment& hold) {
    Segment part = hold;
    const double begin_s = curve.time_s[hold.begin], end_s = curve.time_s[hold.end - 1];
    const double from_s = begin_s + first_part_of_hold * (end_s - begin_s);
    while (part.begin < part.end && curve.time_s[part.begin] < from_s) ++part.begin;
    return part;
}

}  // namespace

double compliance_without_creep_nm_per_uN(const UnloadingStart& start) {
    return start.compliance_nm_per_uN + start.hold_rate_nm_per_s / start.unload_rate_uN_per_s;
}

double creep_corrected_stiffness(const UnloadingStart& start) {
    const double compliance = compliance_without_creep_nm_per_uN(start);
    return compliance > 0 ? 1 / compliance : nan;
}

double WeightedPoints::of(const std::vector<double>& depth_nm) const {
    if (weights.empty()) return nan;
    // Weights of a rate sum to 0: depths from the first one keep the digits.
    const double first_nm = depth_nm[part.begin];
    const auto depths = std::span(depth_nm).subspan(part.begin, part.size());
    return sum_of(0, weights.size(), [&](auto at, std::size_t i) {
        return at(weights, i) * (at(depths, i) - first_nm);
    });
}

WeightedPoints hold_rate_weights(const Curve& curve, const Cycle& cycle) {
    if (!has_hold(cycle)) return {};
    WeightedPoints rate{last_part_of(curve, cycle.hold), {}};
    const std::size_t n = rate.part.size();
    const double begin_s = curve.time_s[cycle.hold.begin];
    const double hold_s = curve.time_s[cycle.hold.end - 1] - begin_s;
    if (n < fewest_points || !(hold_s > 0)) return {};
    std::vector<double> columns(4 * n, 1.0);
    for (std::size_t i = 0; i < n; ++i) {
        columns[n + i] = (curve.time_s[rate.part.begin + i] - begin_s) / hold_s;
        columns[2 * n + i] = std::sqrt(columns[n + i]);
    }
    if (!(extremes_of(std::span(columns).subspan(n, n)).smallest > 0)) return {};
    natural_logs(std::span(columns).subspan(n, n), std::span(columns).subspan(3 * n, n));
    // d/dt of 1, t, t^(1/2), ln t where t is 1; in seconds it is less by the hold.
    rate.weights =
        functional_weights(std::move(columns), n, {0, 1 / hold_s, 0.5 / hold_s, 1 / hold_s});
    return rate;
}

WeightedPoints start_compliance_weights(const Curve& curve, const Cycle& cycle, double F_max_uN) {
    WeightedPoints slope{top_of(curve, cycle.unload, F_max_uN), {}};
    const std::size_t n = slope.part.size();
    if (n < fewest_points || !(F_max_uN > 0)) return {};
    std::vector<double> columns((degree + 1) * n, 1.0);
    for (std::size_t i = 0; i < n; ++i) {
        const double z = std::pow(curve.load_uN[slope.part.begin + i] / F_max_uN, usual_power) - 1;
        for (std::size_t k = 1; k <= degree; ++k) columns[k * n + i] = columns[(k - 1) * n + i] * z;
    }
    std::vector<double> functional(degree + 1, 0.0);
    functional[1] = usual_power / F_max_uN;  // dz/dF where z is 0
    slope.weights = functional_weights(std::move(columns), n, functional);
    return slope;
}

StartWeights start_weights(const Curve& curve, const Cycle& cycle, double F_max_uN) {
    StartWeights weights;
    weights.hold_rate = hold_rate_weights(curve, cycle);
    if (weights.hold_rate.weights.empty()) return weights;
    weights.compliance = start_compliance_weights(curve, cycle, F_max_uN);
    if (weights.compliance.weights.empty()) return weights;
    const Segment& part = weights.compliance.part;
    const LineFit load = fit_line(std::span(curve.time_s).subspan(part.begin, part.size()),
                                  std::span(curve.load_uN).subspan(part.begin, part.size()));
    weights.unload_rate_uN_per_s = std::fabs(load.slope);
    return weights;
}

UnloadingStart unloading_start(const StartWeights& weights, const std::vector<double>& depth_nm) {
    return {weights.hold_rate.of(depth_nm), weights.unload_rate_uN_per_s,
            weights.compliance.of(depth_nm)};
}

}  // namespace sneddon
