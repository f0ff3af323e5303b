// Mean hold curves with their law, contact pressure, energies: cluster by cluster.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_points = 600;  ///< of a line: more than can be seen at 180 mm

/// Elements of a list for one load function: those with labels, or the one of all tests where
/// there are no clusters.
std::vector<std::size_t> elements_of(const Findings& findings, const std::string& list,
                                     const std::string& load_function) {
    std::vector<std::size_t> labelled, all;
    for (std::size_t i = 0; i < findings.size(list); ++i) {
        const std::string place = fmt::format("{}/{}", list, i);
        if (findings.text(place + "/load_function") != load_function) continue;
        const bool has_label = std::isfinite(findings.number(place + "/label"));
        (has_label ? labelled : all).push_back(i);
    }
    return labelled.empty() ? all : labelled;
}

/// The load function of the longest hold that a list knows.
std::string last_load_function(const Findings& findings, const std::string& list) {
    std::string last;
    double longest = -1;
    const auto names = group_names(findings);
    for (std::size_t g = 0; g < names.size(); ++g) {
        const double hold_s =
            std::isfinite(group_hold_s(findings, g)) ? group_hold_s(findings, g) : 0;
        if (hold_s > longest && !elements_of(findings, list, names[g]).empty()) {
            last = names[g];
            longest = hold_s;
        }
    }
    return last;
}

struct Series {
    std::string place;  ///< pointer
    std::string name;
    MarkStyle style;
    Words words;  ///< the name with its place
};

/// The load function of a list's element, with its place.
Words load_function_words(const Findings& findings, const std::string& list,
                          const std::string& load_function) {
    const auto elements = elements_of(findings, list, load_function);
    const std::string place = fmt::format("{}/{}/load_function", list, elements.front());
    return Words().value(findings.text(place), place);
}

std::vector<Series> series_of(const Findings& findings, const std::string& list,
                              const std::string& load_function) {
    std::vector<Series> series;
    for (const std::size_t i : elements_of(findings, list, load_function)) {
        const std::string place = fmt::format("{}/{}", list, i);
        const double label = findings.number(place + "/label");
        if (label >= 0)
            series.push_back({place, cluster_name(static_cast<std::size_t>(label)),
                              cluster_style(static_cast<std::size_t>(label)),
                              Words("cluster ").add(findings.count(place + "/label"))});
        else
            series.push_back({place, "all tests", load_function_style(0), Words("all tests")});
    }
    return series;
}

void add_mean_curve(const Findings& findings, const Series& series, Panel& panel) {
    const auto file = findings.holds.find(findings.text(series.place + "/file"));
    if (file == findings.holds.end()) return;
    const std::string column = findings.text(series.place + "/column");
    const auto* time = file->second.number("time_s");
    const auto* mean = file->second.number("mean_" + column + "_nm");
    const auto* sd = file->second.number("sd_" + column + "_nm");
    if (time == nullptr || mean == nullptr) return;
    Mark band, line, law;
    band.kind = MarkKind::band;
    band.name = series.name + ", standard deviation of one test";
    line.name = series.name;
    law.name = series.name + ", creep law";
    // In grey the colours of the lines are one: a few of their points carry the cluster's shape.
    Mark shapes;
    shapes.kind = MarkKind::points;
    shapes.name = shapes.legend = series.name;
    shapes.style = series.style;
    shapes.style.size_mm = 1.7;
    band.style = line.style = law.style = series.style;
    band.style.opacity = 0.14;
    line.style.dash = "";
    law.style.dash = "1.2 0.7";
    law.style.colour = "currentColor";
    law.style.width_mm = 0.3;
    const std::string fit = series.place + "/fit";
    const double a = findings.number(fit + "/a_nm_per_s"), b = findings.number(fit + "/b_nm"),
                 c = findings.number(fit + "/c");
    const std::size_t step = std::max<std::size_t>(1, time->size() / most_points);
    for (std::size_t i = 0; i < time->size(); i += step) {
        const double t = (*time)[i];
        line.x.push_back(t);
        line.y.push_back((*mean)[i]);
        law.x.push_back(t);
        law.y.push_back(a * t + b * std::pow(t, c));
        if (sd == nullptr) continue;
        band.x.push_back(t);
        band.low.push_back((*mean)[i] - (*sd)[i]);
        band.high.push_back((*mean)[i] + (*sd)[i]);
    }
    for (std::size_t part = 1; part <= 6 && !line.x.empty(); ++part) {
        const std::size_t at = part * (line.x.size() - 1) / 6;
        shapes.x.push_back(line.x[at]);
        shapes.y.push_back(line.y[at]);
    }
    panel.marks.push_back(std::move(band));
    panel.marks.push_back(std::move(line));
    panel.marks.push_back(std::move(law));
    panel.marks.push_back(std::move(shapes));
}

