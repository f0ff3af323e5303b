#include "study/asked_findings.hpp"

#include <array>
#include <vector>

#include "base/comma_list.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::string_view all = "all", none = "none";

struct SectionOf {
    Finding finding;
    std::string_view section;
};

constexpr auto sections = std::to_array<SectionOf>({
    {Finding::pop_ins, "pop_ins"},
    {Finding::profiles, "profiles"},
    {Finding::order, "order"},
    {Finding::comparisons, "comparisons"},
    {Finding::comparisons, "sample_differences"},
    {Finding::comparisons, "fact_trends"},
    {Finding::shares, "limit_shares"},
    {Finding::shares, "share_trends"},
    {Finding::clusters, "clusters"},
    {Finding::creep, "creep_curves"},
    {Finding::contact, "contact"},
    {Finding::works, "energies"},
    {Finding::distributions, "ccdf"},
    {Finding::maps, "space"},
    {Finding::activation, "activation"},
    {Finding::checks, "checks"},
});

Error no_such_finding(std::string_view name, const std::string& where) {
    std::vector<std::string_view> known = {all, none};
    known.insert(known.end(), bare_words<Finding>.begin(), bare_words<Finding>.end());
    std::string names;
    for (const std::string_view word : known)
        names += (names.empty() ? "" : ", ") + std::string(word);
    const std::string nearest = nearest_name(name, known);
    return {"SND-U004", where, "no finding '" + std::string(name) + "'",
            "all, none, or names with commas between them: " + names,
            nearest.empty() ? "write one of these" : "did you mean " + nearest + "?"};
}

}  // namespace

std::string AskedFindings::text() const {
    if (asked_.all()) return std::string(all);
    std::string names;
    for (const Word<Finding>& entry : words_of<Finding>)
        if (has(entry.value)) names += (names.empty() ? "" : ", ") + std::string(entry.word);
    return names.empty() ? std::string(none) : names;
}

Result<AskedFindings> AskedFindings::parse(std::string_view text, const std::string& where) {
    AskedFindings found;
    if (text == all) return found;
    found.asked_.reset();
    if (text == none) return found;
    for (const std::string_view name : comma_list(text)) {
        const auto finding = value_of<Finding>(name);
        if (!finding) return no_such_finding(name, where);
        found.asked_.set(static_cast<std::size_t>(*finding));
    }
    if (found.asked_.none()) return no_such_finding(text, where);
    return found;
}

std::map<std::string, std::string> not_asked_for(const AskedFindings& asked) {
    std::map<std::string, std::string> why;
    for (const SectionOf& of : sections)
        if (!asked.has(of.finding))
            why.emplace(of.section, "not asked for: study.findings = \"" + asked.text() + "\"");
    return why;
}

}  // namespace sneddon
