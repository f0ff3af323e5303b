// What a file of an instrument holds: one test = one indent, its curve and what the file says of
// it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sneddon {

/// A further column of the file, kept as it was read.
struct Channel {
    std::string name;
    std::string unit;
    std::vector<double> values;
};

/// The points in working units. Never changed after reading: corrections make new columns.
/// A point that is not a finite number (or a sentinel, |x| >= 1e99) is NaN.
struct Curve {
    std::vector<double> time_s;
    std::vector<double> depth_nm;
    std::vector<double> load_uN;
    std::vector<Channel> channels;
    std::size_t size() const { return time_s.size(); }
};

enum class MarkSource { none, blank_line, segment_column, segment_table, marker };

/// Where the file says that a segment begins.
struct SegmentMark {
    std::size_t first = 0;  ///< index of the first point
    std::string label;      ///< the file's own name for it, may be empty
};

/// Something the reader or the engine concluded, with its evidence.
struct Inference {
    std::string what;      ///< "unit of load", "decimal mark", "frame compliance applied"
    std::string value;     ///< "µN"
    std::string evidence;  ///< "column head 'Load (µN)'"
};

/// A number that the instrument's own program wrote into the file.
struct VendorValue {
    std::string id;  ///< our quantity id when there is one ("h_c_nm", converted), else its own name
    std::string unit;  ///< its own unit when there is no quantity id
    double value = 0;
    int cycle = 1;
};

/// Corrections that the instrument had already applied to the exported depth.
struct AppliedByInstrument {
    std::optional<double> frame_compliance_nm_per_uN;
    std::optional<double> drift_nm_per_s;
    std::string evidence;
};

/// What the file states about corrections, applied or not, and about the analysis.
struct StatedByFile {
    std::optional<double> frame_compliance_nm_per_uN;
    std::optional<double> drift_nm_per_s;
    std::optional<double> drift_rmse_nm;     ///< of the monitored depth about its line
    std::optional<double> drift_analysis_s;  ///< how much of the end of the monitor counts
    std::vector<double> monitor_time_s;      ///< drift measurement before the test
    std::vector<double> monitor_depth_nm;
    /// The rule for S of the instrument's program: points of the unloading that are passed over,
    /// and how many of them, as a share, are fitted.
    std::optional<double> unloading_points_skipped, unloading_points_share;
    /// Depths over which the instrument's program averages hardness and modulus.
    std::optional<double> profile_from_nm, profile_to_nm;
    std::vector<double> area_coefficients;  ///< C0 (nm²/nm²), C1 (nm²/nm), ... of its tip
};

struct StagePosition {
    double x_um = 0;
    double y_um = 0;
};

struct Test {
    int number = 1;    ///< 1, 2, ... in the file
    std::string name;  ///< the file's own name for it, may be empty
    Curve curve;
    std::vector<SegmentMark> marks;
    MarkSource mark_source = MarkSource::none;
    int declared_cycles = 0;  ///< how many cycles the file says it has; 0 = it does not say
    std::optional<std::string> time_stamp;  ///< local, "2022-11-22T15:55:04"
    std::optional<StagePosition> position;
    std::optional<double> poisson_ratio;  ///< the file's own hypothesis, reported and not used
    std::vector<VendorValue> vendor_values;
    AppliedByInstrument applied;
    StatedByFile stated;
    std::vector<Inference> inferences;
    std::vector<std::string> reader_flags;  ///< codes (SND-R...) that belong on this test's row
};

}  // namespace sneddon
