#include "sneddon/numeric/information_criteria.hpp"

#include <cmath>

#include "base/nan.hpp"

namespace sneddon {

InformationCriteria information_criteria(double log_likelihood, std::size_t k, std::size_t n) {
    const auto count = static_cast<double>(n), parameters = static_cast<double>(k);
    InformationCriteria criteria;
    criteria.aic = -2 * log_likelihood + 2 * parameters;
    criteria.aicc =
        n > k + 1 ? criteria.aic + 2 * parameters * (parameters + 1) / (count - parameters - 1)
                  : nan;
    criteria.bic = -2 * log_likelihood + parameters * std::log(count);
    return criteria;
}

}  // namespace sneddon
