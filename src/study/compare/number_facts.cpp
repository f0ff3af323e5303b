#include "study/compare/number_facts.hpp"

namespace sneddon {

std::set<std::string> number_facts(const StudyResult& study) {
    std::set<std::string> names;
    for (const Sample& sample : study.samples)
        for (const StatedFact& fact : sample.facts.stated)
            if (fact.number && fact.name != "order") names.insert(fact.name);
    return names;
}

std::optional<double> number_of(const StudyFacts& facts, const std::string& name) {
    for (const StatedFact& fact : facts.stated)
        if (fact.name == name) return fact.number;
    return std::nullopt;
}

}  // namespace sneddon
