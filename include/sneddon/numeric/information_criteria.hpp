// Penalised likelihoods: lower is better, and only differences on the same values mean something.
// They depend on the unit of the values: x -> s x moves the log-likelihood of n values by -n ln s.
#pragma once

#include <cstddef>

namespace sneddon {

struct InformationCriteria {
    double aic = 0;   ///< -2 LL + 2 k (Akaike 1974)
    double aicc = 0;  ///< AIC + 2 k (k + 1)/(n - k - 1) (Hurvich and Tsai 1989); NaN for n <= k + 1
    double bic = 0;   ///< -2 LL + k ln n (Schwarz 1978)
};

/// For a log-likelihood LL of n values with k fitted parameters.
InformationCriteria information_criteria(double log_likelihood, std::size_t k, std::size_t n);

}  // namespace sneddon
