// The likelihood of hazard_fit.hpp at given parameters, and its best share.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "study/activation/hazard_fit.hpp"

namespace sneddon {

class HazardLikelihood {
  public:
    /// ln b, ln of the cumulative hazard at the reference, the power of the rate.
    using Place = std::array<double, 3>;

    HazardLikelihood(std::span<const LoadedTests> tests, const HazardModel& model);

    /// With the share that is best there, or a given one.
    double at(const Place& place) const { return with_share(place, nan); }
    double with_share(const Place& place, double share) const;
    double best_share(const Place& place) const;

    double seen() const { return seen_; }
    std::size_t parameters() const { return model_.has_rate_power ? 3 : 2; }
    Place start() const;
    Place widths() const;

    HazardFit fit_at(const Place& place) const;
    /// The share of able tests that show a pop-in.
    static double seen_share(const LoadedTests& tests, const HazardFit& fit);

  private:
    struct Sums {
        double log_density = 0;
        std::vector<double> seen_share;  ///< of each of tests_
    };
    Sums sums(const Place& place) const;
    double best_share(const Sums& sums) const;

    std::span<const LoadedTests> tests_;
    HazardModel model_;
    double seen_ = 0, tau_reference_ = 0, rate_reference_ = 0, spread_ = 0;
};

}  // namespace sneddon
