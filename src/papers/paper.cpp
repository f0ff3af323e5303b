#include "papers/paper.hpp"

#include "papers/pomes2025.hpp"
#include "study/findings.hpp"

namespace sneddon {

const Paper* find_paper(std::string_view id) {
    static const Paper papers[] = {pomes2025()};
    for (const Paper& paper : papers)
        if (paper.id == id) return &paper;
    return nullptr;
}

std::string_view paper_number(const Paper& paper, std::string_view figure_id) {
    for (const PaperFigure& figure : paper.figures)
        if (figure.id == figure_id) return figure.number;
    return "";
}

void read_as_published(std::string_view reference, const StudyFacts& facts,
                       StudyFindings& findings) {
    std::string& why_not = findings.not_computed["mechanism"];
    const Paper* paper = find_paper(reference);
    if (!findings.clusters || findings.clusters->chosen < 2 || findings.ccdf.empty()) {
        why_not = "it needs several clusters and their distributions";
    } else if (paper == nullptr) {
        why_not = "no published study is named (report.reference)";
    } else {
        findings.mechanism = paper->mechanism(facts, findings);
        findings.not_computed.erase("mechanism");
    }
}

}  // namespace sneddon
