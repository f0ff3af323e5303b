#include "figure/study/figure_list.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/comma_list.hpp"
#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

const std::vector<FigureEntry>& entries() {
    static const std::vector<FigureEntry> list = {
        {"xrd", "X-ray diffraction pattern", "main", {}, draw_xrd},
        {"load-functions", "Load functions", "main", {}, draw_load_functions},
        {"hardness", "Hardness", "main", {"tip_and_zero"}, draw_hardness},
        {"image", "Picture of the specimen", "main", {}, draw_image},
        {"work-areas", "Elastic and plastic work on a curve", "main", {}, draw_work_areas},
        {"work-vs-hold", "Work against hold time", "main", {"drift"}, draw_work_vs_hold},
        {"criteria", "How many clusters", "main", {"choice_of_k"}, draw_criteria},
        {"clusters", "Clusters", "main", {"pooling", "drift", "cluster_size"}, draw_clusters},
        {"shares", "Share of each cluster", "main", {"pooling"}, draw_shares},
        {"clusters-hold", "Clusters at each hold", "main", {"pooling"}, draw_clusters_by_hold},
        {"samples", "Samples side by side", "main", {"tip_and_zero"}, draw_samples},
        {"clusters-samples",
         "Clusters of each sample",
         "main",
         {"pooling"},
         draw_clusters_of_samples},
        {"shares-samples",
         "Share of each cluster in each sample",
         "main",
         {"pooling"},
         draw_sample_shares},
        {"map", "Map", "main", {"spacing"}, draw_map},
        {"creep-curves",
         "Creep of each cluster",
         "main",
         {"circularity", "drift"},
         draw_creep_curves},
        {"hold-rates",
         "Hardness against strain rate",
         "main",
         {"circularity", "drift"},
         draw_hold_rates},
        {"pop-in-activation", "Activation of the first pop-in", "main", {}, draw_activation},
        {"contact-pressure", "Contact pressure", "main", {}, draw_contact_pressure},
        {"energies", "Energies of each cluster", "main", {"circularity"}, draw_energies},
        {"profile-hardness", "Hardness against depth", "main", {}, draw_profile_hardness},
        {"profile-modulus", "Modulus against depth", "main", {}, draw_profile_modulus},
        {"profile-stiffness", "Stiffness against depth", "supplement", {}, draw_profile_stiffness},
        {"ccdf", "Distribution of plastic work", "main", {"circularity"}, draw_ccdf},
        {"pop-in-loads", "First pop-ins", "main", {}, draw_pop_in_loads},
        {"pop-in-sizes", "Sizes of pop-ins", "supplement", {}, draw_pop_in_sizes},
        {"pop-in-detection", "Which pop-ins are found", "supplement", {}, draw_pop_in_detection},
        {"curves", "All curves", "supplement", {}, draw_curves},
        {"unloading-fits", "Unloading fits", "supplement", {}, draw_unloading_fits},
        {"segments", "Segments and zero points", "supplement", {}, draw_segments},
        {"flags", "Flags", "supplement", {}, draw_flags},
        {"sensitivity",
         "Sensitivity of the creep law",
         "supplement",
         {"sensitivity"},
         draw_sensitivity},
        {"rheology", "Rheology of the hold", "supplement", {"drift"}, draw_rheology},
        {"moran", "Spatial correlation", "supplement", {"spacing"}, draw_moran},
        {"variogram", "Variogram", "supplement", {"spacing"}, draw_variogram},
        {"order", "Order of measurement", "supplement", {"drift"}, draw_order},
        {"uncertainty", "Uncertainty", "supplement", {}, draw_uncertainty},
    };
    return list;
}

/// Of the maps on request.
const FigureEntry map_entry = {"map", "Map", "main", {"spacing"}, draw_map};

bool holds_something(const Figure& figure) {
    for (const Panel& panel : figure.panels)
        for (const Mark& mark : panel.marks)
            if (std::ranges::any_of(mark.x, [](double x) { return is_finite(x); })) return true;
    return false;
}

