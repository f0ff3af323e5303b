// Unloadings of a reference whose tip, frame and modulus are known.
#pragma once

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "sneddon/analyse/calibrate.hpp"

namespace sneddon::testing {

struct CalibrationTruth {
    AreaFunction area;
    double C_f_nm_per_uN = 0.0015;
    double H_GPa = 9.25;
    double noise = 0;  ///< of S, relative
    double first_nm = 20, last_nm = 2000;
    int depths = 20, tests = 3;  ///< `tests` unloadings at each of `depths`
    std::size_t material = 0;
    std::uint64_t seed = 5;
};

inline AreaFunction rounded_tip(AreaFunction::Kind kind, double radius_nm, double half_angle_deg) {
    AreaFunction area;
    area.kind = kind;
    area.coefficients = {};
    area.radius_nm = radius_nm;
    area.half_angle_deg = half_angle_deg;
    return area;
}

/// One test each, named.
inline std::vector<CalibrationPoint> reference_unloadings(const CalibrationTruth& truth,
                                                          const CalibrationOptions& options) {
    RandomStream noise(truth.seed, truth.material);
    std::vector<CalibrationPoint> points;
    for (int i = 0; i < truth.depths * truth.tests; ++i) {
        const double share = static_cast<double>(i / truth.tests) / (truth.depths - 1);
        const double h_c = truth.first_nm * std::pow(truth.last_nm / truth.first_nm, share);
        const double A = projected_area_nm2(truth.area, h_c);
        const double F = 1e-3 * truth.H_GPa * A;
        const double S =
            2e-3 * reference_E_r_GPa(options, truth.material) * std::sqrt(A / std::numbers::pi);
        const double S_seen = (1 + truth.noise * noise.normal()) / (1 / S + truth.C_f_nm_per_uN);
        points.push_back({h_c + options.epsilon * F / S + truth.C_f_nm_per_uN * F, F, S_seen,
                          std::to_string(i), truth.material});
    }
    return points;
}

}  // namespace sneddon::testing
