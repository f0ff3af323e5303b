// The creep that goes on where the unloading begins, and the stiffness without it.
#pragma once

#include <vector>

#include "base/nan.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// What Feng and Ngan's correction needs of a curve; NaN where there is no hold, or one of the two
/// parts has fewer than 10 points.
struct UnloadingStart {
    double hold_rate_nm_per_s = nan;    ///< dh/dt at the end of the hold
    double unload_rate_uN_per_s = nan;  ///< |dF/dt|
    double compliance_nm_per_uN = nan;  ///< 1/S_u: dh/dF where the load begins to fall
};

/// 1/S_e = 1/S_u + h'/|F'| (Feng and Ngan 2002, J. Mater. Res. 17, 660). Derived: at the first
/// instant of the unloading the depth changes by the elastic part F'/S_e and by the creep h' that
/// has just been seen at the end of the hold, dh/dt = F'/S_e + h'. Divided by F' < 0:
/// 1/S_u = dh/dF = 1/S_e - h'/|F'|. A steady drift d adds d to h' and -d/|F'| to 1/S_u: S_e does
/// not know of it. Under a nose 1/S_u is negative and the sum still holds. NaN where the sum is not
/// positive. What flows back while the load falls (anelastic recovery) is in 1/S_u and stays.
double creep_corrected_stiffness(const UnloadingStart& start);

/// 1/S_e as the sum gives it, positive or not.
double compliance_without_creep_nm_per_uN(const UnloadingStart& start);

/// A value that is linear in the depths of one part of the curve: the sum of weight times depth.
struct WeightedPoints {
    Segment part;
    std::vector<double> weights;  ///< one for each point of the part; empty: no value
    double of(const std::vector<double>& depth_nm) const;
};

/// dh/dt at the last point of the hold, of h = a + b t + c t^(1/2) + d ln t by least squares over
/// the last 90 % of its time: the rate of any power of time between 0 and 1 to 0.5 %.
WeightedPoints hold_rate_weights(const Curve& curve, const Cycle& cycle);

/// dh/dF at F_max, of a polynomial of degree 4 in z = (F/F_max)^(2/3) by least squares over the
/// points above half of F_max. An elastic unloading is near to a line in z (exponent 1.5); the
/// degree is that of the smallest error for a nose that dies with the load (docs/methods).
WeightedPoints start_compliance_weights(const Curve& curve, const Cycle& cycle, double F_max_uN);

/// Both, and |dF/dt|: they hang on times and loads alone, so that other depths keep them.
struct StartWeights {
    WeightedPoints hold_rate, compliance;
    double unload_rate_uN_per_s = nan;
};
StartWeights start_weights(const Curve& curve, const Cycle& cycle, double F_max_uN);

UnloadingStart unloading_start(const StartWeights& weights, const std::vector<double>& depth_nm);

}  // namespace sneddon
