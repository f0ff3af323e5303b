#include "recipe/recipe_keys.hpp"

#include <array>

#include "recipe/area_text.hpp"
#include "recipe/option_makers.hpp"
#include "recipe/recipe_keys_study.hpp"
#include "recipe/recipe_keys_uncertainty.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// The words of an enum, in the order of its values.
constexpr std::array<string_view, 2> fit_spaces = {"h(P)", "P(h)"};
constexpr std::array<string_view, 3> peak_loads = {"mean-of-hold", "first-after-hold",
                                                   "last-of-hold"};
constexpr std::array<string_view, 2> peak_depths = {"end-of-hold", "fitted"};
constexpr std::array<string_view, 3> epsilon_rules = {"constant", "pharr-bolshakov",
                                                      "pharr-bolshakov-table"};
constexpr std::array<string_view, 2> creep_starts = {"quadratic-before-hold", "first-at-0.995"};
constexpr std::array<string_view, 2> work_ends = {"robust", "raw"};
constexpr std::array<string_view, 4> tares = {"auto", "air", "none", "value"};
constexpr std::array<string_view, 4> frame_compliances = {"auto", "header", "none", "value"};
constexpr std::array<string_view, 7> drifts = {"auto", "header", "monitor", "hold",
                                               "none", "value",  "order"};
constexpr std::array<string_view, 6> zeros = {"auto",      "hertz",     "poly2",
                                              "threshold", "stiffness", "file"};
OptionValue value_or_none(const std::optional<double>& number) {
    return number ? OptionValue(*number) : none;
}

