#include "model/oscillation.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "base/numbers/extremes.hpp"
#include "base/numbers/selection.hpp"

namespace sneddon {
namespace {

constexpr double least_swing = 10;      // in noise of the load: no noise swings so far
constexpr double largest_swing = 0.10;  // of the largest load: segment/load_runs.cpp's unloading
constexpr std::size_t least_maxima = 10;
constexpr double shortest_points = 5;  // of a period: fewer cannot be told from noise
constexpr double same_distance = 0.2;  // of a period, or 1.5 points

/// The upper one of an even number.
double middle_of(std::span<const double> values) {
    return value_of_rank(values, values.size() / 2);
}

/// Of one load, by the median of the second differences, which a ramp does not enter.
double noise_of(std::span<const double> series) {
    constexpr double mad_to_sd = 1.4826;  // normal values
    const std::size_t count = series.size() - 2;
    const auto bends = std::make_unique_for_overwrite<double[]>(count);
    for (std::size_t i = 0; i < count; ++i)
        bends[i] = std::abs(series[i + 2] - 2 * series[i + 1] + series[i]);
    return mad_to_sd * middle_of({bends.get(), count}) / std::sqrt(6.0);  // 1 + 4 + 1
}

struct Turns {
    std::vector<std::size_t> maxima;
    std::vector<double> falls;  // from each maximum to the minimum behind it
};

constexpr std::size_t turning_at_once = 8;

/// The first place from i on whose value may be beyond the extreme or farther than `swing` behind
/// it, as most values are not.
std::size_t first_turning(std::span<const double> series, std::size_t i, double extreme,
                          bool is_rising, double swing) {
    for (; i + turning_at_once <= series.size(); i += turning_at_once) {
        Pair low = pair_at(&series[i]), high = low;
        for (std::size_t j = i + 2; j < i + turning_at_once; j += 2) {
            low = smaller_of(low, pair_at(&series[j]));
            high = larger_of(high, pair_at(&series[j]));
        }
        const double below = std::min(low[0], low[1]) - extreme;
        const double above = std::max(high[0], high[1]) - extreme;
        if (is_rising ? above >= 0 || -below > swing : below <= 0 || above > swing) break;
    }
    return i;
}

/// Maxima and minima that differ by more than `swing` from each other; not more than so many
/// maxima.
Turns find_turns(std::span<const double> series, double swing, std::size_t most_maxima) {
    Turns turns;
    std::size_t extreme = 0, looked_at = 0;
    bool is_rising = true;
    for (std::size_t i = 1; i < series.size() && turns.maxima.size() < most_maxima; ++i) {
        if (i >= looked_at) {
            i = first_turning(series, i, series[extreme], is_rising, swing);
            if (i == series.size()) break;
            looked_at = i + turning_at_once;
        }
        const double beyond = series[i] - series[extreme];
        if (is_rising ? beyond >= 0 : beyond <= 0) {
            extreme = i;
        } else if (std::abs(beyond) > swing) {
            if (is_rising)
                turns.maxima.push_back(extreme);
            else
                turns.falls.push_back(series[turns.maxima.back()] - series[extreme]);
            is_rising = !is_rising;
            extreme = i;
        }
    }
    return turns;
}

/// Distances of neighbouring maxima.
std::vector<double> distances_of(const std::vector<std::size_t>& maxima) {
    std::vector<double> distances;
    for (std::size_t i = 1; i < maxima.size(); ++i)
        distances.push_back(static_cast<double>(maxima[i] - maxima[i - 1]));
    return distances;
}

struct Row {
    std::size_t begin = 0, end = 0;  // distances
    std::size_t size() const { return end - begin; }
};

/// The longest row of distances that are all near `usual`.
Row longest_row(const std::vector<double>& distances, double usual) {
    const double tolerance = std::max(same_distance * usual, 1.5);
    Row longest, now;
    for (std::size_t i = 0; i < distances.size(); ++i) {
        if (std::abs(distances[i] - usual) > tolerance) now.begin = i + 1;
        now.end = i + 1;
        if (now.end > now.begin && now.size() > longest.size()) longest = now;
    }
    return longest;
}

}  // namespace

std::optional<Oscillation> find_oscillation(std::span<const double> time_s,
                                            std::span<const double> load_uN) {
    if (load_uN.size() < least_maxima * static_cast<std::size_t>(shortest_points))
        return std::nullopt;
    const double peak_uN = largest_of(load_uN);
    // A part in 1,000 of the peak moves no segment.
    constexpr double no_matter = 1e-3;
    const double least_uN = no_matter * peak_uN;
    // A larger swing has no more maxima: most curves are done here.
    if (find_turns(load_uN, least_uN, least_maxima + 1).maxima.size() <= least_maxima)
        return std::nullopt;
    const double swing_uN = std::max(least_swing * noise_of(load_uN), least_uN);
    const Turns turns = find_turns(load_uN, swing_uN, load_uN.size());
    if (turns.maxima.size() <= least_maxima || turns.falls.empty()) return std::nullopt;
    const std::vector<double> distances = distances_of(turns.maxima);
    const double usual = middle_of(distances);
    const Row row = longest_row(distances, usual);
    if (row.size() < least_maxima || usual < shortest_points) return std::nullopt;
    const double fall_uN = middle_of(turns.falls);
    if (fall_uN > largest_swing * peak_uN) return std::nullopt;
    const std::size_t first = turns.maxima[row.begin], last = turns.maxima[row.end];
    const auto periods = static_cast<double>(row.size());
    return Oscillation{static_cast<double>(last - first) / periods,
                       periods / (time_s[last] - time_s[first]), fall_uN / 2};
}

std::vector<double> over_one_period(std::span<const double> series, double period_points) {
    const std::size_t n = series.size();
    const auto half = static_cast<std::size_t>(std::lround(period_points)) / 2;
    const bool is_even = std::lround(period_points) % 2 == 0;
    std::vector<double> sums(n + 1, 0);
    for (std::size_t i = 0; i < n; ++i) sums[i + 1] = sums[i] + series[i];
    std::vector<double> means(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t reach = std::min({half, i, n - 1 - i});
        double sum = sums[i + reach + 1] - sums[i - reach];
        double count = static_cast<double>(2 * reach + 1);
        if (is_even && reach > 0) {  // the two ends share one place of the period
            sum -= (series[i - reach] + series[i + reach]) / 2;
            count -= 1;
        }
        means[i] = sum / count;
    }
    return means;
}

}  // namespace sneddon
