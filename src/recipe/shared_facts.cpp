// What several studies share, and what is said of them.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "model/cluster_name.hpp"
#include "recipe/studies.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

template <class Fact>
void keep_if_shared(Fact& first, const Fact& other) {
    if (!(first == other)) first = Fact();
}

std::string area_of(const std::optional<AreaFunction>& area) {
    return area ? area->source : std::string();
}

bool are_alike(const std::optional<Grid>& a, const std::optional<Grid>& b) {
    if (!a || !b) return !a && !b;
    return a->nx == b->nx && a->ny == b->ny && a->pitch_x_um == b->pitch_x_um &&
           a->pitch_y_um == b->pitch_y_um && a->order == b->order;
}

bool are_alike(const std::optional<AreaFunction>& a, const std::optional<AreaFunction>& b) {
    return a.has_value() == b.has_value() && area_of(a) == area_of(b) &&
           (!a || (a->h_c_min_nm == b->h_c_min_nm && a->h_c_max_nm == b->h_c_max_nm));
}

void share(StudyFacts& shared, const StudyFacts& other) {
    keep_if_shared(shared.poisson_ratio, other.poisson_ratio);
    keep_if_shared(shared.indenter_E_GPa, other.indenter_E_GPa);
    keep_if_shared(shared.indenter_poisson_ratio, other.indenter_poisson_ratio);
    keep_if_shared(shared.u_area_relative, other.u_area_relative);
    keep_if_shared(shared.u_drift_nm_per_s, other.u_drift_nm_per_s);
    keep_if_shared(shared.roughness_nm, other.roughness_nm);
    std::erase_if(shared.stated, [&](const StatedFact& fact) {
        return std::ranges::find(other.stated, fact) == other.stated.end();
    });
    if (!are_alike(shared.grid, other.grid)) shared.grid.reset();
    if (!are_alike(shared.area_function, other.area_function)) shared.area_function.reset();
    shared.is_simulated = shared.is_simulated || other.is_simulated;
}

std::string text_of(const StudyFacts& facts) {
    std::string text;
    if (facts.is_simulated) text += ", SIMULATED";
    if (facts.poisson_ratio) text += ", nu " + number_text(*facts.poisson_ratio);
    if (facts.area_function) text += ", area function " + facts.area_function->source;
    for (const StatedFact& fact : facts.stated)
        if (!is_cluster_fact(fact.name))
            text += ", " + fact.name + " " + (fact.number ? fact.text : "\"" + fact.text + "\"");
    return text;
}

}  // namespace

StudyFacts shared_facts(const Studies& studies) {
    if (!studies.are_several()) return studies.facts.front();
    StudyFacts shared = studies.facts.front();
    shared.sample.clear();
    shared.source.clear();
    shared.load_function_names.clear();
    shared.attachments.clear();
    shared.inherited.clear();
    shared.exclusions.clear();  // of the tests of their own study.toml
    for (std::size_t i = 0; i < studies.facts.size(); ++i) {
        const StudyFacts& facts = studies.facts[i];
        share(shared, facts);
        shared.sample += (shared.sample.empty() ? "" : "; ") + studies.names[i];
        for (const auto& [found, shown] : facts.load_function_names)
            shared.load_function_names[studies.names[i] + ", " + found] =
                studies.names[i] + ", " + shown;
        std::ranges::copy(facts.attachments, std::back_inserter(shared.attachments));
    }
    return shared;
}

std::string studies_text(const Studies& studies) {
    std::string text;
    for (std::size_t i = 0; i < studies.facts.size(); ++i) {
        const auto files = std::ranges::count(studies.of_input, i);
        text += fmt::format("{}{} ({} files{})", i == 0 ? "" : "; ", studies.names[i], files,
                            text_of(studies.facts[i]));
    }
    return fmt::format("{} samples, each group with the facts of its own: {}", studies.facts.size(),
                       text);
}

std::vector<std::string> contradiction_texts(const Studies& studies) {
    std::vector<std::string> texts;
    for (const auto& [key, value, where, other_value, other_where] : studies.contradictions)
        texts.push_back(fmt::format("{}: {} is {}, but {} says {}: the nearest study.toml holds",
                                    where, key, value, other_where, other_value));
    for (std::size_t i = 0; i < studies.facts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (!studies.facts[i].sample.empty() &&
                studies.facts[i].sample == studies.facts[j].sample)
                texts.push_back(
                    fmt::format("{} and {} both say sample = \"{}\": kept apart as {} and {}",
                                studies.facts[j].source, studies.facts[i].source,
                                studies.facts[i].sample, studies.names[j], studies.names[i]));
    return texts;
}

}  // namespace sneddon
