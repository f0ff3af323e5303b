#include "recipe/recipe_keys_study.hpp"

#include <array>
#include <sstream>

#include "base/comma_list.hpp"
#include "recipe/option_makers.hpp"
#include "sneddon/base/codes.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::array<string_view, 3> groupings = {"load-function", "folder", "none"};
constexpr std::array<string_view, 3> contact_radii = {"sqrt-A-over-pi", "h_c-tan-70.3",
                                                      "paper_eq3"};
constexpr std::array<string_view, 2> published_studies = {"none", "pomes2025"};
constexpr std::array<string_view, 5> load_units = {"nN", "uN", "mN", "N", "kN"};
constexpr std::array<string_view, 5> depth_units = {"pm", "nm", "um", "mm", "m"};
constexpr std::array<string_view, 5> time_units = {"us", "ms", "s", "min", "h"};

OptionValue grouping_of(const Recipe& recipe) {
    return std::string(groupings[static_cast<std::size_t>(recipe.group_by)]);
}
Trouble set_grouping(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.group_by = static_cast<GroupBy>(place_of(value, groupings));
    return std::nullopt;
}

template <auto member>
OptionValue study_number_of(const Recipe& recipe) {
    return static_cast<double>(recipe.study.*member);
}
template <auto member>
Trouble set_study_number(Recipe& recipe, const OptionValue& value, const Statement&) {
    using Number = std::remove_reference_t<decltype(recipe.study.*member)>;
    recipe.study.*member = static_cast<Number>(std::get<double>(value));
    return std::nullopt;
}

/// Quantity ids, separated by commas.
template <auto member>
OptionValue quantities_of(const Recipe& recipe) {
    std::string text;
    for (const std::string& id : recipe.study.*member) text += (text.empty() ? "" : ", ") + id;
    return text;
}
template <auto member>
Trouble set_quantities(Recipe& recipe, const OptionValue& value, const Statement& statement) {
    std::vector<std::string> ids;
    for (const string_view id : comma_list(std::get<std::string>(value))) {
        if (id.empty()) continue;
        if (!find_quantity(id)) {
            std::vector<string_view> known;
            for (const QuantityInfo& quantity : quantity_table) known.push_back(quantity.id);
            return unknown_key(id, known, statement.where);
        }
        ids.emplace_back(id);
    }
    recipe.study.*member = std::move(ids);
    return std::nullopt;
}

OptionValue contact_radius_of(const Recipe& recipe) {
    return std::string(contact_radii[static_cast<std::size_t>(recipe.study.contact_radius)]);
}
Trouble set_contact_radius(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.study.contact_radius = static_cast<ContactRadiusRule>(place_of(value, contact_radii));
    return std::nullopt;
}

OptionValue reference_of(const Recipe& recipe) {
    return recipe.reference;
}
Trouble set_reference(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.reference = std::get<std::string>(value);
    return std::nullopt;
}

OptionValue excluded_flags_of(const Recipe& recipe) {
    if (recipe.exclude_flags.empty()) return none;
    std::string text;
    for (const std::string& code : recipe.exclude_flags) text += (text.empty() ? "" : ",") + code;
    return text;
}
Trouble set_excluded_flags(Recipe& recipe, const OptionValue& value, const Statement& statement) {
    recipe.exclude_flags.clear();
    if (value == none) return std::nullopt;
    std::istringstream codes(std::get<std::string>(value));
    for (std::string code; std::getline(codes, code, ',');) {
        std::erase(code, ' ');
        if (find_code(code) == nullptr)
            return Error{"SND-U009", statement.where, "no code " + code,
                         "codes of flags, separated by commas", "sneddon explain --all"};
        recipe.exclude_flags.push_back(code);
    }
    return std::nullopt;
}

constexpr std::array<string_view, 3> columns = {"load", "depth", "time"};

template <std::size_t column>
OptionValue unit_of(const Recipe& recipe) {
    const auto found = recipe.units.find(std::string(columns[column]));
    return found == recipe.units.end() ? none : OptionValue(found->second);
}
template <std::size_t column>
Trouble set_unit(Recipe& recipe, const OptionValue& value, const Statement&) {
    const std::string name(columns[column]);
    recipe.units.erase(name);
    if (value != none) recipe.units[name] = std::get<std::string>(value);
    return std::nullopt;
}

constexpr OptionRule quantities(string_view key, string_view text) {
    return {key, OptionKind::text, 0, 0, {}, "", text, false};
}

using S = StudyOptions;

}  // namespace

std::vector<RecipeKey> study_keys_of_recipe() {
    return {
        {word("study.group_by", groupings, "what makes tests one group"), grouping_of,
         set_grouping},
        {quantities("study.features",
                    "quantities that the clusters are cut on, separated by commas"),
         quantities_of<&S::features>, set_quantities<&S::features>},
        {number("study.hold_min_s", 0, 1e6, "s", "tests with a shorter hold are not clustered"),
         study_number_of<&S::shortest_hold_s>, set_study_number<&S::shortest_hold_s>},
        {number("study.hold_max_s", 0, 1e9, "s", "tests with a longer hold are not clustered"),
         study_number_of<&S::longest_hold_s>, set_study_number<&S::longest_hold_s>},
        {whole_number("study.k_max", 1, 20, "", "most clusters that are tried; BIC chooses"),
         study_number_of<&S::most_clusters>, set_study_number<&S::most_clusters>},
        {whole_number("study.k_resamples", 0, 10000, "",
                      "resamples of the tests that choose k again: how stable the choice is"),
         study_number_of<&S::k_resamples>, set_study_number<&S::k_resamples>},
        {whole_number("study.fit_simulations", 0, 100000, "",
                      "simulated sets of each goodness-of-fit p value"),
         study_number_of<&S::fit_simulations>, set_study_number<&S::fit_simulations>},
        {whole_number("study.permutations", 0, 100000, "", "random orders of each spatial p value"),
         study_number_of<&S::permutations>, set_study_number<&S::permutations>},
        {word("study.contact_radius", contact_radii,
              "contact radius: of a circle of the contact's area, h_c tan 70.3 deg (ideal tip), or "
              "eq. 3 of Pomes et al. 2025, which is the edge of the triangle"),
         contact_radius_of, set_contact_radius},
        {quantities("study.ccdf_quantities",
                    "quantities whose distributions are fitted within each cluster"),
         quantities_of<&S::ccdf_quantities>, set_quantities<&S::ccdf_quantities>},
        {whole_number("study.seed", 0, 4294967295, "", "of every resampled number"),
         study_number_of<&S::seed>, set_study_number<&S::seed>},
        {word("report.reference", published_studies,
              "a published study whose values stand in rows apart in the report, and whose numbers "
              "the figures get"),
         reference_of, set_reference},
        {{"study.exclude_flags",
          OptionKind::text,
          0,
          0,
          {},
          "",
          "tests with one of these flags are excluded: codes separated by commas",
          true},
         excluded_flags_of,
         set_excluded_flags},
        {unit("units.load", load_units, "unit of the load column in files that do not say it"),
         unit_of<0>, set_unit<0>},
        {unit("units.depth", depth_units, "unit of the depth column in files that do not say it"),
         unit_of<1>, set_unit<1>},
        {unit("units.time", time_units, "unit of the time column in files that do not say it"),
         unit_of<2>, set_unit<2>},
    };
}

}  // namespace sneddon
