#include "pipeline/test_outcome.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "analyse/analysed_curve.hpp"
#include "analyse/depth_profile/profile_means.hpp"
#include "analyse/impossible_values.hpp"
#include "base/nan.hpp"
#include "model/no_time.hpp"
#include "pipeline/curves/curve_preview.hpp"
#include "pipeline/repeated_tests.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

/// "a.txt", "a.txt#2" for the second of several tests, "a.txt#1.3" for a cycle of several.
std::string test_id(const std::string& short_name, const Test& test, std::size_t tests, int cycle,
                    std::size_t cycles) {
    std::string id = short_name;
    if (tests > 1 || cycles > 1) id += fmt::format("#{}", test.number);
    if (cycles > 1) id += fmt::format(".{}", cycle);
    return id;
}

void add_reader_flags(const Test& test, std::vector<Flag>& flags) {
    for (const std::string& code : test.reader_flags) {
        const CodePage* page = find_code(code);
        flags.push_back({code, nan, nan, page ? std::string(page->title) : code});
    }
}

TestRow row_of(const Test& test, const TestResult& result, const CycleResult& cycle) {
    TestRow row;
    row.test = test.number;
    row.test_name = test.name;
    row.cycle = cycle.cycle;
    row.status = cycle.is_usable ? Status::used : Status::refused;
    row.reason = cycle.reason;
    row.time_stamp = test.time_stamp;
    row.position = test.position;
    row.values = cycle.values;
    row.flags = cycle.flags;
    row.pop_ins = cycle.pop_ins;
    row.u_random = cycle.uncertainty.random;
    row.u_common = cycle.uncertainty.common;
    row.monte_carlo = cycle.monte_carlo;
    row.variants = cycle.variants;
    add_reader_flags(test, row.flags);
    for (const VendorValue& value : test.vendor_values)
        if (value.cycle == cycle.cycle) row.vendor_values.push_back(value);
    row.applied = test.applied;
    row.corrections = result.correction.steps;
    row.inferences = test.inferences;
    row.inferences.insert(row.inferences.end(), result.inferences.begin(), result.inferences.end());
    return row;
}

/// What is kept of a cycle's points.
struct KeptOfCycle {
    std::optional<HoldCurve> hold;
    ResidualDensity residuals;
};

TestResult analyse_and_keep(const Test& test, const AnalysisRecipe& recipe,
                            std::vector<KeptOfCycle>& kept) {
    const bool is_counted = is_time_counted(test);
    return analyse(test, recipe, [&](const Curve& curve, const CycleResult& cycle) {
        KeptOfCycle& of_cycle = kept.emplace_back();
        if (!cycle.is_usable) return;
        of_cycle.residuals = fit_residuals(curve, cycle);
        if (!is_counted)
            of_cycle.hold = hold_curve({curve.time_s, curve.depth_nm, curve.load_uN, cycle.parts});
    });
}

}  // namespace

FileOutcome outcome_of_test(const Test& test, const TestAnalysis& analysis) {
    const AnalysisRecipe recipe =
        with_drift(analysis.recipe, analysis.drifts, analysis.path, test.number);
    FileOutcome outcome;
    std::vector<KeptOfCycle> kept;
    TestResult result = analyse_and_keep(test, recipe, kept);
    const std::size_t cycles = result.cycles.size();
    kept.resize(cycles);  // a test without a cycle has one that says why
    const auto id_of = [&](int cycle) {
        return test_id(analysis.short_name, test, analysis.tests, cycle, cycles);
    };
    if (const auto found = add_depth_profile(test, recipe, result))
        outcome.profiles.push_back({id_of(1), cells_of(found->profile), found->averaged,
                                    found->profile.source, found->profile.rise_nm});
    for (std::size_t i = 0; i < cycles; ++i) {
        const CycleResult& cycle = result.cycles[i];
        TestRow row = row_of(test, result, cycle);
        row.file = analysis.path;
        flag_reach(row.values, analysis.format, row.flags);
        row.test_id = id_of(cycle.cycle);
        if (cycle.is_usable) {
            outcome.previews.push_back(curve_preview(test, result, cycle, row.test_id));
            outcome.residuals.push_back(std::move(kept[i].residuals));
            if (kept[i].hold) {
                kept[i].hold->test_id = row.test_id;
                outcome.holds.push_back(*std::move(kept[i].hold));
            }
        }
        outcome.rows.push_back(std::move(row));
        outcome.column_hashes.push_back(column_hash(test.curve, cycle.cycle));
    }
    return outcome;
}

void append(FileOutcome&& part, FileOutcome& outcome) {
    std::ranges::move(part.rows, std::back_inserter(outcome.rows));
    std::ranges::move(part.previews, std::back_inserter(outcome.previews));
    std::ranges::move(part.residuals, std::back_inserter(outcome.residuals));
    std::ranges::move(part.column_hashes, std::back_inserter(outcome.column_hashes));
    std::ranges::move(part.holds, std::back_inserter(outcome.holds));
    std::ranges::move(part.profiles, std::back_inserter(outcome.profiles));
}

void refuse(InputFile& input, const Error& error) {
    input.status = Status::refused;
    input.reason = message(error);
    input.code = error.code;
}

void FateOfFile::add(std::span<const TestRow> rows) {
    for (const TestRow& row : rows) {
        ++rows_;
        if (row.status == Status::used) continue;
        if (refused_++ > 0) continue;
        reason_ = row.reason;
        code_ = row.flags.empty() ? "" : row.flags.front().code;
    }
}

void FateOfFile::tell(InputFile& input) const {
    if (refused_ == 0) return;
    input.reason = rows_ == 1
                       ? reason_
                       : fmt::format("{} of {} tests give no result: {}", refused_, rows_, reason_);
    if (refused_ < rows_) return;
    input.status = Status::refused;
    input.code = code_;
}

}  // namespace sneddon
