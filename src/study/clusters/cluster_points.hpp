// Which tests are clustered, on what.
#pragma once

#include <optional>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/numeric/points.hpp"
#include "study/clusters/cluster_finding.hpp"
#include "study/study_options.hpp"
#include "study/table.hpp"

namespace sneddon {

struct ClusterPoints {
    std::vector<QuantityIndex> features;
    Rows rows;
    std::vector<LeftOut> left_out;
    Points points;
};

/// Tests with a hold in the range of the options and a number for every feature, of all samples or
/// of one. Errors are sentences for `not_computed`, in Error::found.
Result<ClusterPoints> cluster_points(const std::vector<TestRow>& tests, const StudyOptions& options,
                                     std::optional<std::size_t> sample = {});

}  // namespace sneddon
