#include "study/compare/statements.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/said.hpp"
#include "study/groups/compared_quantities.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_pairs = 6;  // a screen; the table has all

std::string interval_text(const Interval& interval, int digits) {
    return said_digits(interval.low, digits) + " to " + said_digits(interval.high, digits);
}

std::string tip_text(const SampleDifference& pair) {
    switch (pair.tip) {
        case TipShare::no_part:
            return "";
        case TipShare::shared:
            return ", the shared tip in it";
        case TipShare::different:
            return ", two tips in it";
        case TipShare::not_known:
            return ", without the tip, whose uncertainty is not known";
    }
    return "";
}

std::string pair_text(const SampleDifference& pair) {
    constexpr int digits = 3;
    const QuantityInfo& info = pair.quantity.info();
    const std::string unit = info.unit.empty() ? "" : " " + std::string(info.unit);
    std::string text =
        fmt::format("{} of {} less {} at {}: {}{} (95 %: {}{})", info.symbol, pair.a, pair.b,
                    pair.load_function, said_digits(pair.welch.difference, digits), unit,
                    interval_text(pair.ci95, digits), tip_text(pair));
    if (is_finite(pair.ratio))
        text += fmt::format(
            ", ratio {} ({})", said_number(pair.ratio, 3),
            said_number(pair.ratio_ci95.low, 3) + " to " + said_number(pair.ratio_ci95.high, 3));
    if (pair.is_of_sessions)
        text += fmt::format(", of the means of {} and {} sessions", pair.welch.n_first,
                            pair.welch.n_second);
    return text + fmt::format(", Hedges' g {}, p(Holm) {}: {}", said_number(pair.welch.hedges_g, 2),
                              said_digits(pair.p_holm, 2),
                              pair.p_holm < significance ? "they differ" : "no difference seen");
}

std::string families_text(const StudyFindings& findings) {
    std::string differ, alike;
    for (const QuantityIndex quantity : compared_quantities) {
        std::size_t pairs = 0, different = 0;
        for (const SampleDifference& pair : findings.sample_differences) {
            if (!(pair.quantity == quantity)) continue;
            ++pairs;
            different += pair.p_holm < significance ? 1 : 0;
        }
        if (pairs == 0) continue;
        std::string& list = different > 0 ? differ : alike;
        list += (list.empty() ? "" : ", ") + std::string(quantity.info().symbol);
        if (different > 0) list += fmt::format(" ({} of {})", different, pairs);
    }
    std::string text = differ.empty() ? "" : "Pairs of samples differ in " + differ;
    if (!alike.empty())
        text += (text.empty() ? "No difference between samples is seen in "
                              : "; no difference is seen in ") +
                alike;
    return text + "; Welch's test, Holm over the pairs of a quantity.";
}

}  // namespace

std::vector<FindingText> sample_statements(const StudyFindings& findings) {
    std::vector<FindingText> statements;
    std::size_t left = 0;
    for (const SampleDifference& pair : findings.sample_differences) {
        if (!(pair.quantity == "H_IT_GPa"_q)) continue;
        if (statements.size() == most_pairs)
            ++left;
        else
            statements.push_back({"samples", pair_text(pair) + "."});
    }
    if (left > 0)
        statements.push_back({"samples", fmt::format("{} more pairs in the table.", left)});
    if (!findings.sample_differences.empty())
        statements.push_back({"samples", families_text(findings)});
    return statements;
}

std::vector<FindingText> find_statements(const StudyResult& study, const StudyFindings& findings,
                                         double equivalence_margin) {
    std::vector<FindingText> all;
    for (const std::vector<FindingText>& part :
         {sample_statements(findings), trend_statements(study, findings),
          spread_statements(findings, equivalence_margin)})
        std::ranges::copy(part, std::back_inserter(all));
    return all;
}

}  // namespace sneddon
