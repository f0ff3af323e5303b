// Laws of the load of a first pop-in.
#pragma once

#include <array>
#include <string_view>

#include "base/nan.hpp"

namespace sneddon {

/// Weibull and Gumbel are those of a weakest link: of smallest values.
enum class FirstLoadFamily {
    weibull,  ///< S = exp(-(F/lambda)^k); k, lambda_uN
    normal,   ///< mu_uN, sigma_uN
    gumbel,   ///< S = exp(-exp((F - mu)/beta)); mu_uN, beta_uN
};
inline constexpr std::array all_first_load_families = {
    FirstLoadFamily::weibull, FirstLoadFamily::normal, FirstLoadFamily::gumbel};
std::string_view name(FirstLoadFamily family);

struct FirstLoadLaw {
    FirstLoadFamily family = FirstLoadFamily::weibull;
    double location = nan, scale = nan;  ///< of ln F for weibull, else of F in uN

    double cdf(double load_uN) const;
    double log_density(double load_uN) const;  ///< per uN
    double quantile_uN(double p) const;        ///< 0 < p < 1
    /// In the words of the family; weibull: k = 1/scale, lambda = exp(location).
    std::array<double, 2> parameters() const;
};

}  // namespace sneddon
