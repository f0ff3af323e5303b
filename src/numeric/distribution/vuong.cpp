#include "numeric/distribution/vuong.hpp"

#include <cmath>
#include <vector>

#include "numeric/sum/moments.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {

VuongTest vuong_test(std::span<const double> values, const Distribution& first,
                     const Distribution& second) {
    std::vector<double> differences;
    for (const double x : values)
        differences.push_back(log_density(first, x) - log_density(second, x));
    const Moments m = moments(differences);
    VuongTest test;
    test.log_likelihood_ratio = sum(differences);
    if (!(m.squares > 0)) return test;
    const auto n = static_cast<double>(m.n);
    test.z = test.log_likelihood_ratio / (std::sqrt(n) * std::sqrt(m.squares / n));
    test.p_two_sided = 2 * normal_upper_tail(std::abs(test.z));
    return test;
}

}  // namespace sneddon
