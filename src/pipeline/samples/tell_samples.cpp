#include "pipeline/samples/tell_samples.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/files/folder_of.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

std::string shown_place(const std::string& where, const ShownPaths& shown) {
    const std::size_t line = where.find_last_of(':');
    return line == where.npos ? shown.of(where)
                              : shown.of(where.substr(0, line)) + where.substr(line);
}

StudyFacts with_shown_paths(StudyFacts facts, const ShownPaths& shown) {
    if (!facts.source.empty()) facts.source = shown.of(facts.source);
    for (Attachment& attachment : facts.attachments) attachment.file = shown.of(attachment.file);
    for (InheritedFact& fact : facts.inherited) fact.where = shown_place(fact.where, shown);
    return facts;
}

/// The studies with tests, or with files that were refused: those that make samples.
std::vector<std::size_t> studies_with_tests(const Studies& studies, const AnalysedTests& tests) {
    std::set<std::size_t> found;
    for (std::size_t i = 0; i < tests.inputs.size(); ++i) {
        const InputFile& input = tests.inputs[i];
        if (input.tests > 0 || (input.status == Status::refused && !input.is_companion))
            found.insert(studies.of_input[i]);
    }
    if (found.empty()) found.insert(0);
    return {found.begin(), found.end()};
}

/// As results show them, those without tests left out: their files go to the first.
Studies shown_studies(const Studies& all, const std::vector<std::size_t>& kept,
                      const ShownPaths& shown) {
    Studies studies;
    std::map<std::size_t, std::size_t> place;
    for (const std::size_t i : kept) {
        place[i] = studies.facts.size();
        studies.facts.push_back(with_shown_paths(all.facts[i], shown));
        studies.names.push_back(all.names[i]);
    }
    for (const std::size_t i : all.of_input) {
        const auto found = place.find(i);
        studies.of_input.push_back(found == place.end() ? 0 : found->second);
    }
    for (Contradiction found : all.contradictions) {
        found.where = shown_place(found.where, shown);
        found.other_where = shown_place(found.other_where, shown);
        studies.contradictions.push_back(std::move(found));
    }
    return studies;
}

/// Folders of tests that no study.toml speaks for.
std::set<std::string> folders_without_study(const Studies& studies, const AnalysedTests& tests,
                                            std::size_t study) {
    std::set<std::string> folders;
    if (!studies.facts[study].source.empty()) return folders;
    for (std::size_t i = 0; i < tests.inputs.size(); ++i)
        if (studies.of_input[i] == study && tests.inputs[i].tests > 0)
            folders.insert(folder_of(tests.inputs[i].path));
    return folders;
}

std::string first_of(const std::set<std::string>& folders) {
    constexpr std::ptrdiff_t most = 3;
    const std::vector<std::string> all(folders.begin(), folders.end());
    const auto shown = std::min(most, std::ssize(all));
    std::string text = joined(std::vector(all.begin(), all.begin() + shown), ", ");
    return std::ssize(all) > most ? fmt::format("{}, ... ({} folders)", text, all.size()) : text;
}

/// A study of one sample; the exclusions of the command line join those of its study.toml.
void tell_the_only_one(const StudyPlan& plan, const Studies& studies, std::size_t only,
                       const ShownPaths& shown, StudyResult& study) {
    if (!plan.studies.are_several()) {
        study.facts = with_shown_paths(plan.facts, shown);
        study.recipe = plan.recipe.entries;
        return;
    }
    study.facts = studies.facts.front();
    std::ranges::copy(plan.facts.exclusions, std::back_inserter(study.facts.exclusions));
    study.recipe = plan.recipes[only].entries;
}

void tell_several(const StudyPlan& plan, const Studies& studies, const ShownPaths& shown,
                  AnalysedTests& tests, StudyResult& study) {
    study.facts = with_shown_paths(plan.facts, shown);
    study.recipe = plan.recipe.entries;
    std::vector<std::string> sources;
    for (std::size_t i = 0; i < studies.facts.size(); ++i) {
        study.samples.push_back({studies.names[i], studies.facts[i]});
        if (!studies.facts[i].source.empty()) sources.push_back(studies.facts[i].source);
    }
    study.facts.source = joined(sources, ", ");
    study.facts.sample = joined(studies.names, "; ");
    std::map<std::string, std::size_t> sample_of;
    for (std::size_t i = 0; i < tests.inputs.size(); ++i)
        sample_of[tests.inputs[i].path] = tests.inputs[i].sample = studies.of_input[i];
    for (TestRow& row : tests.rows) {
        row.sample = sample_of.at(row.file);
        const Sample& sample = study.samples[row.sample];
        row.inferences.push_back(
            {"study", sample.name,
             sample.facts.source.empty() ? "no study.toml above it" : sample.facts.source});
    }
}

}  // namespace

std::vector<const Recipe*> recipes_of_samples(const StudyPlan& plan, const AnalysedTests& tests) {
    std::vector<const Recipe*> recipes;
    for (const std::size_t study : studies_with_tests(plan.studies, tests))
        recipes.push_back(&plan.recipes[study]);
    return recipes;
}

const Recipe& recipe_in_force(const StudyPlan& plan, const AnalysedTests& tests) {
    const std::vector<std::size_t> kept = studies_with_tests(plan.studies, tests);
    const bool is_only_one = plan.studies.are_several() && kept.size() == 1;
    return is_only_one ? plan.recipes[kept.front()] : plan.recipe;
}

std::vector<Warning> tell_samples(const StudyPlan& plan, const ShownPaths& shown,
                                  AnalysedTests& tests, StudyResult& study) {
    const std::vector<std::size_t> kept = studies_with_tests(plan.studies, tests);
    const Studies studies = shown_studies(plan.studies, kept, shown);
    std::vector<Warning> warnings = plan.recipe.warnings;
    if (kept.size() == 1) {
        tell_the_only_one(plan, studies, kept.front(), shown, study);
    } else {
        tell_several(plan, studies, shown, tests, study);
        warnings.push_back({"SND-U016", studies_text(studies), {}});
    }
    for (std::string& text : contradiction_texts(studies))
        warnings.push_back({"SND-U017", std::move(text), {}});
    for (std::size_t i = 0; i < studies.facts.size(); ++i) {
        const auto folders = folders_without_study(studies, tests, i);
        if (folders.size() < 2) continue;
        warnings.push_back({"SND-U016",
                            fmt::format("the tests of {} folders are taken for one sample, as no "
                                        "study.toml tells them apart: {}",
                                        folders.size(), first_of(folders)),
                            {}});
    }
    return warnings;
}

}  // namespace sneddon
