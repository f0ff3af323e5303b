#include "pipeline/vendor_tables.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <utility>

#include "base/files/utf8.hpp"
#include "base/nan.hpp"
#include "numeric/sum/quantiles.hpp"
#include "read/open_input.hpp"
#include "read/results_table.hpp"
#include "read/workbook_results.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;
using Rows = std::vector<const VendorTableRow*>;
using Tests = std::vector<TestRow*>;

constexpr double largest_difference = 0.02;  // of F_max
constexpr std::string_view list_format = "antonpaar-results";

std::string stem_of(const std::string& file) {
    return utf8(fs::path(file).stem());
}

void remove_number(std::string& stem) {
    while (!stem.empty() && stem.back() >= '0' && stem.back() <= '9') stem.pop_back();
}

/// "map_00000 LC", "map_0012" and TriboScan's own "map_00000 LC_0012" begin with "map_": without
/// the mode and the numbers.
std::string beginning_of(std::string stem) {
    remove_number(stem);
    for (const std::string_view mode : {" LC", "_LC", " DC", "_DC", " OL", "_OL"})
        for (const std::string& end : {std::string(mode), std::string(mode) + "_"})
            if (stem.ends_with(end)) stem.resize(stem.size() - end.size());
    remove_number(stem);
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
        if (is_finite(difference)) differences.push_back(difference);
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

struct Table {
    const InputFile* input = nullptr;
    std::vector<VendorTableRow> rows;
    std::size_t given = 0;

    fs::path folder() const { return fs::path(input->path).parent_path(); }
};

/// Rows of one File that its table alone does not bring to tests.
struct Rest {
    Table* table = nullptr;
    std::string stem;
    Rows rows;
};

std::vector<Rest> match(Table& table, const Tests& tests) {
    std::map<std::string, Rows> rows_of;
    for (const VendorTableRow& row : table.rows) rows_of[stem_of(row.file)].push_back(&row);
    std::vector<Rest> left;
    for (const auto& [stem, rows] : rows_of) {
        const Tests owners = tests_of(stem, rows.size(), tests);
        if (owners.empty() || !are_alike(rows, owners)) {
            left.push_back({&table, stem, rows});
            continue;
        }
        give(rows, owners);
        table.given += rows.size();
    }
    return left;
}

/// Parts of one map, each with a table: together as many rows as there are tests, in one order.
void join(std::vector<Rest>& parts, const Tests& tests) {
    std::ranges::stable_sort(parts, natural_less, &Rest::stem);
    Tests alike;
    for (TestRow* test : tests)
        if (beginning_of(stem_of(test->file)) == beginning_of(parts.front().stem))
            alike.push_back(test);
    std::vector<Tests> owners;
    auto next = alike.begin();
    for (const Rest& part : parts) {
        if (std::cmp_less(alike.end() - next, part.rows.size())) return;
        owners.emplace_back(next, next + static_cast<std::ptrdiff_t>(part.rows.size()));
        next += static_cast<std::ptrdiff_t>(part.rows.size());
        if (!are_alike(part.rows, owners.back())) return;
    }
    if (next != alike.end()) return;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        give(parts[i].rows, owners[i]);
        parts[i].table->given += parts[i].rows.size();
    }
}

/// Rows by the name of their test. A list is of a whole session, of which some tests are here.
void match_names(Table& list, const Tests& tests) {
    for (const VendorTableRow& row : list.rows) {
        Tests owners;
        for (TestRow* test : tests)
            if (test->test_name == row.file || stem_of(test->file) == row.file)
                owners.push_back(test);
        if (owners.size() != 1 || !are_alike({&row}, owners)) continue;
        give({&row}, owners);
        ++list.given;
    }
}

std::vector<Table> read_tables(std::span<const InputFile> inputs) {
    std::vector<Table> tables;
    for (const InputFile& input : inputs) {
        // Its rows are tests already, or it was refused.
        if (!input.columns.empty() || input.status == Status::refused) continue;
        const bool is_list = input.format == list_format;
        const bool is_book = input.format == "excel" && input.is_companion;
        if (input.format != "hysitron-results" && !is_list && !is_book) continue;
        const auto file = open_path(input.path);
        if (!file) continue;
        auto rows = is_list   ? read_antonpaar_list(file->bytes(), input.path)
                    : is_book ? read_workbook_results(file->bytes(), input.path)
                              : read_results_table(file->bytes(), input.path);
        if ((is_list || is_book) && !rows) continue;  // a report of another layout
        tables.push_back({&input, rows ? std::move(*rows) : std::vector<VendorTableRow>(), 0});
    }
    return tables;
}

}  // namespace

std::vector<Warning> attach_vendor_tables(std::span<const InputFile> inputs,
                                          std::span<TestRow> rows) {
    std::vector<Table> tables = read_tables(inputs);
    std::map<std::pair<fs::path, std::string>, std::vector<Rest>> parts_of_map;
    for (Table& table : tables) {
        if (table.input->format == list_format) {
            match_names(table, tests_in(rows, table.folder()));
            continue;
        }
        for (Rest& rest : match(table, tests_in(rows, table.folder())))
            parts_of_map[{table.folder(), beginning_of(rest.stem)}].push_back(std::move(rest));
    }
    for (auto& [map, parts] : parts_of_map)
        if (parts.size() > 1) join(parts, tests_in(rows, map.first));
    std::vector<Warning> warnings;
    for (const Table& table : tables) {
        const std::size_t count = table.rows.size();
        const bool is_used_list = table.input->format == list_format && table.given > 0;
        if (is_used_list || (table.given == count && count > 0)) continue;
        warnings.push_back({"SND-G010",
                            fmt::format("{}: {} of {} rows belong to no test given",
                                        table.input->path, count - table.given, count),
                            {}});
    }
    return warnings;
}

}  // namespace sneddon
