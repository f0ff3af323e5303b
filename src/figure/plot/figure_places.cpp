#include "figure/plot/figure_places.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "figure/plot/figure_layout.hpp"

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
    const auto panel = std::ranges::find_if(figure.panels, [](const Panel& candidate) {
        return std::ranges::any_of(candidate.marks, has_tests);
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

namespace {

constexpr std::size_t points_of_curve = 40;

struct Stretch {
    std::size_t begin, end;  ///< of a curve in its mark
};

/// Curves end at points that are not finite.
std::vector<Stretch> stretches(const Mark& mark) {
    std::vector<Stretch> all;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < mark.x.size(); ++i) {
        if (std::isfinite(mark.x[i])) continue;
        all.push_back({begin, i});
        begin = i + 1;
    }
    return all;
}

void append_curve(const Mark& mark, Stretch curve, const PanelLayout& layout, std::string& bytes) {
    const std::size_t last = curve.end - curve.begin - 1;
    for (std::size_t p = 0; p < points_of_curve; ++p) {
        const std::size_t i = curve.begin + p * last / (points_of_curve - 1);
        const auto column = place_of(layout.x.mm(mark.x[i]), layout.x.from_mm, layout.x.to_mm);
        const auto row = place_of(layout.y.mm(mark.y[i]), layout.y.to_mm, layout.y.from_mm);
        const bool is_inside = column && row;
        bytes += is_inside ? *column : not_drawn;
        bytes += is_inside ? *row : not_drawn;
    }
}

}  // namespace

std::string figure_curves(const Figure& figure, std::size_t rows) {
    const FigureLayout layout = layout_of(figure);
    std::string bytes;
    for (std::size_t p = 0; p < figure.panels.size(); ++p)
        for (const Mark& mark : figure.panels[p].marks) {
            if (mark.kind != MarkKind::curve_density) continue;
            const auto curves = stretches(mark);
            for (std::size_t c = 0; c < std::min(curves.size(), mark.tests.size()); ++c) {
                if (mark.tests[c] >= rows || curves[c].begin == curves[c].end) continue;
                for (int shift = 0; shift < 32; shift += 8)
                    bytes += static_cast<char>((mark.tests[c] >> shift) & 0xFF);
                bytes += static_cast<char>(p);
                append_curve(mark, curves[c], layout.panels[p], bytes);
            }
        }
    return bytes;
}

}  // namespace sneddon
