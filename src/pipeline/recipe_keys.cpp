#include "recipe_keys.hpp"

#include <algorithm>
#include <array>

#include "area_text.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using std::string_view;
using Trouble = std::optional<Error>;

// The words of an enum, in the order of its values.
constexpr std::array<string_view, 2> fit_spaces = {"h(P)", "P(h)"};
constexpr std::array<string_view, 3> peak_loads = {"mean-of-hold", "first-after-hold",
                                                   "last-of-hold"};
constexpr std::array<string_view, 2> peak_depths = {"end-of-hold", "fitted"};
constexpr std::array<string_view, 3> epsilon_rules = {"constant", "pharr-bolshakov",
                                                      "pharr-bolshakov-table"};
constexpr std::array<string_view, 2> creep_starts = {"quadratic-before-hold", "first-at-0.995"};
constexpr std::array<string_view, 2> work_ends = {"robust", "raw"};
constexpr std::array<string_view, 3> groupings = {"load-function", "folder", "none"};
constexpr std::array<string_view, 2> published_studies = {"none", "pomes2025"};
constexpr std::array<string_view, 5> load_units = {"nN", "uN", "mN", "N", "kN"};
constexpr std::array<string_view, 5> depth_units = {"pm", "nm", "um", "mm", "m"};
constexpr std::array<string_view, 5> time_units = {"us", "ms", "s", "min", "h"};

const OptionValue none = std::string("none");

OptionValue value_or_none(const std::optional<double>& number) {
    return number ? OptionValue(*number) : none;
}

