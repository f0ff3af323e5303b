#include "pipeline/vendor_tables.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

#include "base/mapped_file.hpp"
#include "base/nan.hpp"
#include "numeric/sum/quantiles.hpp"
#include "read/results_table.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;
using Rows = std::vector<const VendorTableRow*>;
using Tests = std::vector<TestRow*>;

constexpr double largest_difference = 0.02;  // of F_max

std::string stem_of(const std::string& file) {
    return fs::path(file).stem().string();
}

/// "map_00000 LC" and "map_0012" begin with "map_": without the mode and the number behind it.
std::string beginning_of(std::string stem) {
    for (const std::string_view mode : {" LC", "_LC", " DC", "_DC", " OL", "_OL"})
        if (stem.ends_with(mode)) stem.resize(stem.size() - mode.size());
    while (!stem.empty() && stem.back() >= '0' && stem.back() <= '9') stem.pop_back();
    return stem;
}

Tests tests_in(std::span<TestRow> rows, const fs::path& folder) {
    Tests tests;
    for (TestRow& row : rows)
        if (fs::path(row.file).parent_path() == folder) tests.push_back(&row);
    std::ranges::stable_sort(
        tests, [](const TestRow* a, const TestRow* b) { return natural_less(a->file, b->file); });
    return tests;
}

double value_of(const VendorTableRow& row, std::string_view id) {
    const auto found = std::ranges::find(row.values, id, &VendorValue::id);
    return found == row.values.end() ? nan : found->value;
}

/// Whether the loads say that these rows are results of these tests.
bool are_alike(const Rows& rows, const Tests& tests) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double difference =
            std::abs(value_of(*rows[i], "F_max_uN") / tests[i]->values["F_max_uN"_q] - 1);
        if (std::isfinite(difference)) differences.push_back(difference);
    }
    return !differences.empty() && median(differences) <= largest_difference;
}

void give(const Rows& rows, const Tests& tests) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TestRow& test = *tests[i];
        for (VendorValue value : rows[i]->values) {
            value.cycle = test.cycle;
            test.vendor_values.push_back(std::move(value));
        }
        if (!test.position) test.position = rows[i]->position;
    }
}

/// The tests that the rows of one File belong to; empty when they cannot be told.
Tests tests_of(const std::string& stem, std::size_t count, const Tests& tests) {
    Tests same, alike;
    for (TestRow* test : tests) {
        const std::string test_stem = stem_of(test->file);
        if (test_stem == stem) same.push_back(test);
        if (beginning_of(test_stem) == beginning_of(stem)) alike.push_back(test);
    }
    if (same.size() == count) return same;
    return alike.size() == count ? alike : Tests();
}

std::size_t match(const std::vector<VendorTableRow>& table, const Tests& tests) {
    std::map<std::string, Rows> rows_of;
    for (const VendorTableRow& row : table) rows_of[stem_of(row.file)].push_back(&row);
    std::size_t given = 0;
    for (const auto& [stem, rows] : rows_of) {
        const Tests owners = tests_of(stem, rows.size(), tests);
        if (owners.empty() || !are_alike(rows, owners)) continue;
        give(rows, owners);
        given += rows.size();
    }
    return given;
}

}  // namespace

std::vector<Warning> attach_vendor_tables(std::span<const InputFile> inputs,
                                          std::span<TestRow> rows) {
    std::vector<Warning> warnings;
    for (const InputFile& input : inputs) {
        if (input.format != "hysitron-results") continue;
        const auto file = MappedFile::open(input.path);
        if (!file) continue;
        const auto table = read_results_table(file->bytes(), input.path);
        const std::size_t count = table ? table->size() : 0;
        const std::size_t given =
            table ? match(*table, tests_in(rows, fs::path(input.path).parent_path())) : 0;
        if (given == count && count > 0) continue;
        warnings.push_back({"SND-G010",
                            fmt::format("{}: {} of {} rows belong to no test given", input.path,
                                        count - given, count),
                            {}});
    }
    return warnings;
}

}  // namespace sneddon
