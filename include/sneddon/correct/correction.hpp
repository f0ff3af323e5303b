// What stands between the curve of the file and the curve that is analysed.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/model/flag.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// One correction with its evidence. Two of the same kind are possible: what the instrument had
/// done, and what was done after it.
struct Correction {
    std::string what;  ///< "tare" | "frame_compliance" | "drift" | "zero"
    double value = 0;
    double u = std::numeric_limits<double>::quiet_NaN();  ///< standard uncertainty, same unit
    std::string unit;
    std::string method;    ///< "air", "header", "hold", "hertz", "file", "none", ...
    std::string evidence;  ///< points used, the other estimates, why another method was not taken
    bool is_applied = false;        ///< by us, now
    bool is_by_instrument = false;  ///< already in the depths of the file
};

/// The change of a curve: every correction is linear in time, depth and load.
///   load' = load - load_offset
///   depth' = depth - compliance load' - drift (time - t_ref) - zero
struct CurveChange {
    double load_offset_uN = 0;
    double frame_compliance_nm_per_uN = 0;  ///< beyond what the instrument had applied
    double drift_nm_per_s = 0;              ///< beyond what the instrument had applied
    double t_ref_s = 0;                     ///< contact
    double zero_nm = 0;

    bool is_none() const {
        return load_offset_uN == 0 && frame_compliance_nm_per_uN == 0 && drift_nm_per_s == 0 &&
               zero_nm == 0;
    }
    double load_uN(double raw_load_uN) const { return raw_load_uN - load_offset_uN; }
    double depth_nm(double time_s, double raw_depth_nm, double raw_load_uN) const {
        return raw_depth_nm - frame_compliance_nm_per_uN * load_uN(raw_load_uN) -
               drift_nm_per_s * (time_s - t_ref_s) - zero_nm;
    }
};

/// Where a method that was not chosen puts the zero.
struct OtherZero {
    std::string_view method;
    double h0_nm = 0;  ///< before change.zero_nm is subtracted
};

struct TestCorrection {
    CurveChange change;
    std::vector<Correction> steps;  ///< in the order of the corrections
    std::vector<OtherZero> other_zeros;
    double u_h0_nm = 0;           ///< of the zero point
    double u_drift_nm_per_s = 0;  ///< of the drift that is left
    double t_ref_s = 0;           ///< drift error counts from here
    /// Of the frame compliance in force; NaN where no source states it.
    double u_frame_compliance_nm_per_uN = std::numeric_limits<double>::quiet_NaN();
    double noise_depth_nm = 0;  ///< standard deviation of the white noise of one point
    double noise_load_uN = 0;
    std::vector<Flag> flags;  ///< SND-C...
};

/// The corrected points, without the further columns of the file.
Curve corrected_curve(const Curve& curve, const CurveChange& change);

}  // namespace sneddon
