// A workbook of KLA's (Agilent's, MTS's) NanoSuite: a sheet for each test, newest first, and sheets
// of results and inputs. As .xls, or saved again as .xlsx.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "read/container/ole_file.hpp"
#include "read/container/workbook.hpp"
#include "read/kla/book_of_tests.hpp"
#include "read/kla/nanosuite_results.hpp"
#include "read/kla/nanosuite_sheet.hpp"
#include "read/kla/whole_number.hpp"
#include "read/readers.hpp"
#include "read/stated_tip.hpp"
#include "read/text/test_without_curve.hpp"

namespace sneddon {
namespace {

constexpr std::string_view tagged = " Tagged";
constexpr std::array<std::string_view, 3> sheets_of_facts = {"Results", "Required Inputs",
                                                             "Inputs Editable Post Test"};

// "Test 012", "Test 012 Tagged" -> 12. "Inputs Editable Post Test" is none.
std::optional<int> number_of_test(std::string_view sheet) {
    constexpr std::string_view word = "Test ";
    if (!sheet.starts_with(word)) return std::nullopt;
    sheet.remove_prefix(word.size());
    if (sheet.ends_with(tagged)) sheet.remove_suffix(tagged.size());
    const auto number = whole_number(sheet);
    return number && *number >= 0 ? number : std::nullopt;
}

struct SheetOfTest {
    const XlsSheet* sheet;
    int number;
};

std::vector<SheetOfTest> sheets_of_tests(const Workbook& book) {
    std::vector<SheetOfTest> found;
    std::set<int> numbers;
    for (const XlsSheet& sheet : book.sheets())
        if (const auto number = number_of_test(sheet.name)) {
            found.push_back({&sheet, *number});
            numbers.insert(*number);
        }
    std::ranges::stable_sort(found, {}, &SheetOfTest::number);
    if (numbers.size() == found.size() && !numbers.contains(0)) return found;
    for (std::size_t i = 0; i < found.size(); ++i) found[i].number = static_cast<int>(i) + 1;
    return found;
}

void tell_tag(const XlsSheet& sheet, Test& test) {
    if (sheet.name.ends_with(tagged))
        test.inferences.push_back(
            {"tagged in NanoSuite", "yes",
             fmt::format("sheet '{}'; its user left the test out of the means", sheet.name)});
}

/// A workbook does not name its method: what the columns and markers say of it.
void tell_method(Test& test) {
    const auto harmonic = std::ranges::find_if(test.curve.channels, [](const Channel& channel) {
        return channel.name.starts_with("Harmonic");
    });
    const bool is_csm = harmonic != test.curve.channels.end();
    const bool has_cycles = test.declared_cycles > 0;
    test.inferences.push_back(
        {"method",
         is_csm ? "continuous stiffness (CSM)"
         : has_cycles
             ? fmt::format("{} cycle{}", test.declared_cycles, test.declared_cycles == 1 ? "" : "s")
             : "one cycle, no harmonic",
         is_csm       ? fmt::format("column '{}'; a workbook names no method", harmonic->name)
         : has_cycles ? "markers 'Cycle Unload Marker'; a workbook names no method"
                      : "its columns; a workbook names no method"});
}

}  // namespace

bool names_a_test(std::string_view sheet) {
    return number_of_test(sheet).has_value();
}

bool is_nanosuite_xls(const Opening& opening) {
    if (is_xlsx_file(opening.bytes))
        return std::ranges::any_of(sheet_names(opening.bytes), names_a_test);
    if (!is_ole_file(opening.bytes)) return false;
    const auto book = Workbook::open(opening.bytes, "");
    if (book) return !sheets_of_tests(*book).empty();
    // One that was cut off still names its sheets at its beginning.
    constexpr std::size_t looked_at = std::size_t{64} << 10;
    return opening.bytes.substr(0, looked_at).find("Inputs Editable Post Test") !=
           std::string_view::npos;
}

Result<FileContent> read_book_of_tests(const Source& source,
                                       std::span<const std::string_view> facts) {
    const auto book = Workbook::open(source.text, source.name);
    if (!book) return book.error();
    FileContent content;
    std::optional<Error> first_error;
    bool has_curve = false;
    for (const auto& [sheet, number] : sheets_of_tests(*book)) {
        const auto cells = book->cells(*sheet);
        if (!cells) return cells.error();
        const std::string name = fmt::format("{}, sheet '{}'", source.name, sheet->name);
        auto test = read_nanosuite_sheet(*book, *cells, {"", name, source.options, source.extent});
        if (!test && !first_error) first_error = test.error();
        has_curve = has_curve || test.ok();
        content.tests.push_back(test ? std::move(test).value() : test_without_curve(test.error()));
        content.tests.back().number = number;
        content.tests.back().name = sheet->name;
        tell_tag(*sheet, content.tests.back());
    }
    if (!has_curve && first_error) return *first_error;
    for (const XlsSheet& sheet : book->sheets()) {
        if (std::ranges::find(facts, sheet.name) == facts.end()) continue;
        const auto cells = book->cells(sheet);
        if (!cells) return cells.error();
        read_nanosuite_facts(*book, *cells, sheet.name, content.tests);
    }
    return content;
}

Result<FileContent> read_nanosuite_xls(const Source& source) {
    auto content = read_book_of_tests(source, sheets_of_facts);
    if (!content) return content;
    for (Test& test : content->tests) {
        if (test.curve.size() == 0) continue;
        tell_nanosuite_corrections(test);
        tell_method(test);
        keep_stated_tip_and_range(test);
    }
    return content;
}

}  // namespace sneddon
