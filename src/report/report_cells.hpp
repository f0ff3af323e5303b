// Cells of the tables of results: numbers with their places.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "report/html_table.hpp"
#include "results/findings.hpp"

namespace sneddon {

/// "" where there is no number.
std::string number_cell(const Findings& findings, const std::string& place, int digits);

/// "4.30 ± 0.39" of a value and its deviation.
std::string plus_minus(const Findings& findings, const std::string& value, const std::string& u);

/// "0.53 to 0.65" of a list of two.
std::string interval(const Findings& findings, const std::string& place);

/// The label of a cluster; "all" where there is none.
std::string label_cell(const Findings& findings, const std::string& place);

/// The symbol of a quantity; the id itself where it is none.
std::string quantity_cell(const std::string& id);

/// Columns of text, then columns of numbers.
void heads(HtmlTable& table, std::initializer_list<std::string_view> texts,
           std::initializer_list<std::string_view> numbers);

}  // namespace sneddon
