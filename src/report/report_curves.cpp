// The drawn sections: load functions against time, curves with their segments and fits.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "html_text.hpp"
#include "report_page.hpp"
#include "sneddon/figure/line_plot.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_panels = 24;
constexpr std::size_t most_load_functions = 12;
constexpr double most_approach = 0.15;  // of the depth range of the rest
constexpr double panel_width_mm = 58, panel_height_mm = 46;
constexpr LineStyle fit_style = {"currentColor", "1.2 0.6", 0.35};

LineStyle segment_style(SegmentKind kind) {
    switch (kind) {
        case SegmentKind::approach:
            return {"#808080", "", 0.45};
        case SegmentKind::load:
            return {palette[0], "", 0.45};
        case SegmentKind::hold:
            return {palette[1], "", 0.45};
        case SegmentKind::unload:
            return {palette[2], "", 0.45};
        case SegmentKind::drift_hold:
            return {palette[3], "", 0.45};
        case SegmentKind::retract:
            return {"#808080", "", 0.45};
    }
    return {};
}

/// Places of the previews of each load function, load functions in the order of the previews.
std::vector<std::vector<std::size_t>> by_load_function(const std::vector<CurvePreview>& previews) {
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < previews.size(); ++i) {
        const auto group = std::ranges::find_if(groups, [&](const auto& members) {
            return previews[members.front()].load_function == previews[i].load_function;
        });
        if (group == groups.end())
            groups.push_back({i});
        else
            group->push_back(i);
    }
    return groups;
}

/// Turn by turn one more of each load function until the page is full, each time evenly spread.
std::vector<std::size_t> spread_previews(const std::vector<CurvePreview>& previews) {
    const auto groups = by_load_function(previews);
    std::vector<std::size_t> shares(groups.size(), 0);
    std::size_t total = 0;
    for (bool has_grown = true; has_grown && total < most_panels;) {
        has_grown = false;
        for (std::size_t g = 0; g < groups.size() && total < most_panels; ++g) {
            if (shares[g] == groups[g].size()) continue;
            ++shares[g];
            ++total;
            has_grown = true;
        }
    }
    std::vector<std::size_t> chosen;
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (std::size_t i = 0; i < shares[g]; ++i)
            chosen.push_back(groups[g][i * groups[g].size() / shares[g]]);
    return chosen;
}

LinePlot load_function_plot(const std::vector<CurvePreview>& previews) {
    const auto groups = by_load_function(previews);
    LinePlot plot;
    plot.title = "Load functions";
    plot.description = "Load against time of the first test of each load function.";
    plot.x_axis = {"Time", "t", "s"};
    plot.y_axis = {"Load", "F", "µN"};
    plot.width_mm = 120;  // between one column and two, so that it is legible on a small screen too
    const std::size_t count = std::min(groups.size(), most_load_functions);
    plot.height_mm = 60 + 1.8 * static_cast<double>(count);  // room for the legend
    for (std::size_t g = 0; g < count; ++g) {
        const CurvePreview& first = previews[groups[g].front()];
        plot.series.push_back({first.load_function.empty() ? first.test_id : first.load_function,
                               first.time_s, first.load_uN, series_style(plot.series.size())});
    }
    return plot;
}

/// The points of one segment and the first of the next, so that the line has no gaps.
LineSeries segment_series(const CurvePreview& preview, const CurvePreview::Edge& edge) {
    LineSeries series;
    series.style = segment_style(edge.kind);
    for (std::size_t i = 0; i < preview.time_s.size(); ++i) {
        if (preview.time_s[i] < edge.begin_s) continue;
        series.x.push_back(preview.depth_nm[i]);
        series.y.push_back(preview.load_uN[i]);
        if (preview.time_s[i] > edge.end_s) break;
    }
    return series;
}

/// An approach through air can be many times as long as the contact is deep: its far part would
/// press the curve to the edge.
void cut_approach(std::vector<LineSeries>& series,
                  const std::vector<CurvePreview::Edge>& segments) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].kind == SegmentKind::approach) continue;
        for (const double depth_nm : series[i].x) {
            low = std::min(low, std::isfinite(depth_nm) ? depth_nm : low);
            high = std::max(high, std::isfinite(depth_nm) ? depth_nm : high);
        }
    }
    const double limit_nm = low - most_approach * (high - low);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].kind != SegmentKind::approach) continue;
        for (double& depth_nm : series[i].x)
            if (depth_nm < limit_nm) depth_nm = std::numeric_limits<double>::quiet_NaN();
    }
}

