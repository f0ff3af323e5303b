// Mean hold curves with their law, contact pressure, energies: cluster by cluster.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/hold_subsets.hpp"
#include "results/hold_columns.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_points = 600;  ///< of a line: more than can be seen at 180 mm

void add_mean_curve(const WrittenStudy& study, const WrittenCreepCurve& curve, Panel& panel) {
    const LabelLook look = label_look(study, curve.label());
    const auto file = study.holds.find(curve.file().value());
    if (file == study.holds.end()) return;
    const std::string column = curve.column().value();
    const auto* time = file->second.number(hold_column::time_s);
    const auto* mean = file->second.number(hold_column::mean_nm(column));
    const auto* sd = file->second.number(hold_column::sd_nm(column));
    if (time == nullptr || mean == nullptr) return;
    Mark band, line, law;
    band.kind = MarkKind::band;
    band.name = look.name + ", standard deviation of one test";
    line.name = look.name;
    law.name = look.name + ", creep law";
    // In grey the colours of the lines are one: a few of their points carry the cluster's shape.
    Mark shapes;
    shapes.kind = MarkKind::points;
    shapes.name = shapes.legend = look.name;
    shapes.style = look.style;
    shapes.style.size_mm = 1.7;
    band.style = line.style = law.style = look.style;
    band.style.opacity = 0.14;
    line.style.dash = "";
    law.style.dash = "1.2 0.7";
    law.style.colour = "currentColor";
    law.style.width_mm = 0.3;
    const double a = curve.fit().a_nm_per_s().value(), b = curve.fit().b_nm().value(),
                 c = curve.fit().c().value();
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
    last->legend = "law a t + b tᶜ (s, nm)";
    std::rotate(last.base() - 1, last.base(), panel.marks.end());
}

/// How many clusters the labels of the sample's works are of.
std::size_t labels_of(const WrittenStudy& study, const std::string& sample) {
    if (sample.empty()) return cluster_count(study);
    double most = -1;
    for (const WrittenEnergy energy : study.results.energies())
        if (is_of_sample(energy, sample) && energy.label().value() > most)
            most = energy.label().value();
    return static_cast<std::size_t>(most + 1);
}

