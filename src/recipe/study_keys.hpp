// The one table of the keys of study.toml: the checks and docs/study-file.md come from it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "recipe/option.hpp"
#include "sneddon/model/study_facts.hpp"

namespace sneddon {

// study.toml while it is read: every key on its own; what belongs together is checked afterwards.
struct AreaDraft {
    MaybeWritten<std::string> text, file, type;
    MaybeWritten<std::vector<double>> C;
    MaybeWritten<double> radius_nm, half_angle_deg, h_c_min_nm, h_c_max_nm;
};
struct GridDraft {
    MaybeWritten<double> nx, ny;
    MaybeWritten<std::vector<double>> pitch_um;
    MaybeWritten<GridOrder> order;
};
struct StudyDraft {
    StudyFacts facts;
    AreaDraft area;
    GridDraft grid;
    Attachment attachment;                       ///< the [[attachments]] that is read at present
    std::vector<std::string> attachment_places;  ///< beside facts.attachments
    Exclusion exclusion;                         ///< the [[exclude]] that is read at present
};

/// In the order of the documentation.
std::span<const Option<StudyDraft>> study_keys();

/// Adds to the facts that are kept under their names.
void keep_fact(StudyDraft& draft, std::string_view name, const OptionValue& value);

/// "facts.anneal_h" is a key of the table facts, whose names are the user's.
inline constexpr std::string_view free_facts_prefix = "facts.";

/// "clusters.0" is a key of the table clusters, whose names are labels.
inline constexpr std::string_view clusters_prefix = "clusters.";
/// "load_functions.hold 60 s" is a key of the table load_functions, whose names are the user's.
inline constexpr std::string_view load_functions_prefix = "load_functions.";
/// "columns.H" is a key of the table columns, whose names are quantities.
inline constexpr std::string_view columns_prefix = "columns.";

}  // namespace sneddon
