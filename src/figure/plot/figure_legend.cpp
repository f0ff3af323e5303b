#include "figure/plot/figure_legend.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "base/markup.hpp"
#include "figure/plot/svg_writer.hpp"

namespace sneddon {
namespace {

constexpr double left_mm = 2.0;

std::vector<const Mark*> marks_with_legend(const Figure& figure) {
    std::vector<const Mark*> marks;
    std::set<std::string> seen;
    for (const Panel& panel : figure.panels)
        for (const Mark& mark : panel.marks)
            if (!mark.legend.empty() && seen.insert(mark.legend).second) marks.push_back(&mark);
    return marks;
}

}  // namespace

double simulated_mm() {
    return text_width_mm("SIMULATED", type::label_mm) * 1.1;
}

std::vector<LegendPlace> legend_of(const Figure& figure) {
    const double taken_mm = figure.is_simulated ? simulated_mm() + 3 : 0;
    const double room_mm = figure.width_mm - 2 * left_mm - taken_mm;
    const double key_mm = legend_key_mm + type::gap_mm;
    std::vector<LegendPlace> places;
    double widest_mm = 0;
    for (const Mark* mark : marks_with_legend(figure)) {
        places.push_back(
            {mark, shortened(valid_utf8(mark->legend), room_mm - key_mm, type::label_mm), 0, 0});
        widest_mm = std::max(widest_mm, text_width_mm(places.back().label, type::label_mm));
    }
    const double column_mm = key_mm + widest_mm + 2 * type::gap_mm;
    const auto columns =
        static_cast<std::size_t>(std::max(1.0, (room_mm + 2 * type::gap_mm) / column_mm));
    const auto most_rows =
        static_cast<std::size_t>(std::max(1.0, 0.4 * figure.height_mm / legend_row_mm));
    if (places.size() > columns * most_rows) {
        const std::size_t shown = columns * (most_rows - 1);
        const std::size_t hidden = places.size() - shown;
        places.resize(shown);
        places.push_back({nullptr, fmt::format("and {} more", hidden), 0, 0});
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::size_t row = i / columns;
        places[i].x_mm = left_mm + static_cast<double>(i % columns) * column_mm;
        places[i].y_mm = 1 + (static_cast<double>(row) + 0.5) * legend_row_mm;
    }
    return places;
}

}  // namespace sneddon
