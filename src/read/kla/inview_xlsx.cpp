// A workbook of KLA's InView (iNano, iMicro, G200X): a sheet for each test, oldest first, and
// sheets of results, inputs and cycles that were once text with commas.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "read/container/workbook.hpp"
#include "read/kla/book_of_tests.hpp"
#include "read/readers.hpp"

namespace sneddon {
namespace {

constexpr std::array<std::string_view, 4> sheets_of_facts = {
    "Results", "Pre-Test Inputs", "Post-Test Inputs", "Cycles-GroupedByTest"};

// The rate is in no sheet, nor is what the frame gave way.
void tell_corrections(Test& test) {
    test.inferences.push_back({"frame compliance", "already taken off",
                               "'Depth' of InView is the displacement into the surface"});
    const auto asked_for = std::ranges::find_if(test.vendor_values, [](const VendorValue& value) {
        return value.id.starts_with("Drift Correction?");
    });
    if (asked_for == test.vendor_values.end()) return;
    test.inferences.push_back(
        {"drift", asked_for->value != 0 ? "already taken off" : "not taken off",
         fmt::format("sheet 'Post-Test Inputs', '{}' is {:g}", asked_for->id, asked_for->value)});
}

// They name indices of the whole test and of its last cycle: no boundaries of every segment. Those
// are found from the load, told the number of cycles.
void tell_markers(Test& test) {
    std::string text;
    for (const SegmentMark& mark : test.marks)
        text += fmt::format("{}{} at {:.6g} s", text.empty() ? "" : ", ", mark.label,
                            test.curve.time_s[mark.first]);
    test.marks.clear();
    test.mark_source = MarkSource::none;
    if (!text.empty())
        test.inferences.push_back(
            {"markers", text, "first column; the segments are found from the load"});
    const auto cycles =
        std::ranges::find(test.vendor_values, "Number of Loading Cycles", &VendorValue::id);
    constexpr double most_cycles = 1000;
    if (cycles != test.vendor_values.end() && cycles->value >= 1 && cycles->value <= most_cycles)
        test.declared_cycles = static_cast<int>(cycles->value);
}

}  // namespace

bool is_inview_xlsx(const Opening& opening) {
    if (!is_xlsx_file(opening.bytes)) return false;
    const auto names = sheet_names(opening.bytes);
    return std::ranges::any_of(names, names_a_test) &&
           std::ranges::find(names, "Pre-Test Inputs") != names.end();
}

Result<FileContent> read_inview_xlsx(const Source& source) {
    auto content = read_book_of_tests(source, sheets_of_facts);
    if (!content) return content;
    for (Test& test : content->tests) {
        if (test.curve.size() == 0) continue;
        tell_corrections(test);
        tell_markers(test);
    }
    return content;
}

}  // namespace sneddon
