#include "report/methods_paragraph.hpp"

#include <fmt/format.h>

#include <cmath>

#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::string_view H_IT = "[[H_IT|$H_\\mathrm{IT}$]]";
constexpr std::string_view F_max = "[[F_max|$F_\\mathrm{max}$]]";
constexpr std::string_view h_c = "[[h_c|$h_\\mathrm{c}$]]";

class Recipe {
  public:
    explicit Recipe(const Findings& findings) : findings_(findings) {}
    std::string word(const std::string& key) const { return findings_.text("/recipe/" + key); }
    std::string number(const std::string& key) const {
        const double value = findings_.number("/recipe/" + key);
        return std::isfinite(value) ? number_text(value) : "?";
    }
    bool is(const std::string& key, std::string_view wanted) const { return word(key) == wanted; }
    double value(const std::string& key) const { return findings_.number("/recipe/" + key); }
    /// A number that may be "none".
    bool has_number(const std::string& key) const { return std::isfinite(value(key)); }

  private:
    const Findings& findings_;
};

std::string percent(double fraction) {
    return fmt::format("{:.4g} %", 100 * fraction);
}

void say_corrections(const Recipe& recipe, MethodText& text) {
    const std::string tare = recipe.word("correct.tare");
    if (tare == "value")
        text.say(fmt::format("A load of {} µN of the empty tip was subtracted.",
                             recipe.number("correct.load_offset_uN")));
    else if (tare == "auto" || tare == "air")
        text.say(fmt::format(
            "The load of the empty tip, its median in the air before contact, was subtracted{}.",
            tare == "auto" ? " where such a part was recorded" : ""));
    const std::string frame = recipe.word("correct.frame_compliance");
    if (frame == "value")
        text.say(fmt::format("The depth was corrected for a frame compliance of {} nm/µN.",
                             recipe.number("correct.frame_compliance_nm_per_uN")));
    else if (frame == "auto" || frame == "header")
        text.say(
            fmt::format("The depth was corrected for the frame compliance that the file states{}.",
                        frame == "auto" ? ", unless the instrument had done so" : ""));
    const std::string drift = recipe.word("correct.drift");
    if (drift == "value")
        text.say(fmt::format("A thermal drift of {} nm/s was subtracted.",
                             recipe.number("correct.drift_nm_per_s")));
    else if (!drift.empty() && drift != "none")
        text.say(fmt::format(
            "Thermal drift was subtracted: {}.",
            drift == "header"    ? "the rate that the file states"
            : drift == "monitor" ? "the slope of its measurement before the test"
            : drift == "order"
                ? "a line of Theil and Sen through the measurements of the neighbouring "
                  "tests in the order of measurement"
            : drift == "hold"
                ? "the slope of a hold during unloading {{iso14577}}"
                : "where the instrument had not corrected it, the slope of a hold of "
                  "60 s during unloading, else of a measurement before the test, else "
                  "the rate that the file states, else the slope of a shorter hold"));
    const std::string zero = recipe.word("correct.zero");
    if (zero.empty()) return;
    text.say(fmt::format(
        "Depth is zero {}{}.",
        zero == "hertz"       ? "where Hertz's law, fitted over 1 to 6 % of the peak load, has it"
        : zero == "poly2"     ? "where a parabola through the first 10 % of the depth has it "
                                "{{iso14577}}"
        : zero == "threshold" ? "at the first load above the noise"
        : zero == "stiffness" ? "at the first contact stiffness above the noise"
        : zero == "file"      ? "where the file has it"
                         : "where Hertz's law, fitted over 1 to 6 % of the peak load, has it if "
                           "the tip radius is known and the fit stands, else where the file has "
                           "it, else by a parabola",
        recipe.has_number("correct.tip_radius_nm")
            ? fmt::format(" (tip radius {} nm)", recipe.number("correct.tip_radius_nm"))
            : ""));
}

void say_unloading(const Recipe& recipe, MethodText& text) {
    const std::string window =
        fmt::format("between {} and {} of {}, [[m|$m$]] between {} and {}",
                    percent(recipe.value("unloading.window_low")),
                    percent(recipe.value("unloading.window_high")), F_max,
                    recipe.number("unloading.m_min"), recipe.number("unloading.m_max"));
    if (recipe.word("unloading.fit_space") == "P(h)")
        text.say(
            fmt::format("The unloading curve was fitted with [[F = B (h − h_p)^m|$F = B (h - "
                        "h_\\mathrm{{p}})^m$]] by least squares in load {} {{{{oliver1992}}}}.",
                        window));
    else
        text.say(fmt::format(
            "The unloading curve was fitted with [[h = h_p + k (F/F_max)^(1/m)|$h = "
            "h_\\mathrm{{p}} "
            "+ k (F/F_\\mathrm{{max}})^{{1/m}}$]] by least squares in depth {} {{{{oliver1992}}}}.",
            window));
    const std::string load = recipe.word("peak.load");
    text.say(fmt::format(
        "{} was {}, the depth at peak load {}.", F_max,
        load == "mean-of-hold"       ? "the mean load of the hold (without a hold: the fitted peak "
                                       "of the last 0.2 s of loading)"
        : load == "first-after-hold" ? "the load of the first point after the hold"
                                     : "the load of the last point of the hold",
        recipe.word("peak.depth") == "fitted" ? "that of the unloading fit"
                                              : "that of a line over the last 1 s of the hold "
                                                "(without a hold: of a quadratic through "
                                                "the last 0.2 s of loading)"));
}

