#include "numeric/distribution/profile_interval.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "numeric/distribution/distribution_family.hpp"
#include "numeric/distribution/likelihood_coordinates.hpp"
#include "numeric/least_squares/newton_maximum.hpp"
#include "numeric/sum/bracketed_root.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

/// The likelihood over one parameter, the others at their best.
class Profile {
  public:
    Profile(std::span<const Observation> observations, const DistributionFit& fit,
            std::size_t parameter)
        : fit_(fit), parameter_(parameter), count_(fit.k) {
        const bool is_tail = functions_of(fit.distribution.family).support == Support::tail;
        for (const Observation& known : observations)
            if (!is_tail || known.low >= fit.distribution.parameters[1])
                observations_.push_back(known);
        ceiling_ = observations_.front().high;
        for (const Observation& known : observations_) ceiling_ = std::min(ceiling_, known.high);
        best_ = coordinates_of(fit.distribution, ceiling_);
        const Coordinates widths = rough_widths(fit.distribution, fit.n);
        // Scale and shape of a gamma are one direction given its mean, which stays the other one.
        if (is_gamma_scale()) best_[0] = std::log(fit.distribution.parameters[1]);
        const std::size_t place = place_of_parameter();
        for (std::size_t i = 0, other = 0; i < count_; ++i)
            if (i != place) others_[other] = best_[i], widths_[other++] = widths[i];
        width_ = widths[place];
    }

    double best() const { return best_[place_of_parameter()]; }
    double width() const { return width_; }

    /// How far the likelihood lies below its maximum, less what it may.
    double fall(double coordinate) {
        const auto likelihood = [&](const Coordinates& others) {
            return log_likelihood(observations_, at(coordinate, others));
        };
        if (count_ == 1) return fit_.log_likelihood - likelihood({}) - profile_fall_95;
        const auto found = newton_maximum(likelihood, others_, widths_, count_ - 1);
        if (found.value > -HUGE_VAL) others_ = found.place;  // the next start
        return fit_.log_likelihood - found.value - profile_fall_95;
    }

    double parameter(double coordinate) const {
        return at(coordinate, others_).parameters[parameter_];
    }

    /// Back to the maximum before the other side is searched.
    void forget(const Coordinates& others) { others_ = others; }
    const Coordinates& others() const { return others_; }

  private:
    bool is_gamma_scale() const {
        return fit_.distribution.family == DistributionFamily::gamma && parameter_ == 1;
    }
    std::size_t place_of_parameter() const { return is_gamma_scale() ? 0 : parameter_; }

    Distribution at(double coordinate, const Coordinates& others) const {
        Coordinates place{};
        const std::size_t mine = place_of_parameter();
        for (std::size_t i = 0, other = 0; i < 3; ++i)
            place[i] = i == mine ? coordinate : i < count_ ? others[other++] : best_[i];
        if (is_gamma_scale()) place[0] = place[1] - coordinate;  // ln shape = ln mean - ln scale
        return at_coordinates(fit_.distribution.family, place, ceiling_);
    }

    const DistributionFit& fit_;
    std::size_t parameter_, count_;
    std::vector<Observation> observations_;
    double ceiling_ = 0, width_ = 0;
    Coordinates best_{}, others_{}, widths_{};
};

/// The end on one side (direction -1 or 1): steps that grow until it is passed, then the root.
double end_of(Profile& profile, double direction) {
    constexpr int most_steps = 40;
    constexpr double growth = 1.5, first_step = 2, part_of_width = 1e-7;
    double inside = profile.best(), fall_inside = -profile_fall_95;
    double step = first_step * profile.width();
    for (int i = 0; i < most_steps; ++i, step *= growth) {
        const double outside = inside + direction * step;
        const double fall = profile.fall(outside);
        if (std::isnan(fall)) return nan;
        if (fall >= 0) {
            const auto excess = [&](double coordinate) {
                const double here = profile.fall(coordinate);
                return std::isfinite(here) ? here : 1.0;  // outside of the range
            };
            const double end =
                bracketed_root(excess, inside, fall_inside, outside,
                               std::isfinite(fall) ? fall : 1.0, part_of_width * profile.width());
            return profile.parameter(end);
        }
        inside = outside;
        fall_inside = fall;
    }
    return nan;
}

ParameterInterval interval_of(Profile& profile, bool is_turned) {
    const Coordinates start = profile.others();
    const double first = end_of(profile, -1);
    profile.forget(start);
    const double second = end_of(profile, 1);
    return is_turned ? ParameterInterval{second, first} : ParameterInterval{first, second};
}

}  // namespace

std::array<ParameterInterval, 3> profile_intervals(std::span<const Observation> observations,
                                                   const DistributionFit& fit) {
    std::array<ParameterInterval, 3> intervals{};
    if (!fit.is_fitted()) return intervals;
    for (std::size_t j = 0; j < fit.k; ++j) {
        Profile profile(observations, fit, j);
        // The coordinate of loc runs the other way.
        const bool is_loc = fit.distribution.family == DistributionFamily::weibull3 && j == 0;
        intervals[j] = interval_of(profile, is_loc);
    }
    return intervals;
}

}  // namespace sneddon
