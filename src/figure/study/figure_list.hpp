// The figures of a study by id, in the order of the paper and of the report. A new figure is one
// function and one line of the list (docs/how-to/add-a-figure.md).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "figure/plot/figure.hpp"
#include "results/written_study.hpp"

namespace sneddon {

/// None and why, or one or more: "map" of a table gives one per property.
struct Drawn {
    std::vector<Figure> figures;
    Words reason;  ///< why there is none; empty when nobody expects one
};

struct FigureEntry {
    std::string_view id;
    std::string_view name;            ///< heading in the report
    std::string_view part;            ///< "main", "supplement"
    std::vector<std::string> checks;  ///< codes of /checks whose verdict stands beside it
    Drawn (*make)(const WrittenStudy&);
};

std::span<const FigureEntry> figure_list();

/// What was asked for: "all", "none" or ids with commas. "map-" before the id of a quantity is the
/// map of that quantity, which "all" does not hold: "all,map-creep_nm".
struct FigureChoice {
    bool are_all = true;
    std::vector<std::string> ids;
    std::vector<std::string> maps = {};  ///< without "map-"
    bool has(std::string_view id) const;
};

/// SND-U004 for an id that is not in the list, with the nearest one.
Result<FigureChoice> figure_choice(std::string_view text);

struct DrawnEntry {
    const FigureEntry* entry = nullptr;
    Drawn drawn;
};

/// Every chosen entry in the order of the list, drawn or with its reason; side by side.
std::vector<DrawnEntry> draw_figures(const WrittenStudy& study, const FigureChoice& choice,
                                     unsigned threads = 1);

}  // namespace sneddon
