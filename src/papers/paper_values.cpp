#include "papers/paper_values.hpp"

namespace sneddon {
namespace {

// S. Pomes et al., J. Mater. Res. Technol. 38 (2025) 3464-3471, text of sections 3.1 and 3.2.
constexpr PaperHold pomes_holds[] = {
    {0, "4.89 ± 0.38", "0.65 ± 0.04"},
    {10, "4.30 ± 0.39", "0.63 ± 0.04"},
    {30, "4.35 ± 0.36", "0.61 ± 0.06"},
    {60, "4.37 ± 0.36", "0.61 ± 0.08"},
};

constexpr PaperFigure pomes_figures[] = {
    {"load-functions", "1b"},
    {"hardness", "2"},
    {"work-areas", "3a"},
    {"work-vs-hold", "3b"},
    {"criteria", "4a"},
    {"clusters", "4b"},
    {"shares", "4c"},
    {"clusters-hold-10", "4d"},
    {"clusters-hold-30", "4e"},
    {"clusters-hold-60", "4f"},
    {"map", "5a"},
    {"creep-curves", "5b"},
    {"contact-pressure", "6a"},
    {"energies", "6b"},
    {"ccdf-gaussian", "7a"},
    {"ccdf-weibull", "7b"},
    {"xrd", "1a"},
    {"image", "2, inset"},
};

constexpr Paper papers[] = {{"pomes2025",
                             "S. Pomes et al., J. Mater. Res. Technol. 38 (2025) 3464–3471",
                             pomes_holds, pomes_figures}};

}  // namespace

const Paper* find_paper(std::string_view id) {
    for (const Paper& paper : papers)
        if (paper.id == id) return &paper;
    return nullptr;
}

std::string_view paper_number(const Paper& paper, std::string_view figure_id) {
    for (const PaperFigure& figure : paper.figures)
        if (figure.id == figure_id) return figure.number;
    return "";
}

}  // namespace sneddon
