#include "numeric/resampling/equivalence.hpp"

#include <algorithm>

namespace sneddon {

Equivalence two_one_sided_tests(double difference, const EstimateError& error, double margin) {
    if (!(margin > 0) || !(error.se > 0) || is_nan(difference)) return {};
    return {margin, std::max(one_sided_p(difference + margin, error),
                             one_sided_p(margin - difference, error))};
}

}  // namespace sneddon
