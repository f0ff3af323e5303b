#pragma once

#include <array>

#include "measured.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// What the residuals of the unloading fit say of the noise and of the fitted parameters.
struct UnloadingNoise {
    bool is_known = false;
    double sd_nm = 0;
    double correlation = 0;  ///< of neighbours; negative counts as 0
    /// Independent changes of (h_p, k, q), each of one standard uncertainty: the columns of a
    /// Cholesky factor of their covariance, widened by sqrt((1 + r)/(1 - r)).
    std::array<std::array<double, 3>, 3> directions{};
};

/// One pass over the window. The fit P(h) counts each sample with the square of its slope, as its
/// least squares in load do.
UnloadingNoise unloading_noise(const Curve& curve, const Cycle& cycle, const Measured& measured,
                               const AnalysisRecipe& recipe);

}  // namespace sneddon
