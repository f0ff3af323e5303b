// Which findings of a study are asked for: "all", "none", or their names.
#pragma once

#include <bitset>
#include <map>
#include <string>
#include <string_view>

#include "base/enum_words.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

/// What the tests of a study say together; the tests themselves, groups and samples are always
/// told.
enum class Finding {
    pop_ins,
    profiles,
    order,
    comparisons,
    shares,
    clusters,
    creep,
    contact,
    works,
    distributions,
    maps,
    activation,
    checks
};

template <>
inline constexpr auto words_of<Finding> = std::to_array<Word<Finding>>({
    {Finding::pop_ins, "pop-ins"},
    {Finding::profiles, "profiles"},
    {Finding::order, "order"},
    {Finding::comparisons, "comparisons"},
    {Finding::shares, "shares"},
    {Finding::clusters, "clusters"},
    {Finding::creep, "creep"},
    {Finding::contact, "contact"},
    {Finding::works, "works"},
    {Finding::distributions, "distributions"},
    {Finding::maps, "maps"},
    {Finding::activation, "activation"},
    {Finding::checks, "checks"},
});

class AskedFindings {
  public:
    /// All of them, as where nothing is said.
    AskedFindings() { asked_.set(); }
    bool has(Finding finding) const { return asked_[static_cast<std::size_t>(finding)]; }
    bool has_all() const { return asked_.all(); }
    /// "all", "none", or the names with commas between them, in the order of the enum.
    std::string text() const;

    /// Errors: SND-U004 (no such finding, the nearest name).
    static Result<AskedFindings> parse(std::string_view text, const std::string& where);

  private:
    std::bitset<words_of<Finding>.size()> asked_;
};

/// The sections of results.json that stay empty because nobody asked for them, and these words.
std::map<std::string, std::string> not_asked_for(const AskedFindings& asked);

}  // namespace sneddon
