// The methods paragraph: a sentence for each step that was done, with the numbers of the recipe.
#include <fmt/format.h>

#include <cmath>
#include <ostream>

#include "html_text.hpp"
#include "method_text.hpp"
#include "report_page.hpp"
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
    double value(const std::string& key) const { return findings_.number("/recipe/" + key); }
    bool has(const std::string& key) const { return findings_.find("/recipe/" + key) != nullptr; }

  private:
    const Findings& findings_;
};

std::string percent(double fraction) {
    return fmt::format("{:.4g} %", 100 * fraction);
}

void say_unloading(const Recipe& recipe, MethodText& text) {
    const std::string window =
        fmt::format("between {} and {} of {}", percent(recipe.value("unloading.window_low")),
                    percent(recipe.value("unloading.window_high")), F_max);
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
    if (recipe.word("contact.epsilon_rule") != "constant") epsilon = "ε(m) of {{pharr2002}}";
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
    if (has_values(findings, "E_r_GPa"))
        text.say(
            fmt::format("The reduced modulus was [[E_r = √π S/(2 β √A_p)|$E_\\mathrm{{r}} = "
                        "\\sqrt{{\\pi}}\\,S/(2\\beta\\sqrt{{A_\\mathrm{{p}}}})$]] with β = {}.",
                        recipe.number("contact.beta")));
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

void say_study(const Findings& findings, MethodText& text) {
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
            "{} tests were clustered on {} by a Gaussian mixture with full covariances, fitted by "
            "expectation maximisation to convergence {{{{dempster1977}}}}; the number of clusters, "
            "{}, is that of the lowest BIC {{{{schwarz1978}}}}.",
            count_text(static_cast<std::size_t>(findings.number("/clusters/n"))), features,
            findings.count("/clusters/chosen").plain()));
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
        text.say(
            "Distributions of plastic work were fitted by maximum likelihood; models were "
            "compared by AIC, BIC and Vuong's test {{vuong1989}}.");
    if (findings.find("/space") != nullptr)
        text.say("Spatial correlation was tested with Moran's I {{moran1950}} and permutations.");
}

MethodText methods_of(const Findings& findings) {
    const Recipe recipe(findings);
    MethodText text;
    text.say(
        fmt::format("Load-depth-time curves of {} tests were analysed with Sneddon {}, profile "
                    "\"{}\".",
                    findings.count("/counts/tests").plain(), findings.text("/version"),
                    recipe.word("profile")));
    say_unloading(recipe, text);
    say_hardness(findings, recipe, text);
    say_work_and_creep(findings, recipe, text);
    say_study(findings, text);
    if (findings.is_simulated())
        text.say(
            "The curves were simulated: they were computed from a known truth and nothing was "
            "measured.");
    return text;
}

}  // namespace

void write_methods(std::ostream& out, const ReportPage& page) {
    const MethodText text = methods_of(page.findings);
    std::string references, bibtex;
    for (const std::string& key : text.cited()) {
        const Reference* reference = find_reference(key);
        references += "<li>" + escaped_markup(reference->plain) + "</li>\n";
        bibtex += std::string(reference->bibtex) + "\n\n";
    }
    out << "<section id=\"methods\">\n<h2>Methods</h2>\n<p>For the paper: only what was done.</p>\n"
        << "<p id=\"methods-plain\" class=\"methods\">" << escaped_markup(text.plain())
        << "</p>\n<ol class=\"references\">\n"
        << references << "</ol>\n<p>Data and code: the files of this folder hold every number and "
        << "curve that is shown; the code is Sneddon "
        << escaped_markup(page.findings.text("/version"))
        << " (CITATION.cff in its repository).</p>\n<details>\n<summary>LaTeX</summary>\n"
        << "<pre id=\"methods-latex\" tabindex=\"0\">" << escaped_markup(text.latex())
        << "</pre>\n</details>\n<details>\n<summary>BibTeX</summary>\n"
        << "<pre id=\"methods-bibtex\" tabindex=\"0\">" << escaped_markup(bibtex)
        << "</pre>\n</details>\n</section>\n";
}

}  // namespace sneddon
