// The search behind linear_power_law: everything here works on the nodes of a compressed axis, in
// scaled units, p = ((t - t0)/span)^c and tau = t/time_scale, so that all columns are near 1.
#pragma once

#include <span>
#include <vector>

#include "numeric/least_squares/compressed_axis.hpp"
#include "sneddon/numeric/linear_power_law.hpp"

namespace sneddon {

/// Sums over the instants at one c, with q = dp/dc = p ln((t - t0)/span).
struct PowerSums {
    double c = 0;
    double s1p = 0, stp = 0, spp = 0, s1q = 0, stq = 0, spq = 0, sqq = 0;
    std::vector<double> p, q;  ///< at the nodes
};

/// What depends on the instants and t0 but not on the curve.
struct Powers {
    double t0 = 0, span = 0;
    std::vector<double> log_ratio;  ///< ln((t - t0)/span) at the nodes; very low at t = t0: p = 0
    std::vector<PowerSums> scan;    ///< at the c from which the search starts
};

struct LinearPowerBasis::Prepared {
    CompressedAxis axis;
    double time_scale = 1;
    std::vector<double> tau;  ///< at the nodes
    double n = 0, st = 0, stt = 0;
    Powers powers;
};

/// Linear unknowns at one c, in scaled units, and how far they lower the sum of squares.
struct LinearPart {
    double y0 = 0, a = 0, b = 0;
    double fall = 0;
    bool is_a_at_bound = false, is_b_at_bound = false;
};

struct SearchResult {
    double t0 = 0, span = 0, c = 0;
    LinearPart linear;
    bool is_c_at_bound = false, is_t0_at_bound = false;
};

PowerSums power_sums(const LinearPowerBasis::Prepared& basis, const Powers& powers, double c);

Powers make_powers(const LinearPowerBasis::Prepared& basis, double t0, double c_min, double c_max);

/// fit_linear_power of a curve that is compressed already, without uncertainty.
LinearPowerFit fit_compressed(const LinearPowerBasis& basis, std::vector<double> compressed,
                              const LinearPowerOptions& options);

/// The best c (and t0 when fitted) for a curve given by its compressed values, fixed y0 and fixed a
/// already taken off.
SearchResult search_linear_power(const LinearPowerBasis::Prepared& basis,
                                 std::span<const double> compressed,
                                 const LinearPowerOptions& options);

}  // namespace sneddon
