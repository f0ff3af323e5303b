#include "analyse/creep/unloading_start.hpp"

#include <cmath>
#include <span>

#include "numeric/least_squares/householder.hpp"
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
std::vector<double> functional_weights(std::vector<double> columns, std::size_t points,
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
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * (depth_nm[part.begin + i] - first_nm);
    return sum;
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
        const double t = (curve.time_s[rate.part.begin + i] - begin_s) / hold_s;
        if (!(t > 0)) return {};
        columns[n + i] = t;
        columns[2 * n + i] = std::sqrt(t);
        columns[3 * n + i] = std::log(t);
    }
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
