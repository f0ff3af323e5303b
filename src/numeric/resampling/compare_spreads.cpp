#include "numeric/resampling/compare_spreads.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "numeric/resampling/analysis_of_variance.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

std::vector<double> distances_from_median(std::span<const double> values) {
    const double middle = quantile_of_sorted(sorted_values(values), 0.5);
    std::vector<double> distances;
    for (const double value : values) distances.push_back(std::abs(value - middle));
    return distances;
}

double trimmed_mean(std::span<const double> values) {
    const std::vector<double> sorted = sorted_values(values);
    const auto n = static_cast<double>(sorted.size());
    const double off_each_end = 1 / (2 * std::sqrt(n - 4));
    const auto cut = static_cast<std::size_t>(off_each_end * n);
    return mean(std::span(sorted).subspan(cut, sorted.size() - 2 * cut));
}

double sum_of_fourth_powers(std::span<const double> values) {
    const double centre = trimmed_mean(values);
    std::vector<double> powers;
    for (const double value : values) powers.push_back(std::pow(value - centre, 4));
    return sum(powers);
}

/// A variance less what is known of it, and by how much its relative error grows.
struct LeftVariance {
    double value = nan, growth = nan;

    LeftVariance(double variance, double taken_out) {
        if (!(variance > taken_out)) return;
        value = variance - taken_out;
        growth = variance / value;
    }
};

}  // namespace

EqualSpreads brown_forsythe(std::span<const std::span<const double>> sets) {
    std::vector<std::vector<double>> distances;
    for (const std::span<const double> set : sets)
        if (set.size() >= 2) distances.push_back(distances_from_median(set));
    const std::vector<std::span<const double>> views(distances.begin(), distances.end());
    const OneWayAnova anova = one_way_anova(views);
    if (!(anova.within_squares > 0)) return {};
    return {anova.f, anova.between_df, anova.within_df, anova.p};
}

SpreadRatio spread_ratio(std::span<const double> first, std::span<const double> second,
                         double variance_taken_out_first, double variance_taken_out_second,
                         double level) {
    constexpr std::size_t fewest = 5;  // the trimmed mean needs n > 4
    if (first.size() < fewest || second.size() < fewest || !(level > 0 && level < 1)) return {};
    const Moments a = moments(first), b = moments(second);
    const LeftVariance left_a(a.variance, variance_taken_out_first);
    const LeftVariance left_b(b.variance, variance_taken_out_second);
    if (is_nan(left_a.value) || is_nan(left_b.value)) return {};
    const auto n_a = static_cast<double>(a.n), n_b = static_cast<double>(b.n);
    const double squares = a.squares + b.squares;
    const double kurtosis = (n_a + n_b) *
                            (sum_of_fourth_powers(first) + sum_of_fourth_powers(second)) /
                            (squares * squares);
    const auto squared_error = [&](double n, double growth) {
        return growth * growth * (kurtosis - (n - 3) / n) / (n - 1);
    };
    const double z = standard_normal_quantile((1 + level) / 2);
    const double se =
        std::sqrt(squared_error(n_a, left_a.growth) + squared_error(n_b, left_b.growth));
    const double centre = std::log(left_a.value / left_b.value) + std::log(n_a / (n_a - z)) -
                          std::log(n_b / (n_b - z));
    return {std::sqrt(left_a.value / left_b.value), std::exp((centre - z * se) / 2),
            std::exp((centre + z * se) / 2)};
}

}  // namespace sneddon
