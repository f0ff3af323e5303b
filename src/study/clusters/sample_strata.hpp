// Clustered tests by load function and sample: what may be exchanged, and what is drawn together.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "study/clusters/cluster_finding.hpp"

namespace sneddon {

struct StudyResult;

/// The tests of one load function, of all samples.
struct SampleStratum {
    std::string load_function;       ///< without a sample's name
    std::vector<std::size_t> tests;  ///< into ClusterFinding::tests, by samples
};

struct SampleStrata {
    std::vector<SampleStratum> strata;
    std::vector<std::size_t> sample;  ///< of each clustered test
    std::size_t samples = 0, labels = 0;
};

SampleStrata sample_strata(const StudyResult& study, const ClusterFinding& clusters);

/// count[sample * labels + label] of `tests` with these labels, `label_of` by clustered tests.
std::vector<double> label_counts(const SampleStrata& all, const std::vector<std::size_t>& tests,
                                 const std::vector<int>& label_of);

/// Pearson's, over samples and labels that have tests; df 0 where nothing could differ.
struct ChiSquared {
    double value = 0, df = 0;
};
ChiSquared chi_squared(const std::vector<double>& counts, std::size_t labels);

}  // namespace sneddon
