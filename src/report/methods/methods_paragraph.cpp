#include "report/methods/methods_paragraph.hpp"

#include <fmt/core.h>

#include <cmath>
#include <optional>

#include "analyse/recipe_words.hpp"
#include "correct/recipe_words.hpp"
#include "report/html_text.hpp"
#include "report/methods/methods_of_corrections.hpp"
#include "report/methods/methods_of_profiles.hpp"
#include "report/methods/methods_of_samples.hpp"
#include "report/methods/written_recipe.hpp"
#include "report/report_page.hpp"
#include "results/written/pop_ins.hpp"
#include "study/groups/group_by.hpp"
#include "study/study_options.hpp"

namespace sneddon {
namespace {

constexpr std::string_view H_IT = "[[H_IT|$H_\\mathrm{IT}$]]";
constexpr std::string_view F_max = "[[F_max|$F_\\mathrm{max}$]]";
constexpr std::string_view h_c = "[[h_c|$h_\\mathrm{c}$]]";

/// Adds the full stop; a choice of nothing has no sentence.
void say_sentence(const std::string& sentence, MethodText& text) {
    if (!sentence.empty()) text.say(sentence + ".");
}

std::string percent(double fraction) {
    return fmt::format("{:.4g} %", 100 * fraction);
}

/// ", from study.toml"; the radius of a tip file comes by way of the area function.
std::string from(const std::string& origin) {
    if (origin.empty() || origin == "default") return "";
    if (origin.starts_with("area.function")) return ", from the area function";
    return ", from " + std::string(origin == "study.toml" ? "" : "the ") + origin;
}

/// What an automatic rule came to in these tests; any other rule says it itself.
template <HasWords Choice>
std::string made(const WrittenStudy& study, const WrittenRecipe& recipe, std::string_view what,
                 const std::string& detail) {
    const std::string key = "correct." + std::string(what);
    if (recipe.word(key) == word_of(Choice::automatic))
        if (std::string text = correction_made(study, what, detail); !text.empty()) return text;
    return recipe.sentence<Choice>(key, detail);
}

void say_corrections(const WrittenStudy& study, const WrittenRecipe& recipe, MethodText& text) {
    say_sentence(made<TareRule>(study, recipe, "tare", recipe.number("correct.load_offset_uN")),
                 text);
    say_sentence(made<FrameComplianceRule>(study, recipe, "frame_compliance",
                                           recipe.number("correct.frame_compliance_nm_per_uN")),
                 text);
    say_sentence(made<DriftRule>(study, recipe, "drift", recipe.number("correct.drift_nm_per_s")),
                 text);
    const std::string radius =
        recipe.has_number("correct.tip_radius_nm")
            ? fmt::format(" (tip radius {} nm{})", recipe.number("correct.tip_radius_nm"),
                          from(recipe.origin("correct.tip_radius_nm")))
            : "";
    say_sentence(made<ZeroRule>(study, recipe, "zero", radius), text);
}

std::string unloading_window(const WrittenRecipe& recipe) {
    if (recipe.word("unloading.window") != word_of(WindowRule::of_points))
        return fmt::format("between {} and {} of {}", percent(recipe.value("unloading.window_low")),
                           percent(recipe.value("unloading.window_high")), F_max);
    const std::string begin =
        recipe.has_number("unloading.window_skip")
            ? fmt::format("{} points behind the first one", recipe.number("unloading.window_skip"))
            : "the first point, or as many behind it as the file states,";
    const std::string end =
        recipe.has_number("unloading.window_points")
            ? fmt::format("{} of the points", percent(recipe.value("unloading.window_points")))
            : "half of the points, or the part that the file states";
    return fmt::format("from {} to {}", begin, end);
}

void say_unloading(const WrittenStudy& study, const WrittenRecipe& recipe, MethodText& text) {
    const std::string window =
        fmt::format("{}, [[m|$m$]] between {} and {}", unloading_window(recipe),
                    recipe.number("unloading.m_min"), recipe.number("unloading.m_max")) +
        recipe.sentence<FinalDepthRule>("unloading.final_depth");
    say_sentence(recipe.sentence<FitSpace>("unloading.fit_space", window), text);
    say_sentence(recipe.sentence<SlopeRule>("unloading.slope_at"), text);
    say_sentence(recipe.sentence<StiffnessRule>("unloading.stiffness"), text);
    const std::string load = for_holds(study, recipe.sentence<PeakLoadRule>("peak.load"));
    const std::string depth = for_holds(study, recipe.sentence<PeakDepthRule>("peak.depth"));
    if (load.empty() || depth.empty()) return;
    text.say(fmt::format("{} was {}, the depth at peak load {}.", F_max, load, depth));
}

void say_hardness(const WrittenStudy& study, const WrittenRecipe& recipe, MethodText& text) {
    if (!has_values(study, "H_IT_GPa"_q)) {
        text.say("No area function was given: hardness and moduli were not computed.");
        return;
    }
    text.say(fmt::format(
        "The contact depth was {} = [[h_max − ε F_max/S|$h_\\mathrm{{max}} - "
        "\\varepsilon F_\\mathrm{{max}}/S$]] with {}.",
        h_c,
        recipe.sentence<EpsilonRule>("contact.epsilon_rule", recipe.number("contact.epsilon"))));
    const std::string source = study.results.facts().area_function().source().value();
    const std::string area = source.empty() ? recipe.word("area.function") : source;
    text.say(
        fmt::format("The hardness was {} = [[F_max/A_p|$F_\\mathrm{{max}}/A_\\mathrm{{p}}$]] "
                    "{{{{iso14577}}}} with the area function {}.",
                    H_IT, area.empty() || area == "none" ? "given" : area));
    if (recipe.has_number("area.h_c_min_nm") || recipe.has_number("area.h_c_max_nm"))
        text.say(fmt::format("It was calibrated{}{}.",
                             recipe.has_number("area.h_c_min_nm")
                                 ? " from " + recipe.number("area.h_c_min_nm") + " nm"
                                 : "",
                             recipe.has_number("area.h_c_max_nm")
                                 ? " to " + recipe.number("area.h_c_max_nm") + " nm"
                                 : ""));
    if (has_values(study, "E_r_GPa"_q))
        text.say(
            fmt::format("The reduced modulus was [[E_r = √π S/(2 β √A_p)|$E_\\mathrm{{r}} = "
                        "\\sqrt{{\\pi}}\\,S/(2\\beta\\sqrt{{A_\\mathrm{{p}}}})$]] with β = {}{}.",
                        recipe.number("contact.beta"),
                        std::fabs(recipe.value("contact.pi") - 3.14159265358979) > 1e-12
                            ? " and π = " + recipe.number("contact.pi")
                            : ""));
    if (has_values(study, "E_IT_GPa"_q))
        text.say(
            fmt::format("The indentation modulus followed with Poisson's ratio {} of the "
                        "specimen, and {} GPa and {} of the indenter.",
                        recipe.number("sample.nu"), recipe.number("indenter.E_GPa"),
                        recipe.number("indenter.nu")));
}

void say_work_and_creep(const WrittenStudy& study, const WrittenRecipe& recipe, MethodText& text) {
    if (has_values(study, "W_total_pJ"_q))
        text.say(fmt::format(
            "Total and elastic work were the areas under the loading (with the hold) and the "
            "unloading curve by trapezoids, with {} at their ends; plastic work was their "
            "difference "
            "{{{{iso14577}}}}.",
            recipe.sentence<WorkEndsRule>("work.ends")));
    if (has_values(study, "creep_nm"_q))
        say_sentence(recipe.sentence<CreepStartRule>("creep.start"), text);
}

void say_pop_ins(const WrittenStudy& study, const WrittenRecipe& recipe, MethodText& text) {
    if (study.results.pop_ins().is_empty()) return;
    text.say(
        fmt::format("A pop-in is a sudden step of depth in the loading, between straight lines "
                    "fitted on either side of it, above {} standard deviations of such a step in "
                    "the loading itself and above {} nm.",
                    recipe.number("pop_in.noise_factor"), recipe.number("pop_in.least_jump_nm")));
    bool has_law = false;
    for (const WrittenPopIns pop_ins : study.results.pop_ins())
        has_law = has_law || WrittenPopInFits(pop_ins).preferred_first().is_there();
    if (!has_law) return;
    text.say(
        "Weibull, normal and Gumbel laws of the load of the first pop-in were fitted by maximum "
        "likelihood with the share of tests that pop in at all as a parameter; pop-ins too small "
        "to be seen counted by the probability of being missed, from the noise of each loading "
        "and the jumps at each load, which were taken as log-normal about a power of the load. "
        "Sizes were fitted above what is found for certain; the p values of their laws come from "
        "up "
        "to " +
        recipe.number("study.fit_simulations") +
        " samples of each law and the distance of Kolmogorov and Smirnov {{clauset2009}}.");
}

/// Whether a mean hold curve has a rheology, and of which contact.
void say_rheology(const WrittenResults& results, const WrittenRecipe& recipe, MethodText& text) {
    const std::string compliance = recipe.sentence<RheologyContact>("study.rheology");
    bool is_there = false;
    for (const WrittenCreepCurve curve : results.creep_curves())
        is_there = is_there || curve.rheology().contact().is_there();
    if (!is_there || compliance.empty()) return;
    text.say("From the mean hold curves came " + compliance +
             "; Maxwell, Kelvin, Burgers and logarithmic models after a ramp of constant rate were "
             "compared by AICc {{hurvich1989}} with the effective number of correlated readings.");
}

struct Input {
    const char* key;
    const char* words;  ///< with a place for the number
};

constexpr Input uncertain_inputs[] = {
    {"uncertainty.area_relative", "{} of the contact area"},
    {"uncertainty.drift_nm_per_s", "{} nm/s of the drift that is left"},
    {"uncertainty.zero_nm", "{} nm of the zero point"},
    {"uncertainty.frame_compliance_nm_per_uN",
     "{} nm/µN of the frame compliance (at most a tenth of one that a file states)"},
    {"uncertainty.load_relative", "{} of the load"},
    {"uncertainty.depth_relative", "{} of the depth"},
    {"uncertainty.poisson_ratio", "{} of Poisson's ratio"},
    {"sample.roughness_nm", "a roughness Ra of {} nm"},
};

void say_uncertainty(const WrittenStudy& study, const WrittenRecipe& recipe, MethodText& text) {
    if (!has_values(study, Head::u_random("h_max_nm"_q))) return;
    std::string inputs;
    for (const Input& input : uncertain_inputs)
        if (recipe.has_number(input.key))
            inputs += (inputs.empty() ? "" : ", ") +
                      fmt::format(fmt::runtime(input.words), recipe.number(input.key)) +
                      (study.results.recipe_origins()[input.key].value() == "default" ? " (assumed)"
                                                                                      : "");
    text.say("Standard uncertainties were propagated from the noise of each curve and from " +
             (inputs.empty() ? "the corrections" : inputs) + ".");
    if (recipe.value("uncertainty.monte_carlo") > 0)
        text.say(fmt::format("{} draws of all inputs together were made for each test.",
                             recipe.number("uncertainty.monte_carlo")));
}

void say_choice_of_tests(const WrittenRecipe& recipe, MethodText& text) {
    const std::string flags = recipe.word("study.exclude_flags");
    if (!flags.empty() && flags != "none")
        text.say("Tests with the flags " + flags + " were excluded.");
    std::string units;
    for (const char* column : {"load", "depth", "time"}) {
        const std::string unit = recipe.word(std::string("units.") + column);
        if (unit.empty() || unit == "none") continue;
        units += (units.empty() ? "" : ", ") + fmt::format("{} in {}", column, unit);
    }
    if (!units.empty()) text.say("Files that do not state their units have " + units + ".");
    say_sentence(recipe.sentence<GroupBy>("study.group_by"), text);
    say_sentence(recipe.sentence<FitsAtBound>("study.fits_at_bound"), text);
}

/// " with a hold of 1 to 60 s".
std::string hold_range(const WrittenRecipe& recipe) {
    constexpr double no_limit_s = 1e9;
    if (recipe.value("study.hold_max_s") < no_limit_s)
        return fmt::format(" with a hold of {} to {} s", recipe.number("study.hold_min_s"),
                           recipe.number("study.hold_max_s"));
    return fmt::format(" with a hold of at least {} s", recipe.number("study.hold_min_s"));
}

/// Where a curve of the study has them.
void say_hold_rates(const WrittenResults& results, const WrittenRecipe& recipe, MethodText& text) {
    bool has_rates = false;
    for (const WrittenCreepCurve curve : results.creep_curves())
        has_rates = has_rates || curve.strain_rates().sensitivity().value().is_there();
    if (!has_rates) return;
    text.say(fmt::format(
        "The strain rate of a hold is half the relative growth of the contact area, with [[dh_c = "
        "dh/(1 − ε (F/S) A'/(2A))|$\\mathrm{{d}}h_\\mathrm{{c}} = \\mathrm{{d}}h/(1 - \\varepsilon "
        "(F/S)\\,A'/(2A))$]] and a stiffness, corrected for creep {{{{feng2002}}}}, that follows "
        "the "
        "root of the area; the rate sensitivity is the slope of ln H over ln strain rate from {} "
        "to {} of the hold.",
        percent(recipe.value("study.rate_window_begin")),
        percent(recipe.value("study.rate_window_end"))));
    if (!recipe.has_number("study.shear_modulus_GPa")) return;
    text.say(fmt::format(
        "Volumes of shear transformation zones follow from it {{{{pan2008}}}} with a shear modulus "
        "of {} GPa and the constants of {{{{johnson2005}}}}: R = 1/4, ζ = 3, γ_C = 0.0267 and "
        "τ_C = 0.036 G.",
        recipe.number("study.shear_modulus_GPa")));
}

std::string contact_radius_words(const std::string& rule) {
    if (rule == word_of(ContactRadiusRule::sqrt_A_over_pi))
        return "[[a = √(A_p/π)|$a = \\sqrt{A_\\mathrm{p}/\\pi}$]]";
    return "by the rule " + rule;
}

void say_activation(const WrittenResults& results, MethodText& text) {
    bool is_there = false;
    for (const WrittenActivation found : results.activation())
        is_there = is_there || found.volume_nm3().is_there();
    if (!is_there) return;
    text.say(
        "The activation volume of the first pop-in {{schuh2005}} is that of a hazard [[exp(τ_max "
        "V*/(k T))|$\\exp(\\tau_\\mathrm{max} V^*/(k T))$]] per second of loading in a share of "
        "the tests, by maximum likelihood over all rates of load; a test without a pop-in had none "
        "before its peak, cannot have one, or had one below the limit of detection.");
}

void say_study(const WrittenStudy& study, const WrittenRecipe& recipe, MethodText& text) {
    const WrittenResults& results = study.results;
    const WrittenClusters clusters = results.clusters();
    if (!results.comparisons().is_empty())
        text.say(
            "Load functions were compared by Welch's test {{welch1947}}, with Holm's correction "
            "over the pairs of a quantity; means were called the same where two one-sided tests "
            "put their difference within " +
            recipe.number("study.equivalence_margin") + " of the mean.");
    if (!results.limit_shares().is_empty() && recipe.word("study.share_limits") != "none")
        text.say("Shares of tests with " + recipe.word("study.share_limits") +
                 " have Wilson's intervals.");
    if (!clusters.items().is_empty()) {
        std::string features;
        for (const std::string& feature : clusters.features().values())
            features += (features.empty() ? "" : " and ") + feature;
        text.say(fmt::format(
            "{} tests{} were clustered on {} by a Gaussian mixture with full covariances, fitted "
            "by "
            "expectation maximisation to convergence {{{{dempster1977}}}}; the number of clusters, "
            "{}, is that of the lowest BIC {{{{schwarz1978}}}} of 1 to {}; {} resamples of the "
            "tests "
            "show how stable it is.",
            count_text(static_cast<std::size_t>(clusters.n().value())),
            results.has_tables() ? "" : hold_range(recipe), features,
            clusters.chosen().count().plain(), recipe.number("study.k_max"),
            recipe.number("study.k_resamples")));
    }
    say_samples(study, text);
    if (!results.creep_curves().is_empty())
        text.say(
            "Mean hold curves were fitted with [[h = a t + b t^c|$h = a t + b t^c$]] by least "
            "squares with a, b ≥ 0 and c ≤ 0.95.");
    say_hold_rates(results, recipe, text);
    say_rheology(results, recipe, text);
    say_activation(results, text);
    if (!results.contact().is_empty())
        text.say(
            "The contact pressure is that of an elastic cone {{sneddon1965}}, with the contact "
            "radius " +
            contact_radius_words(results.contact()[0].rule().value()) + ".");
    if (!results.distributions().is_empty())
        text.say(fmt::format(
            "Distributions of {} were fitted by maximum likelihood; models were compared by AIC, "
            "BIC and Vuong's test {{{{vuong1989}}}}, and p values of the fit come from up to {} "
            "simulated "
            "sets.",
            recipe.word("study.ccdf_quantities"), recipe.number("study.fit_simulations")));
    if (results.space().is_there())
        text.say(fmt::format(
            "Spatial correlation was tested with Moran's I {{{{moran1950}}}} and {} permutations; "
            "correlation lengths are those of the restricted likelihood.",
            recipe.number("study.permutations")));
    const bool is_resampled =
        clusters.items().size() + results.distributions().size() + results.space().maps().size() >
        0;
    if (is_resampled) text.say("Random numbers have the seed " + recipe.number("study.seed") + ".");
}

/// Nothing of the analysis of a curve was done.
MethodText methods_of_tables(const WrittenStudy& study, const WrittenRecipe& recipe) {
    MethodText text;
    text.say(fmt::format(
        "{} rows of tables of results were taken as tests with Sneddon {}; hardness, modulus and "
        "depth are those of the program that wrote the tables.",
        study.results.counts().tests().count().plain(), study.results.version().value()));
    say_choice_of_tests(recipe, text);
    say_study(study, recipe, text);
    if (study.results.is_simulated().is_true())
        text.say(
            "The rows were simulated: they were computed from a known truth and nothing was "
            "measured.");
    return text;
}

}  // namespace

MethodText methods_of(const WrittenStudy& study) {
    const WrittenRecipe recipe(study);
    MethodText text;
    if (study.results.has_tables()) return methods_of_tables(study, recipe);
    text.say(
        fmt::format("Load-depth-time curves of {} tests were analysed with Sneddon {}, profile "
                    "\"{}\".",
                    study.results.counts().tests().count().plain(), study.results.version().value(),
                    recipe.word("profile")));
    say_choice_of_tests(recipe, text);
    say_corrections(study, recipe, text);
    say_unloading(study, recipe, text);
    say_hardness(study, recipe, text);
    say_work_and_creep(study, recipe, text);
    say_depth_profiles(study.results, recipe, text);
    say_pop_ins(study, recipe, text);
    say_uncertainty(study, recipe, text);
    say_study(study, recipe, text);
    if (study.results.is_simulated().is_true())
        text.say(
            "The curves were simulated: they were computed from a known truth and nothing was "
            "measured.");
    return text;
}

}  // namespace sneddon
