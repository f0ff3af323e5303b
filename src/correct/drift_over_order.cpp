#include "correct/drift_over_order.hpp"

#include <algorithm>
#include <cmath>

#include "correct/drift.hpp"
#include "numeric/sum/robust.hpp"
#include "numeric/sum/theil_sen.hpp"

namespace sneddon {
namespace {

constexpr double least_u_nm_per_s = 0.01;  // as of one measurement, drift_estimates.cpp

struct MeasuredTests {
    std::vector<double> place, rate;
};

/// The first of the measured tests in the piece around `place`.
std::size_t piece_begin(const MeasuredTests& measured, double place) {
    const std::size_t size = std::min(tests_of_smoothing, measured.place.size());
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(measured.place, place) -
                                             measured.place.begin());
    return std::min(at - std::min(at, size / 2), measured.place.size() - size);
}

double smooth_at(const MeasuredTests& measured, double place) {
    const std::size_t begin = piece_begin(measured, place);
    const std::size_t size = std::min(tests_of_smoothing, measured.place.size());
    const TheilSen line = theil_sen(std::span(measured.place).subspan(begin, size),
                                    std::span(measured.rate).subspan(begin, size));
    return line.intercept + line.slope * place;
}

}  // namespace

std::optional<double> measured_drift(const Test& test, std::span<const Segment> segments) {
    if (test.applied.drift_nm_per_s) return test.applied.drift_nm_per_s;
    return automatic_drift(test, segments);
}

std::vector<std::optional<DriftOfOrder>> smooth_over_order(
    std::span<const std::optional<double>> measured_nm_per_s) {
    MeasuredTests measured;
    for (std::size_t i = 0; i < measured_nm_per_s.size(); ++i) {
        if (!measured_nm_per_s[i]) continue;
        measured.place.push_back(static_cast<double>(i));
        measured.rate.push_back(*measured_nm_per_s[i]);
    }
    std::vector<std::optional<DriftOfOrder>> smooth(measured_nm_per_s.size());
    if (measured.rate.size() < fewest_of_smoothing) return smooth;
    std::vector<double> about;
    for (std::size_t i = 0; i < measured.rate.size(); ++i)
        about.push_back(measured.rate[i] - smooth_at(measured, measured.place[i]));
    const std::size_t piece = std::min(tests_of_smoothing, measured.rate.size());
    const double scatter = robust_sd(about);
    const double u =
        std::max(least_u_nm_per_s, scatter * std::sqrt(1 + 4 / static_cast<double>(piece)));
    for (std::size_t i = 0; i < smooth.size(); ++i)
        smooth[i] = DriftOfOrder{smooth_at(measured, static_cast<double>(i)), u, piece};
    return smooth;
}

}  // namespace sneddon
