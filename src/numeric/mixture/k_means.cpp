#include "numeric/mixture/k_means.hpp"

#include <algorithm>
#include <limits>

#include "base/random.hpp"

namespace sneddon {
namespace {

double squared_distance(const Points& points, std::size_t row, const double* centre) {
    double square = 0;
    for (std::size_t a = 0; a < points.dimensions(); ++a) {
        const double difference = points.columns[a][row] - centre[a];
        square += difference * difference;
    }
    return square;
}

/// A row drawn with probability proportional to its mass; the last one with mass if rounding
/// leaves a rest.
std::size_t draw_by_mass(const std::vector<double>& mass, RandomStream& random) {
    double total = 0;
    for (const double m : mass) total += m;
    double left = random.uniform() * total;
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < mass.size(); ++i) {
        if (!(mass[i] > 0)) continue;
        drawn = i;
        if (left < mass[i]) break;
        left -= mass[i];
    }
    return drawn;
}

std::vector<double> seed_centres(const Points& points, std::size_t clusters, RandomStream& random) {
    const std::size_t d = points.dimensions();
    std::vector<double> centres, mass(points.rows);
    std::vector<double> nearest(points.rows, std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < points.rows; ++i) mass[i] = points.weight(i);
    for (std::size_t j = 0; j < clusters; ++j) {
        const std::size_t row = draw_by_mass(mass, random);
        for (std::size_t a = 0; a < d; ++a) centres.push_back(points.columns[a][row]);
        for (std::size_t i = 0; i < points.rows; ++i) {
            nearest[i] = std::min(nearest[i], squared_distance(points, i, &centres[j * d]));
            mass[i] = points.weight(i) * nearest[i];
        }
    }
    return centres;
}

void move_centres(const Points& points, const std::vector<std::uint32_t>& labels,
                  std::vector<double>& centres) {
    const std::size_t d = points.dimensions(), clusters = centres.size() / d;
    std::vector<double> mass(clusters, 0), sums(centres.size(), 0);
    for (std::size_t i = 0; i < points.rows; ++i) {
        mass[labels[i]] += points.weight(i);
        for (std::size_t a = 0; a < d; ++a)
            sums[labels[i] * d + a] += points.weight(i) * points.columns[a][i];
    }
    for (std::size_t j = 0; j < clusters; ++j)
        if (mass[j] > 0)
            for (std::size_t a = 0; a < d; ++a) centres[j * d + a] = sums[j * d + a] / mass[j];
}

}  // namespace

std::vector<std::uint32_t> nearest_centres(const Points& points,
                                           const std::vector<double>& centres) {
    const std::size_t d = points.dimensions(), clusters = centres.size() / d;
    std::vector<std::uint32_t> labels(points.rows, 0);
    for (std::size_t i = 0; i < points.rows; ++i) {
        double best = std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < clusters; ++j) {
            const double distance = squared_distance(points, i, &centres[j * d]);
            if (distance < best) {
                best = distance;
                labels[i] = static_cast<std::uint32_t>(j);
            }
        }
    }
    return labels;
}

KMeansResult k_means(const Points& points, std::size_t clusters, RandomStream& random,
                     std::size_t most_iterations) {
    const std::size_t d = points.dimensions();
    KMeansResult result;
    result.centres = seed_centres(points, clusters, random);
    result.labels = nearest_centres(points, result.centres);
    while (result.iterations < most_iterations) {
        ++result.iterations;
        move_centres(points, result.labels, result.centres);
        auto labels = nearest_centres(points, result.centres);
        if (labels == result.labels) break;
        result.labels = std::move(labels);
    }
    for (std::size_t i = 0; i < points.rows; ++i)
        result.inertia +=
            points.weight(i) * squared_distance(points, i, &result.centres[result.labels[i] * d]);
    return result;
}

}  // namespace sneddon
