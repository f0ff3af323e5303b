// Anton Paar's list of results, one line for each result of each test:
//   Group  Measurement  Parameter  Unit  Value
//   S_300mN  1  HIT (O&P)  GPa  3.499
// in the code page of the PC (cp1252, cp949, ...).
#include <map>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "model/units.hpp"
#include "read/antonpaar/antonpaar_report.hpp"
#include "read/antonpaar/antonpaar_results.hpp"
#include "read/results_table.hpp"
#include "read/text/units.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

enum Place : std::size_t { group, measurement, parameter, unit, value, cells_of_a_line };

std::optional<double> number_of(std::string_view cell) {
    const auto number = parse_number(cell, cell.find(',') == cell.npos ? '.' : ',');
    return number && is_finite(*number) ? number : std::nullopt;
}

/// One test of the list, while its lines come.
struct ListedTest {
    VendorTableRow row;
    std::optional<double> x_um, y_um;

    void add(std::string_view name, std::string_view unit_text, double number) {
        const auto known = parse_unit(unit_text);
        const bool is_length = known && known->dimension == Dimension::depth;
        if ((name == "X" || name == "Y") && is_length)
            (name == "X" ? x_um : y_um) = number * known->times / known->per / nm_per_um;
        else
            row.values.push_back(antonpaar_value(name, unit_text, number, 1));
    }
};

}  // namespace

Result<std::vector<VendorTableRow>> read_antonpaar_list(std::string_view bytes,
                                                        std::string_view name) {
    if (auto reported = read_antonpaar_report(bytes); !reported.empty()) return reported;
    std::vector<ListedTest> tests;
    std::map<std::string, std::size_t> place_of;
    for (LineCursor lines(bytes); !lines.is_at_end();) {
        const auto cells = cells_of(lines.next(), '\t');
        if (cells.size() < cells_of_a_line) continue;
        const auto number = number_of(unquoted(cells[value]));
        if (!number) continue;  // the heads, and results that there are not
        const std::string test =
            text_utf8(unquoted(cells[group])) + "_" + std::string(unquoted(cells[measurement]));
        const auto [place, is_new] = place_of.emplace(test, tests.size());
        if (is_new) tests.push_back({{test, {}, {}}, {}, {}});
        tests[place->second].add(unquoted(cells[parameter]), unquoted(cells[unit]), *number);
    }
    std::vector<VendorTableRow> rows;
    for (ListedTest& test : tests) {
        if (test.x_um && test.y_um) test.row.position = StagePosition{*test.x_um, *test.y_um};
        rows.push_back(std::move(test.row));
    }
    if (!rows.empty()) return rows;
    return Error{"SND-R010", std::string(name), "a list of results without a line",
                 "lines of Group, Measurement, Parameter, Unit, Value", ""};
}

}  // namespace sneddon
