// What a file of one family provides. A new family is one such file and one line in the table of
// distribution.cpp.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "base/random.hpp"
#include "sneddon/numeric/distribution.hpp"
#include "sneddon/numeric/distribution_fit.hpp"

namespace sneddon {

using DistributionParameters = std::array<double, 3>;

struct FamilyEstimate {
    DistributionFitState state = DistributionFitState::fitted;
    DistributionParameters parameters{};
};

/// Which values a family can have at all.
enum class Support {
    real_line,
    from_zero,   ///< x >= 0
    above_zero,  ///< x > 0
    tail,        ///< x >= xmin > 0, the last parameter; values below do not count
};

/// The functions are called with parameters inside their range and finite x, the estimate with
/// sorted, finite values that are more than the parameters and not all equal.
struct FamilyFunctions {
    std::string_view name;
    std::span<const std::string_view> parameter_names;
    Support support;
    bool (*is_in_range)(const DistributionParameters&);
    double (*log_density)(const DistributionParameters&, double x);
    double (*log_cdf)(const DistributionParameters&, double x);
    double (*log_survival)(const DistributionParameters&, double x);
    DistributionParameters (*survival_gradient)(const DistributionParameters&, double x);
    double (*random_value)(const DistributionParameters&, RandomStream&);
    FamilyEstimate (*estimate)(std::span<const double> sorted, const DistributionFitOptions&);
};

extern const FamilyFunctions normal_family, lognormal_family, exponential_family, weibull2_family,
    weibull3_family, gamma_family, power_law_family, discrete_power_law_family;

const FamilyFunctions& functions_of(DistributionFamily family);

/// ln(1 - e^y) for y <= 0 with all digits at both ends (Maechler 2012).
double log_one_minus_exp(double y);

}  // namespace sneddon
