// What the pop-ins of the tests of a group say together.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/study/summary.hpp"
#include "study/pop_ins/first_load_fit.hpp"
#include "study/pop_ins/kaplan_meier.hpp"
#include "study/pop_ins/size_fit.hpp"
#include "study/pop_ins/size_goodness.hpp"

namespace sneddon {

/// What was counted in a group. The loads themselves are in the rows.
struct PopInCounts {
    std::size_t searched = 0;  ///< used tests whose loading was searched
    std::size_t with = 0;      ///< tests with at least one
    std::size_t total = 0;     ///< pop-ins of all tests
    std::vector<std::pair<double, double>> first_load_uN;  ///< probability, quantile
    std::vector<std::pair<double, double>> first_jump_nm;
};

struct MeanOfTests {
    double mean = nan;
    Interval ci95{};  ///< by Student's t over the tests
};

/// A fitted law of the first load against the load, for figures.
struct FirstLoadCurve {
    std::vector<double> popped;  ///< share G(F): of the tests, those that have popped in
    std::vector<double> shown;   ///< those of them where it was seen
};

/// Sizes of all pop-ins of the loading that are large enough to be found for certain.
struct SizeFinding {
    std::string quantity;  ///< of quantities.hpp: that of the first pop-in
    std::string unit;
    std::size_t n = 0;
    double from = nan;  ///< sizes from here on
    std::array<SizeFit, all_size_families.size()> fits{};
    std::array<SizeGoodness, all_size_families.size()> goodness{};
    std::optional<SizeFamily> preferred;  ///< lowest AIC
};

struct PopInFinding {
    std::string group;
    PopInCounts counts;
    MeanOfTests events_per_test, first_load_uN;  ///< first loads: of those that were seen
    double limit_nm = nan, noise_nm = nan;       ///< medians over the tests
    std::vector<SurvivalStep> survival;          ///< without a first pop-in that was seen
    double later_per_uN = 0;                     ///< seen pop-ins after the first one
    std::array<FirstLoadFit, all_first_load_families.size()> fits{};
    std::optional<FirstLoadFamily> preferred;  ///< lowest AIC
    std::vector<double> curve_uN;              ///< loads of the curves
    std::array<FirstLoadCurve, all_first_load_families.size()> curves{};
    /// Ascending; jumps from jumps.from on are found with p > 0.97 in all tests but 5 %, which do
    /// not count.
    std::vector<double> jumps_nm;
    SizeFinding jumps, energies;
    std::vector<double> size_curve_nm, size_curve;  ///< survival by the preferred law
    std::vector<double> detect_nm, detect;  ///< p(detect | jump) at the median limit and noise
};

}  // namespace sneddon
