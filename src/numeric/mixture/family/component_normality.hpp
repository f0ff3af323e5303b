// Whether the rows of each component look like the Gaussian that describes them, without hard
// labels, which cut the tails off and reject every true Gaussian: Mardia's skewness and kurtosis
// (1970, Biometrika 57, 519) of whitened residuals, each row weighed by its posterior. The
// reference is the mixture itself: samples simulated from it and fitted again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sneddon/base/stop.hpp"
#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

struct ComponentNormality {
    double skewness = 0;    ///< b_1: sum over a, b, c of the squared third moments
    double kurtosis = 0;    ///< b_2: mean of the fourth power of the distance; d (d + 2) if normal
    double p_skewness = 0;  ///< one-sided: (1 + as large) / (1 + samples)
    double p_kurtosis = 0;  ///< two-sided
    std::size_t samples = 0;
};

/// Skewness and kurtosis alone.
std::vector<ComponentNormality> moments_of_components(const GaussianMixture& mixture,
                                                      const Points& points);

/// `samples` simulated samples of as many rows, each fitted by EM from the mixture; those whose fit
/// collapses are left out. Points and mixture in one unit, best standardised.
std::vector<ComponentNormality> test_components_for_normality(const GaussianMixture& mixture,
                                                              const Points& points,
                                                              std::size_t samples,
                                                              std::uint64_t seed, unsigned threads,
                                                              Stop stop);

}  // namespace sneddon
