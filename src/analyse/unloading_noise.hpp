#pragma once

#include "analyse/measured.hpp"
#include "numeric/sum/autoregressive_residuals.hpp"
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
    /// Cholesky factor of their covariance under noise of this correlation.
    EstimatorMatrix directions{};
};

/// What the fit took from the noise is given back (numeric/autoregressive_residuals.hpp).
UnloadingNoise unloading_noise(const Curve& curve, const Cycle& cycle, const Measured& measured,
                               const AnalysisRecipe& recipe);

}  // namespace sneddon
