// Gaussian mixtures of k = k_min..k_max components for a table of numbers: the best regular optimum
// of the likelihood for each k, and the criteria that compare them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/base/stop.hpp"
#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

enum class MixtureMode {
    /// Columns are standardised first, so that units do not matter: y_a = s_a x_a + t_a gives the
    /// same partition and LL(y) = LL(x) - n sum ln |s_a|. Many starts, each to a zero gradient.
    converged,
    /// What GaussianMixture of scikit-learn does by default; see scikit_learn_mode.hpp.
    scikit_learn
};

/// Where a start comes from.
enum class StartFamily { k_means, ward, random_rows, split, relocated, given };
enum class StartSpace { standardised, whitened };

/// How many starts of each kind.
struct StartCounts {
    std::size_t k_means = 10;       ///< in each space
    std::size_t random_rows = 100;  ///< in both spaces together, half each
    /// Rounds in which components of the best fit so far move elsewhere; they
    /// end early when a round finds nothing better.
    std::size_t relocation_rounds = 3;
    /// Random starts go on until so many starts reached the best optimum and few one of their own,
    /// but at most repeat_batches times as many again.
    std::size_t wanted_at_best = 3;
    std::size_t repeat_batches = 4;
};

struct StartKind {
    StartFamily family;
    StartSpace space;
};

/// Below these an optimum is a spike or a component of too few rows, and not a group of points.
struct RegularityLimits {
    /// Of a covariance of d columns, times d, in units in which the covariance of all rows is 1: no
    /// linear map of the columns changes it, and the least of many eigenvalues is smaller. A
    /// component thinner than that is a spike where chance may have put its rows there. In the
    /// plane 1e-3, in five columns half of what thyroid's group of 38 has (7.5e-4).
    double smallest_eigenvalue = 2e-3;
    double rows_per_dimension = 2;  ///< a component needs this times (d + 1) rows
    /// Below this times (d + 1) rows a component is weak: 15 rows for the 5 numbers of a mean and a
    /// covariance in the plane. Such an optimum may be there by the chance of a few rows.
    double rows_of_a_shape = 5;
    /// A mixture of several components has at most this times the rows as parameters.
    double parameters_per_row = 0.5;
};

struct FitMixtureOptions {
    std::size_t fewest_components = 1, most_components = 8;
    MixtureMode mode = MixtureMode::converged;
    /// Added to every covariance's diagonal in standardised units (converged mode).
    double regularisation = 0;
    StartCounts starts{};
    /// Further starts in raw units, each for the k of its own number of components.
    std::vector<GaussianMixture> given_starts{};
    RegularityLimits limits{};
    double gradient_tolerance = 1e-9;  ///< see EmOptions; at least 1e-5 above 65,536 rows
    std::uint64_t seed = 0;
    unsigned threads = 1;
    Stop stop{};
};

enum class MixtureFlag {
    no_regular_optimum,  ///< every optimum found has a spike or a component of too few rows
    spike,               ///< this fit's smallest eigenvalue is below the limit
    few_rows,            ///< this fit has a component of too few rows
    not_converged,       ///< out of iterations, or stopped
    too_few_rows,        ///< so many components cannot have enough rows each: not tried
    /// Regular, and takes part in the choice of k: but the shape of a component rests on few rows.
    weak_component,
    too_many_parameters,  ///< more than RegularityLimits allow for these rows: never chosen
    /// Fewer starts than StartCounts asks reached this optimum, or many went to optima of their
    /// own: there may be a better one.
    found_rarely
};

/// "no-regular-optimum", ...
std::string name(MixtureFlag flag);

struct MixtureFit {
    std::size_t components = 0;
    std::vector<MixtureFlag> flags{};  ///< empty for a regular, converged fit without doubts
    std::string words{};               ///< the flags as sentences with their numbers, or empty

    /// In raw units, components by ascending mean of the first column. Empty, with NaN in the
    /// numbers below, if no run converged at all.
    GaussianMixture mixture{};
    double log_likelihood = 0;  ///< on the raw scale; may be positive, densities have units
    std::size_t parameters = 0;
    MixtureCriteria criteria{};
    std::vector<double> counts{};    ///< rows (weight) whose most probable component it is
    double mean_uncertainty = 0;     ///< mean of 1 - z_map over the rows
    double smallest_eigenvalue = 0;  ///< over components, see RegularityLimits
    double smallest_rows = 0;        ///< n w_j, least over components
    std::vector<std::size_t> rows_of_spike{};  ///< of the component that is one; the first few

    std::size_t iterations = 0;        ///< passes over the data that led from the start to here
    std::size_t starts = 0;            ///< tried
    std::size_t starts_at_best = 0;    ///< that reached this optimum (on the rows of the search)
    std::size_t irregular_optima = 0;  ///< starts that ended in a spike or a tiny component
    std::optional<StartKind> best_start{};

    /// Converged to a regular optimum: no flag but weak_component and found_rarely.
    bool is_regular() const;
};

struct MixtureFits {
    std::vector<MixtureFit> fits;  ///< one per k, ascending
    double total_weight = 0;
    /// Index of the regular fit with the least BIC; none if there is no regular fit.
    std::optional<std::size_t> chosen;
};

/// Errors: SND-G022 too few rows, SND-G023 columns without spread of their own, SND-G024 options.
/// A k without a regular optimum is a flagged fit, not an error.
Result<MixtureFits> fit_mixture(const Points& points, const FitMixtureOptions& options = {});

}  // namespace sneddon
