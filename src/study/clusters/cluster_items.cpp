#include "study/clusters/cluster_items.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "numeric/distribution/kernel_density.hpp"
#include "numeric/sum/moments.hpp"
#include "study/table.hpp"

namespace sneddon {
namespace {

/// Half axes of (x - m)' S^-1 (x - m) = 1 and the direction of the longer one.
void set_ellipse(Cluster& cluster) {
    const double xx = cluster.covariance[0], xy = cluster.covariance[1], yy = cluster.covariance[3];
    const double half_sum = 0.5 * (xx + yy);
    const double radius = std::hypot(0.5 * (xx - yy), xy);
    cluster.semi_major = std::sqrt(half_sum + radius);
    // Rounding may leave the smaller eigenvalue of a needle below zero.
    cluster.semi_minor = std::sqrt(std::max(0.0, half_sum - radius));
    cluster.angle_deg = 0.5 * std::atan2(2 * xy, xx - yy) * 180 / std::numbers::pi;
}

Cluster cluster_of(const ClusterFinding& clusters, const std::vector<int>& labels,
                   std::size_t label) {
    const GaussianMixture& mixture = clusters.mixture;
    Cluster cluster;
    cluster.label = static_cast<int>(label);
    double posterior = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] != cluster.label) continue;
        ++cluster.n;
        posterior += clusters.posteriors[i * clusters.chosen + label];
    }
    cluster.share = static_cast<double>(cluster.n) / static_cast<double>(labels.size());
    cluster.weight = mixture.weights[label];
    cluster.mean.assign(mixture.mean(label).begin(), mixture.mean(label).end());
    cluster.covariance.assign(mixture.covariance(label).begin(), mixture.covariance(label).end());
    cluster.mean_posterior = posterior / static_cast<double>(cluster.n);
    if (mixture.dimensions == 2) set_ellipse(cluster);
    return cluster;
}

std::vector<double> labelled_values(const std::vector<double>& column,
                                    const std::vector<int>& labels, int label) {
    std::vector<double> values;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i] == label) values.push_back(column[i]);
    return values;
}

ClusterDensity density_of(const std::vector<double>& values, int label, QuantityIndex quantity) {
    constexpr std::size_t points = 128;  // more than a figure resolves
    ClusterDensity density{label, quantity, bandwidth(values, BandwidthRule::scott), {}, {}};
    if (!(density.bandwidth > 0)) return density;
    const auto [low, high] = std::ranges::minmax(values);
    // Three bandwidths beyond the values a Gaussian kernel is at a hundredth of its height.
    const double from = low - 3 * density.bandwidth, to = high + 3 * density.bandwidth;
    for (std::size_t i = 0; i < points; ++i)
        density.x.push_back(from + (to - from) * static_cast<double>(i) / (points - 1));
    density.density = kernel_density(values, density.bandwidth, density.x);
    return density;
}

void set_coordinates(const std::vector<TestRow>& tests, ClusterFinding& clusters) {
    for (const LoadFunctionRows& group : by_load_function(tests))
        for (std::size_t j = 0; j < clusters.chosen; ++j) {
            const Rows rows = with_label(tests, group.rows, static_cast<int>(j));
            if (rows.empty()) continue;
            ClusterCoordinates at{group.name, static_cast<int>(j), rows.size(), {}};
            for (const QuantityIndex feature : clusters.features)
                at.features.push_back(summarise(values_of(tests, rows, feature)));
            clusters.coordinates.push_back(std::move(at));
        }
}

void set_explained(const std::vector<TestRow>& tests, const std::vector<int>& labels,
                   ClusterFinding& clusters) {
    for (const QuantityIndex feature : clusters.features) {
        for (std::size_t j = 0; j < clusters.chosen; ++j) {
            std::vector<double> values, squares;
            for (std::size_t i = 0; i < labels.size(); ++i) {
                const TestRow& row = tests[clusters.tests[i]];
                if (labels[i] != static_cast<int>(j)) continue;
                values.push_back(row.values[feature]);
                const double u = row.u_random[feature];
                if (std::isfinite(u)) squares.push_back(u * u);
            }
            if (squares.empty()) continue;
            const Moments within = moments(values);
            // Variances add, so that shares of variance do: not the mean of u itself.
            const double u2 = mean(squares);
            clusters.explained_by_u.push_back(
                {static_cast<int>(j), feature, within.sd, std::sqrt(u2), u2 / within.variance});
        }
    }
}

}  // namespace

std::vector<int> hard_labels(const ClusterFinding& clusters) {
    std::vector<int> labels;
    const auto k = static_cast<std::ptrdiff_t>(clusters.chosen);
    for (auto row = clusters.posteriors.begin(); row != clusters.posteriors.end(); row += k)
        labels.push_back(static_cast<int>(std::max_element(row, row + k) - row));
    return labels;
}

std::vector<int> labels_under(const GaussianMixture& mixture, const Points& points) {
    const MixtureEvaluation evaluation = evaluate(mixture, points);
    return {evaluation.labels.begin(), evaluation.labels.end()};
}

void describe_clusters(const std::vector<TestRow>& tests, const Points& points,
                       ClusterFinding& clusters) {
    const std::vector<int> labels = hard_labels(clusters);
    for (std::size_t j = 0; j < clusters.chosen; ++j)
        clusters.items.push_back(cluster_of(clusters, labels, j));
    for (std::size_t j = 0; j < clusters.chosen; ++j)
        for (std::size_t f = 0; f < clusters.features.size(); ++f)
            clusters.densities.push_back(
                density_of(labelled_values(points.columns[f], labels, static_cast<int>(j)),
                           static_cast<int>(j), clusters.features[f]));
    set_coordinates(tests, clusters);
    set_explained(tests, labels, clusters);
}

}  // namespace sneddon
