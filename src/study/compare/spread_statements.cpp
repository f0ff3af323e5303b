#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/said.hpp"
#include "study/compare/statements.hpp"
#include "study/groups/compared_quantities.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

std::string pair_name(const GroupComparison& pair) {
    return pair.a + " over " + pair.b;
}
std::string pair_name(const SampleDifference& pair) {
    return pair.a + " over " + pair.b + " at " + pair.load_function;
}

void append(std::string& list, const std::string& item) {
    list += (list.empty() ? "" : ", ") + item;
}

template <class Pair>
std::vector<const Pair*> of_quantity(const std::vector<Pair>& pairs, QuantityIndex quantity) {
    std::vector<const Pair*> found;
    for (const Pair& pair : pairs)
        if (pair.quantity == quantity) found.push_back(&pair);
    return found;
}

/// "W_plast (3 of 6 pairs, most hold 60 s over hold 0 s: 1.93, 95 % 1.75 to 2.10)"
template <class Pair>
std::string unlike_text(QuantityIndex quantity, const std::vector<const Pair*>& pairs) {
    std::size_t unlike = 0;
    const Pair* most = nullptr;
    const auto size = [](const Pair& pair) { return std::abs(std::log(pair.spread.ratio.ratio)); };
    for (const Pair* pair : pairs) {
        if (!(pair->spread.p_holm < significance)) continue;
        ++unlike;
        if (is_finite(pair->spread.ratio.ratio) && (!most || size(*pair) > size(*most)))
            most = pair;
    }
    if (unlike == 0) return "";
    std::string text = fmt::format("{} ({} of {}", quantity.info().symbol, unlike, pairs.size());
    if (most)
        text += fmt::format(", most {}: {}, 95 % {} to {}", pair_name(*most),
                            said_number(most->spread.ratio.ratio, 2),
                            said_number(most->spread.ratio.low, 2),
                            said_number(most->spread.ratio.high, 2));
    return text + ")";
}

template <class Pair>
void add_spreads(std::vector<FindingText>& statements, const std::vector<Pair>& pairs,
                 std::string_view of_what) {
    std::string unlike, alike;
    for (const QuantityIndex quantity : compared_quantities) {
        const auto of_one = of_quantity(pairs, quantity);
        if (of_one.empty()) continue;
        const std::string text = unlike_text(quantity, of_one);
        append(text.empty() ? alike : unlike,
               text.empty() ? std::string(quantity.info().symbol) : text);
    }
    if (unlike.empty() && alike.empty()) return;
    std::string text = fmt::format("Spreads of {}: ", of_what);
    if (!unlike.empty()) text += "they differ in pairs in " + unlike;
    if (!alike.empty())
        text += (unlike.empty() ? "" : "; ") + ("no difference is seen in " + alike);
    statements.push_back(
        {"spread",
         text + "; Brown and Forsythe, Holm over the pairs of a quantity; ratios of standard "
                "deviations without u_random."});
}

template <class Pair>
void add_equivalence(std::vector<FindingText>& statements, const std::vector<Pair>& pairs,
                     std::string_view of_what, double margin) {
    std::string same;
    std::size_t quantities = 0;
    for (const QuantityIndex quantity : compared_quantities) {
        const auto of_one = of_quantity(pairs, quantity);
        if (of_one.empty()) continue;
        ++quantities;
        const auto count = std::ranges::count_if(
            of_one, [](const Pair* pair) { return pair->equivalence.p_holm < significance; });
        if (count > 0)
            append(same, fmt::format("{} ({} of {} pairs)", quantity.info().symbol, count,
                                     of_one.size()));
    }
    if (quantities == 0) return;
    statements.push_back(
        {"same",
         fmt::format("The same within {} of the mean: {}{}; two one-sided tests, Holm over the "
                     "pairs of a quantity. What is not named is not shown to be the same.",
                     said_percent(100 * margin, 1),
                     same.empty() ? "no pair of " : std::string(of_what) + " in ",
                     same.empty() ? std::string(of_what) : same)});
}

void add_limits(std::vector<FindingText>& statements, const StudyFindings& findings) {
    for (std::size_t i = 0; i < findings.limit_shares.size();) {
        const std::string& limit = findings.limit_shares[i].limit;
        std::string groups;
        for (; i < findings.limit_shares.size() && findings.limit_shares[i].limit == limit; ++i) {
            const LimitShare& share = findings.limit_shares[i];
            append(groups, fmt::format("{} of {} at {} ({}, 95 % {} to {})", share.count, share.n,
                                       share.group, said_percent(100 * share.interval.share, 1),
                                       said_percent(100 * share.interval.low, 1),
                                       said_percent(100 * share.interval.high, 1)));
        }
        statements.push_back({"share", fmt::format("{}: {}.", limit, groups)});
    }
}

void add_share_trends(std::vector<FindingText>& statements, const StudyFindings& findings) {
    std::string rising, still;
    for (const ShareTrendFinding& trend : findings.share_trends) {
        const std::string name = fmt::format("{} with {}{}", trend.share, trend.factor,
                                             trend.within.empty() ? "" : " in " + trend.within);
        if (!(trend.p_holm < significance))
            append(still, name);
        else
            append(rising, fmt::format("{} ({} {} per unit, p(Holm) {})", name,
                                       trend.trend.slope > 0 ? "rises by" : "falls by",
                                       said_percent(100 * std::abs(trend.trend.slope), 2),
                                       said_digits(trend.p_holm, 2)));
    }
    if (rising.empty() && still.empty()) return;
    statements.push_back(
        {"shares", (rising.empty() ? "No share has a trend: " + still
                                   : "Trends of shares: " + rising +
                                         (still.empty() ? "" : "; none: " + still)) +
                       "; Cochran and Armitage, Holm over the trends with a factor."});
}

}  // namespace

std::vector<FindingText> spread_statements(const StudyFindings& findings, double margin) {
    std::vector<FindingText> statements;
    add_spreads(statements, findings.comparisons, "load functions");
    add_spreads(statements, findings.sample_differences, "samples");
    add_equivalence(statements, findings.comparisons, "load functions", margin);
    add_equivalence(statements, findings.sample_differences, "samples", margin);
    add_limits(statements, findings);
    add_share_trends(statements, findings);
    return statements;
}

}  // namespace sneddon
