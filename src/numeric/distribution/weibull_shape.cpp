#include "numeric/distribution/weibull_shape.hpp"

#include <cmath>

#include "numeric/sum/bracketed_root.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {

double weibull_shape(std::span<const double> y) {
    const Moments m = moments(y);
    const auto score = [&](double k) {
        double powers = 0, weighted = 0;
        for (const double value : y) {
            const double power = std::exp(k * value);
            powers += power;
            weighted += power * value;
        }
        return weighted / powers - 1 / k - m.mean;
    };
    // 1.2 / sd is the shape of a Weibull sample with that scatter of its logarithms; widened until
    // the root lies inside.
    double low = 1.2 / m.sd, high = low;
    double f_low = score(low), f_high = f_low;
    while (f_low > 0) f_low = score(low /= 2);
    while (f_high < 0) f_high = score(high *= 2);
    return bracketed_root(score, low, f_low, high, f_high);
}

double weibull_shape_near(std::span<const double> y, double guess) {
    const double middle = moments(y).mean;
    constexpr int most_steps = 20;
    constexpr double enough = 1e-4;  // the error after a step is about its square
    double k = guess;
    for (int i = 0; i < most_steps; ++i) {
        double powers = 0, first = 0, second = 0;
        for (const double value : y) {
            const double power = std::exp(k * value);
            powers += power;
            first += power * value;
            second += power * value * value;
        }
        const double mean_y = first / powers;
        const double slope = second / powers - mean_y * mean_y + 1 / (k * k);
        const double step = (mean_y - 1 / k - middle) / slope;
        k = k > 2 * step ? k - step : k / 2;
        if (std::abs(step) <= enough * k) return k;
    }
    return weibull_shape(y);
}

double log_mean_power(std::span<const double> y, double k) {
    double powers = 0;
    for (const double value : y) powers += std::exp(k * value);
    return std::log(powers / static_cast<double>(y.size()));
}

}  // namespace sneddon
