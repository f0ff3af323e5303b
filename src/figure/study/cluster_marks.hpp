// Tests and Gaussians in the plane of two features.
#pragma once

#include <string>
#include <vector>

#include "figure/plot/figure.hpp"
#include "results/written_study.hpp"

namespace sneddon {

struct ClusterFeatures {
    std::string x, y;
};

/// Those of the rows with this label.
Mark cluster_tests_mark(const WrittenStudy& study, const ClusterFeatures& features,
                        const std::vector<std::size_t>& rows, std::size_t label);

/// Two standard deviations of the fitted Gaussian.
Mark cluster_ellipse_mark(const WrittenStudy& study, const WrittenCluster& cluster,
                          const ClusterFeatures& features, std::size_t label);

}  // namespace sneddon
