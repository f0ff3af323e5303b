// Three laws for a quantity that grows ever more slowly, on one scale.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/nan.hpp"
#include "sneddon/numeric/linear_power_law.hpp"

namespace sneddon {

enum class GrowthLaw {
    linear_power,  ///< y0 + a t + b (t - t0)^c
    power,         ///< y0 + b (t - t0)^c
    logarithmic,   ///< y0 + b ln(1 + (t - t0)/tau): the power law's limit for small c
};
std::string_view words(GrowthLaw law);

struct GrowthLawFit {
    GrowthLaw law{};
    bool is_fitted = false;
    double y0 = 0, a = 0, b = 0;
    double c = nan;
    double tau = nan;
    double ssr = 0;
    std::size_t parameters = 0;
    /// n ln(ssr/n) + 2 k + 2 k (k + 1)/(n - k - 1) with k = parameters + 1 for the variance
    /// (Hurvich and Tsai 1989). Lower is better; only differences mean something.
    double aicc = 0;
    /// The same with n replaced by effective_count of the linear power law: what correlated
    /// residuals are worth. This is the one to decide by.
    double aicc_effective = 0;
    bool is_tau_at_bound = false;
};

/// All three, fitted by least squares with the y0 and t0 of the options (t0 fixed).
std::array<GrowthLawFit, 3> fit_growth_laws(std::span<const double> instants,
                                            std::span<const double> values,
                                            const LinearPowerOptions& options = {});

}  // namespace sneddon
