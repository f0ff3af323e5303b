#include "numeric/sum/theil_sen.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

#include "numeric/sum/pair_order.hpp"
#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_points_listed = 1000;  // half a million slopes, 4 MB

using Points = std::vector<std::pair<double, double>>;

// Slopes of all pairs with distinct x by rank, listed or found by counting.
class RankedSlopes {
  public:
    RankedSlopes(std::span<const double> x, std::span<const double> y) {
        for (std::size_t i = 0; i < x.size(); ++i) points_.emplace_back(x[i], y[i]);
        std::ranges::sort(points_);
        const auto n = static_cast<double>(x.size());
        count_ = n * (n - 1) / 2 - ties_of_sorted(sorted_values(x)).pairs;
        if (points_.size() <= most_points_listed) list_all();
    }

    double count() const { return count_; }

    /// rank 0 is the smallest slope.
    double at(double rank) {
        if (!listed_.empty()) return listed_[static_cast<std::size_t>(rank)];
        return search(rank);
    }

    double median() {
        const double lower = std::floor((count_ - 1) / 2), upper = std::floor(count_ / 2);
        return lower == upper ? at(lower) : (at(lower) + at(upper)) / 2;
    }

  private:
    void list_all() {
        for (std::size_t j = 1; j < points_.size(); ++j)
            for (std::size_t i = 0; i < j && points_[i].first < points_[j].first; ++i)
                listed_.push_back(slope(points_[i], points_[j]));
        std::ranges::sort(listed_);
    }

    static double slope(const Points::value_type& from, const Points::value_type& to) {
        return (to.second - from.second) / (to.first - from.first);
    }

    void lift(double b) {
        lifted_.clear();
        for (const auto& [x, y] : points_) lifted_.push_back(y - b * x);
    }

    // The slope between two points is below b exactly when y - b x falls from one to the other.
    double count_below(double b) {
        lift(b);
        return sort_counting_falls(lifted_, workspace_);
    }

    // Narrows a bracket of the slope until it holds about as few slopes as there are points. Steps
    // aim at a little below and a little above the rank in turn, as if slopes were even between the
    // bounds; every third halves the bracket, for those that are not.
    double search(double rank) {
        double low = -1, high = 1, below_low = 0, below_high = count_;
        while (count_below(low) > 0) low *= 2;
        while (count_below(high) < count_) high *= 2;
        const auto few = static_cast<double>(points_.size());
        for (int step = 0; below_high - below_low > few; ++step) {
            const double aim = rank + (step % 3 == 0 ? -few : few) / 3;
            const double even = (aim - below_low) / (below_high - below_low);
            const double share = step % 3 == 2 ? 0.5 : std::clamp(even, 1e-3, 1 - 1e-3);
            const double middle = low + share * (high - low);
            if (middle <= low || middle >= high) return low;  // many pairs of this one slope
            const double below = count_below(middle);
            (below <= rank ? std::tie(low, below_low) : std::tie(high, below_high)) =
                std::tie(middle, below);
        }
        return among_slopes_between(low, high, rank - below_low);
    }

    // Sorted by y - low x, the pairs that sorting by y - high x swaps are those of the slopes
    // between: insertion sort swaps each of them once.
    double among_slopes_between(double low, double high, double rank) {
        Points by_low;
        for (const auto& [x, y] : points_) by_low.emplace_back(y - low * x, x);
        std::ranges::sort(by_low);
        const auto at_high = [&](const Points::value_type& point) {
            return point.first - (high - low) * point.second;
        };
        std::vector<double> slopes;
        for (std::size_t i = 1; i < by_low.size(); ++i)
            for (std::size_t j = i; j > 0 && at_high(by_low[j]) < at_high(by_low[j - 1]); --j) {
                const auto& [later, later_x] = by_low[j];
                const auto& [earlier, earlier_x] = by_low[j - 1];
                slopes.push_back(low + (later - earlier) / (later_x - earlier_x));
                std::swap(by_low[j], by_low[j - 1]);
            }
        if (slopes.empty()) return low;
        const auto place = std::min(static_cast<std::size_t>(rank), slopes.size() - 1);
        const auto wanted = slopes.begin() + static_cast<std::ptrdiff_t>(place);
        std::nth_element(slopes.begin(), wanted, slopes.end());
        return *wanted;
    }

    Points points_;
    double count_ = 0;
    std::vector<double> listed_, lifted_, workspace_;
};

bool are_finite(std::span<const double> values) {
    return std::ranges::all_of(values, [](double v) { return std::isfinite(v); });
}

}  // namespace

TheilSen theil_sen(std::span<const double> x, std::span<const double> y, double level) {
    assert(x.size() == y.size());
    TheilSen result;
    if (x.size() < 2 || !are_finite(x) || !are_finite(y)) return result;
    RankedSlopes slopes(x, y);
    if (!(slopes.count() > 0)) return result;
    result.slope = slopes.median();
    result.intercept = median(y) - result.slope * median(x);

    const auto n = static_cast<double>(x.size());
    const double ties = ties_of_sorted(sorted_values(x)).variance_term +
                        ties_of_sorted(sorted_values(y)).variance_term;
    const double sd = std::sqrt(std::max(0.0, n * (n - 1) * (2 * n + 5) - ties) / 18);
    const double reach = standard_normal_quantile((1 + level) / 2) * sd;
    const double last = slopes.count() - 1;
    const double low = std::nearbyint((slopes.count() - reach) / 2) - 1;
    const double high = std::nearbyint((slopes.count() + reach) / 2);
    result.slope_low = slopes.at(std::clamp(low, 0.0, last));
    result.slope_high = slopes.at(std::clamp(high, 0.0, last));
    return result;
}

}  // namespace sneddon
