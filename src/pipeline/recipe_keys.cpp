#include "recipe_keys.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "area_text.hpp"
#include "sneddon/base/codes.hpp"
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
constexpr std::array<string_view, 4> tares = {"auto", "air", "none", "value"};
constexpr std::array<string_view, 4> frame_compliances = {"auto", "header", "none", "value"};
constexpr std::array<string_view, 6> drifts = {"auto", "header", "monitor",
                                               "hold", "none",   "value"};
constexpr std::array<string_view, 6> zeros = {"auto",      "hertz",     "poly2",
                                              "threshold", "stiffness", "file"};
constexpr std::array<string_view, 3> groupings = {"load-function", "folder", "none"};
constexpr std::array<string_view, 3> contact_radii = {"sqrt-A-over-pi", "h_c-tan-70.3",
                                                      "paper_eq3"};
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
    recipe.analysis.correction.tip_radius_nm = number_or_none(value);
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
OptionValue pop_in_number_of(const Recipe& recipe) {
    return recipe.analysis.pop_ins.*member;
}
template <auto member>
Trouble set_pop_in_number(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.analysis.pop_ins.*member = std::get<double>(value);
    return std::nullopt;
}
template <auto member>
OptionValue maybe_number_of(const Recipe& recipe) {
    return value_or_none(recipe.analysis.*member);
}
template <auto member>
Trouble set_maybe_number(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.analysis.*member = number_or_none(value);
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
    std::string_view rest = std::get<std::string>(value);
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const string_view id = trimmed(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
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

template <auto member>
OptionValue uncertainty_of(const Recipe& recipe) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(UncertaintyInputs{}.*member)>,
                                 double>)
        return recipe.analysis.uncertainty.*member;
    else
        return value_or_none(recipe.analysis.uncertainty.*member);
}
template <auto member>
Trouble set_uncertainty(Recipe& recipe, const OptionValue& value, const Statement&) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(UncertaintyInputs{}.*member)>,
                                 double>)
        recipe.analysis.uncertainty.*member = std::get<double>(value);
    else
        recipe.analysis.uncertainty.*member = number_or_none(value);
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

constexpr OptionRule whole_number(string_view key, double low, double high, string_view unit,
                                  string_view text) {
    return {key, OptionKind::whole_number, low, high, {}, unit, text, false};
}
constexpr OptionRule quantities(string_view key, string_view text) {
    return {key, OptionKind::text, 0, 0, {}, "", text, false};
}

using A = AnalysisRecipe;
using C = CorrectionRecipe;
using S = StudyOptions;

const std::vector<RecipeKey>& table() {
    static const std::vector<RecipeKey> keys = {
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
              "instrument corrected, else hold of 60 s, monitor, header, shorter hold, nothing"),
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
         maybe_number_of<&A::poisson_ratio>, set_maybe_number<&A::poisson_ratio>},
        {number_or_none("sample.roughness_nm", 0, 1e5, "nm",
                        "roughness Ra of the surface; h_max below 20 Ra is flagged"),
         maybe_number_of<&A::roughness_nm>, set_maybe_number<&A::roughness_nm>},
        {word("creep.start", creep_starts,
              "where creep_nm and C_IT begin: a quadratic over the last 0.2 s before the hold, or "
              "the first sample with F >= 0.995 F_max where that stretch has under 10 samples"),
         word_of<&A::creep_start, creep_starts>, set_word<&A::creep_start, creep_starts>},
        {word("work.ends", work_ends,
              "which depths stand at the ends of the integrals of work: local fits (one noisy "
              "sample would weigh F_max times its error), or the samples themselves"),
         word_of<&A::work_ends, work_ends>, set_word<&A::work_ends, work_ends>},
        {number("pop_in.noise_factor", 1, 100, "",
                "what 3 samples of loading must gain to be a pop-in, in sd of that gain"),
         pop_in_number_of<&PopInOptions::noise_factor>,
         set_pop_in_number<&PopInOptions::noise_factor>},
        {number("pop_in.least_jump_nm", 0, 1e6, "nm", "but never less than this"),
         pop_in_number_of<&PopInOptions::least_jump_nm>,
         set_pop_in_number<&PopInOptions::least_jump_nm>},
        {number_or_none("uncertainty.area_relative", 0, 1, "of A_p",
                        "standard uncertainty of the area function, common to all tests. Without "
                        "it A_p, H_IT, E_r and E_IT have no common part"),
         uncertainty_of<&U::area_relative>, set_uncertainty<&U::area_relative>},
        {number_or_none("uncertainty.drift_nm_per_s", 0, 10, "nm/s",
                        "standard uncertainty of the drift that is left; if \"none\", that of the "
                        "correction"),
         uncertainty_of<&U::drift_nm_per_s>, set_uncertainty<&U::drift_nm_per_s>},
        {number_or_none("uncertainty.zero_nm", 0, 1e5, "nm",
                        "standard uncertainty of the zero point; if \"none\", that of the "
                        "correction"),
         uncertainty_of<&U::zero_nm>, set_uncertainty<&U::zero_nm>},
        {number("uncertainty.frame_compliance_nm_per_uN", 0, 1, "nm/uN",
                "standard uncertainty of the frame compliance where no calibration states one, "
                "common to all tests"),
         uncertainty_of<&U::frame_compliance_nm_per_uN>,
         set_uncertainty<&U::frame_compliance_nm_per_uN>},
        {number("uncertainty.load_relative", 0, 1, "of F",
                "standard uncertainty of the calibration of load, common to all tests"),
         uncertainty_of<&U::load_relative>, set_uncertainty<&U::load_relative>},
        {number("uncertainty.depth_relative", 0, 1, "of h",
                "standard uncertainty of the calibration of depth, common to all tests"),
         uncertainty_of<&U::depth_relative>, set_uncertainty<&U::depth_relative>},
        {number("uncertainty.poisson_ratio", 0, 0.5, "",
                "standard uncertainty of the sample's Poisson ratio, common to all tests"),
         uncertainty_of<&U::poisson_ratio>, set_uncertainty<&U::poisson_ratio>},
        {{"uncertainty.monte_carlo",
          OptionKind::whole_number,
          0,
          1e6,
          {},
          "",
          "draws per test of all uncertain inputs together, beside the propagation; 0 = none, "
          "10,000 gives standard deviations to 1 %"},
         uncertainty_of<&U::monte_carlo>,
         set_uncertainty<&U::monte_carlo>},
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
