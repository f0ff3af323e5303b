#include "sneddon/analyse/analysis.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "analyse/analysed_curve.hpp"
#include "analyse/counted_time.hpp"
#include "analyse/cycle_analysis.hpp"
#include "analyse/depth_profile/area_of_file.hpp"
#include "analyse/flags.hpp"
#include "base/numbers/extremes.hpp"
#include "correct/baseline.hpp"
#include "correct/corrections.hpp"
#include "correct/spikes.hpp"
#include "model/complete_points.hpp"
#include "model/no_time.hpp"
#include "segment/find_segments.hpp"
#include "segment/load_runs.hpp"
#include "segment/signs.hpp"

namespace sneddon {
namespace {

/// Number of points and largest values of the points [begin, end), whatever else can be said.
void raw_values(const Curve& curve, std::size_t begin, std::size_t end, std::size_t missing,
                QuantityValues& values) {
    values["points"_q] = static_cast<double>(curve.size());
    values["points_missing"_q] = static_cast<double>(missing);
    if (begin >= end) return;
    const auto part = [&](const std::vector<double>& column) {
        return std::span(column).subspan(begin, end - begin);
    };
    values["F_max_raw_uN"_q] = largest_of(part(curve.load_uN));
    values["h_max_raw_nm"_q] = largest_of(part(curve.depth_nm));
}

/// The zero point may need the radius of the tip, which the area function may know.
CorrectionRecipe with_tip_radius(const AnalysisRecipe& recipe) {
    CorrectionRecipe correction = recipe.correction;
    if (!correction.tip_radius_nm && recipe.area_function)
        correction.tip_radius_nm = known_tip_radius_nm(*recipe.area_function);
    return correction;
}

/// Where the recipe leaves the window's points open, the file's own rule counts.
AnalysisRecipe with_rule_of_file(AnalysisRecipe recipe, const StatedByFile& stated) {
    recipe.area_function = area_in_force(recipe.area_function, stated);
    if (!recipe.window_skip) recipe.window_skip = stated.unloading_points_skipped;
    if (!recipe.window_points) recipe.window_points = stated.unloading_points_share;
    return recipe;
}

/// Another zero of the load moves the point from which work counts.
void find_contacts(const Curve& curve, std::vector<Cycle>& cycles) {
    std::size_t lowest = 0;
    for (Cycle& cycle : cycles) {
        std::size_t i = cycle.load.begin;
        while (i > lowest && curve.load_uN[i - 1] > 0) --i;
        if (!cycle.load.is_empty()) cycle.contact = i > lowest ? i - 1 : cycle.load.begin;
        lowest = cycle.end;
    }
}

void add_unusable(const Curve& curve, std::size_t missing, Flag flag, TestResult& result) {
    CycleResult cycle;
    raw_values(curve, 0, curve.size(), missing, cycle.values);
    cycle.reason = flag.text;
    cycle.flags.push_back(std::move(flag));
    result.cycles.push_back(std::move(cycle));
}

/// What was wrong with the readings, apart from what a correction of the recipe deals with.
struct Faults {
    Spikes spikes;
    std::optional<Baseline> baseline;
    bool is_baseline_taken_off = false;
};

Faults find_faults(const Curve& curve, std::span<const Cycle> cycles, const CurveNoise& noise,
                   TareRule rule) {
    Faults faults;
    faults.spikes = find_spikes(curve, cycles, noise);
    faults.baseline = find_baseline(curve, cycles.front(), noise.depth_nm);
    faults.is_baseline_taken_off =
        faults.baseline && (rule == TareRule::automatic || rule == TareRule::air);
    return faults;
}

/// Nothing where nothing was wrong. One reading far from its neighbours would weigh as much as all
/// others in a fit or a work.
std::optional<Test> mended_test(const Test& test, const Faults& faults,
                                std::vector<Cycle>& cycles) {
    if (faults.spikes.is_empty() && !faults.is_baseline_taken_off) return std::nullopt;
    Test mended = test;
    mended.curve = without(faults.spikes, test.curve);
    if (faults.is_baseline_taken_off) {
        take_off(*faults.baseline, mended.curve);
        find_contacts(mended.curve, cycles);
    }
    return mended;
}

void add_baseline(const Faults& faults, TestCorrection& correction) {
    if (!faults.baseline) return;
    const bool is_applied = faults.is_baseline_taken_off;
    correction.steps.insert(correction.steps.begin(), step_of(*faults.baseline, is_applied));
    correction.flags.push_back(flag_of(*faults.baseline, is_applied));
}

/// The flags that belong to every cycle of the test.
std::vector<Flag> shared_flags(const Segmentation& segmentation, const TestCorrection& correction,
                               const CompletePoints& points, double total) {
    std::vector<Flag> flags = segmentation.flags;
    flags.insert(flags.end(), correction.flags.begin(), correction.flags.end());
    flag_time(points.time_repair(), total, flags);
    flag_oscillation(points.oscillation(), flags);
    if (points.missing() > 0) flag_missing(points.missing(), total, flags);
    return flags;
}

}  // namespace

TestResult analyse(const Test& test, const AnalysisRecipe& recipe) {
    return analyse(test, recipe, [](const Curve&, const CycleResult&) {});
}

TestResult analyse(const Test& test, const AnalysisRecipe& asked, const CurveVisitor& visit) {
    const bool is_counted = is_time_counted(test);
    const AnalysisRecipe recipe =
        with_rule_of_file(is_counted ? without_drift(asked) : asked, test.stated);
    TestResult result;
    const CompletePoints points(test);
    const Curve& curve = points.test().curve;
    const auto total = static_cast<double>(test.curve.size());
    if (are_too_many_missing(points.missing(), total)) {
        add_unusable(curve, points.missing(), too_many_missing(points.missing(), total), result);
        return result;
    }
    const std::vector<double> smooth_uN = without_spikes(curve.load_uN);
    if (auto wrong_sign = find_wrong_sign(curve, smooth_uN)) {
        add_unusable(curve, points.missing(), std::move(*wrong_sign), result);
        return result;
    }
    const CurveNoise noise = noise_of(curve);
    Segmentation segmentation = find_segments(points.test(), smooth_uN, noise.load_uN);
    result.segments = segmentation.segments;
    result.inferences = segmentation.inferences;
    if (segmentation.cycles.empty()) {
        add_unusable(curve, points.missing(), no_cycle(curve), result);
        return result;
    }
    const Faults faults = find_faults(curve, segmentation.cycles, noise, recipe.correction.tare);
    const std::optional<Test> mended = mended_test(points.test(), faults, segmentation.cycles);
    const Test& sound = mended ? *mended : points.test();
    result.correction =
        find_corrections(sound, segmentation.segments, segmentation.cycles,
                         mended ? noise_of(mended->curve) : noise, with_tip_radius(recipe));
    add_baseline(faults, result.correction);
    std::optional<Curve> changed;
    if (!result.correction.change.is_none())
        changed = corrected_curve(sound.curve, result.correction.change);
    const Curve& corrected = changed ? *changed : sound.curve;
    if (result.correction.change.load_offset_uN != 0) find_contacts(corrected, segmentation.cycles);

    const std::vector<Flag> flags = shared_flags(segmentation, result.correction, points, total);
    const CorrectedTest analysed{points, corrected, faults.spikes, result, recipe};
    std::size_t begin = 0;  // a test of one cycle has all points; of several, each cycle its own
    for (std::size_t i = 0; i < segmentation.cycles.size(); ++i) {
        const bool is_last = i + 1 == segmentation.cycles.size();
        CycleResult cycle;
        cycle.cycle = static_cast<int>(i) + 1;
        cycle.parts = segmentation.cycles[i];
        cycle.flags = flags;
        analyse_cycle(analysed, cycle);
        if (is_counted) leave_out_times(cycle);
        raw_values(curve, begin, is_last ? curve.size() : cycle.parts.end, points.missing(),
                   cycle.values);
        visit(corrected, cycle);
        begin = cycle.parts.end;
        result.cycles.push_back(std::move(cycle));
    }
    return result;
}

}  // namespace sneddon