/// One key for all laws, after those of the curves.
void name_last_law(Panel& panel) {
    const auto last = std::find_if(panel.marks.rbegin(), panel.marks.rend(), [](const Mark& mark) {
        return mark.name.ends_with(", creep law");
    });
    if (last == panel.marks.rend()) return;
    last->legend = "creep law";
    std::rotate(last.base() - 1, last.base(), panel.marks.end());
}

Mark energy_mark(const Findings& findings, const std::string& quantity, double label,
                 const std::string& name) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = name;
    for (std::size_t i = 0; i < findings.size("/energies"); ++i) {
        const std::string place = fmt::format("/energies/{}", i);
        const double own = findings.number(place + "/label");
        if (!(own == label || (std::isnan(own) && std::isnan(label)))) continue;
        const double mean = findings.number(fmt::format("{}/{}/mean", place, quantity));
        const double sd = findings.number(fmt::format("{}/{}/sd", place, quantity));
        const double hold_s = findings.number(place + "/hold_s");
        mark.x.push_back(std::isfinite(hold_s) ? hold_s : 0);
        mark.y.push_back(mean);
        mark.low.push_back(mean - sd);
        mark.high.push_back(mean + sd);
    }
    return mark;
}

void add_energy(Panel& panel, Mark mark, const MarkStyle& style, MarkFill fill) {
    if (mark.x.empty()) return;
    mark.style = style;
    mark.style.size_mm = 1.8;
    mark.style.fill = fill;
    Mark line = mark;
    line.kind = MarkKind::line;
    line.legend = "";
    line.name = "line between " + mark.name;
    line.low.clear();
    line.high.clear();
    line.style.width_mm = 0.25;
    panel.marks.push_back(std::move(line));
    panel.marks.push_back(std::move(mark));
}

}  // namespace

Drawn draw_creep_curves(const Findings& findings) {
    const std::string name = last_load_function(findings, "/creep_curves");
    if (name.empty())
        return {{}, findings.why_not("creep_curves", "there are no mean hold curves")};
    Figure figure = new_figure(findings, "creep-curves", "Mean hold curves and creep law");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Time of the hold", "t", "s", "time_s"};
    panel.y_axis = {"Creep displacement", "Δh", "nm", "creep_nm"};
    figure.caption.add("Mean hold curves of ")
        .add(load_function_words(findings, "/creep_curves", name))
        .add(
            "; bands: standard deviation of one test; dashed: h = a t + b t^c (t in s); symbols "
            "name the "
            "curves. ");
    bool is_first = true;
    for (const Series& series : series_of(findings, "/creep_curves", name)) {
        add_mean_curve(findings, series, panel);
        const std::string fit = series.place + "/fit";
        figure.caption.add(is_first ? "" : "; ")
            .add(series.words)
            .add(" (n = ")
            .add(findings.count(series.place + "/n"))
            .add("): a = ")
            .add(findings.words(fit + "/a_nm_per_s", 2))
            .add(" nm/s, b = ")
            .add(findings.words(fit + "/b_nm", 3))
            .add(" nm, c = ")
            .add(findings.words(fit + "/c", 2));
        is_first = false;
    }
    figure.caption.add(".");
    name_last_law(panel);
    if (panel.marks.empty()) return {{}, Words("the files of the mean hold curves are missing")};
    return {{figure}, {}};
}

