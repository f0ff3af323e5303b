#include "pipeline/samples/exclusions.hpp"

#include <algorithm>

#include "study/left_out/condition.hpp"
#include "study/left_out/left_out.hpp"

namespace sneddon {
namespace {

std::vector<std::string> fact_names(const Studies& studies) {
    std::vector<std::string> names;
    for (const StudyFacts& facts : studies.facts)
        for (const StatedFact& fact : facts.stated) names.push_back(fact.name);
    return names;
}

/// A file may have "=" in its name: that alone makes no condition, what can be read as one is.
bool is_condition(const std::string& text, const std::vector<std::string>& names) {
    const auto has = [&](const char* sign) { return text.find(sign) != text.npos; };
    if (has("<") || has(">") || has(" = ") || has("!=")) return true;
    return has("=") && Condition::parse(text, "", names).ok();
}

}  // namespace

std::optional<Error> add_exclusions(const RunRequest& request, const Studies& studies,
                                    StudyFacts& facts) {
    const std::vector<std::string> names = fact_names(studies);
    const auto add = [&](const std::string& rule, const char* place, bool keeps_only) {
        const bool is_where = is_condition(rule, names);
        facts.exclusions.push_back(
            {is_where ? "" : rule, is_where ? rule : "", "", place, keeps_only});
    };
    for (const std::string& rule : request.exclude) add(rule, "--exclude", false);
    for (const std::string& rule : request.only) add(rule, "--only", true);
    if (auto error = broken_condition(facts, names)) return error;
    for (const StudyFacts& study : studies.facts)
        if (auto error = broken_condition(study, names)) return error;
    return std::nullopt;
}

}  // namespace sneddon
