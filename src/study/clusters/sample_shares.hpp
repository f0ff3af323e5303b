#pragma once

#include "sneddon/numeric/points.hpp"
#include "study/clusters/sample_clusters.hpp"
#include "study/study_options.hpp"

namespace sneddon {

struct StudyResult;

/// Shares of the common clusters in each sample, in all and at each load function that two samples
/// have, by hard labels.
/// * Test: chi squared of samples x labels against the same with the samples of the tests in random
///   order, within load functions: exact where the tests of a load function could be exchanged,
///   that is without a difference of samples in anything that labels hang on, neighbours alike.
///   Above most_permuted tests chi squared's own law. All together: the sum over load functions;
///   Holm (1979) over load functions.
/// * Intervals: percentiles over resamples of the tests of each sample and load function, with the
///   mixture of as many components fitted again from the one of all tests, labels matched to its.
///   The number of clusters is not chosen again. None above most_refitted tests.
void set_sample_shares(const StudyResult& study, const ClusterFinding& common,
                       const StudyOptions& options, SampleClusters& found);

inline constexpr std::size_t most_permuted = 20000;  // beyond, chi squared is exact to 0.001 in p

}  // namespace sneddon
