#include "figure/study/figure_list.hpp"

#include <algorithm>

#include "base/comma_list.hpp"
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
        {"contact-pressure", "Contact pressure", "main", {}, draw_contact_pressure},
        {"energies", "Energies of each cluster", "main", {"circularity"}, draw_energies},
        {"profile-hardness", "Hardness against depth", "main", {}, draw_profile_hardness},
        {"profile-modulus", "Modulus against depth", "main", {}, draw_profile_modulus},
        {"profile-stiffness", "Stiffness against depth", "supplement", {}, draw_profile_stiffness},
        {"ccdf-gaussian",
         "Distribution of plastic work: normal",
         "main",
         {"circularity"},
         draw_ccdf_gaussian},
        {"ccdf-weibull",
         "Distribution of plastic work: Weibull",
         "main",
         {"circularity"},
         draw_ccdf_weibull},
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
    std::vector<std::string_view> known = {"all", "none"};
    for (const FigureEntry& entry : figure_list()) known.push_back(entry.id);
    for (const std::string_view id : comma_list(text)) {
        if (std::ranges::find(known, id) == known.end()) {
            const std::string near = nearest_name(id, known);
            return Error{"SND-U004", "--figures", std::string(id),
                         "all, none or ids of figures with commas: see docs/report.md",
                         near.empty() ? "" : "did you mean " + near + "?"};
        }
        choice.ids.emplace_back(id);
    }
    return choice;
}

std::vector<DrawnEntry> draw_figures(const WrittenStudy& study, const FigureChoice& choice) {
    std::vector<DrawnEntry> all;
    for (const FigureEntry& entry : figure_list()) {
        if (!choice.has(entry.id)) continue;
        Drawn drawn = entry.make(study);
        if (drawn.figures.empty() && drawn.reason.is_empty()) continue;
        all.push_back({&entry, std::move(drawn)});
        for (Figure& figure : all.back().drawn.figures) {
            figure.checks = entry.checks;
            draw_many_as_density(figure);
        }
    }
    return all;
}

}  // namespace sneddon
