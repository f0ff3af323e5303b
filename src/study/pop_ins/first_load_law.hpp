// Laws of the load of a first pop-in.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/nan.hpp"
#include "study/pop_ins/dual.hpp"

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

/// Of the law, the share and the jumps: FirstLoadCoordinates.
inline constexpr std::size_t first_load_coordinates = 6;
using FirstLoadDual = Dual<first_load_coordinates>;

/// `Real`: double, or one that carries its slopes (FirstLoadDual).
template <class Real>
struct FirstLoadLawOf {
    FirstLoadFamily family = FirstLoadFamily::weibull;
    Real location = nan, scale = nan;  ///< of ln F for weibull, else of F in uN

    Real cdf(double load_uN) const;
    Real log_density(double load_uN) const;  ///< per uN
    Real quantile_uN(const Real& p) const;   ///< 0 < p < 1
    /// In the words of the family; weibull: k = 1/scale, lambda = exp(location).
    std::array<Real, 2> parameters() const;
};
using FirstLoadLaw = FirstLoadLawOf<double>;

}  // namespace sneddon