std::optional<double> maybe_number(const OptionValue& value) {
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

template <auto member>
OptionValue correction_number_of(const Recipe& recipe) {
    return recipe.analysis.correction.*member;
}
template <auto member>
Trouble set_correction_number(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.analysis.correction.*member = std::get<double>(value);
    return std::nullopt;
}

template <auto member, const auto& words>
OptionValue correction_word_of(const Recipe& recipe) {
    return std::string(words[static_cast<std::size_t>(recipe.analysis.correction.*member)]);
}
template <auto member, const auto& words>
Trouble set_correction_word(Recipe& recipe, const OptionValue& value, const Statement&) {
    using Choice = std::remove_reference_t<decltype(recipe.analysis.correction.*member)>;
    recipe.analysis.correction.*member = static_cast<Choice>(place_of(value, words));
    return std::nullopt;
}

// The radius of the area function stands here too: recipe.toml writes that as coefficients alone.
OptionValue tip_radius_of(const Recipe& recipe) {
    const AnalysisRecipe& analysis = recipe.analysis;
    if (analysis.correction.tip_radius_nm) return *analysis.correction.tip_radius_nm;
    if (!analysis.area_function) return none;
    return value_or_none(known_tip_radius_nm(*analysis.area_function));
}
Trouble set_tip_radius(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.analysis.correction.tip_radius_nm = maybe_number(value);
    return std::nullopt;
}

OptionValue profile_of(const Recipe& recipe) {
    return recipe.analysis.profile;
}
// The profile is the ground the other options are laid on: make_recipe chooses it beforehand.
Trouble keep_profile(Recipe&, const OptionValue&, const Statement&) {
    return std::nullopt;
}

template <auto member>
OptionValue maybe_number_of(const Recipe& recipe) {
    return value_or_none(recipe.analysis.*member);
}
template <auto member>
Trouble set_maybe_number(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.analysis.*member = maybe_number(value);
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
    (*area).*member = maybe_number(value);
    return std::nullopt;
}

using A = AnalysisRecipe;
using C = CorrectionRecipe;

std::vector<RecipeKey> analysis_keys() {
    return {
        {word("profile", profile_names(), "the list of choices that all other options start from"),
         profile_of, keep_profile},
        {word("correct.tare", tares,
              "load of the empty tip that is subtracted: its median in the air before contact "
              "(auto: where such a part was recorded), correct.load_offset_uN, or nothing"),
         correction_word_of<&C::tare, tares>, set_correction_word<&C::tare, tares>},
        {number("correct.load_offset_uN", -1e9, 1e9, "uN", "load of the empty tip of tare = value"),
         correction_number_of<&C::load_offset_uN>, set_correction_number<&C::load_offset_uN>},
        {word("correct.frame_compliance", frame_compliances,
              "what is subtracted from the depth in proportion to the load: what the file states "
              "(auto: unless the instrument had applied it), "
              "correct.frame_compliance_nm_per_uN, or nothing"),
         correction_word_of<&C::frame_compliance, frame_compliances>,
         set_correction_word<&C::frame_compliance, frame_compliances>},
        {number("correct.frame_compliance_nm_per_uN", 0, 1, "nm/uN",
                "frame compliance of frame_compliance = value; one that the instrument had "
                "applied is taken back first"),
         correction_number_of<&C::frame_compliance_nm_per_uN>,
         set_correction_number<&C::frame_compliance_nm_per_uN>},
        {word("correct.drift", drifts,
              "thermal drift that is subtracted: the rate that the file states, a line through its "
              "drift measurement before the test, a line through the hold during unloading "
              "(ISO 14577-1), correct.drift_nm_per_s, or nothing. auto: nothing where the "
              "instrument corrected, else hold of 60 s, monitor, header, shorter hold, nothing. "
              "order: "
              "auto for each test, then smoothed over the order of the tests of a run"),
         correction_word_of<&C::drift, drifts>, set_correction_word<&C::drift, drifts>},
        {number("correct.drift_nm_per_s", -1e3, 1e3, "nm/s",
                "drift of drift = value; one that the instrument had subtracted is taken back "
                "first"),
         correction_number_of<&C::drift_nm_per_s>, set_correction_number<&C::drift_nm_per_s>},
        {word("correct.zero", zeros,
              "where depth is zero: h = h_0 + k F^(2/3) over 1 to 6 % of F_max (Hertz 1882), a "
              "parabola F(h) over the first 10 % of h_max (ISO 14577-1), the first load above "
              "noise, the first contact stiffness above noise, or the file's own. auto: hertz "
              "where the tip radius is known and the fit stands, else the file's own, else poly2"),
         correction_word_of<&C::zero, zeros>, set_correction_word<&C::zero, zeros>},
        {{"correct.tip_radius_nm",
          OptionKind::number,
          0.1,
          1e7,
          {},
          "nm",
          "radius of the end of the tip; it says where the contact is Hertz's. None: that of the "
          "area function (cap-cone, or the radius in the tip file)",
          true},
         tip_radius_of,
         set_tip_radius},
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
          "\"cap-cone:R_nm:angle_deg\", \"thurn-cook:...\" alike, or \"ideal\" (C0 = 24.5). "
          "Without it H_IT, E_r, E_IT and "
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
         maybe_number_of<&A::poisson_ratio>, set_maybe_number<&A::poisson_ratio>},
        {number_or_none("sample.roughness_nm", 0, 1e5, "nm",
                        "roughness Ra of the surface: part of the uncertainty of depth; h_max "
                        "below 20 Ra is flagged"),
         maybe_number_of<&A::roughness_nm>, set_maybe_number<&A::roughness_nm>},
        {word("creep.start", creep_starts,
              "where creep_nm and C_IT begin: a quadratic over the last 0.2 s before the hold, or "
              "the first sample with F >= 0.995 F_max where that stretch has under 10 samples"),
         word_of<&A::creep_start, creep_starts>, set_word<&A::creep_start, creep_starts>},
        {word("work.ends", work_ends,
              "which depths stand at the ends of the integrals of work: local fits (one noisy "
              "sample would weigh F_max times its error), or the samples themselves"),
         word_of<&A::work_ends, work_ends>, set_word<&A::work_ends, work_ends>},
    };
}

const std::vector<RecipeKey>& table() {
    static const std::vector<RecipeKey> keys = [] {
        std::vector<RecipeKey> all = analysis_keys();
        for (const auto& more : {uncertainty_keys(), study_keys_of_recipe()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
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
