#pragma once

#include <optional>

#include "sneddon/base/result.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/clusters/cluster_finding.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// A Gaussian mixture of full covariances on the features (numeric/fit_mixture.hpp), each k to a
/// zero gradient; the regular fit of least BIC is chosen. Beside it scikit-learn's defaults, what a
/// published figure of BIC and AIC mostly shows. Error: a sentence for `not_computed` in
/// Error::found. Labels and their posteriors are written into the rows. Of the tests of all
/// samples, or of one.
Result<ClusterFinding> find_clusters(std::vector<TestRow>& tests, const StudyOptions& options,
                                     std::optional<std::size_t> sample = {});

}  // namespace sneddon
