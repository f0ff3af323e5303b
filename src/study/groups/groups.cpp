#include "study/groups/groups.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/files/folder_of.hpp"
#include "base/nan.hpp"
#include "sneddon/base/codes.hpp"
#include "sneddon/base/text.hpp"
#include "study/groups/batch_flags.hpp"
#include "study/groups/fits_at_bound.hpp"
#include "study/groups/grid_positions.hpp"
#include "study/groups/group_flags.hpp"
#include "study/groups/group_sensitivity.hpp"
#include "study/groups/group_statistics.hpp"
#include "study/groups/load_functions.hpp"
#include "study/left_out/left_out.hpp"

namespace sneddon {
namespace {

/// Time stamp first; tests without one come after those with one, in natural order of the path.
bool comes_before(const TestRow& a, const TestRow& b) {
    if (a.time_stamp.has_value() != b.time_stamp.has_value()) return a.time_stamp.has_value();
    if (a.time_stamp != b.time_stamp) return *a.time_stamp < *b.time_stamp;
    if (a.file != b.file) return natural_less(a.file, b.file);
    return std::tie(a.test, a.cycle) < std::tie(b.test, b.cycle);
}

std::map<std::pair<std::string, int>, int> cycles_of_tests(const std::vector<TestRow>& rows) {
    std::map<std::pair<std::string, int>, int> cycles;
    for (const TestRow& row : rows) {
        if (row.source == RowSource::table) continue;  // a row is a test
        int& most = cycles[{row.file, row.test}];
        most = std::max(most, row.cycle);
    }
    return cycles;
}

/// Cycle i of tests with n cycles is compared with its like only.
void name_by_load_function(StudyResult& study) {
    const auto cycles = cycles_of_tests(study.tests);
    std::map<std::tuple<std::string, int, int>, std::vector<TestRow*>> kinds;
    for (TestRow& row : study.tests) {
        if (row.status != Status::used) continue;
        const std::string name = study.samples.empty() ? "" : study.samples[row.sample].name + ", ";
        if (row.source == RowSource::table) {  // its table is what was done alike
            row.load_function = name + row.load_function;
            continue;
        }
        kinds[{name, cycles.at({row.file, row.test}), row.cycle}].push_back(&row);
    }
    for (auto& [kind, rows] : kinds) {
        const auto& [sample, cycles_in_test, cycle] = kind;
        std::vector<LoadFunctionShape> shapes;
        for (const TestRow* row : rows)
            shapes.push_back(
                {row->values["F_max_uN"_q], row->values["ramp_s"_q], row->values["hold_s"_q]});
        // A ramp that was not found must not be a load function of its own.
        for (LoadFunctionShape& shape : shapes)
            if (is_nan(shape.ramp_s)) shape.ramp_s = 0;
        const std::vector<std::string> names = name_load_functions(shapes);
        const std::string prefix =
            sample +
            (cycles_in_test > 1 ? fmt::format("cycle {} of {}, ", cycle, cycles_in_test) : "");
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i]->load_function = prefix + names[i];
    }
}

void name_groups(StudyResult& study, GroupBy by) {
    if (by == GroupBy::load_function) return name_by_load_function(study);
    if (by == GroupBy::none && !study.samples.empty())
        study.warnings.push_back(
            {"SND-U016",
             fmt::format("one group of the tests of {} samples", study.samples.size()),
             {}});
    for (TestRow& row : study.tests) {
        if (row.status != Status::used) continue;
        const std::string folder = folder_of(row.file);
        row.load_function = by == GroupBy::none ? "all tests" : folder.empty() ? "." : folder;
    }
}

void show_given_names(StudyResult& study) {
    for (TestRow& row : study.tests) {
        const auto given = study.facts.load_function_names.find(row.load_function);
        if (given != study.facts.load_function_names.end()) row.load_function = given->second;
    }
}

/// One warning per flag code, with the tests it stands on.
void warn_of_flags(StudyResult& study) {
    std::map<std::string, std::vector<std::string>> tests_of;
    for (const TestRow& row : study.tests)
        for (const Flag& flag : row.flags) {
            std::vector<std::string>& ids = tests_of[flag.code];
            if (ids.empty() || ids.back() != row.test_id) ids.push_back(row.test_id);
        }
    for (auto& [code, ids] : tests_of) {
        const CodePage* page = find_code(code);
        study.warnings.push_back(
            {code,
             fmt::format("{}: {} of {}", page ? page->title : "flag", count_text(ids.size()),
                         count_text(study.tests.size())),
             std::move(ids)});
    }
}

}  // namespace

void arrange_study(StudyResult& study, GroupBy by, const std::vector<std::string>& exclude_flags) {
    // A sort moves a million rows through a second room of their size.
    if (!std::ranges::is_sorted(study.tests, comes_before))
        std::ranges::stable_sort(study.tests, comes_before);
    name_groups(study, by);
    // Each step judges the rows that the step before it left as used.
    flag_other_calibration(study.tests);
    flag_other_loading(study.tests);
    set_grid_positions(study);
    show_given_names(study);
    leave_out(study);
    flag_against_groups(study.tests);
    exclude_flagged(exclude_flags, study.tests);
    warn_of_flags(study);
    // Previews were drawn before there were groups.
    if (study.previews.empty()) return;
    std::map<std::string, std::string> name_of;
    for (const TestRow& row : study.tests) name_of[row.test_id] = row.load_function;
    for (CurvePreview& preview : study.previews) preview.load_function = name_of[preview.test_id];
}

void describe_groups(StudyResult& study, FitsAtBound rule) {
    study.groups = group_statistics(study, rule);
    warn_of_fits_at_bound(study, rule);
    study.sensitivity = group_sensitivity(study);
}

}  // namespace sneddon
