#include "numeric/resampling/compare_means.hpp"

#include <cmath>

#include "base/nan.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

// The noncentrality at which P(T > t) equals `tail`. The tail grows with the noncentrality, so
// bisection between bounds that surely hold the root ends on adjacent doubles.
double noncentrality_of(double t, double df, double tail) {
    double reach = 8;
    const auto tail_at = [&](double delta) { return noncentral_student_upper_tail(t, df, delta); };
    while (!(tail_at(t - reach) < tail) || !(tail_at(t + reach) > tail)) {
        reach *= 2;
        if (reach > 1e6) return nan;
    }
    double low = t - reach, high = t + reach;
    for (int halvings = 0; halvings < 100; ++halvings) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) break;
        (tail_at(middle) < tail ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

void add_effect_size(MeanComparison& result, const Moments& first, const Moments& second,
                     double level) {
    const auto n1 = static_cast<double>(first.n), n2 = static_cast<double>(second.n);
    const double df = n1 + n2 - 2;
    const double pooled_sd = std::sqrt((first.squares + second.squares) / df);
    // d = t sqrt(1/n1 + 1/n2) with the pooled t, whose law is noncentral Student.
    const double per_t = std::sqrt(1 / n1 + 1 / n2);
    const double correction =
        gamma_function_ratio(df / 2, (df - 1) / 2) / std::sqrt(df / 2);  // J; 0 for df = 1
    const double t = result.difference / pooled_sd / per_t;
    result.hedges_g = correction * per_t * t;
    result.hedges_g_low = correction * per_t * noncentrality_of(t, df, (1 - level) / 2);
    result.hedges_g_high = correction * per_t * noncentrality_of(t, df, (1 + level) / 2);
}

}  // namespace

MeanComparison welch_test(std::span<const double> first, std::span<const double> second,
                          double level) {
    MeanComparison result;
    result.n_first = first.size();
    result.n_second = second.size();
    const Moments a = moments(first), b = moments(second);
    result.difference = a.mean - b.mean;
    const double share_a = a.variance / static_cast<double>(a.n);
    const double share_b = b.variance / static_cast<double>(b.n);
    const double squared_error = share_a + share_b;
    if (!(squared_error > 0) || !(level > 0 && level < 1)) return result;

    result.standard_error = std::sqrt(squared_error);
    result.t = result.difference / result.standard_error;
    result.df = squared_error * squared_error /
                (share_a * share_a / static_cast<double>(a.n - 1) +
                 share_b * share_b / static_cast<double>(b.n - 1));
    result.p = student_two_sided(result.t, result.df);
    const double reach = student_quantile((1 + level) / 2, result.df) * result.standard_error;
    result.difference_low = result.difference - reach;
    result.difference_high = result.difference + reach;
    add_effect_size(result, a, b, level);
    return result;
}

}  // namespace sneddon
