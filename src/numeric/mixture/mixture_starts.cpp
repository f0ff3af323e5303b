#include "numeric/mixture/mixture_starts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/random.hpp"
#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/cells.hpp"
#include "numeric/mixture/k_means.hpp"
#include "numeric/mixture/pack_mixture.hpp"
#include "numeric/mixture/standardise.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_ward_rows = 1000;  // its time grows with the square

constexpr std::size_t small_rows = 4096;  // drawn
constexpr std::size_t first_cells = 1024, small_cells = 4096, middle_cells = 32768;
/// 4096 cells are 8 along each of four columns: half a deviation of the whole cloud.
constexpr std::size_t most_columns_of_cells = 3;
/// Cells hide the optima of chance: fewer starts find what there is, moves of the best the rest.
constexpr std::size_t k_means_on_cells = 2, random_starts_on_cells = 16;
/// Streams of the seed that no start uses.
constexpr std::uint64_t small_stream = ~std::uint64_t{0}, middle_stream = ~std::uint64_t{1};

/// Streams of a seed: one for the rows of the tree, one per (components, start).
constexpr std::uint64_t ward_stream = 0;
constexpr std::uint64_t start_stream(std::size_t components, std::size_t index) {
    return (std::uint64_t{components} << 32) + index + 1;
}

/// `count` rows at different places, drawn by weight; fewer places give repeated rows.
std::vector<double> random_centres(const Points& points, std::size_t count, RandomStream& random) {
    std::vector<double> cumulative(points.rows);
    double total = 0;
    for (std::size_t i = 0; i < points.rows; ++i) cumulative[i] = total += points.weight(i);
    std::vector<std::vector<double>> places;
    for (int attempt = 0; places.size() < count; ++attempt) {
        const double drawn = random.uniform() * total;
        const auto found = std::ranges::upper_bound(cumulative, drawn);
        const auto row =
            std::min(static_cast<std::size_t>(found - cumulative.begin()), points.rows - 1);
        std::vector<double> place;
        for (const auto& column : points.columns) place.push_back(column[row]);
        // Columns of few different values may not have so many places.
        if (attempt > 1000 || std::ranges::find(places, place) == places.end())
            places.push_back(std::move(place));
    }
    std::vector<double> centres;
    for (const auto& place : places) centres.insert(centres.end(), place.begin(), place.end());
    return centres;
}

std::vector<double> means_of_parts(const Points& points, const std::vector<std::uint32_t>& labels,
                                   std::size_t components) {
    const std::size_t d = points.dimensions();
    std::vector<double> means(components * d, 0), masses(components, 0);
    for (std::size_t i = 0; i < points.rows; ++i) {
        masses[labels[i]] += points.weight(i);
        for (std::size_t a = 0; a < d; ++a)
            means[labels[i] * d + a] += points.weight(i) * points.columns[a][i];
    }
    for (std::size_t j = 0; j < components; ++j)
        if (masses[j] > 0)
            for (std::size_t a = 0; a < d; ++a) means[j * d + a] /= masses[j];
    return means;
}

}  // namespace

StartMaker::StartMaker(Points standardised, Points whitened, StartCounts counts, std::uint64_t seed)
    : standardised_(std::move(standardised)),
      whitened_(std::move(whitened)),
      all_(single_gaussian(standardised_)),
      counts_(counts),
      seed_(seed) {
    RandomStream random(seed_, ward_stream);
    ward_rows_ = draw_rows(standardised_.rows, most_ward_rows, random);
    standardised_tree_ = ward_merges(choose_rows(standardised_, ward_rows_));
    whitened_tree_ = ward_merges(choose_rows(whitened_, ward_rows_));
}

std::size_t StartMaker::count() const {
    return 2 + 2 * counts_.k_means + counts_.random_rows;
}

StartKind StartMaker::kind(std::size_t index) const {
    const StartSpace space = index % 2 == 0 ? StartSpace::standardised : StartSpace::whitened;
    if (index < 2) return {StartFamily::ward, space};
    if (index < 2 + 2 * counts_.k_means) return {StartFamily::k_means, space};
    return {StartFamily::random_rows, space};
}

const Points& StartMaker::points_in(StartSpace space) const {
    return space == StartSpace::standardised ? standardised_ : whitened_;
}

std::vector<std::uint32_t> StartMaker::labels(std::size_t components, std::size_t index) const {
    const auto [family, space] = kind(index);
    const Points& points = points_in(space);
    RandomStream random(seed_, start_stream(components, index));
    if (family == StartFamily::k_means) return k_means(points, components, random, 100).labels;
    if (family == StartFamily::random_rows)
        return nearest_centres(points, random_centres(points, components, random));
    const auto& tree = space == StartSpace::standardised ? standardised_tree_ : whitened_tree_;
    auto parts = cut_merges(tree, ward_rows_.size(), components);
    if (ward_rows_.size() == points.rows) return parts;
    return nearest_centres(points,
                           means_of_parts(choose_rows(points, ward_rows_), parts, components));
}

