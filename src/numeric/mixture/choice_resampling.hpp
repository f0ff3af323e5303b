// The choice of k repeated on resampled and on simulated rows.
#pragma once

#include "sneddon/numeric/choose_k.hpp"

namespace sneddon {

/// Fills bootstrap_choices and bootstrap_failures.
void bootstrap_choice(const Points& points, const MixtureFits& fits,
                      const FitMixtureOptions& fit_options, const ChooseKOptions& options,
                      KChoice& choice);

/// Fills tests and test_components.
void test_components(const Points& points, const MixtureFits& fits,
                     const FitMixtureOptions& fit_options, const ChooseKOptions& options,
                     KChoice& choice);

}  // namespace sneddon