Mark energy_mark(const WrittenStudy& study, const std::string& sample, QuantityIndex quantity,
                 double label, const std::string& name) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = name;
    for (const WrittenEnergy energy : study.results.energies()) {
        if (!is_of_sample(energy, sample)) continue;
        const double written = energy.label().value();
        if (!(written == label || (std::isnan(written) && std::isnan(label)))) continue;
        const double mean = energy.of_quantity(quantity).mean().value();
        const double sd = energy.of_quantity(quantity).sd().value();
        const double hold_s = energy.hold_s().value();
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

/// "cluster 0, a 0.034, b 0.400, c 0.58": the law stands in the drawing, its units in its key.
std::string law_text(const WrittenCreepCurve& curve) {
    const double a = curve.fit().a_nm_per_s().value(), b = curve.fit().b_nm().value(),
                 c = curve.fit().c().value();
    if (!std::isfinite(a + b + c)) return "";
    return fmt::format(", a {}, b {}, c {}", number_words(a, 2), number_words(b, 3),
                       number_words(c, 2));
}

Drawn creep_curves_of(const WrittenStudy& study, const std::string& sample) {
    const auto curves = subsets_of_longest_hold(study, study.results.creep_curves(), sample);
    if (curves.empty())
        return {{}, study.results.why_not(key::creep_curves, "there are no mean hold curves")};
    Figure figure = new_figure(study, "creep-curves", "Mean hold curves and creep law");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Time of the hold", "t", "s", "time_s"};
    panel.y_axis = {"Creep displacement", "Δh", "nm", "creep_nm"};
    figure.caption.add("Mean hold curves of ")
        .add(curves.front().load_function().words())
        .add(
            "; bands: standard deviation of one test; dashed: h = a t + b t^c (t in s); symbols "
            "name the curves. ");
    Words laws;
    for (const WrittenCreepCurve& curve : curves) {
        add_mean_curve(study, curve, panel);
        if (sample.empty() && !panel.marks.empty())  // samples side by side share their keys
            panel.marks.back().legend += law_text(curve);
        laws.add(laws.is_empty() ? "" : "; ")
            .add(label_words(study, curve.label()))
            .add(" (n = ")
            .add(curve.n().count())
            .add("): a = ")
            .add(curve.fit().a_nm_per_s().words(2))
            .add(" nm/s, b = ")
            .add(curve.fit().b_nm().words(3))
            .add(" nm, c = ")
            .add(curve.fit().c().words(2));
    }
    figure.caption.add(laws);
    figure.caption.add(".");
    name_last_law(panel);
    if (panel.marks.empty()) return {{}, Words("the files of the mean hold curves are missing")};
    constexpr double key_mm = 3.2;  // a row of the legend
    figure.height_mm += key_mm * static_cast<double>(curves.size());
    return {{figure}, {}};
}

Drawn contact_pressure_of(const WrittenStudy& study, const std::string& sample) {
    const auto contacts = subsets_of_longest_hold(study, study.results.contact(), sample);
    if (contacts.empty())
        return {{}, study.results.why_not(key::contact, "no test has a contact area")};
    Figure figure = new_figure(study, "contact-pressure", "Normalised contact pressure");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Distance from the axis", "r", "nm", "r_nm"};
    panel.y_axis = {"Pressure", "σ_z/p_m", "", "sigma_z_over_p_m"};
    panel.y_axis.quantity = "Normalised stress";
    figure.caption.add("Elastic cone (Sneddon ")
        .fixed("1965")
        .add("): σ_z/p_m = −acosh(a/r) for ")
        .add(contacts.front().load_function().words())
        .add(", the pole at r = ")
        .fixed("0")
        .add(" cut. Mean contact radius a ± standard deviation: ");
    Words radii;
    for (const WrittenContact& contact : contacts) {
        const LabelLook look = label_look(study, contact.label());
        Mark mark;
        mark.name = mark.legend = look.name;
        mark.style = look.style;
        mark.x = contact.profile().r_nm().values();
        mark.y = contact.profile().sigma_z_over_p_m().values();
        panel.marks.push_back(std::move(mark));
        radii.add(radii.is_empty() ? "" : "; ")
            .add(label_words(study, contact.label()))
            .add(" ")
            .add(contact.radius_nm().mean_sd())
            .add(" nm (n = ")
            .add(contact.n().count())
            .add(")");
    }
    figure.caption.add(radii).add(".");
    return {{figure}, {}};
}

Drawn energies_of(const WrittenStudy& study, const std::string& sample) {
    if (study.results.energies().is_empty())
        return {{}, study.results.why_not(key::energies, "no test has its works")};
    Figure figure = new_figure(study, "energies", "Plastic and elastic work of each cluster");
    Panel& panel = figure.panels[0];
    panel.x_axis = quantity_axis("hold_s"_q);
    panel.x_axis.symbol = "";
    panel.y_axis = {"Work", "W", "pJ", "W_pJ"};
    const std::size_t clusters = labels_of(study, sample);
    for (std::size_t i = 0; i < clusters; ++i)
        for (const bool is_plastic : {true, false}) {
            Mark mark = energy_mark(
                study, sample, is_plastic ? "W_plast_pJ"_q : "W_elast_pJ"_q, static_cast<double>(i),
                cluster_name(study, i) + (is_plastic ? ", plastic" : ", elastic"));
            mark.legend = mark.name;
            MarkStyle style = cluster_style(i);
            style.shift_mm =
                1.1 * (static_cast<double>(i) - 0.5 * static_cast<double>(clusters - 1));
            add_energy(panel, std::move(mark), style,
                       is_plastic ? MarkFill::filled : MarkFill::open);
        }
    if (clusters == 0)
        for (const bool is_plastic : {true, false}) {
            Mark mark = energy_mark(study, sample, is_plastic ? "W_plast_pJ"_q : "W_elast_pJ"_q,
                                    nan, is_plastic ? "plastic" : "elastic");
            mark.legend = mark.name;
            add_energy(panel, std::move(mark), load_function_style(is_plastic ? 0 : 1),
                       MarkFill::open);
        }
    if (panel.marks.empty()) return {{}, Words("no load function has works of its clusters")};
    figure.height_mm = 68;
    figure.caption.add(
        "Mean work of one test, whiskers: standard deviation of one test, side by side where they "
        "would cover each other. ");
    const auto energies = subsets_of_longest_hold(study, study.results.energies(), sample);
    Words works;
    for (const WrittenEnergy& energy : energies)
        works.add(works.is_empty() ? "" : "; ")
            .add(label_words(study, energy.label()))
            .add(" ")
            .add(energy.of_quantity("W_plast_pJ"_q).mean_sd())
            .add(" pJ (n = ")
            .add(energy.n().count())
            .add(")");
    if (!energies.empty())
        figure.caption.add("Plastic work of ")
            .add(energies.front().load_function().words())
            .add(": ")
            .add(works)
            .add(".");
    return {{figure}, {}};
}

}  // namespace

Drawn draw_creep_curves(const WrittenStudy& study) {
    return side_by_side(study, creep_curves_of);
}

Drawn draw_contact_pressure(const WrittenStudy& study) {
    return side_by_side(study, contact_pressure_of);
}

Drawn draw_energies(const WrittenStudy& study) {
    if (cluster_count(study) == 1)
        return {{}, Words("there is one cluster: see the works against hold time")};
    return side_by_side(study, energies_of);
}

}  // namespace sneddon
