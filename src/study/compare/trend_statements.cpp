#include <fmt/core.h>

#include <map>

#include "base/said.hpp"
#include "study/compare/number_facts.hpp"
#include "study/compare/statements.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

std::string trend_text(const FactTrend& trend) {
    constexpr int digits = 3;
    const QuantityInfo& info = trend.quantity.info();
    const std::string unit = info.unit.empty() ? "" : " " + std::string(info.unit);
    return fmt::format(
        "{} at {} changes by {}{} per unit of {} (95 %: {} to {}; a straight line through the "
        "means "
        "of {} samples from {} to {}, {} tests), p(Holm) {}: {}.",
        info.symbol, trend.load_function, said_digits(trend.slope, digits), unit, trend.fact,
        said_digits(trend.ci95.low, digits), said_digits(trend.ci95.high, digits), trend.samples(),
        said_digits(trend.values.front(), 4), said_digits(trend.values.back(), 4), trend.tests,
        said_digits(trend.p_holm, 2), trend.p_holm < significance ? "a trend" : "no trend seen");
}

/// Numeric facts with two values in all: no line is drawn through two points.
std::vector<FindingText> facts_of_two(const StudyResult& study) {
    std::map<std::string, std::vector<std::pair<double, std::string>>> values;
    for (const std::string& name : number_facts(study))
        for (const Sample& sample : study.samples)
            if (const auto value = number_of(sample.facts, name))
                values[name].emplace_back(*value, sample.name);
    std::vector<FindingText> statements;
    for (const auto& [name, stated] : values) {
        if (stated.size() != 2 || stated[0].first == stated[1].first) continue;
        statements.push_back(
            {"trend",
             fmt::format("{} is {} in {} and {} in {}: two samples show a difference, which "
                         "no other fact that differs is told from; a trend takes three.",
                         name, said_digits(stated[0].first, 4), stated[0].second,
                         said_digits(stated[1].first, 4), stated[1].second)});
    }
    return statements;
}

}  // namespace

std::vector<FindingText> trend_statements(const StudyResult& study, const StudyFindings& findings) {
    std::vector<FindingText> statements = facts_of_two(study);
    for (const FactTrend& trend : findings.fact_trends)
        if (trend.quantity == "H_IT_GPa"_q || trend.p_holm < significance)
            statements.push_back({"trend", trend_text(trend)});
    return statements;
}

}  // namespace sneddon
