// Starts for the mixture's maximisation. No family wins on all data (k-means on columns of unequal
// spread, for one, cuts long clusters), so several are tried.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "numeric/mixture/search/placed_rows.hpp"
#include "numeric/mixture/standardise.hpp"
#include "numeric/mixture/ward.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {

/// Makes every start from a seed and a number alone, so that any thread may make any start.
class StartMaker {
  public:
    /// `standardised` and `whitened` hold the same rows.
    StartMaker(Points standardised, Points whitened, StartCounts counts, std::uint64_t seed);

    std::size_t count() const;
    StartKind kind(std::size_t index) const;

    /// Start `index` in [0, count()) of `components` components, in standardised units.
    GaussianMixture make(std::size_t components, std::size_t index) const;

  private:
    std::vector<std::uint32_t> labels(std::size_t components, std::size_t index) const;
    const Points& points_in(StartSpace space) const;

    Points standardised_, whitened_;
    GaussianMixture all_;
    StartCounts counts_;
    std::uint64_t seed_;
    std::vector<std::size_t> ward_rows_;  ///< the tree is built on at most 1000 rows
    std::vector<WardMerge> standardised_tree_, whitened_tree_;
};

/// The mixture of a partition: n_j / n, mean and covariance of each part. Each covariance is drawn
/// towards prior_rows rows of the whole cloud's covariance / k^(2/d), so that a part of few rows is
/// not singular. An empty part sits at the cloud's mean.
GaussianMixture mixture_from_labels(const Points& points, const std::vector<std::uint32_t>& labels,
                                    std::size_t components, double prior_rows);
/// `all` is the one Gaussian of these points.
GaussianMixture mixture_from_labels(const Points& points, const std::vector<std::uint32_t>& labels,
                                    std::size_t components, double prior_rows,
                                    const GaussianMixture& all);

/// More rows have a cloud between the first ones and all.
inline constexpr std::size_t middle_rows = 65536;

/// What few rows stand for many.
enum class FewRows {
    drawn,  ///< by chance
    cells   ///< cells.hpp; drawn too where more than three columns make them too coarse
};

/// What all k share: the rows in standardised units and the smaller clouds the search begins on.
/// A component of few cells may hold rows enough: for what is regular cells count for more.
inline constexpr double cells_count_for = 1.5;

struct SearchSpace {
    Standardisation all;
    Points first;                  ///< `starts` makes its starts on it
    std::optional<Points> small;   ///< 4096 cells, where `first` has fewer
    std::optional<Points> middle;  ///< if there are more than 65536 rows
    /// Of `small` and of the finest cells, or of all rows where they are no more than 65536.
    std::optional<PlacedRows> placed_small, placed_fine;
    StartMaker starts;
};
Result<SearchSpace> make_search_space(const Points& points, const FitMixtureOptions& options,
                                      FewRows few);

}  // namespace sneddon
