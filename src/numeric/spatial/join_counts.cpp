#include "numeric/spatial/join_counts.hpp"

#include <cassert>
#include <cmath>

#include "numeric/resampling/permuted_statistics.hpp"
#include "numeric/sum/label_kinds.hpp"

namespace sneddon {
namespace {

LabelKinds kinds_of_nodes(const NeighbourGraph& graph, std::span<const int> labels) {
    std::vector<int> node_labels;
    for (const std::size_t cell : graph.cell) node_labels.push_back(labels[cell]);
    return label_kinds(node_labels);
}

// Place of the pair (a, b), a <= b, in the list (0,0) (0,1) .. (0,k-1) (1,1) ..; the total of equal
// pairs comes after all of them.
std::size_t place_of(std::size_t a, std::size_t b, std::size_t kinds) {
    return a * kinds - a * (a + 1) / 2 + b;
}

// Without a branch on the labels, which in random order no processor foresees: each pair is counted
// from both its cells into a table of kind by kind.
void count_joins(const NeighbourGraph& graph, std::span<const std::size_t> kind, std::size_t kinds,
                 std::span<double> joins) {
    std::vector<std::size_t> seen(kinds * kinds);
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const auto row = std::span(seen).subspan(kind[i] * kinds, kinds);
        for (std::size_t at = graph.begin[i]; at < graph.begin[i + 1]; ++at)
            ++row[kind[graph.neighbour[at]]];
    }
    joins.back() = 0;
    for (std::size_t a = 0; a < kinds; ++a) {
        for (std::size_t b = a + 1; b < kinds; ++b)
            joins[place_of(a, b, kinds)] = static_cast<double>(seen[a * kinds + b]);
        const auto alike = 0.5 * static_cast<double>(seen[a * kinds + a]);
        joins[place_of(a, a, kinds)] = alike;
        joins.back() += alike;
    }
}

// The counts when the labels stand on the nodes in random order.
std::vector<double> permuted_joins(const NeighbourGraph& graph, const LabelKinds& nodes,
                                   std::size_t width, const PermutationOptions& options) {
    const auto joins_in_order = [&](std::span<const std::size_t> order, std::span<double> out) {
        std::vector<std::size_t> shuffled;
        shuffled.reserve(order.size());
        for (const std::size_t node : order) shuffled.push_back(nodes.kind[node]);
        count_joins(graph, shuffled, nodes.names.size(), out);
    };
    return permuted_statistics(graph.size(), width, joins_in_order, options);
}

// n (n - 1) .. of `factors` factors.
double falling(double n, int factors) {
    double product = 1;
    for (int i = 0; i < factors; ++i) product *= n - i;
    return product;
}

// The chance that a pair counts, that two pairs with one cell in common both count, and that two
// pairs apart do: all that the moments of a join count need.
struct Chances {
    double pair, chain, apart;
};

void set_moments(PermutedStatistic& joins, const Chances& chance, const WeightSums& w) {
    joins.expected = w.s0 * chance.pair / 2;
    const double second_moment = (w.s1 * chance.pair + (w.s2 - 2 * w.s1) * chance.chain +
                                  (w.s0 * w.s0 + w.s1 - w.s2) * chance.apart) /
                                 4;
    const double variance = second_moment - joins.expected * joins.expected;
    // With one label the count cannot vary; what rounding leaves is no variance.
    joins.sd = variance > 1e-12 * second_moment ? std::sqrt(variance) : 0;
}

Chances chances_of_one_label(double r, double n) {
    return {falling(r, 2) / falling(n, 2), falling(r, 3) / falling(n, 3),
            falling(r, 4) / falling(n, 4)};
}

Chances chances_of_two_labels(double r, double s, double n) {
    return {2 * r * s / falling(n, 2), r * s * (r + s - 2) / falling(n, 3),
            4 * falling(r, 2) * falling(s, 2) / falling(n, 4)};
}

Chances chances_of_equal_labels(std::span<const double> counts, double n) {
    Chances sum{0, 0, 0};
    double pairs = 0, squared_pairs = 0;
    for (const double r : counts) {
        const Chances chance = chances_of_one_label(r, n);
        sum = {sum.pair + chance.pair, sum.chain + chance.chain, sum.apart + chance.apart};
        pairs += falling(r, 2);
        squared_pairs += falling(r, 2) * falling(r, 2);
    }
    sum.apart += (pairs * pairs - squared_pairs) / falling(n, 4);  // two different labels
    return sum;
}

}  // namespace

JoinCounts join_counts(GridShape grid, std::span<const int> labels,
                       const PermutationOptions& options) {
    assert(labels.size() == grid.cells());
    std::vector<bool> is_present;
    for (const int label : labels) is_present.push_back(label >= 0);
    return join_counts(queen_neighbours(grid, is_present), labels, options);
}

JoinCounts join_counts(const NeighbourGraph& graph, std::span<const int> labels,
                       const PermutationOptions& options) {
    JoinCounts result;
    result.n = graph.size();
    result.isolated = graph.isolated;
    result.pairs = graph.neighbour.size() / 2;
    if (graph.size() < 4) return result;  // moments ask for four different cells

    const LabelKinds nodes = kinds_of_nodes(graph, labels);
    const std::size_t kinds = nodes.names.size(), width = kinds * (kinds + 1) / 2 + 1;
    std::vector<double> observed(width);
    count_joins(graph, nodes.kind, kinds, observed);
    const auto permuted = permuted_joins(graph, nodes, width, options);

    const auto n = static_cast<double>(graph.size());
    std::vector<double> nodes_of_kind(kinds);
    for (const std::size_t kind : nodes.kind) ++nodes_of_kind[kind];
    const WeightSums sums = weight_sums(graph, NeighbourWeights::binary);
    const auto finished = [&](const Chances& chances, std::size_t column) {
        PermutedStatistic joins;
        joins.value = observed[column];
        set_moments(joins, chances, sums);
        compare_with_permutations(joins, permuted, column, width);
        return joins;
    };
    for (std::size_t a = 0; a < kinds; ++a)
        for (std::size_t b = a; b < kinds; ++b) {
            const Chances chances =
                a == b ? chances_of_one_label(nodes_of_kind[a], n)
                       : chances_of_two_labels(nodes_of_kind[a], nodes_of_kind[b], n);
            result.counts.push_back(
                {nodes.names[a], nodes.names[b], finished(chances, place_of(a, b, kinds))});
        }
    result.same_label = finished(chances_of_equal_labels(nodes_of_kind, n), width - 1);
    return result;
}

}  // namespace sneddon
