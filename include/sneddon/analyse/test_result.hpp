// What the analysis of one cycle of one test gives.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/correct/correction.hpp"
#include "sneddon/model/flag.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// How a standard uncertainty is shared among the tests.
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
inline constexpr std::array<std::string_view, 16> sensitivity_variants = {
    "window 98-50 %", "window 98-40 %", "other fit space", "zero hertz",
    "zero poly2",     "zero threshold", "zero stiffness",  "zero +u",
    "zero -u",        "drift +u",       "drift -u",        "epsilon 0.7268",
    "epsilon 0.75",   "epsilon(m)",     "S of the fit",    "S without creep"};
using SensitivityValues =
    std::array<std::array<double, sensitivity_quantities.size()>, sensitivity_variants.size()>;

/// What happened suddenly, and when.
enum class PopInKind {
    loading,          ///< a gain of depth at rising load
    at_peak,          ///< a gain of depth at the peak load
    while_unloading,  ///< a gain of depth at falling load
    pop_out,          ///< a loss of depth at falling load
    load_drop,        ///< a loss of load at rising depth
};
std::string_view name(PopInKind kind);  ///< "pop-in", "pop-in at peak load", ...

/// A sudden step of depth, or of load where the depth is controlled.
struct PopIn {
    std::size_t first = 0;  ///< the last point before it
    std::size_t last = 0;   ///< the first point after it
    double load_uN = 0;     ///< at `first`
    double depth_nm = 0;    ///< at `first`
    double jump_nm = 0;     ///< of a pop-out below 0; of a load drop the depth that it is worth
    double energy_pJ = 0;   ///< load times jump, of a load drop the mean load
    double p_detect = std::numeric_limits<double>::quiet_NaN();  ///< that such a one is found
    PopInKind kind = PopInKind::loading;
    double load_drop_uN = 0;  ///< of a load drop
};

/// The unloading fit as a curve: h = h_p + k (P/F_ref)^(1/m) over [P_low, P_high].
struct FittedUnloading {
    bool is_fitted = false;
    double h_p_nm = 0, k_nm = 0, m = 0, F_ref_uN = 0;
    double P_low_uN = 0, P_high_uN = 0;
};

struct CycleResult {
    int cycle = 1;
    Cycle parts;
    QuantityValues values;
    std::vector<Flag> flags;
    FittedUnloading fit;
    std::vector<PopIn> pop_ins;  ///< of all kinds, in the order of time
    UncertaintyBudget uncertainty;
    MonteCarloResult monte_carlo;
    SensitivityValues variants{};
    bool is_usable = false;  ///< false: no number could be given; `reason` says why
    std::string reason;
};

struct TestResult {
    TestCorrection correction;  ///< empty where no cycle was found
    std::vector<Segment> segments;
    std::vector<Inference> inferences;  ///< of segmentation and corrections
    std::vector<CycleResult> cycles;    ///< at least one
};

}  // namespace sneddon
