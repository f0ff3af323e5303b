// Patterns over the grid and along the order of the tests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/nan.hpp"
#include "numeric/resampling/trend.hpp"
#include "numeric/spatial/correlation_length.hpp"
#include "numeric/spatial/join_counts.hpp"
#include "numeric/spatial/spatial_autocorrelation.hpp"
#include "numeric/spatial/two_maps.hpp"
#include "numeric/spatial/variogram.hpp"
#include "numeric/spatial/variogram_fit.hpp"
#include "numeric/sum/theil_sen.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

struct MapQuantity {
    QuantityIndex quantity{};
    SpatialAutocorrelation autocorrelation;
    double p_holm = nan;  ///< over the maps and quantities
    std::vector<VariogramClass> variogram;
    VariogramFit fit;  ///< by least squares, without errors: for the eye
    CorrelationLength length;
};

/// Two quantities of one map.
struct MapPair {
    QuantityIndex x{}, y{};
    TwoMaps compared;
    double p_holm = nan;  ///< over the maps and pairs
};

struct MapFinding {
    std::string load_function;
    std::size_t nx = 0, ny = 0;
    double pitch_x_um = 0, pitch_y_um = 0;
    std::vector<MapQuantity> quantities;
    std::optional<JoinCounts> labels;
    std::vector<MapPair> pairs;
};

/// Does a quantity drift along the order of the tests of one load function?
struct OrderFinding {
    std::string load_function;
    QuantityIndex quantity{};
    MannKendall trend;
    double p_holm = nan;
    TheilSen slope;  ///< per test
    std::vector<VariogramClass> variogram;
};

}  // namespace sneddon
