#include "report/report_cells.hpp"

#include "model/cluster_name.hpp"
#include "report/html_text.hpp"
#include "report/typeset.hpp"

namespace sneddon {

std::string number_cell(const Number& number, int digits) {
    return number.is_there() ? html_of(number.words(digits)) : "";
}

std::string plus_minus_cell(const Number& value, const Number& deviation) {
    return html_of(mean_and_spread_words(value, deviation));
}

std::string interval_cell(const Numbers& interval) {
    if (interval.size() != 2 || !interval[0].is_there() || !interval[1].is_there()) return "";
    return html_of(interval[0].words(3).add(" to ").add(interval[1].words(3)));
}

std::string label_cell(const Number& label, const ClusterNames& names) {
    if (!label.is_there()) return "all";
    const std::string fact = cluster_fact(static_cast<std::size_t>(label.value()));
    return names.has(fact) ? html_of(names[fact].text()) : html_of(label.count());
}

std::string quantity_cell(const std::string& id) {
    const auto quantity = find_quantity(id);
    if (id == "W_plast_without_hold_pJ") return "plastic work without hold (pJ)";
    return quantity ? quantity_html(*quantity) : typeset(id);
}

}  // namespace sneddon
