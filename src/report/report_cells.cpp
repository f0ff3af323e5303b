#include "report/report_cells.hpp"

#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {

std::string number_cell(const Findings& findings, const std::string& place, int digits) {
    if (findings.find(place) == nullptr) return "";
    return html_of(findings.words(place, digits));
}

std::string plus_minus(const Findings& findings, const std::string& value, const std::string& u) {
    const auto [mean, spread] = mean_and_spread(findings.number(value), findings.number(u));
    if (mean.empty()) return "";
    Words words;
    words.value(mean, value);
    if (!spread.empty()) words.add(" ± ").value(spread, u);
    return html_of(words);
}

std::string interval(const Findings& findings, const std::string& place) {
    if (findings.size(place) != 2) return "";
    return html_of(
        findings.words(place + "/0", 3).add(" to ").add(findings.words(place + "/1", 3)));
}

std::string label_cell(const Findings& findings, const std::string& place) {
    return findings.find(place) == nullptr ? "all" : html_of(findings.count(place));
}

std::string quantity_cell(const std::string& id) {
    const auto quantity = find_quantity(id);
    return quantity ? quantity_html(*quantity) : escaped_markup(id);
}

void heads(HtmlTable& table, std::initializer_list<std::string_view> texts,
           std::initializer_list<std::string_view> numbers) {
    for (const std::string_view head : texts) table.head(head);
    for (const std::string_view head : numbers) table.head(head, CellKind::number);
}

}  // namespace sneddon
