// Mixtures of t, skew-normal and Gaussian components, with or without uniform noise, beside the
// Gaussian fits: which shape of component describes the rows with the fewest numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "numeric/mixture/shape/shaped_mixture.hpp"
#include "sneddon/base/stop.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {

struct FamilyOptions {
    std::vector<ComponentFamily> families;
    bool also_noise = false;  ///< each family and the Gaussian once more, with a uniform background
    RegularityLimits limits{};
    std::uint64_t seed = 0;
    unsigned threads = 1;
    Stop stop{};
};

struct ShapedFit {
    ComponentFamily family = ComponentFamily::gaussian;
    bool has_noise = false;
    std::size_t components = 0;
    std::vector<MixtureFlag> flags{};
    ShapedMixture mixture{};  ///< raw units, by ascending location of the first column
    double log_likelihood = 0;
    std::size_t parameters = 0;
    MixtureCriteria criteria{};
    std::vector<double> counts{};  ///< rows (weight) by label; with noise its rows are the last
    std::size_t starts = 0, starts_at_best = 0, passes = 0;

    bool is_regular() const;
    std::string words() const;  ///< "2 t components and uniform noise"
};

/// For each number of components of `gaussian`: 23 starts, the Gaussian fit among them, on 4,096
/// rows at most; the best five go on to a gain below 1e-8 nats, and the best to all rows. The
/// limits of the Gaussian fits hold, on the covariances of the components. A gaussian family
/// without noise is not fitted again. Errors: those of fit_mixture.
Result<std::vector<ShapedFit>> fit_families(const Points& points, const MixtureFits& gaussian,
                                            const FamilyOptions& options);

/// Of the regular fits: the least of a criterion.
const ShapedFit* least(const std::vector<ShapedFit>& fits, double MixtureCriteria::*criterion);

}  // namespace sneddon
