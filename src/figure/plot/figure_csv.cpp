#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/csv_cell.hpp"
#include "base/markup.hpp"
#include "figure/plot/density.hpp"
#include "figure/plot/figure.hpp"
#include "figure/plot/figure_layout.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

std::string csv_text(std::string_view text) {
    return csv_cell(valid_utf8(text));
}

class Table {
  public:
    std::size_t column(const std::string& head) {
        const auto found = std::ranges::find(heads_, head);
        if (found != heads_.end()) return static_cast<std::size_t>(found - heads_.begin());
        heads_.push_back(head);
        return heads_.size() - 1;
    }
    std::vector<std::string>& row() {
        rows_.emplace_back(heads_.size());
        return rows_.back();
    }
    std::string text() const {
        std::string text;
        append(text, heads_);
        for (const auto& row : rows_) append(text, row);
        return text;
    }

  private:
    void append(std::string& text, const std::vector<std::string>& cells) const {
        for (std::size_t i = 0; i < heads_.size(); ++i) {
            if (i > 0) text += ',';
            if (i < cells.size()) text += cells[i];
        }
        text += '\n';
    }
    std::vector<std::string> heads_;
    std::vector<std::vector<std::string>> rows_;
};

std::string number(const std::vector<double>& values, std::size_t i) {
    return i < values.size() && std::isfinite(values[i]) ? number_text(values[i]) : "";
}

std::string place_text(const FigureAxis& axis, const std::vector<double>& values, std::size_t i) {
    if (axis.categories.empty() || i >= values.size()) return number(values, i);
    const double nearest = std::round(values[i]);
    if (!(nearest >= 0) || nearest >= static_cast<double>(axis.categories.size())) return "";
    return csv_text(axis.categories[static_cast<std::size_t>(nearest)]);
}

struct Columns {
    std::size_t series, test, x, y, low, high;
};

void add_density(Table& table, const Figure& figure, const Mark& mark, const Panel& panel,
                 const PanelLayout& layout, const Columns& columns) {
    const std::size_t count =
        table.column(mark.kind == MarkKind::curve_density ? "curves_here" : "tests_here");
    const Density density = density_of(mark, panel, layout);
    for (std::size_t at = 0; at < density.counts.size(); ++at) {
        if (density.counts[at] == 0) continue;
        const std::size_t line = at / density.width;
        const double column = static_cast<double>(at % density.width) + 0.5;
        const double row = static_cast<double>(line) + 0.5;
        auto& cells = table.row();
        if (figure.is_simulated) cells[0] = "yes";
        cells[columns.series] = csv_text(mark.name);
        cells[columns.x] =
            fmt::format("{:.6g}", value_at(layout.x, column / static_cast<double>(density.width)));
        cells[columns.y] = fmt::format(
            "{:.6g}", value_at(layout.y, 1 - row / static_cast<double>(density.height)));
        cells[count] = std::to_string(density.counts[at]);
    }
}

}  // namespace

std::string figure_csv(const Figure& figure, const std::vector<std::string>& test_ids) {
    const FigureLayout layout = layout_of(figure);
    Table table;
    if (figure.is_simulated) table.column("simulated");
    const std::size_t series = table.column("series");
    bool has_tests = false;
    for (const Panel& panel : figure.panels)
        for (const Mark& mark : panel.marks) has_tests |= !mark.tests.empty() && !is_raster(mark);
    const std::size_t test = has_tests ? table.column("test_id") : 0;
    for (std::size_t p = 0; p < figure.panels.size(); ++p) {
        const Panel& panel = figure.panels[p];
        for (const Mark& mark : panel.marks) {
            if (mark.kind == MarkKind::text || mark.kind == MarkKind::image) continue;
            const bool has_ends = !mark.low.empty() && !is_raster(mark);
            Columns columns = {series, test, table.column(panel.x_axis.column), 0, 0, 0};
            if (mark.kind != MarkKind::band) columns.y = table.column(panel.y_axis.column);
            if (has_ends) {
                columns.low = table.column(panel.y_axis.column + "_low");
                columns.high = table.column(panel.y_axis.column + "_high");
            }
            if (is_raster(mark)) {
                add_density(table, figure, mark, panel, layout.panels[p], columns);
                continue;
            }
            for (std::size_t i = 0; i < mark.x.size(); ++i) {
                auto& cells = table.row();
                if (figure.is_simulated) cells[0] = "yes";
                cells[series] = csv_text(mark.name);
                if (i < mark.tests.size() && mark.tests[i] < test_ids.size())
                    cells[test] = csv_text(test_ids[mark.tests[i]]);
                cells[columns.x] = place_text(panel.x_axis, mark.x, i);
                if (mark.kind != MarkKind::band)
                    cells[columns.y] = place_text(panel.y_axis, mark.y, i);
                if (has_ends) {
                    cells[columns.low] = number(mark.low, i);
                    cells[columns.high] = number(mark.high, i);
                }
            }
        }
    }
    return table.text();
}

}  // namespace sneddon
