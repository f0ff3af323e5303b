#include "study/pop_ins/first_load_search.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "numeric/least_squares/quasi_newton.hpp"
#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/vector_algebra.hpp"

namespace sneddon {
namespace {

using std::exp;

constexpr double most_share_at_start = 0.97, least_spread_squared = 1e-6;
constexpr double error_of_log_scale = 0.8;   // times 1/sqrt(n): sqrt(6)/pi of a Weibull law
constexpr double least_part_of_gain = 1e-4;  // of what the slope promises
constexpr double six = 6;                    // sd of a law of smallest values: pi scale/sqrt(6)
constexpr double most_logit = 20;            // a share of 1 but for 2e-9

std::vector<double> scaled(const FirstLoadCoordinates& values) {
    return {values.begin(), values.end()};
}

/// `Real`: double, or one that carries its slopes.
template <class Real>
FirstLoadParametersOf<Real> parameters_at(FirstLoadFamily family,
                                          const std::array<Real, first_load_coordinates>& place) {
    FirstLoadParametersOf<Real> parameters;
    parameters.law = {family, place[0], exp(place[1])};
    const Real logit = value_of(place[2]) < most_logit ? place[2] : Real(most_logit);
    parameters.share = 1.0 / (Real(1) + exp(-logit));
    parameters.jump = {place[3], place[4], exp(place[5])};
    return parameters;
}

}  // namespace

FirstLoadParameters at_coordinates(FirstLoadFamily family, const FirstLoadCoordinates& place) {
    return parameters_at(family, place);
}

// By moments: of a law of smallest values the scale is sd sqrt(6)/pi and the location lies 0.5772
// of it above the mean.
FirstLoadSearch::FirstLoadSearch(const FirstLoadLikelihood& likelihood, FirstLoadFamily family)
    : likelihood_(likelihood), family_(family) {
    std::vector<double> loads, logs, jumps;
    for (const SearchedTest& test : likelihood.seen_tests()) {
        loads.push_back(family == FirstLoadFamily::weibull ? std::log(test.load_uN) : test.load_uN);
        logs.push_back(std::log(test.load_uN / likelihood.reference_uN()));
        jumps.push_back(std::log(test.jump_nm));
    }
    const auto n = static_cast<double>(loads.size()), all = static_cast<double>(likelihood.tests());
    const Moments of_loads = moments(loads), of_logs = moments(logs), of_jumps = moments(jumps);
    const double sd = std::sqrt(of_loads.squares / n);
    double product = 0;
    for (std::size_t i = 0; i < logs.size(); ++i)
        product += (logs[i] - of_logs.mean) * (jumps[i] - of_jumps.mean);
    const bool is_normal = family == FirstLoadFamily::normal;
    const double scale = is_normal ? sd : sd * std::sqrt(six) / std::numbers::pi;
    const double slope = product / of_logs.squares;
    const double spread =
        std::sqrt(std::max(of_jumps.squares - slope * product, least_spread_squared * n) / n);
    const double share = std::min(n / all, most_share_at_start);
    start_ = {of_loads.mean + (is_normal ? 0 : std::numbers::egamma * scale),
              std::log(scale),
              std::log(share / (1 - share)),
              of_jumps.mean,
              slope,
              std::log(spread)};
    const double root = std::sqrt(n);
    widths_ = {scale / root,
               error_of_log_scale / root,
               1 / std::sqrt(all * share * (1 - share)),
               spread / root,
               spread / std::sqrt(of_logs.squares),
               error_of_log_scale / root};
}

double FirstLoadSearch::value(const FirstLoadCoordinates& place) const {
    const double value = likelihood_.at(at_coordinates(family_, place));
    return std::isfinite(value) ? value : -std::numeric_limits<double>::infinity();
}

FirstLoadCoordinates FirstLoadSearch::gradient(const FirstLoadCoordinates& place,
                                               std::size_t held) const {
    std::array<FirstLoadDual, first_load_coordinates> coordinates;
    for (std::size_t j = 0; j < place.size(); ++j)
        coordinates[j] = FirstLoadDual::coordinate(place[j], j);
    FirstLoadCoordinates slopes = likelihood_.at(parameters_at(family_, coordinates)).slopes;
    for (std::size_t j = 0; j < place.size(); ++j) slopes[j] *= j == held ? 0 : widths_[j];
    return slopes;
}

FirstLoadSearch::Maximum FirstLoadSearch::maximum(const FirstLoadCoordinates& place,
                                                  std::size_t held) const {
    constexpr int most_steps = 200, most_halvings = 25;
    constexpr double enough = 1e-6, longest = 4, still_good = 1e-3;  // gains; widths
    Maximum best{place, value(place), false};
    QuasiNewton curvature(first_load_coordinates);
    std::vector<double> slopes = scaled(gradient(best.place, held));
    for (int i = 0; i < most_steps; ++i) {
        std::vector<double> step = curvature.step(slopes);
        const double length = std::sqrt(dot(step, step)), gain = dot(step, slopes);
        if (!std::isfinite(gain)) return best;
        best.is_converged = gain < still_good;
        if (gain < enough) return best;
        double part = std::min(1.0, longest / length);
        FirstLoadCoordinates moved{};
        double reached = best.value;
        for (int halving = 0; halving < most_halvings; ++halving, part /= 2) {
            for (std::size_t j = 0; j < moved.size(); ++j)
                moved[j] = best.place[j] + part * step[j] * widths_[j];
            reached = value(moved);
            if (reached > best.value + least_part_of_gain * part * gain) break;
        }
        if (!(reached > best.value)) return best;
        for (double& one : step) one *= part;
        best.place = moved;
        best.value = reached;
        const std::vector<double> next = scaled(gradient(moved, held));
        std::vector<double> change = next;
        for (std::size_t j = 0; j < change.size(); ++j) change[j] -= slopes[j];
        curvature.learn(step, change);
        slopes = next;
    }
    return best;
}

}  // namespace sneddon
