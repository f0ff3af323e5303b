// What a published study found, to stand beside a run that follows it, in a row apart.
#pragma once

#include <span>
#include <string_view>

namespace sneddon {

struct PaperHold {
    double hold_s;
    std::string_view H_IT_GPa, eta_IT;  ///< as printed; "" = not stated
};

struct PaperFigure {
    std::string_view id, number;
};

struct Paper {
    std::string_view id;  ///< value of the option report.reference
    std::string_view citation;
    std::span<const PaperHold> holds;
    std::span<const PaperFigure> figures;
};

/// nullptr for a name that is not known.
const Paper* find_paper(std::string_view id);

/// "4b" for "clusters"; "" when the paper has no such figure.
std::string_view paper_number(const Paper& paper, std::string_view figure_id);

}  // namespace sneddon
