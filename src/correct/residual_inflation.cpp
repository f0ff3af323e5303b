#include "correct/residual_inflation.hpp"

#include <algorithm>

#include "base/nan.hpp"
#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/residual_correlation.hpp"

namespace sneddon {

// Residuals that hardly change from point to point say nothing of their number.
constexpr double most_inflation = 100;

double inflation_of(std::span<const double> residuals) {
    const double r = lag_one_autocorrelation(residuals);
    return is_nan(r) ? 1 : std::min(ar1_inflation(r), most_inflation);
}

}  // namespace sneddon
