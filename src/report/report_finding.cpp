// The first sentence of the report.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

struct Part {
    std::string place;
    double mean;
};

/// "hardness H_IT 4.30 ± 0.39 GPa" of one load function, "4.25 to 4.50 GPa" of several.
Words quantity_finding(const Findings& findings, const std::string& id, const std::string& word) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < findings.size("/groups"); ++i) {
        const std::string place = fmt::format("/groups/{}/{}", i, id);
        const double mean = findings.number(place + "/mean");
        if (std::isfinite(mean)) parts.push_back({place, mean});
    }
    if (parts.empty()) return {};
    const std::string unit(find_quantity(id)->info().unit);
    Words words(word + " ");
    if (parts.size() == 1) {
        words.add(findings.mean_sd(parts[0].place)).add(unit.empty() ? "" : " " + unit);
        if (findings.find(parts[0].place + "/sd") != nullptr)
            words.add(" (mean ± standard deviation, n = ");
        else
            words.add(" (n = ");
        return words.add(findings.count(parts[0].place + "/n")).add(")");
    }
    const auto [low, high] = std::ranges::minmax_element(parts, {}, &Part::mean);
    return words.add(findings.words(low->place + "/mean", 3))
        .add(" to ")
        .add(findings.words(high->place + "/mean", 3))
        .add(unit.empty() ? "" : " " + unit);
}

Words clusters_finding(const Findings& findings) {
    if (findings.find("/clusters/chosen") == nullptr) return {};
    Words words(" On ");
    for (std::size_t i = 0; i < findings.size("/clusters/features"); ++i) {
        const std::string id = findings.text(fmt::format("/clusters/features/{}", i));
        const auto quantity = find_quantity(id);
        words.add(i == 0 ? "" : " and ")
            .add(quantity ? std::string_view(quantity->info().symbol) : std::string_view(id));
    }
    words.add(" the mixture with the lowest BIC has ")
        .add(findings.count("/clusters/chosen"))
        .add(findings.number("/clusters/chosen") == 1 ? " cluster (n = " : " clusters (n = ")
        .add(findings.count("/clusters/n"))
        .add(" tests with a hold).");
    return words;
}

Words checks_finding(const Findings& findings) {
    std::vector<std::string> likely;
    Words words;
    for (std::size_t i = 0; i < findings.size("/checks"); ++i) {
        const std::string place = fmt::format("/checks/{}", i);
        if (findings.text(place + "/verdict") != "likely") continue;
        words.add(words.is_empty() ? " Read it with care: likely in play: " : ", ")
            .value(findings.text(place + "/code"), place + "/code");
    }
    if (!words.is_empty()) words.add(".");
    return words;
}

}  // namespace

Words finding_words(const Findings& findings) {
    const bool has_cycles = findings.number("/counts/tests") != findings.number("/counts/rows");
    Words words;
    words.add(findings.count("/counts/rows_used")).add(" of ").add(findings.count("/counts/rows"));
    words.add(has_cycles ? " test cycles used" : " tests used");
    if (findings.size("/groups") > 1)
        words.add(" in ")
            .value(fmt::format("{}", findings.size("/groups")), "/groups")
            .add(" load functions");
    const Words hardness = quantity_finding(findings, "H_IT_GPa", "hardness H_IT");
    Words modulus = quantity_finding(findings, "E_IT_GPa", "modulus E_IT");
    if (modulus.is_empty()) modulus = quantity_finding(findings, "E_r_GPa", "reduced modulus E_r");
    for (const Words& part :
         {hardness, modulus, quantity_finding(findings, "eta_IT", "elastic share of the work")})
        if (!part.is_empty()) words.add("; ").add(part);
    words.add(".");
    if (hardness.is_empty() && findings.number("/counts/rows_used") > 0)
        words.add(" No test has a hardness: the alerts say why.");
    return words.add(clusters_finding(findings)).add(checks_finding(findings));
}

}  // namespace sneddon
