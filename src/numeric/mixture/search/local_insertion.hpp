// Where one component more helps most, found by passes over the rows near it alone: the others stay
// as they are (partial EM of Verbeek, Vlassis and Krose 2003, Neural Computation 15, 469).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "numeric/mixture/search/placed_rows.hpp"
#include "sneddon/numeric/fit_mixture.hpp"
#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

/// A component beside those of a mixture, whose weights shrink by 1 - weight.
struct Insertion {
    double gain = 0;  ///< of the log-likelihood
    double weight = 0;
    std::vector<double> mean, covariance;
};

/// What the rows say under a mixture.
struct PlacedDensities {
    std::vector<double> log_densities;
    std::vector<std::uint32_t> labels;
    double log_likelihood = 0;
    /// What the log-likelihood loses at first when component j goes.
    std::vector<double> losses;
};
PlacedDensities densities_of(const GaussianMixture& mixture, const PlacedRows& rows);

/// Up to `count` insertions at different places, the largest gain first. With f the density of a
/// component and p that of the mixture the likelihood gains about D^2/(2 V) at the weight D/V, D
/// the sum of f/p - 1 over the rows, V that of its square (Vlassis and Likas 2002, Neural Process.
/// Lett. 15, 77). Tried are places spread over the rows and parts of the covariance that is
/// likeliest there; the best climb by partial EM.
std::vector<Insertion> best_insertions(const GaussianMixture& mixture, const PlacedRows& rows,
                                       const PlacedDensities& densities, std::size_t count,
                                       const RegularityLimits& limits = {}, unsigned threads = 1);

/// The mixture with one more component.
GaussianMixture with_component(const GaussianMixture& mixture, double weight,
                               std::span<const double> mean, std::span<const double> covariance);

}  // namespace sneddon
