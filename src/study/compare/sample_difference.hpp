// Do samples differ in a quantity, at one load function?
#pragma once

#include <string>

#include "base/nan.hpp"
#include "numeric/resampling/compare_means.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/study/summary.hpp"
#include "study/compare/sample_tip.hpp"
#include "study/groups/pair_tests.hpp"

namespace sneddon {

/// The mean of a quantity of a sample, with what is known of its error.
struct SampleMean {
    std::size_t n = 0;
    double mean = nan;
    double se = nan;       ///< sd/sqrt(n)
    double u_other = nan;  ///< common to its tests but not of the area: calibrations, frame
    AreaPart area;
};

/// Sample a minus sample b; docs/methods/compare-samples.md.
struct SampleDifference {
    QuantityIndex quantity{};
    std::string load_function, a, b;
    bool is_of_sessions = false;  ///< the values are means of sessions, else tests
    double mean_a = nan, mean_b = nan;
    MeanComparison welch;  ///< of the scatter alone
    TipShare tip = TipShare::no_part;
    double u_tip = nan;       ///< of the difference, through the area; NaN: not known
    double u_mimicked = nan;  ///< of it what two equal samples would show too
    double u_other = nan;     ///< of the difference, through calibrations and the frame
    double u = nan;           ///< of scatter and the known parts together
    Interval ci95{};
    double p = nan;  ///< of no difference: against scatter and u_mimicked
    double p_holm = nan;
    double ratio = nan;    ///< mean_a/mean_b; NaN unless both are above 0
    double u_ratio = nan;  ///< relative
    Interval ratio_ci95{};
    SpreadComparison spread;
    EquivalenceFinding equivalence;
};

}  // namespace sneddon
