// What a published study found, to stand beside a run that follows it: values in a row apart,
// numbers of figures, and how its authors read such results. The option report.reference names it;
// without a name nothing of a publication is in any output.
#pragma once

#include <span>
#include <string_view>

#include "papers/reference.hpp"

namespace sneddon {

struct Mechanism;
struct StudyFacts;
struct StudyFindings;

struct PaperHold {
    double hold_s;
    std::string_view H_IT_GPa, eta_IT;  ///< as printed; "" = not stated
};

struct PaperFigure {
    std::string_view id, number;
};

struct Paper {
    std::string_view id;  ///< word of the option
    std::string_view citation;
    std::span<const PaperHold> holds;
    std::span<const PaperFigure> figures;
    /// Its reading of the distributions, and what this study says for and against it.
    Mechanism (*mechanism)(const StudyFacts&, const StudyFindings&);
};

/// nullptr for a name that is not known, and for "none".
const Paper* find_paper(std::string_view id);

/// "4b" for "clusters"; "" when the paper has no such figure.
std::string_view paper_number(const Paper& paper, std::string_view figure_id);

/// Puts the reading of the named paper beside the findings, or why there is none: it needs several
/// clusters and their distributions, and a name.
void read_as_published(std::string_view reference, const StudyFacts& facts,
                       StudyFindings& findings);

}  // namespace sneddon
