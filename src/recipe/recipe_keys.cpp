#include "recipe/recipe_keys.hpp"

#include "analyse/recipe_words.hpp"
#include "correct/recipe_words.hpp"
#include "recipe/area_text.hpp"
#include "recipe/option_makers.hpp"
#include "recipe/recipe_keys_study.hpp"
#include "recipe/recipe_keys_uncertainty.hpp"

namespace sneddon {
namespace {

using A = AnalysisRecipe;
using C = CorrectionRecipe;

template <auto member>
constexpr auto analysis = at<&Recipe::analysis, member>;
template <auto member>
constexpr auto correction = at<&Recipe::analysis, &A::correction, member>;

/// The profile is the ground the other options are laid on: make_recipe chooses it beforehand.
struct ProfileName : At<&Recipe::analysis, &A::profile> {
    static std::optional<Error> set(Recipe&, const OptionValue&, const Statement&) {
        return std::nullopt;
    }
};

/// The radius of the area function stands here too: recipe.toml writes that as coefficients alone.
struct TipRadius : At<&Recipe::analysis, &A::correction, &C::tip_radius_nm> {
    static OptionValue value(const Recipe& recipe) {
        const std::optional<double>& stated_nm = field_of(recipe);
        const auto& area = recipe.analysis.area_function;
        return option_value(stated_nm || !area ? stated_nm : known_tip_radius_nm(*area));
    }
};

struct AreaText : At<&Recipe::analysis, &A::area_function> {
    static OptionValue value(const Recipe& recipe) {
        const auto& area = field_of(recipe);
        return area ? OptionValue(area_text(*area)) : not_stated;
    }
    static std::optional<Error> set(Recipe& recipe, const OptionValue& value,
                                    const Statement& statement) {
        field_of(recipe).reset();
        if (value == not_stated) return std::nullopt;
        auto area = area_of_text(std::get<std::string>(value), statement.where, statement.folder);
        if (!area) return area.error();
        field_of(recipe) = *std::move(area);
        return std::nullopt;
    }
};

/// A limit of the depths that the area function was calibrated over.
template <auto limit>
struct AreaLimit {
    using Configured = Recipe;

