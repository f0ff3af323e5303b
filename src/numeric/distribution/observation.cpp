#include "numeric/distribution/observation.hpp"

#include <cmath>

#include "numeric/distribution/distribution_family.hpp"
#include "numeric/sum/compensated_sum.hpp"

namespace sneddon {

std::vector<Observation> exact_observations(std::span<const double> values) {
    std::vector<Observation> observations;
    observations.reserve(values.size());
    for (const double x : values) observations.push_back(Observation::value(x));
    return observations;
}

double log_probability(const Distribution& distribution, double low, double high) {
    if (std::isinf(low)) return std::isinf(high) ? 0 : log_cdf(distribution, high);
    const double above_low = log_survival(distribution, low);
    if (std::isinf(high)) return above_low;
    const double below_high = log_cdf(distribution, high);
    if (above_low < below_high)
        return above_low + log_one_minus_exp(log_survival(distribution, high) - above_low);
    return below_high + log_one_minus_exp(log_cdf(distribution, low) - below_high);
}

double log_likelihood(std::span<const Observation> observations, const Distribution& distribution) {
    CompensatedSum sum;
    for (const Observation& known : observations)
        sum.add(known.is_exact() ? log_density(distribution, known.low)
                                 : log_probability(distribution, known.low, known.high));
    return sum.value();
}

}  // namespace sneddon