std::optional<double> number_or_none(const OptionValue& value) {
    const auto* number = std::get_if<double>(&value);
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

template <auto member>
OptionValue number_of(const Recipe& recipe) {
    return recipe.analysis.*member;
}
template <auto member>
Trouble set_number(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.analysis.*member = std::get<double>(value);
    return std::nullopt;
}

std::size_t place_of(const OptionValue& word, std::span<const string_view> words) {
    return static_cast<std::size_t>(std::ranges::find(words, std::get<std::string>(word)) -
                                    words.begin());
}

template <auto member, const auto& words>
OptionValue word_of(const Recipe& recipe) {
    return std::string(words[static_cast<std::size_t>(recipe.analysis.*member)]);
}
template <auto member, const auto& words>
Trouble set_word(Recipe& recipe, const OptionValue& value, const Statement&) {
    using Choice = std::remove_reference_t<decltype(recipe.analysis.*member)>;
    recipe.analysis.*member = static_cast<Choice>(place_of(value, words));
    return std::nullopt;
}

OptionValue profile_of(const Recipe& recipe) {
    return recipe.analysis.profile;
}
// The profile is the ground the other options are laid on: make_recipe chooses it beforehand.
Trouble keep_profile(Recipe&, const OptionValue&, const Statement&) {
    return std::nullopt;
}

OptionValue poisson_ratio_of(const Recipe& recipe) {
    return value_or_none(recipe.analysis.poisson_ratio);
}
Trouble set_poisson_ratio(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.analysis.poisson_ratio = number_or_none(value);
    return std::nullopt;
}

OptionValue area_of(const Recipe& recipe) {
    const auto& area = recipe.analysis.area_function;
    return area ? OptionValue(area_text(*area)) : none;
}
Trouble set_area(Recipe& recipe, const OptionValue& value, const Statement& statement) {
    recipe.analysis.area_function.reset();
    if (value == none) return std::nullopt;
    auto area = area_of_text(std::get<std::string>(value), statement.where, statement.folder);
    if (!area) return area.error();
    recipe.analysis.area_function = *std::move(area);
    return std::nullopt;
}

template <auto member>
OptionValue area_range_of(const Recipe& recipe) {
    const auto& area = recipe.analysis.area_function;
    return area ? value_or_none((*area).*member) : none;
}
template <auto member>
Trouble set_area_range(Recipe& recipe, const OptionValue& value, const Statement& statement) {
    auto& area = recipe.analysis.area_function;
    if (value == none && !area) return std::nullopt;
    if (!area)
        return Error{"SND-U007", statement.where, "a depth range without an area function",
                     "area.function beside it", ""};
    (*area).*member = number_or_none(value);
    return std::nullopt;
}

OptionValue grouping_of(const Recipe& recipe) {
    return std::string(groupings[static_cast<std::size_t>(recipe.group_by)]);
}
Trouble set_grouping(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.group_by = static_cast<GroupBy>(place_of(value, groupings));
    return std::nullopt;
}

OptionValue reference_of(const Recipe& recipe) {
    return recipe.reference;
}
Trouble set_reference(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.reference = std::get<std::string>(value);
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

constexpr OptionRule number(string_view key, double low, double high, string_view unit,
                            string_view text) {
    return {key, OptionKind::number, low, high, {}, unit, text, false};
}
constexpr OptionRule number_or_none(string_view key, double low, double high, string_view unit,
                                    string_view text) {
    return {key, OptionKind::number, low, high, {}, unit, text, true};
}
constexpr OptionRule word(string_view key, std::span<const string_view> words, string_view text) {
    return {key, OptionKind::word, 0, 0, words, "", text, false};
}
constexpr OptionRule unit(string_view key, std::span<const string_view> words, string_view text) {
    return {key, OptionKind::word, 0, 0, words, "", text, true};
}

using A = AnalysisRecipe;

const std::vector<RecipeKey>& table() {
    static const std::vector<RecipeKey> keys = {
        {word("profile", profile_names(), "the list of choices that all other options start from"),
         profile_of, keep_profile},
        {word("unloading.fit_space", fit_spaces,
              "what is fitted: h(P) = h_p + k (F/F_max)^(1/m) with residuals in depth, or "
              "P(h) = B (h - h_p)^m with residuals in load (Oliver and Pharr 1992, eq. 8)"),
         word_of<&A::fit_space, fit_spaces>, set_word<&A::fit_space, fit_spaces>},
        {number("unloading.window_high", 0.3, 1, "of F_max", "upper end of the fit window"),
         number_of<&A::window_high>, set_number<&A::window_high>},
        {number("unloading.window_low", 0.01, 0.95, "of F_max", "lower end of the fit window"),
         number_of<&A::window_low>, set_number<&A::window_low>},
        {number("unloading.m_min", 1, 10, "",
                "lower bound of the search for m; m at a bound is "
                "flagged"),
         number_of<&A::m_min>, set_number<&A::m_min>},
        {number("unloading.m_max", 1, 10, "", "upper bound of the search for m"),
         number_of<&A::m_max>, set_number<&A::m_max>},
        {word("peak.load", peak_loads,
              "which load is F_max: the mean of the hold (without a hold: fitted peak of the last "
              "0.2 s of loading), the first sample after it, or its last sample"),
         word_of<&A::peak_load, peak_loads>, set_word<&A::peak_load, peak_loads>},
        {word("peak.depth", peak_depths,
              "which depth is h_max: a line over the last 1 s of the hold (without a hold: "
              "quadratic through the last 0.2 s of loading), or the unloading fit at F_max"),
         word_of<&A::peak_depth, peak_depths>, set_word<&A::peak_depth, peak_depths>},
        {word("contact.epsilon_rule", epsilon_rules,
              "epsilon in h_c = h_max - epsilon F_max/S: one number, epsilon(m) of Pharr and "
              "Bolshakov (2002, eq. 21), or that rounded to 3 digits at m = 1.0, 1.1, ... and "
              "linear between"),
         word_of<&A::epsilon_rule, epsilon_rules>, set_word<&A::epsilon_rule, epsilon_rules>},
        {number("contact.epsilon", 0.5, 1, "",
                "epsilon of the rule \"constant\": 0.75 paraboloid (ISO 14577-1), 0.7268 cone, "
                "1 flat punch"),
         number_of<&A::epsilon>, set_number<&A::epsilon>},
        {number("contact.beta", 0.9, 1.2, "",
                "beta in E_r = sqrt(pi) S/(2 beta sqrt(A_p)): 1 (ISO 14577-1), 1.034 (King 1987)"),
         number_of<&A::beta>, set_number<&A::beta>},
        {number("contact.pi", 3.1, 3.15, "", "pi in E_r; TriboScan takes 3.14"), number_of<&A::pi>,
         set_number<&A::pi>},
        {number("indenter.E_GPa", 1, 2000, "GPa",
                "Young's modulus of the indenter E_i; diamond "
                "1141 (1140 in ISO 14577-1)"),
         number_of<&A::indenter_E_GPa>, set_number<&A::indenter_E_GPa>},
        {number("indenter.nu", -1, 0.5, "", "Poisson's ratio of the indenter nu_i; diamond 0.07"),
         number_of<&A::indenter_poisson_ratio>, set_number<&A::indenter_poisson_ratio>},
        {{"area.function",
          OptionKind::text,
          0,
          0,
          {},
          "nm², h_c in nm",
          "projected contact area A_p(h_c): a tip file (.ara), the coefficients \"C0, C1, ...\" of "
          "h_c², h_c, h_c^(1/2), ... (Oliver and Pharr 1992, eq. 20), \"cap-cone:R_nm\" or "
          "\"cap-cone:R_nm:angle_deg\", or \"ideal\" (C0 = 24.5). Without it H_IT, E_r, E_IT and "
          "A_p stay empty",
          true},
         area_of,
         set_area},
        {number_or_none("area.h_c_min_nm", 0, 1e6, "nm",
                        "smallest depth of the calibration; a test outside is flagged"),
         area_range_of<&AreaFunction::h_c_min_nm>, set_area_range<&AreaFunction::h_c_min_nm>},
        {number_or_none("area.h_c_max_nm", 0, 1e6, "nm", "largest depth of the calibration"),
         area_range_of<&AreaFunction::h_c_max_nm>, set_area_range<&AreaFunction::h_c_max_nm>},
        {number_or_none("sample.nu", -1, 0.5, "",
                        "Poisson's ratio of the sample. Without it E_IT stays empty"),
         poisson_ratio_of, set_poisson_ratio},
        {word("creep.start", creep_starts,
              "where creep_nm and C_IT begin: a quadratic over the last 0.2 s before the hold, or "
              "the first sample with F >= 0.995 F_max where that stretch has under 10 samples"),
         word_of<&A::creep_start, creep_starts>, set_word<&A::creep_start, creep_starts>},
        {word("work.ends", work_ends,
              "which depths stand at the ends of the integrals of work: local fits (one noisy "
              "sample would weigh F_max times its error), or the samples themselves"),
         word_of<&A::work_ends, work_ends>, set_word<&A::work_ends, work_ends>},
        {word("study.group_by", groupings, "what makes tests one group"), grouping_of,
         set_grouping},
        {word("report.reference", published_studies,
              "a published study whose values stand in rows apart in the report, and whose numbers "
              "the figures get"),
         reference_of, set_reference},
        {unit("units.load", load_units, "unit of the load column in files that do not say it"),
         unit_of<0>, set_unit<0>},
        {unit("units.depth", depth_units, "unit of the depth column in files that do not say it"),
         unit_of<1>, set_unit<1>},
        {unit("units.time", time_units, "unit of the time column in files that do not say it"),
         unit_of<2>, set_unit<2>},
    };
    return keys;
}

}  // namespace

std::span<const RecipeKey> recipe_keys() {
    return table();
}

const RecipeKey* find_recipe_key(std::string_view key) {
    for (const RecipeKey& each : table())
        if (each.rule.key == key) return &each;
    return nullptr;
}

std::vector<std::string_view> recipe_key_names() {
    std::vector<std::string_view> names;
    for (const RecipeKey& each : table()) names.push_back(each.rule.key);
    return names;
}

std::string comment(const RecipeKey& key) {
    const OptionRule& rule = key.rule;
    std::string text = std::string(rule.text) + ". Accepted: " + accepted(rule);
    if (!rule.unit.empty()) text += " (" + std::string(rule.unit) + ")";
    return text;
}

}  // namespace sneddon
