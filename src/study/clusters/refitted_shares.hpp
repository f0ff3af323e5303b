// The labels of resampled tests under mixtures that were fitted to them.
#pragma once

#include <vector>

#include "study/clusters/sample_strata.hpp"
#include "study/study_options.hpp"

namespace sneddon {

inline constexpr std::size_t most_refitted = 20000;  // tests: 400 fits of more take minutes

struct TestRow;

struct RefittedShares {
    /// For each part and resample the counts of samples x labels among the drawn tests.
    std::vector<std::vector<std::vector<double>>> counts;
    std::size_t failed = 0;  ///< resamples without a regular mixture
};

/// Each resample draws as many tests of every sample and load function as there are. `parts`: sets
/// of strata, the first all of them. The labels of a new mixture are those of the old whose tests
/// they mostly have.
RefittedShares refitted_shares(const std::vector<TestRow>& tests, const ClusterFinding& common,
                               const SampleStrata& all, const std::vector<SampleStratum>& parts,
                               const StudyOptions& options);

/// Of counts by samples x labels; NaN where the sample has none.
double share_at(const std::vector<double>& counts, std::size_t labels, std::size_t sample,
                std::size_t label);

/// 95 % of what resamples give; NaN where too few could be fitted.
Interval interval_of_resamples(std::vector<double> replicates);

}  // namespace sneddon
