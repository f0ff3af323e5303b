// The compliance and drift that TriboScan had already taken out of an exported depth.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace sneddon {

/// depth = -a V - b P - c t + d, with V the displacement voltage, P the load and t the time.
struct HysitronCalibration {
    double a_nm_per_V = 0;    ///< scale of the capacitive transducer
    double b_nm_per_uN = 0;   ///< frame (machine) compliance
    double c_nm_per_s = 0;    ///< drift rate of this test
    double residual_nm = 0;   ///< rms; 1e-6 V of rounding leave about 1.6e-3 nm
    double independence = 0;  ///< smallest share of a column that the other two do not explain
};

struct HysitronCalibrationResult {
    std::optional<HysitronCalibration> calibration;
    std::string reason;  ///< why there is none
};

/// Least squares over the points that are finite in all four columns: Gram-Schmidt with
/// reorthogonalisation on centred columns of unit length (Björck 1996, 2.4), in the order of the
/// points. No answer when the columns are too nearly dependent (less than 1e-4 of a column is its
/// own), or when the depth is not such a sum (residual above 0.05 nm).
HysitronCalibrationResult find_hysitron_calibration(std::span<const double> depth_nm,
                                                    std::span<const double> load_uN,
                                                    std::span<const double> time_s,
                                                    std::span<const double> voltage_V);

}  // namespace sneddon
