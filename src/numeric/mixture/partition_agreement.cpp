#include "numeric/mixture/partition_agreement.hpp"

#include <cstddef>

#include "base/nan.hpp"
#include "numeric/resampling/contingency.hpp"

namespace sneddon {
namespace {

double pairs(std::size_t count) {
    const auto n = static_cast<double>(count);
    return n * (n - 1) / 2;
}

// Whole numbers: the sum is exact up to 2^53 pairs.
double pairs_within(std::span<const std::size_t> counts) {
    double total = 0;
    for (const std::size_t count : counts) total += pairs(count);
    return total;
}

}  // namespace

double adjusted_rand_index(std::span<const int> first, std::span<const int> second) {
    if (first.size() < 2) return nan;
    const ContingencyTable table = cross_tabulate(first, second);
    const double together = pairs_within(table.counts);
    const double in_first = pairs_within(table.row_totals);
    const double in_second = pairs_within(table.column_totals);
    const double expected = in_first * (in_second / pairs(table.total));
    const double largest = (in_first + in_second) / 2;
    // Only when both partitions are trivial in the same way, and then they are equal.
    if (largest == expected) return 1;
    return (together - expected) / (largest - expected);
}

std::vector<ClusterMatch> jaccard_per_cluster(std::span<const int> reference,
                                              std::span<const int> other) {
    const ContingencyTable table = cross_tabulate(reference, other);
    std::vector<ClusterMatch> matches;
    for (std::size_t r = 0; r < table.row_labels.size(); ++r) {
        ClusterMatch match{table.row_labels[r], 0, -1};
        for (std::size_t c = 0; c < table.column_labels.size(); ++c) {
            const auto both = static_cast<double>(table.count(r, c));
            const auto sizes = static_cast<double>(table.row_totals[r] + table.column_totals[c]);
            const double jaccard = both / (sizes - both);
            if (jaccard > match.jaccard) match = {match.label, table.column_labels[c], jaccard};
        }
        matches.push_back(match);
    }
    return matches;
}

}  // namespace sneddon
