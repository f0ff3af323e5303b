#include "pipeline/file_outcome.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <new>
#include <optional>
#include <vector>

#include "analyse/analysed_curve.hpp"
#include "analyse/depth_profile/profile_means.hpp"
#include "analyse/impossible_values.hpp"
#include "base/files/file_hash.hpp"
#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "base/out_of_memory.hpp"
#include "base/sha256.hpp"
#include "base/threads.hpp"
#include "model/no_time.hpp"
#include "pipeline/curves/curve_preview.hpp"
#include "pipeline/repeated_tests.hpp"
#include "read/open_input.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

void refuse(InputFile& input, const Error& error) {
    input.status = Status::refused;
    input.reason = message(error);
    input.code = error.code;
}

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

void analyse_into(const Test& test, std::size_t tests, const std::string& short_name,
                  const AnalysisRecipe& recipe, FileOutcome& outcome) {
    std::vector<KeptOfCycle> kept;
    TestResult result = analyse_and_keep(test, recipe, kept);
    kept.resize(result.cycles.size());  // a test without a cycle has one that says why
    if (const auto found = add_depth_profile(test, recipe, result))
        outcome.profiles.push_back({test_id(short_name, test, tests, 1, result.cycles.size()),
                                    cells_of(found->profile), found->averaged,
                                    found->profile.source, found->profile.rise_nm});
    for (std::size_t i = 0; i < result.cycles.size(); ++i) {
        const CycleResult& cycle = result.cycles[i];
        TestRow row = row_of(test, result, cycle);
        row.file = outcome.input.path;
        flag_reach(row.values, outcome.input.format, row.flags);
        row.test_id = test_id(short_name, test, tests, cycle.cycle, result.cycles.size());
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
}

void append(FileOutcome&& part, FileOutcome& outcome) {
    std::ranges::move(part.rows, std::back_inserter(outcome.rows));
    std::ranges::move(part.previews, std::back_inserter(outcome.previews));
    std::ranges::move(part.residuals, std::back_inserter(outcome.residuals));
    std::ranges::move(part.column_hashes, std::back_inserter(outcome.column_hashes));
    std::ranges::move(part.holds, std::back_inserter(outcome.holds));
    std::ranges::move(part.profiles, std::back_inserter(outcome.profiles));
}

/// A file is used when one of its tests is.
void judge(FileOutcome& outcome) {
    std::size_t refused = 0;
    for (const TestRow& row : outcome.rows)
        if (row.status != Status::used) ++refused;
    if (refused == 0) return;
    const auto first = std::ranges::find(outcome.rows, Status::refused, &TestRow::status);
    outcome.input.reason = outcome.rows.size() == 1
                               ? first->reason
                               : fmt::format("{} of {} tests give no result: {}", refused,
                                             outcome.rows.size(), first->reason);
    if (refused < outcome.rows.size()) return;
    outcome.input.status = Status::refused;
    outcome.input.code = first->flags.empty() ? "" : first->flags.front().code;
}

FileOutcome outcome_of(const InputPath& path, const std::string& short_name,
                       const ReadOptions& reading, const AnalysisRecipe& recipe,
                       const DriftsOfOrder& drifts, KnownOutcomes* known, Stop stop) {
    FileOutcome outcome;
    outcome.input.path = path.path;
    if (path.error) {
        refuse(outcome.input, *path.error);
        return outcome;
    }
    const auto opened = open_input(path.path, reading);
    if (!opened) {
        refuse(outcome.input, opened.error());
        return outcome;
    }
    const std::string_view bytes = opened->file.bytes();
    outcome.input.sha256 = opened->is_whole ? sha256_hex(bytes) : sha256_of_file(path.path);
    if (known != nullptr)
        if (auto found = known->find(outcome.input)) return *std::move(found);
    Result<FileContent> content = read_bytes(bytes, path.path, reading);
    if (!content) {
        refuse(outcome.input, content.error());
        return outcome;
    }
    outcome.input.format = content->format;
    if (!content->companion.empty()) {
        outcome.input.status = Status::excluded;
        outcome.input.reason = content->companion;
        outcome.input.is_companion = true;
        return outcome;
    }
    outcome.input.tests = content->tests.size();
    std::vector<Test>& tests = content->tests;
    ordered_parallel(
        tests.size(), threads_or_all(reading.threads), stop,
        [&](std::size_t i) {
            const Test test = std::move(tests[i]);  // its curve goes before the next one's results
            FileOutcome part;
            part.input = outcome.input;
            analyse_into(test, tests.size(), short_name,
                         with_drift(recipe, drifts, path.path, test.number), part);
            return part;
        },
        [&](std::size_t, FileOutcome&& part) { append(std::move(part), outcome); });
    judge(outcome);
    if (known != nullptr && !stop.requested()) known->keep(outcome);
    return outcome;
}

}  // namespace

FileOutcome analyse_file(const InputPath& path, const std::string& short_name,
                         const ReadOptions& reading, const AnalysisRecipe& recipe,
                         const DriftsOfOrder& drifts, KnownOutcomes* known, Stop stop) {
    try {
        return outcome_of(path, short_name, reading, recipe, drifts, known, stop);
    } catch (const std::bad_alloc&) {  // this file's memory is free again: the others go on
        FileOutcome outcome;
        outcome.input.path = path.path;
        refuse(outcome.input, out_of_memory(path.path));
        return outcome;
    }
}

}  // namespace sneddon