GaussianMixture StartMaker::make(std::size_t components, std::size_t index) const {
    const double prior_rows = static_cast<double>(standardised_.dimensions()) + 1;
    return mixture_from_labels(standardised_, labels(components, index), components, prior_rows,
                               all_);
}

GaussianMixture mixture_from_labels(const Points& points, const std::vector<std::uint32_t>& labels,
                                    std::size_t components, double prior_rows) {
    return mixture_from_labels(points, labels, components, prior_rows, single_gaussian(points));
}

GaussianMixture mixture_from_labels(const Points& points, const std::vector<std::uint32_t>& labels,
                                    std::size_t components, double prior_rows,
                                    const GaussianMixture& all) {
    const std::size_t d = points.dimensions();
    // The volume of the whole cloud shared by the components: scale^d = 1/k.
    const double shrink =
        portable_exp(-2.0 / static_cast<double>(d) * portable_log(static_cast<double>(components)));
    GaussianMixture mixture{d, std::vector<double>(components, 0),
                            means_of_parts(points, labels, components),
                            std::vector<double>(components * d * d, 0)};
    std::array<double, most_dimensions> dx{};
    for (std::size_t i = 0; i < points.rows; ++i) {
        const std::size_t j = labels[i];
        mixture.weights[j] += points.weight(i);
        for (std::size_t a = 0; a < d; ++a) dx[a] = points.columns[a][i] - mixture.means[j * d + a];
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b < d; ++b)
                mixture.covariances[(j * d + a) * d + b] += points.weight(i) * dx[a] * dx[b];
    }
    const double total = points.total_weight();
    for (std::size_t j = 0; j < components; ++j) {
        const double rows = mixture.weights[j];
        for (std::size_t ab = 0; ab < d * d; ++ab) {
            double& element = mixture.covariances[j * d * d + ab];
            // Some rows of a prior keep a start of few rows from being flat.
            element = (element + prior_rows * shrink * all.covariances[ab]) / (rows + prior_rows);
        }
        if (rows == 0)
            std::ranges::copy(all.means,
                              mixture.means.begin() + static_cast<std::ptrdiff_t>(j * d));
        // An empty component begins as the whole cloud, too light to matter unless it finds rows.
        mixture.weights[j] = std::fmax(rows, 1e-6 * total) / total;
    }
    return mixture;
}

Result<SearchSpace> make_search_space(const Points& points, const FitMixtureOptions& options,
                                      FewRows few) {
    auto standardised = standardise(points);
    if (!standardised) return standardised.error();
    const Points& rows = standardised->points;
    Points first, white_first;
    std::optional<Points> small, middle;
    const bool has_cells = few == FewRows::cells && rows.rows > small_rows &&
                           rows.dimensions() <= most_columns_of_cells;
    if (has_cells) {
        if (rows.rows > middle_rows) middle = mean_cells(rows, middle_cells);
        small = mean_cells(middle ? *middle : rows, small_cells);
        first = mean_cells(*small, first_cells);
        auto white_cells = whiten(first);
        if (!white_cells) return white_cells.error();
        white_first = std::move(white_cells).value();
    } else {
        const auto white = whiten(rows);
        if (!white) return white.error();
        RandomStream small_random(options.seed, small_stream);
        RandomStream middle_random(options.seed, middle_stream);
        const auto chosen = draw_rows(rows.rows, small_rows, small_random);
        first = choose_rows(rows, chosen);
        white_first = choose_rows(white.value(), chosen);
        if (rows.rows > middle_rows)
            middle = choose_rows(rows, draw_rows(rows.rows, middle_rows, middle_random));
    }
    StartCounts counts = options.starts;
    std::optional<PlacedRows> placed_small, placed_fine;
    if (small) {
        counts.k_means = std::min(counts.k_means, k_means_on_cells);
        counts.random_rows = std::min(counts.random_rows, random_starts_on_cells);
        placed_small = place_rows(*small, cells_count_for * small->total_weight());
        placed_fine =
            place_rows(middle ? *middle : rows,
                       middle ? cells_count_for * middle->total_weight() : rows.total_weight());
    }
    StartMaker starts(first, std::move(white_first), counts, options.seed);
    return SearchSpace{std::move(standardised).value(),
                       std::move(first),
                       std::move(small),
                       std::move(middle),
                       std::move(placed_small),
                       std::move(placed_fine),
                       std::move(starts)};
}

}  // namespace sneddon
