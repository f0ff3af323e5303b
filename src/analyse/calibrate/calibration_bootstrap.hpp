// Uncertainty of frame and area from making the calibration again with other tests
// (Maculotti, Giorio, Genta and Galetto 2025, Materials 18, 4382: a calibration from one data set
// underestimates it).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {

struct CalibrationBootstrapOptions {
    std::size_t replicates = 200;
    std::uint64_t seed = 1;
    unsigned threads = 1;  ///< the numbers stay
};

/// A(h_c) with its 95 % band, by Student's t with as many degrees of freedom as tests less strata.
struct AreaBand {
    double h_c_nm = 0, A_nm2 = 0, low_nm2 = 0, high_nm2 = 0;
    double u_relative = 0;  ///< standard uncertainty of A/A
};

struct CalibrationBootstrap {
    std::vector<double> u_parameters;  ///< standard uncertainties, in the order of the parameters
    double u_C_f_nm_per_uN = 0;        ///< NaN where the frame was given
    std::vector<AreaBand> band;        ///< 25 depths of the calibration, evenly in ln h_c
    std::vector<double> u_E_GPa;       ///< of `probes`, through frame and area alone
    std::size_t replicates = 0;        ///< that gave a calibration; the others are left out
    std::size_t tests = 0, strata = 0;
};

/// Tests are drawn with replacement among those of about the same deepest unloading on the same
/// material (at least 5 to a stratum), all unloadings of a test together; each draw is calibrated
/// as `found` was: the same form, and the frame given, from the load, or together. Deviations are
/// taken larger by sqrt(tests/(tests - strata)), what drawing from so few takes away. u of a probe:
/// sd of E over the draws for that unloading. SND-A034 with fewer than 6 tests, or with fewer than
/// half of the draws calibrated.
Result<CalibrationBootstrap> bootstrap_calibration(std::span<const CalibrationPoint> points,
                                                   const AreaCalibration& found, AreaForm form,
                                                   std::span<const CalibrationPoint> probes,
                                                   const CalibrationOptions& options,
                                                   const CalibrationBootstrapOptions& how);

}  // namespace sneddon
