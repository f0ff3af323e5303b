// Standard uncertainties of one cycle, split into what differs from test to test and what all tests
// of an instrument share.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "sneddon/model/quantities.hpp"

namespace sneddon {

enum class Share {
    random,  ///< anew in every test: averages out
    common,  ///< the same in all tests of the run: does not
};

/// One input: what its standard uncertainty does to each quantity, with the sign of a rise of it.
struct Contribution {
    std::string_view input;   ///< "zero point"
    std::string_view unit;    ///< of u
    std::string_view source;  ///< "fit residuals", "correction", "not known" or an option
    Share share = Share::random;
    double u = 0;
    QuantityValues effect;
};

/// By the law of propagation (JCGM 100:2008, GUM, 5.1).
struct UncertaintyBudget {
    std::vector<Contribution> inputs;
    QuantityValues random;         ///< root of the sum of squares of the random effects
    QuantityValues common;         ///< NaN where an input that matters is not known
    double noise_nm = 0;           ///< of one depth about the unloading fit
    double noise_correlation = 0;  ///< of neighbours, first-order autoregressive
};

/// By drawing all known inputs from normal distributions (JCGM 101:2008).
struct MonteCarloResult {
    std::size_t draws = 0;         ///< 0: not asked for
    QuantityValues sd, low, high;  ///< standard deviation, 2.5 and 97.5 % quantiles
    /// sd over the propagated uncertainty of the same inputs: 1 where the formulas are linear.
    QuantityValues over_linear;
};

/// What one other choice of the analyst would have given: the quantities of
/// `sensitivity_quantities`.
inline constexpr std::array sensitivity_quantities = {"H_IT_GPa"_q, "E_r_GPa"_q, "W_plast_pJ"_q,
                                                      "creep_nm"_q};
inline constexpr std::array<std::string_view, 14> sensitivity_variants = {
    "window 98-50 %", "window 98-40 %", "other fit space", "zero hertz", "zero poly2",
    "zero threshold", "zero stiffness", "zero +u",         "zero -u",    "drift +u",
    "drift -u",       "epsilon 0.7268", "epsilon 0.75",    "epsilon(m)"};
using SensitivityValues =
    std::array<std::array<double, sensitivity_quantities.size()>, sensitivity_variants.size()>;

}  // namespace sneddon