void say_hardness(const Findings& findings, const Recipe& recipe, MethodText& text) {
    if (!has_values(findings, "H_IT_GPa")) {
        text.say("No area function was given: hardness and moduli were not computed.");
        return;
    }
    std::string epsilon = "ε = " + recipe.number("contact.epsilon");
    if (recipe.word("contact.epsilon_rule") != "constant")
        epsilon = recipe.is("contact.epsilon_rule", "pharr-bolshakov-table")
                      ? "ε(m) of {{pharr2002}} to 3 digits at m in steps of 0.1 and linear between"
                      : "ε(m) of {{pharr2002}}";
    text.say(
        fmt::format("The contact depth was {} = [[h_max − ε F_max/S|$h_\\mathrm{{max}} - "
                    "\\varepsilon F_\\mathrm{{max}}/S$]] with {}.",
                    h_c, epsilon));
    const std::string area = findings.text("/study/area_function/source").empty()
                                 ? recipe.word("area.function")
                                 : findings.text("/study/area_function/source");
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
    if (has_values(findings, "E_r_GPa"))
        text.say(
            fmt::format("The reduced modulus was [[E_r = √π S/(2 β √A_p)|$E_\\mathrm{{r}} = "
                        "\\sqrt{{\\pi}}\\,S/(2\\beta\\sqrt{{A_\\mathrm{{p}}}})$]] with β = {}{}.",
                        recipe.number("contact.beta"),
                        std::fabs(recipe.value("contact.pi") - 3.14159265358979) > 1e-12
                            ? " and π = " + recipe.number("contact.pi")
                            : ""));
    if (has_values(findings, "E_IT_GPa"))
        text.say(
            fmt::format("The indentation modulus followed with Poisson's ratio {} of the "
                        "specimen, and {} GPa and {} of the indenter.",
                        recipe.number("sample.nu"), recipe.number("indenter.E_GPa"),
                        recipe.number("indenter.nu")));
}

void say_work_and_creep(const Findings& findings, const Recipe& recipe, MethodText& text) {
    if (has_values(findings, "W_total_pJ"))
        text.say(fmt::format(
            "Total and elastic work were the areas under the loading (with the hold) and the "
            "unloading curve by trapezoids, with {} at their ends; plastic work was their "
            "difference "
            "{{{{iso14577}}}}.",
            recipe.word("work.ends") == "raw" ? "the measured depths" : "depths from local fits"));
    if (has_values(findings, "creep_nm"))
        text.say(
            recipe.word("creep.start") == "first-at-0.995"
                ? "Creep displacement was the depth gained over the hold, from the first point "
                  "with 99.5 % of the peak load where the last 0.2 s of loading held fewer than "
                  "10 points, else from a quadratic over them."
                : "Creep displacement was the depth gained over the hold, from a quadratic over "
                  "the last 0.2 s before it.");
}

void say_pop_ins(const Findings& findings, const Recipe& recipe, MethodText& text) {
    if (findings.size("/pop_ins") == 0) return;
    text.say(
        fmt::format("A pop-in is a gain of depth over 3 samples of loading above {} standard "
                    "deviations of such "
                    "a gain and above {} nm.",
                    recipe.number("pop_in.noise_factor"), recipe.number("pop_in.least_jump_nm")));
}

struct Input {
    const char* key;
    const char* words;  ///< with a place for the number
};

constexpr Input uncertain_inputs[] = {
    {"uncertainty.area_relative", "{} of the contact area"},
    {"uncertainty.drift_nm_per_s", "{} nm/s of the drift that is left"},
    {"uncertainty.zero_nm", "{} nm of the zero point"},
    {"uncertainty.frame_compliance_nm_per_uN", "{} nm/µN of the frame compliance"},
    {"uncertainty.load_relative", "{} of the load"},
    {"uncertainty.depth_relative", "{} of the depth"},
    {"uncertainty.poisson_ratio", "{} of Poisson's ratio"},
    {"sample.roughness_nm", "a roughness Ra of {} nm"},
};