/// None where there is neither a figure nor a reason.
std::optional<DrawnEntry> completed(DrawnEntry entry) {
    std::vector<Figure>& figures = entry.drawn.figures;
    const bool has_figures = !figures.empty();
    std::erase_if(figures, [](const Figure& figure) { return !holds_something(figure); });
    if (has_figures && figures.empty()) entry.drawn.reason = Words("nothing to draw");
    if (figures.empty() && entry.drawn.reason.is_empty()) return std::nullopt;
    for (Figure& figure : figures) {
        figure.checks = entry.entry->checks;
        draw_many_as_density(figure);
    }
    return entry;
}

void take(std::optional<DrawnEntry>&& entry, std::vector<DrawnEntry>& all) {
    if (entry) all.push_back(std::move(*entry));
}

bool has_figure(const std::vector<DrawnEntry>& all, std::string_view id) {
    return std::ranges::any_of(all, [&](const DrawnEntry& entry) {
        return std::ranges::find(entry.drawn.figures, id, &Figure::id) != entry.drawn.figures.end();
    });
}

void draw_maps(const WrittenStudy& study, const FigureChoice& choice,
               std::vector<DrawnEntry>& all) {
    for (const std::string& name : choice.maps)
        if (!has_figure(all, "map-" + name))
            take(completed({&map_entry, draw_map_of(study, name)}), all);
}

constexpr std::string_view map_prefix = "map-";

bool is_map_of_quantity(std::string_view id) {
    if (!id.starts_with(map_prefix)) return false;
    id.remove_prefix(map_prefix.size());
    return id == "hardness" || id == "modulus" || find_quantity(id);
}

std::vector<std::string> names_of_choice() {
    std::vector<std::string> names = {"all", "none", "map-hardness", "map-modulus"};
    for (const FigureEntry& entry : figure_list()) names.emplace_back(entry.id);
    for (const QuantityInfo& quantity : quantity_table)
        names.push_back(std::string(map_prefix) + std::string(quantity.id));
    return names;
}

}  // namespace

std::span<const FigureEntry> figure_list() {
    return entries();
}

bool FigureChoice::has(std::string_view id) const {
    return are_all || std::ranges::find(ids, id) != ids.end();
}

Result<FigureChoice> figure_choice(std::string_view text) {
    if (text == "all" || text.empty()) return FigureChoice{};
    if (text == "none") return FigureChoice{false, {}};
    FigureChoice choice{false, {}};
    const std::vector<std::string> names = names_of_choice();
    const std::vector<std::string_view> known(names.begin(), names.end());
    for (const std::string_view id : comma_list(text)) {
        if (std::ranges::find(known, id) == known.end()) {
            const std::string near = nearest_name(id, known);
            return Error{"SND-U004", "--figures", std::string(id),
                         "all, none or ids of figures with commas: see docs/report.md",
                         near.empty() ? "" : "did you mean " + near + "?"};
        }
        if (id == "all")
            choice.are_all = true;
        else if (is_map_of_quantity(id))
            choice.maps.emplace_back(id.substr(map_prefix.size()));
        else
            choice.ids.emplace_back(id);
    }
    return choice;
}

std::vector<DrawnEntry> draw_figures(const WrittenStudy& study, const FigureChoice& choice,
                                     unsigned threads) {
    std::vector<DrawnEntry> all;
    ordered_parallel(
        figure_list().size(), threads, {},
        [&](std::size_t i) {
            const FigureEntry& entry = figure_list()[i];
            return choice.has(entry.id) ? completed({&entry, entry.make(study)}) : std::nullopt;
        },
        [&](std::size_t i, std::optional<DrawnEntry>&& entry) {
            take(std::move(entry), all);
            if (figure_list()[i].id == map_entry.id) draw_maps(study, choice, all);
        });
    return all;
}

}  // namespace sneddon
