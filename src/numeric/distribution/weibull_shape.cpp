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

double log_mean_power(std::span<const double> y, double k) {
    double powers = 0;
    for (const double value : y) powers += std::exp(k * value);
    return std::log(powers / static_cast<double>(y.size()));
}

}  // namespace sneddon