void say_uncertainty(const Findings& findings, const Recipe& recipe, MethodText& text) {
    if (!has_values(findings, "h_max_nm_u_random")) return;
    std::string inputs;
    for (const Input& input : uncertain_inputs)
        if (recipe.has_number(input.key))
            inputs += (inputs.empty() ? "" : ", ") +
                      fmt::format(fmt::runtime(input.words), recipe.number(input.key)) +
                      (findings.text(std::string("/recipe_origins/") + input.key) == "default"
                           ? " (assumed)"
                           : "");
    text.say("Standard uncertainties were propagated from the noise of each curve and from " +
             (inputs.empty() ? "the corrections" : inputs) + ".");
    if (recipe.value("uncertainty.monte_carlo") > 0)
        text.say(fmt::format("{} draws of all inputs together were made for each test.",
                             recipe.number("uncertainty.monte_carlo")));
}

void say_choice_of_tests(const Recipe& recipe, MethodText& text) {
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
    const std::string group = recipe.word("study.group_by");
    if (group == "folder") text.say("Tests were grouped by their folders.");
    if (group == "none") text.say("All tests are one group.");
}

/// " with a hold of 1 to 60 s".
std::string hold_range(const Recipe& recipe) {
    constexpr double no_limit_s = 1e9;
    if (recipe.value("study.hold_max_s") < no_limit_s)
        return fmt::format(" with a hold of {} to {} s", recipe.number("study.hold_min_s"),
                           recipe.number("study.hold_max_s"));
    return fmt::format(" with a hold of at least {} s", recipe.number("study.hold_min_s"));
}

void say_study(const Findings& findings, const Recipe& recipe, MethodText& text) {
    if (findings.size("/comparisons") > 0)
        text.say(
            "Load functions were compared by Welch's test {{welch1947}}, with Holm's correction "
            "over the pairs of a quantity.");
    if (findings.size("/clusters/items") > 0) {
        std::string features;
        for (std::size_t i = 0; i < findings.size("/clusters/features"); ++i)
            features +=
                (i == 0 ? "" : " and ") + findings.text(fmt::format("/clusters/features/{}", i));
        text.say(fmt::format(
            "{} tests{} were clustered on {} by a Gaussian mixture with full covariances, fitted "
            "by "
            "expectation maximisation to convergence {{{{dempster1977}}}}; the number of clusters, "
            "{}, is that of the lowest BIC {{{{schwarz1978}}}} of 1 to {}; {} resamples of the "
            "tests "
            "show how stable it is.",
            count_text(static_cast<std::size_t>(findings.number("/clusters/n"))),
            hold_range(recipe), features, findings.count("/clusters/chosen").plain(),
            recipe.number("study.k_max"), recipe.number("study.k_resamples")));
    }
    if (findings.size("/creep_curves") > 0)
        text.say(
            "Mean hold curves were fitted with [[h = a t + b t^c|$h = a t + b t^c$]] by least "
            "squares with a, b ≥ 0 and c ≤ 0.95.");
    if (findings.size("/contact") > 0)
        text.say(
            "The contact pressure is that of an elastic cone {{sneddon1948}}, with the contact "
            "radius by the rule " +
            findings.text("/contact/0/rule") + ".");
    if (findings.size("/ccdf") > 0)
        text.say(fmt::format(
            "Distributions of {} were fitted by maximum likelihood; models were compared by AIC, "
            "BIC and Vuong's test {{{{vuong1989}}}}, and p values of the fit come from {} "
            "simulated "
            "sets.",
            recipe.word("study.ccdf_quantities"), recipe.number("study.fit_simulations")));
    if (findings.find("/space") != nullptr)
        text.say(fmt::format(
            "Spatial correlation was tested with Moran's I {{{{moran1950}}}} and {} permutations.",
            recipe.number("study.permutations")));
    const bool is_resampled =
        findings.size("/clusters/items") + findings.size("/ccdf") + findings.size("/space/maps") >
        0;
    if (is_resampled) text.say("Random numbers have the seed " + recipe.number("study.seed") + ".");
}

}  // namespace

MethodText methods_of(const Findings& findings) {
    const Recipe recipe(findings);
    MethodText text;
    text.say(
        fmt::format("Load-depth-time curves of {} tests were analysed with Sneddon {}, profile "
                    "\"{}\".",
                    findings.count("/counts/tests").plain(), findings.text("/version"),
                    recipe.word("profile")));
    say_choice_of_tests(recipe, text);
    say_corrections(recipe, text);
    say_unloading(recipe, text);
    say_hardness(findings, recipe, text);
    say_work_and_creep(findings, recipe, text);
    say_pop_ins(findings, recipe, text);
    say_uncertainty(findings, recipe, text);
    say_study(findings, recipe, text);
    if (findings.is_simulated())
        text.say(
            "The curves were simulated: they were computed from a known truth and nothing was "
            "measured.");
    return text;
}

}  // namespace sneddon