    static OptionValue value(const Recipe& recipe) {
        const auto& area = recipe.analysis.area_function;
        return area ? option_value((*area).*limit) : not_stated;
    }
    static std::optional<Error> set(Recipe& recipe, const OptionValue& value,
                                    const Statement& statement) {
        auto& area = recipe.analysis.area_function;
        if (value == not_stated && !area) return std::nullopt;
        if (!area)
            return Error{"SND-U007", statement.where, "a depth range without an area function",
                         "area.function beside it", ""};
        put((*area).*limit, value, statement);
        return std::nullopt;
    }
};

std::vector<RecipeKey> analysis_keys() {
    return {
        {word("profile", ProfileName(), profile_names(),
              "the list of choices that all other options start from"),
         Stage::correct},
        {choice("correct.tare", correction<&C::tare>,
                "load of the empty tip that is subtracted: its median in the air before contact "
                "(auto: where such a part was recorded), correct.load_offset_uN, or nothing"),
         Stage::correct},
        {number("correct.load_offset_uN", correction<&C::load_offset_uN>, {-1e9, 1e9}, "uN",
                "load of the empty tip of tare = value"),
         Stage::correct},
        {choice("correct.frame_compliance", correction<&C::frame_compliance>,
                "what is subtracted from the depth in proportion to the load: what the file states "
                "(auto: unless the instrument had applied it), "
                "correct.frame_compliance_nm_per_uN, or nothing"),
         Stage::correct},
        {number("correct.frame_compliance_nm_per_uN", correction<&C::frame_compliance_nm_per_uN>,
                {0, 1}, "nm/uN",
                "frame compliance of frame_compliance = value; one that the instrument had "
                "applied is taken back first"),
         Stage::correct},
        {choice(
             "correct.drift", correction<&C::drift>,
             "thermal drift that is subtracted: the rate that the file states, a line through its "
             "drift measurement before the test, a line through the hold during unloading "
             "(ISO 14577-1), correct.drift_nm_per_s, or nothing. auto: nothing where the "
             "instrument corrected, else hold of 60 s, monitor, header, shorter hold, nothing. "
             "order: auto for each test, then smoothed over the order of the tests of a run"),
         Stage::correct},
        {number("correct.drift_nm_per_s", correction<&C::drift_nm_per_s>, {-1e3, 1e3}, "nm/s",
                "drift of drift = value; one that the instrument had subtracted is taken back "
                "first"),
         Stage::correct},
        {choice(
             "correct.zero", correction<&C::zero>,
             "where depth is zero: h = h_0 + k F^(2/3) over 1 to 6 % of F_max (Hertz 1882), a "
             "parabola F(h) over the first 10 % of h_max (ISO 14577-1), the first load above "
             "noise, the first contact stiffness above noise, or the file's own. auto: hertz "
             "where the tip radius is known and the fit stands, else the file's own, else poly2"),
         Stage::correct},
        {number_or_none("correct.tip_radius_nm", TipRadius(), {0.1, 1e7}, "nm",
                        "radius of the end of the tip; it says where the contact is Hertz's. None: "
                        "that of the area function (cap-cone, or the radius in the tip file)"),
         Stage::correct},
        {choice("unloading.fit_space", analysis<&A::fit_space>,
                "what is fitted: h(P) = h_p + k (F/F_max)^(1/m) with residuals in depth, or "
                "P(h) = B (h - h_p)^m with residuals in load (Oliver and Pharr 1992, eq. 8)"),
         Stage::analyse},
        {number("unloading.window_high", analysis<&A::window_high>, {0.3, 1}, "of F_max",
                "upper end of the fit window"),
         Stage::analyse},
        {number("unloading.window_low", analysis<&A::window_low>, {0.01, 0.95}, "of F_max",
                "lower end of the fit window"),
         Stage::analyse},
        {choice("unloading.window", analysis<&A::window>,
                "what the window is a part of: the load (from window_low to window_high), or the "
                "points of the unloading (window_skip and window_points), as NanoSuite counts"),
         Stage::analyse},
        {number_or_none("unloading.window_skip", analysis<&A::window_skip>, {0, 1e3}, "points",
                        "of window = of-points: points behind the first of the unloading that are "
                        "not fitted; if none, as the file states, else 0"),
         Stage::analyse},
        {number_or_none("unloading.window_points", analysis<&A::window_points>, {0.05, 1},
                        "of the points",
                        "of window = of-points: up to this part of the points of the unloading; "
                        "if none, as the file states, else 0.5"),
         Stage::analyse},
        {choice("unloading.slope_at", analysis<&A::slope_at>,
                "where the slope of the fitted curve is S: at F_max, or at the depth of the first "
                "point of the window"),
         Stage::analyse},
        {choice("unloading.stiffness", analysis<&A::stiffness>,
                "which stiffness S is: the slope of the unloading fit, or S_e of the beginning of "
                "the unloading, 1/S_e = 1/S_u + (dh/dt)/|dF/dt| (Feng and Ngan 2002): without the "
                "creep that goes on there. S and what follows are then empty without a hold"),
         Stage::analyse},
        {number("unloading.m_min", analysis<&A::m_min>, {1, 10}, "",
                "lower bound of the search for m; m at a bound is flagged"),
         Stage::analyse},
        {number("unloading.m_max", analysis<&A::m_max>, {1, 10}, "",
                "upper bound of the search for m"),
         Stage::analyse},
        {choice("unloading.final_depth", analysis<&A::final_depth>,
                "what h_p may be: any depth, or not below 0; a fit at that bound is flagged"),
         Stage::analyse},
        {choice(
             "peak.load", analysis<&A::peak_load>,
             "which load is F_max: the mean of the hold (without a hold: fitted peak of the last "
             "0.2 s of loading), the first sample after it, or its last sample"),
         Stage::analyse},
        {choice("peak.depth", analysis<&A::peak_depth>,
                "which depth is h_max: a line over the last 1 s of the hold (without a hold: "
                "quadratic through the last 0.2 s of loading), the unloading fit at F_max, or "
                "the first sample after the hold"),
         Stage::analyse},
        {choice("contact.epsilon_rule", analysis<&A::epsilon_rule>,
                "epsilon in h_c = h_max - epsilon F_max/S: one number, epsilon(m) of Pharr and "
                "Bolshakov (2002, eq. 21), or that rounded to 3 digits at m = 1.0, 1.1, ... and "
                "linear between"),
         Stage::analyse},
        {number("contact.epsilon", analysis<&A::epsilon>, {0.5, 1}, "",
                "epsilon of the rule \"constant\": 0.75 paraboloid (ISO 14577-1), 0.7268 cone, "
                "1 flat punch"),
         Stage::analyse},
        {number("contact.beta", analysis<&A::beta>, {0.9, 1.2}, "",
                "beta in E_r = sqrt(pi) S/(2 beta sqrt(A_p)): 1 (ISO 14577-1), 1.034 (King 1987)"),
         Stage::analyse},
        {number("contact.pi", analysis<&A::pi>, {3.1, 3.15}, "", "pi in E_r; TriboScan takes 3.14"),
         Stage::analyse},
        {number("indenter.E_GPa", analysis<&A::indenter_E_GPa>, {1, 2000}, "GPa",
                "Young's modulus of the indenter E_i; diamond 1141 (1140 in "
                "ISO 14577-1)"),
         Stage::analyse},
        {number("indenter.nu", analysis<&A::indenter_poisson_ratio>, {-1, 0.5}, "",
                "Poisson's ratio of the indenter nu_i; diamond 0.07"),
         Stage::analyse},
        {text_or_none(
             "area.function", AreaText(), "nm², h_c in nm",
             "projected contact area A_p(h_c): a tip file (.ara, .afn), the coefficients \"C0, C1, "
             "...\" "
             "of h_c², h_c, h_c^(1/2), ... (Oliver and Pharr 1992, eq. 20), \"cap-cone:R_nm\" or "
             "\"cap-cone:R_nm:angle_deg\", \"thurn-cook:...\" and \"sphero-cone:...\" alike, "
             "\"sphere:R_nm\", or \"ideal\" (C0 = 24.5). Without it H_IT, E_r, E_IT and A_p stay "
             "empty"),
         Stage::correct},
        {number_or_none("area.h_c_min_nm", AreaLimit<&AreaFunction::h_c_min_nm>(), {0, 1e6}, "nm",
                        "smallest depth of the calibration; a test outside is flagged"),
         Stage::analyse},
        {number_or_none("area.h_c_max_nm", AreaLimit<&AreaFunction::h_c_max_nm>(), {0, 1e6}, "nm",
                        "largest depth of the calibration"),
         Stage::analyse},
        {number_or_none("sample.nu", analysis<&A::poisson_ratio>, {-1, 0.5}, "",
                        "Poisson's ratio of the sample. Without it E_IT stays empty"),
         Stage::analyse},
        {number_or_none("sample.roughness_nm", analysis<&A::roughness_nm>, {0, 1e5}, "nm",
                        "roughness Ra of the surface: part of the uncertainty of depth; h_max "
                        "below 20 Ra is flagged"),
         Stage::analyse},
        {choice(
             "creep.start", analysis<&A::creep_start>,
             "where creep_nm and C_IT begin: a quadratic over the last 0.2 s before the hold, "
             "the first sample with F >= 0.995 F_max where that stretch has under 10 samples, or "
             "the first sample with F >= F_max less 0.4 s times the rate of the ramp"),
         Stage::analyse},
        {choice("work.ends", analysis<&A::work_ends>,
                "which depths stand at the ends of the integrals of work: local fits (one noisy "
                "sample would weigh F_max times its error), or the samples themselves"),
         Stage::analyse},
    };
}

}  // namespace

std::span<const RecipeKey> recipe_keys() {
    static const std::vector<RecipeKey> keys = [] {
        std::vector<RecipeKey> all = analysis_keys();
        for (const auto& more : {uncertainty_keys(), study_keys_of_recipe()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return keys;
}

const RecipeKey* find_recipe_key(std::string_view key) {
    return find_option(recipe_keys(), key);
}

std::vector<std::string_view> recipe_key_names() {
    return keys_of(recipe_keys());
}

std::string comment(const RecipeKey& key) {
    const OptionRule& rule = key.rule;
    std::string text = std::string(rule.text) + ". Accepted: " + accepted(rule);
    if (!rule.unit.empty()) text += " (" + std::string(rule.unit) + ")";
    return text;
}

}  // namespace sneddon
