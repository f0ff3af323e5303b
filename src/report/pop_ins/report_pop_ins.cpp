// Pop-ins of each load function: how many, the law of the first one's load, their sizes.
#include "report/pop_ins/report_pop_ins.hpp"

#include <string>
#include <vector>

#include "report/html_text.hpp"
#include "report/results_table.hpp"
#include "results/written/law_words.hpp"
#include "results/written/pop_ins.hpp"
#include "study/pop_ins/size_goodness.hpp"

namespace sneddon {
namespace {

struct FirstModel {
    WrittenPopInFits of;
    WrittenFirstLoadModel model;
};

struct SizeModel {
    WrittenPopInFits of;
    WrittenSizes sizes;
    WrittenSizeModel model;
};

std::string with_interval(const Number& value, const Numbers& interval, int digits) {
    if (!value.is_there()) return "";
    return number_cell(value, digits) + " (" + interval_cell(interval) + ")";
}

std::string mean_html(const WrittenMeanOfTests& of) {
    return with_interval(of.mean(), of.ci95(), 3);
}

std::string counts_table(const std::vector<WrittenPopInFits>& all) {
    ResultsTable<WrittenPopInFits> table(
        "pop-ins-table",
        "Pop-ins of the loading that were seen; <span data-fixed>95 %</span> intervals of the "
        "means "
        "over the tests. A jump of the limit is seen with a probability of one half");
    table.text("load function", &WrittenPopInFits::group);
    table.count("tests searched", &WrittenPopInFits::tests_searched);
    table.count("with a pop-in", &WrittenPopInFits::tests_with_pop_in);
    table.count("pop-ins", &WrittenPopInFits::pop_ins);
    table.html("per test",
               [](const WrittenPopInFits& of) { return mean_html(of.events_per_test()); });
    table.html("first load seen (µN)",
               [](const WrittenPopInFits& of) { return mean_html(of.first_load_uN()); });
    table.number("limit (nm)", &WrittenPopInFits::limit_nm, 3);
    table.number("sd of a jump (nm)", &WrittenPopInFits::noise_nm, 2);
    return table.take(all);
}

/// k and lambda, or mu and what spreads.
std::string parameters_html(const FirstModel& of) {
    std::string html;
    for (const std::string& name : of.model.parameters().names()) {
        const bool is_load = name.ends_with("_uN");
        const std::string symbol = is_load ? name.substr(0, name.size() - 3) : name;
        html += (html.empty() ? "" : "; ") + symbol_html(symbol) + " = " +
                with_interval(of.model.parameters()[name], of.model.intervals()[name], 4) +
                (is_load ? " µN" : "");
    }
    return html;
}

std::string first_verdict(const FirstModel& of) {
    if (of.model.reason().is_there()) return html_of(of.model.reason());
    return of.model.model().value() == of.of.preferred_first().value() ? "lowest AIC" : "";
}

std::string first_loads_table(const std::vector<WrittenPopInFits>& all) {
    std::vector<FirstModel> rows;
    for (const WrittenPopInFits& of : all)
        for (const WrittenFirstLoadModel model : of.first_load_models())
            rows.push_back({of, model});
    if (rows.empty()) return "";
    ResultsTable<FirstModel> table(
        "first-pop-ins-table",
        "The load of the first pop-in by maximum likelihood: tests without one count as not popped "
        "in up to their peak or not at all (the share is a parameter), and pop-ins too small to be "
        "seen as unseen. <span data-fixed>95 %</span> intervals by profile likelihood");
    table.text("load function", [](const FirstModel& of) { return of.of.group(); });
    table.html("law", [](const FirstModel& of) { return law_words(of.model.model().value()); });
    table.html("verdict", first_verdict);
    table.html("parameters", parameters_html);
    table.html("share that pops in", [](const FirstModel& of) {
        return with_interval(of.model.share(), of.model.share_ci95(), 3);
    });
    table.number(
        "of these without one seen", [](const FirstModel& of) { return of.model.share_unseen(); },
        2);
    table.number(
        "AIC", [](const FirstModel& of) { return of.model.aic(); }, 5);
    table.number(
        "BIC", [](const FirstModel& of) { return of.model.bic(); }, 5);
    return table.take(rows);
}

std::string size_verdict(const SizeModel& of) {
    if (of.model.reason().is_there()) return html_of(of.model.reason());
    std::string verdict =
        of.model.model().value() == of.sizes.preferred().value() ? "lowest AIC" : "";
    if (of.model.p_ks().is_there() && of.model.p_ks().value() <= least_p_of_a_law)
        verdict += verdict.empty() ? "rejected" : ", but rejected";
    return verdict;
}

void add_sizes(const WrittenPopInFits& of, const WrittenSizes& sizes,
               std::vector<SizeModel>& rows) {
    for (const WrittenSizeModel model : sizes.models()) rows.push_back({of, sizes, model});
}

std::string sizes_table(const std::vector<WrittenPopInFits>& all) {
    std::vector<SizeModel> rows;
    for (const WrittenPopInFits& of : all) {
        add_sizes(of, of.jump_sizes(), rows);
        add_sizes(of, of.energy_sizes(), rows);
    }
    if (rows.empty()) return "";
    ResultsTable<SizeModel> table(
        "pop-in-sizes-table",
        "Sizes of all pop-ins of the loading above the jump that is found for certain, density "
        "x<sup>-α</sup> exp(-x/x<sub>c</sub>), by maximum likelihood, truncated there; <span "
        "data-fixed>95 %</span> intervals by profile likelihood. The lowest AIC is the best of "
        "these laws; it is rejected where <i>p</i> is at most <span data-fixed>0.1</span>, the "
        "share of samples of the law, each fitted again, that lie as far from their fit as these "
        "sizes (<i>D</i>, Kolmogorov-Smirnov)");
    table.text("load function", [](const SizeModel& of) { return of.of.group(); });
    table.html("size", [](const SizeModel& of) {
        return std::string(of.sizes.unit().value() == "nm" ? "jump (nm)" : "energy (pJ)");
    });
    table.count("<i>n</i>", [](const SizeModel& of) { return of.sizes.n(); });
    table.number(
        "from", [](const SizeModel& of) { return of.sizes.from(); }, 3);
    table.html("law", [](const SizeModel& of) { return law_words(of.model.model().value()); });
    table.html("verdict", size_verdict);
    table.html("α", [](const SizeModel& of) {
        return with_interval(of.model.alpha(), of.model.alpha_ci95(), 3);
    });
    table.html("x<sub>c</sub>", [](const SizeModel& of) {
        return with_interval(of.model.cut(), of.model.cut_ci95(), 3);
    });
    table.number(
        "AIC", [](const SizeModel& of) { return of.model.aic(); }, 5);
    table.number(
        "<i>D</i>", [](const SizeModel& of) { return of.model.ks(); }, 2);
    table.number(
        "<i>p</i>", [](const SizeModel& of) { return of.model.p_ks(); }, 2);
    return table.take(rows);
}

}  // namespace

void write_pop_ins(std::ostream& out, const ReportPage& page) {
    std::vector<WrittenPopInFits> all;
    for (const WrittenPopIns pop_ins : page.study.results.pop_ins()) all.emplace_back(pop_ins);
    if (all.empty()) return;
    out << "<section id=\"pop-ins\">\n<h2>Pop-ins</h2>\n"
        << counts_table(all) << first_loads_table(all) << sizes_table(all) << "</section>\n";
}

}  // namespace sneddon
