// Clusters of a study of several samples: of each alone, and each one's shares of common ones.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/nan.hpp"
#include "study/clusters/cluster_finding.hpp"
#include "study/study_options.hpp"

namespace sneddon {

struct ClustersOfSample {
    std::size_t sample = 0;  ///< place in StudyResult::samples
    std::optional<ClusterFinding> clusters;
    std::string why_not;     ///< where there are none
    double agreement = nan;  ///< adjusted Rand index with the common labels of the same tests
};

/// Hard labels of the common mixture among the tests of a sample.
struct SampleShare {
    std::size_t sample = 0;
    std::string load_function;  ///< without the sample's name; empty: all
    int label = 0;
    std::size_t n = 0, n_sample = 0;
    double share = nan;
    Interval ci95{nan, nan};
};

/// Do samples differ in the shares of the clusters?
struct ShareTest {
    std::string load_function;  ///< empty: all together
    std::size_t n = 0;
    double chi_squared = nan, df = nan;
    double p = nan;
    double p_holm = nan;  ///< over the load functions; of all together it is p
    bool is_permuted = false;
};

struct ShareDifference {
    std::size_t sample_a = 0, sample_b = 0;
    std::string load_function;
    int label = 0;
    double difference = nan;  ///< share in a less share in b
    Interval ci95{nan, nan};
};

struct SampleClusters {
    ClustersOf rule = ClustersOf::compared;
    std::vector<ClustersOfSample> alone;  ///< empty: pooled only
    /// One mixture for all tests, and one for each sample, with the criterion of the same tests.
    double bic_common = nan, bic_alone = nan;
    std::vector<SampleShare> shares;  ///< empty: no common clusters
    std::vector<ShareTest> tests;     ///< the first: all together
    std::vector<ShareDifference> differences;
    std::size_t fits = 0, failed_fits = 0;  ///< resamples behind the intervals
    std::string text;
};

}  // namespace sneddon