LinePlot curve_plot(const CurvePreview& preview) {
    LinePlot plot;
    plot.title = "Load against depth of test " + preview.test_id;
    plot.description = preview.fit_depth_nm.empty()
                           ? "Segments in their colours; the unloading could not be fitted."
                           : "Segments in their colours, the unloading fit dashed on top.";
    plot.x_axis = {"Depth", "h", "nm"};
    plot.y_axis = {"Load", "F", "µN"};
    plot.width_mm = panel_width_mm;
    plot.height_mm = panel_height_mm;
    for (const CurvePreview::Edge& edge : preview.segments)
        plot.series.push_back(segment_series(preview, edge));
    cut_approach(plot.series, preview.segments);
    if (preview.segments.empty())
        plot.series.push_back({"", preview.depth_nm, preview.load_uN, {"#808080", "", 0.45}});
    plot.series.push_back({"", preview.fit_depth_nm, preview.fit_load_uN, fit_style});
    return plot;
}

/// Name, load function, the main numbers and the flags of the test under its curve.
std::string panel_caption(const ReportPage& page, const CurvePreview& preview) {
    std::string caption = test_link(page, preview.test_id);
    if (!preview.load_function.empty()) caption += " · " + escaped_markup(preview.load_function);
    const auto listed = page.row_of_id.find(preview.test_id);
    if (listed == page.row_of_id.end()) return caption;
    const TestRow& row = page.study.tests[listed->second];
    for (const QuantityIndex quantity : {"H_IT_GPa"_q, "m"_q}) {
        const std::string number = number_html(row.values[quantity], 3);
        if (number.empty()) continue;
        caption += fmt::format(" · {} {}", symbol_html(quantity.info().symbol), number);
        if (!quantity.info().unit.empty()) caption += fmt::format(" {}", quantity.info().unit);
    }
    if (!row.flags.empty()) caption += " · " + count_text(row.flags.size(), "flag");
    return caption;
}

std::string legend_html(const std::vector<CurvePreview>& previews) {
    constexpr SegmentKind kinds[] = {SegmentKind::approach, SegmentKind::load, SegmentKind::hold,
                                     SegmentKind::unload, SegmentKind::drift_hold};
    std::string html = "<ul class=\"legend\">";
    for (const SegmentKind kind : kinds) {
        const auto has_kind = [&](const CurvePreview& preview) {
            return std::ranges::find(preview.segments, kind, &CurvePreview::Edge::kind) !=
                   preview.segments.end();
        };
        if (std::ranges::none_of(previews, has_kind)) continue;
        const std::string_view label = kind == SegmentKind::drift_hold ? "drift hold" : name(kind);
        html += fmt::format("<li><span style=\"border-top:3px solid {}\"></span>{}</li>",
                            segment_style(kind).colour, label);
    }
    return html + "<li><span style=\"border-top:3px dashed\"></span>unloading fit</li></ul>\n";
}

}  // namespace

void write_load_functions(std::ostream& out, const ReportPage& page) {
    if (page.study.previews.empty()) return;
    const std::size_t all = by_load_function(page.study.previews).size();
    out << "<section id=\"load-functions\">\n<h2>Load functions</h2>\n<figure class=\"wide\">\n"
        << line_plot_svg(load_function_plot(page.study.previews), SvgPlace::in_page)
        << "<figcaption>Load against time as measured: the first test of "
        << (all > most_load_functions
                ? fmt::format("{} of {} load functions", most_load_functions, all)
                : "each load function")
        << ".</figcaption>\n</figure>\n</section>\n";
}

void write_curves(std::ostream& out, const ReportPage& page) {
    const auto& previews = page.study.previews;
    if (previews.empty()) return;
    const std::vector<std::size_t> chosen = spread_previews(previews);
    out << "<section id=\"curves\">\n<h2>Curves and unloading fits</h2>\n<p>"
        << count_text(chosen.size(), "curve") << " of " << count_text(page.counts.tests, "test")
        << ", spread over the load functions; each has at most 400 of its points. "
        << "An approach longer than 15 % of the depth is cut. curves.json holds the curves.</p>\n"
        << legend_html(previews) << "<div class=\"panels\">\n";
    for (const std::size_t i : chosen)
        out << "<figure>\n"
            << line_plot_svg(curve_plot(previews[i]), SvgPlace::in_page) << "<figcaption>"
            << panel_caption(page, previews[i]) << "</figcaption>\n</figure>\n";
    out << "</div>\n</section>\n";
}

}  // namespace sneddon
