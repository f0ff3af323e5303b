#include "numeric/mixture/family/merge_components.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/sum/compensated_sum.hpp"
#include "numeric/sum/lane_math.hpp"

namespace sneddon {
namespace {

double entropy_of(double z) {
    return z > 0 ? -z * log_lanes(z) : 0;
}

double weight_of(const std::vector<double>& weights, std::size_t row) {
    return weights.empty() ? 1 : weights[row];
}

double total_entropy(const std::vector<double>& z, std::size_t k,
                     const std::vector<double>& weights) {
    CompensatedSum sum;
    for (std::size_t i = 0; i < z.size(); ++i)
        sum.add(weight_of(weights, i / k) * entropy_of(z[i]));
    return sum.value();
}

/// By how much the entropy falls when two groups become one.
double fall_of_entropy(const std::vector<double>& z, std::size_t k, std::size_t a, std::size_t b,
                       const std::vector<double>& weights) {
    CompensatedSum sum;
    for (std::size_t row = 0; row * k < z.size(); ++row) {
        const double first = z[row * k + a], second = z[row * k + b];
        sum.add(weight_of(weights, row) *
                (entropy_of(first) + entropy_of(second) - entropy_of(first + second)));
    }
    return sum.value();
}

std::vector<double> joined(const std::vector<double>& z, std::size_t k, std::size_t a,
                           std::size_t b) {
    std::vector<double> result;
    for (std::size_t row = 0; row * k < z.size(); ++row)
        for (std::size_t j = 0; j < k; ++j)
            if (j != b) result.push_back(z[row * k + j] + (j == a ? z[row * k + b] : 0));
    return result;
}

/// Rows (weight) whose most probable group is one of two.
double rows_of(const std::vector<double>& z, std::size_t k, std::size_t a, std::size_t b,
               const std::vector<double>& weights) {
    double rows = 0;
    for (std::size_t row = 0; row * k < z.size(); ++row) {
        const auto from = z.begin() + static_cast<std::ptrdiff_t>(row * k);
        const auto label = static_cast<std::size_t>(
            std::max_element(from, from + static_cast<std::ptrdiff_t>(k)) - from);
        if (label == a || label == b) rows += weight_of(weights, row);
    }
    return rows;
}

/// Squares that a line through the points leaves.
double left_by_line(const std::vector<double>& x, const std::vector<double>& y, std::size_t begin,
                    std::size_t end) {
    const auto n = static_cast<double>(end - begin);
    double mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
    for (std::size_t i = begin; i < end; ++i) {
        mx += x[i] / n;
        my += y[i] / n;
    }
    for (std::size_t i = begin; i < end; ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        xy += (x[i] - mx) * (y[i] - my);
        yy += (y[i] - my) * (y[i] - my);
    }
    return xx > 0 ? std::fmax(0, yy - xy * xy / xx) : yy;
}

/// x: rows moved up to a level, y: the entropy there. The bend belongs to both lines.
std::optional<std::size_t> bend_of(const std::vector<double>& x, const std::vector<double>& y) {
    if (x.size() < 4) return std::nullopt;
    std::size_t bend = 1;
    double least = INFINITY;
    for (std::size_t at = 1; at + 1 < x.size(); ++at) {
        const double left = left_by_line(x, y, 0, at + 1) + left_by_line(x, y, at, x.size());
        if (!(left < least)) continue;
        least = left;
        bend = at;
    }
    return bend;
}

}  // namespace

MergeTree merge_components(const std::vector<double>& posteriors, std::size_t components,
                           const std::vector<double>& weights) {
    MergeTree tree;
    std::vector<double> z = posteriors, moved = {0}, entropies;
    MergedGroups level{components, total_entropy(z, components, weights), {}};
    for (std::size_t j = 0; j < components; ++j) level.group_of.push_back(j);
    tree.levels.push_back(level);
    while (level.groups > 1) {
        const std::size_t k = level.groups;
        std::size_t first = 0, second = 1;
        double most = -INFINITY;
        for (std::size_t b = 1; b < k; ++b)
            for (std::size_t a = 0; a < b; ++a)
                if (const double fall = fall_of_entropy(z, k, a, b, weights); fall > most) {
                    most = fall;
                    first = a;
                    second = b;
                }
        moved.push_back(moved.back() + rows_of(z, k, first, second, weights));
        z = joined(z, k, first, second);
        --level.groups;
        level.entropy = total_entropy(z, level.groups, weights);
        for (std::size_t& group : level.group_of)
            group = group == second ? first : group > second ? group - 1 : group;
        tree.levels.push_back(level);
    }
    for (const MergedGroups& each : tree.levels) entropies.push_back(each.entropy);
    if (const auto bend = bend_of(moved, entropies)) tree.elbow = tree.levels[*bend].groups;
    return tree;
}

std::vector<double> merged_posteriors(const std::vector<double>& posteriors,
                                      const MergedGroups& groups) {
    const std::size_t k = groups.group_of.size();
    std::vector<double> merged;
    for (std::size_t row = 0; row * k < posteriors.size(); ++row) {
        const std::size_t begin = merged.size();
        merged.resize(begin + groups.groups);
        for (std::size_t j = 0; j < k; ++j)
            merged[begin + groups.group_of[j]] += posteriors[row * k + j];
    }
    return merged;
}

}  // namespace sneddon
