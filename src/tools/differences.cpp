#include "tools/differences.hpp"

#include <cstdlib>

#include "base/nan.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {

Differences differences(const std::vector<double>& first, const std::vector<double>& second) {
    Differences found;
    std::vector<double> percent, a, b;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double difference = 100 * (first[i] / second[i] - 1);
        if (!is_finite(difference)) continue;
        if (percent.empty() || std::abs(difference) > std::abs(found.largest_percent)) {
            found.largest_percent = difference;
            found.largest_at = i;
        }
        percent.push_back(difference);
        a.push_back(first[i]);
        b.push_back(second[i]);
    }
    const Moments spread = moments(percent);
    found.n = percent.size();
    found.mean_percent = spread.mean;
    found.sd_percent = spread.sd;
    found.mean_first = mean(a);
    found.mean_second = mean(b);
    return found;
}

}  // namespace sneddon
