// A table of one list of results.json: a row is an item, a column says what of it is shown.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_cells.hpp"

namespace sneddon {

template <class Item>
class ResultsTable {
  public:
    /// What an item has: &WrittenCluster::share, or a function of the item.
    template <class Value>
    using Get = std::function<Value(const Item&)>;

    /// `id` is unique in the page; `caption` is HTML.
    ResultsTable(std::string_view id, std::string_view caption) : table_(id, caption) {}

    // The columns from left to right; the first one heads the rows. Heads are HTML.
    void html(std::string_view head, Get<std::string> cell, CellKind kind = CellKind::text) {
        table_.head(head, kind == CellKind::number ? kind : CellKind::text);
        columns_.push_back({std::move(cell), kind});
    }
    void text(std::string_view head, Get<Text> get, CellKind kind = CellKind::text) {
        html(
            head, [get](const Item& item) { return html_of(get(item)); }, kind);
    }
    void label(Get<Number> get, const ClusterNames& names) {
        html("cluster", [get, names](const Item& item) { return label_cell(get(item), names); });
    }
    void quantity(Get<Text> get) {
        html("quantity", [get](const Item& item) { return quantity_cell(get(item).value()); });
    }
    void count(std::string_view head, Get<Number> get) {
        html(
            head, [get](const Item& item) { return html_of(get(item).count()); }, CellKind::number);
    }
    void number(std::string_view head, Get<Number> get, int digits) {
        html(
            head, [get, digits](const Item& item) { return number_cell(get(item), digits); },
            CellKind::number);
    }
    void plus_minus(std::string_view head, Get<Number> value, Get<Number> deviation) {
        html(
            head,
            [value, deviation](const Item& item) {
                return plus_minus_cell(value(item), deviation(item));
            },
            CellKind::number);
    }
    void interval(std::string_view head, Get<Numbers> get) {
        html(
            head, [get](const Item& item) { return interval_cell(get(item)); }, CellKind::number);
    }

    template <class Items>
    std::string take(const Items& items) {
        for (const auto& item : items) {
            table_.begin_row();
            table_.row_head(columns_.front().cell(item));
            for (std::size_t i = 1; i < columns_.size(); ++i)
                table_.cell(columns_[i].cell(item), columns_[i].kind);
        }
        return table_.take();
    }

  private:
    struct TableColumn {
        Get<std::string> cell;
        CellKind kind;
    };
    HtmlTable table_;
    std::vector<TableColumn> columns_;
};

}  // namespace sneddon
