// What the analysis of one cycle of one test gives.
#pragma once

#include <string>
#include <vector>

#include "sneddon/analyse/uncertainty.hpp"
#include "sneddon/correct/correction.hpp"
#include "sneddon/model/flag.hpp"
#include "sneddon/model/pop_in.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

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
    std::vector<PopIn> pop_ins;
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
