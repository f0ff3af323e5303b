#include "sneddon/figure/figure_places.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "figure_layout.hpp"

namespace sneddon {
namespace {

constexpr double places = 255;
constexpr char not_drawn = '\xFF';

bool has_tests(const Mark& mark) {
    return mark.kind == MarkKind::point_density && !mark.tests.empty();
}

std::optional<char> place_of(double at_mm, double from_mm, double to_mm) {
    const double part = (at_mm - from_mm) / (to_mm - from_mm);
    if (!(part >= 0 && part <= 1)) return std::nullopt;
    return static_cast<char>(
        static_cast<unsigned char>(std::min(places - 1, std::floor(part * places))));
}

}  // namespace

std::string figure_places(const Figure& figure, std::size_t rows) {
    const auto panel = std::ranges::find_if(figure.panels, [](const Panel& each) {
        return std::ranges::any_of(each.marks, has_tests);
    });
    if (panel == figure.panels.end()) return "";
    const PanelLayout layout =
        layout_of(figure).panels[static_cast<std::size_t>(panel - figure.panels.begin())];
    std::string bytes(2 * rows, not_drawn);
    for (const Mark& mark : panel->marks) {
        if (!has_tests(mark)) continue;
        for (std::size_t i = 0; i < std::min(mark.tests.size(), mark.x.size()); ++i) {
            const auto column = place_of(layout.x.mm(mark.x[i]), layout.x.from_mm, layout.x.to_mm);
            const auto row = place_of(layout.y.mm(mark.y[i]), layout.y.to_mm, layout.y.from_mm);
            if (!column || !row || mark.tests[i] >= rows) continue;
            bytes[mark.tests[i]] = *column;
            bytes[rows + mark.tests[i]] = *row;
        }
    }
    return bytes;
}

}  // namespace sneddon
