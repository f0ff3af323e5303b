#include "study/pop_ins/first_load_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "numeric/sum/bracketed_root.hpp"
#include "numeric/sum/tails.hpp"
#include "study/pop_ins/first_load_search.hpp"

namespace sneddon {
namespace {

constexpr std::size_t location = 0, scale = 1, share = 2;
constexpr double share_of_all = 15;  // a logit: 1 but for 3e-7
constexpr double all_of_them = 0.9999;

/// Ends of the profile along one coordinate, as coordinates; infinite where it never falls enough.
class Profile {
  public:
    Profile(const FirstLoadSearch& search, const FirstLoadSearch::Maximum& best, std::size_t along)
        : search_(search), best_(best), along_(along) {}

    double end(double direction) {
        constexpr int most_steps = 40;
        constexpr double growth = 1.5, first_step = 2, part_of_width = 0.01;
        const double width = search_.widths()[along_];
        others_ = best_.place;
        double inside = best_.place[along_], excess_inside = -profile_fall_95;
        double step = first_step * width;
        for (int i = 0; i < most_steps; ++i, step *= growth) {
            const double outside = inside + direction * step;
            const double excess = excess_at(outside);
            if (std::isnan(excess)) return nan;
            if (excess >= 0)
                return bracketed_root([&](double place) { return excess_at(place); }, inside,
                                      excess_inside, outside, excess, part_of_width * width);
            if (along_ == share && outside > share_of_all) break;
            inside = outside;
            excess_inside = excess;
        }
        return std::copysign(std::numeric_limits<double>::infinity(), direction);
    }

  private:
    double excess_at(double place) {
        FirstLoadCoordinates from = others_;
        from[along_] = place;
        const auto found = search_.maximum(from, along_);
        if (!found.is_converged) return nan;
        others_ = found.place;
        return best_.value - found.value - profile_fall_95;
    }

    const FirstLoadSearch& search_;
    const FirstLoadSearch::Maximum& best_;
    std::size_t along_;
    FirstLoadCoordinates others_{};
};

Interval ends_along(const FirstLoadSearch& search, const FirstLoadSearch::Maximum& best,
                    std::size_t along) {
    Profile profile(search, best, along);
    return {profile.end(-1), profile.end(1)};
}

Interval mapped(const Interval& ends, double (*parameter)(double)) {
    return {parameter(ends.low), parameter(ends.high)};
}

double logistic(double logit) {
    return 1 / (1 + std::exp(-logit));
}
double exponential(double logarithm) {
    return std::exp(logarithm);
}

double largest_load_uN(const FirstLoadLikelihood& likelihood) {
    double largest = 0;
    for (const SearchedTest& test : likelihood.seen_tests())
        largest = std::max(largest, test.to_uN);
    return largest;
}

void add_intervals(const FirstLoadSearch& search, const FirstLoadSearch::Maximum& best,
                   FirstLoadFit& fit) {
    const Interval of_location = ends_along(search, best, location);
    const Interval of_scale = mapped(ends_along(search, best, scale), exponential);
    fit.share = mapped(ends_along(search, best, share), logistic);
    if (fit.parameters.law.family == FirstLoadFamily::weibull)
        fit.intervals = {Interval{1 / of_scale.high, 1 / of_scale.low},
                         mapped(of_location, exponential)};
    else
        fit.intervals = {of_location, of_scale};
}

}  // namespace

std::string_view words(FirstLoadState state) {
    switch (state) {
        case FirstLoadState::fitted:
            return "fitted";
        case FirstLoadState::too_few:
            return "fewer than 10 tests with a pop-in";
        case FirstLoadState::no_maximum:
            return "the likelihood has no maximum that the search finds";
        case FirstLoadState::not_separable:
            return "a small share of tests that pop in, and a large one at loads above the peak, "
                   "are "
                   "as likely";
    }
    return "";
}

FirstLoadFit fit_first_loads(const FirstLoadLikelihood& likelihood, FirstLoadFamily family) {
    constexpr std::size_t parameters = first_load_coordinates;
    FirstLoadFit fit;
    if (likelihood.seen() < fewest_first_loads) return fit;
    fit.state = FirstLoadState::no_maximum;
    const FirstLoadSearch search(likelihood, family);
    const auto best = search.maximum(search.start());
    if (!best.is_converged) return fit;
    fit.parameters = at_coordinates(family, best.place);
    fit.log_likelihood = best.value;
    fit.criteria = information_criteria(best.value, parameters, likelihood.tests());
    fit.share_unseen = likelihood.share_unseen(fit.parameters);
    add_intervals(search, best, fit);
    const double location_high =
        family == FirstLoadFamily::weibull ? fit.intervals[1].high : fit.intervals[0].high;
    fit.state = fit.share.high > all_of_them && location_high > largest_load_uN(likelihood)
                    ? FirstLoadState::not_separable
                    : FirstLoadState::fitted;
    return fit;
}

}  // namespace sneddon