Drawn draw_contact_pressure(const Findings& findings) {
    const std::string name = last_load_function(findings, "/contact");
    if (name.empty()) return {{}, findings.why_not("contact", "no test has a contact area")};
    Figure figure = new_figure(findings, "contact-pressure", "Normalised contact pressure");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Distance from the axis", "r", "nm", "r_nm"};
    panel.y_axis = {"Pressure", "σ_z/p_m", "", "sigma_z_over_p_m"};
    panel.y_axis.quantity = "Normalised stress";
    figure.caption.add("Elastic cone (Sneddon ")
        .fixed("1948")
        .add("): σz/pm = −acosh(a/r) for ")
        .add(load_function_words(findings, "/contact", name))
        .add(", the pole at r = ")
        .fixed("0")
        .add(" cut. Mean contact radius a ± standard deviation: ");
    bool is_first = true;
    for (const Series& series : series_of(findings, "/contact", name)) {
        Mark mark;
        mark.name = mark.legend = series.name;
        mark.style = series.style;
        for (std::size_t i = 0; i < findings.size(series.place + "/profile/r_nm"); ++i) {
            mark.x.push_back(findings.number(fmt::format("{}/profile/r_nm/{}", series.place, i)));
            mark.y.push_back(
                findings.number(fmt::format("{}/profile/sigma_z_over_p_m/{}", series.place, i)));
        }
        panel.marks.push_back(std::move(mark));
        figure.caption.add(is_first ? "" : "; ")
            .add(series.words)
            .add(" ")
            .add(findings.mean_sd(series.place + "/radius_nm"))
            .add(" nm (n = ")
            .add(findings.count(series.place + "/n"))
            .add(")");
        is_first = false;
    }
    figure.caption.add(".");
    if (findings.text(fmt::format("/contact/{}/rule", 0)) == "paper-eq3")
        figure.caption.add(" The radius is that of the paper's eq. ")
            .fixed("3")
            .add(", which is the edge of the triangle.");
    return {{figure}, {}};
}

Drawn draw_energies(const Findings& findings) {
    if (findings.size("/energies") == 0)
        return {{}, findings.why_not("energies", "no test has its works")};
    Figure figure = new_figure(findings, "energies", "Plastic and elastic work of each cluster");
    Panel& panel = figure.panels[0];
    panel.x_axis = quantity_axis("hold_s");
    panel.x_axis.symbol = "";
    panel.y_axis = {"Work", "W", "pJ", "W_pJ"};
    const std::size_t clusters = cluster_count(findings);
    for (std::size_t i = 0; i < clusters; ++i)
        for (const bool is_plastic : {true, false}) {
            Mark mark = energy_mark(findings, is_plastic ? "W_plast_pJ" : "W_elast_pJ",
                                    static_cast<double>(i),
                                    cluster_name(i) + (is_plastic ? ", plastic" : ", elastic"));
            mark.legend = mark.name;
            MarkStyle style = cluster_style(i);
            style.shift_mm =
                1.1 * (static_cast<double>(i) - 0.5 * static_cast<double>(clusters - 1));
            add_energy(panel, std::move(mark), style,
                       is_plastic ? MarkFill::filled : MarkFill::open);
        }
    if (clusters == 0)
        for (const bool is_plastic : {true, false}) {
            Mark mark = energy_mark(findings, is_plastic ? "W_plast_pJ" : "W_elast_pJ", nan,
                                    is_plastic ? "plastic" : "elastic");
            mark.legend = mark.name;
            add_energy(panel, std::move(mark), load_function_style(is_plastic ? 0 : 1),
                       MarkFill::open);
        }
    if (panel.marks.empty()) return {{}, Words("no load function has works of its clusters")};
    figure.height_mm = 68;
    figure.caption.add(
        "Mean work of one test, whiskers: standard deviation of one test, side by side where they "
        "would cover each other. ");
    const std::string name = last_load_function(findings, "/energies");
    figure.caption.add("Plastic work of ")
        .add(load_function_words(findings, "/energies", name))
        .add(": ");
    bool is_first = true;
    for (const Series& series : series_of(findings, "/energies", name)) {
        figure.caption.add(is_first ? "" : "; ")
            .add(series.words)
            .add(" ")
            .add(findings.mean_sd(series.place + "/W_plast_pJ"))
            .add(" pJ (n = ")
            .add(findings.count(series.place + "/n"))
            .add(")");
        is_first = false;
    }
    figure.caption.add(".");
    return {{figure}, {}};
}

}  // namespace sneddon
