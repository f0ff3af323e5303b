// What a table of pairs says beside their difference.
#pragma once

#include "report/results_table.hpp"

namespace sneddon {

/// Spreads of both, their ratio without the measurement's part, and whether the two are the same.
template <class Pair>
void add_pair_tests(ResultsTable<Pair>& table) {
    table.number(
        "sd a", [](const Pair& pair) { return pair.spread().sd_a(); }, 3);
    table.number(
        "sd b", [](const Pair& pair) { return pair.spread().sd_b(); }, 3);
    table.number(
        "sd a/sd b", [](const Pair& pair) { return pair.spread().ratio(); }, 3);
    table.interval("<span data-fixed>95 %</span> of it",
                   [](const Pair& pair) { return pair.spread().ratio_ci95(); });
    table.number(
        "p of equal spreads (Holm)", [](const Pair& pair) { return pair.spread().p_holm(); }, 2);
    table.number(
        "p of equivalence (Holm)", [](const Pair& pair) { return pair.equivalence().p_holm(); }, 2);
}

}  // namespace sneddon
