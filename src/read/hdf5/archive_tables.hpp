// What an archive says of its tests, as flat columns: all but the points of their curves. The one
// description of the layout, for who reads it and who writes it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sneddon/model/test.hpp"

namespace sneddon {

inline constexpr std::string_view archive_mark = "sneddon-hdf5";
inline constexpr int archive_version = 1;
inline constexpr std::int64_t no_archive_text = -1;  ///< in a column of places of texts

/// A column of the curves that not every test has.
struct ArchiveChannel {
    std::string name, unit;
};

struct ArchiveTables {
    using Wholes = std::vector<std::int64_t>;
    using Reals = std::vector<double>;

    // a row for each test
    Wholes number, name, points, time_stamp, mark_source, declared_cycles, applied_evidence;
    Wholes monitor_points;
    Reals x_um, y_um, poisson_ratio;  ///< NaN: not known
    Reals applied_frame_compliance_nm_per_uN, applied_drift_nm_per_s;
    Reals stated_frame_compliance_nm_per_uN, stated_drift_nm_per_s, stated_drift_rmse_nm;
    Reals stated_drift_analysis_s;
    Reals stated_unloading_points_skipped;
    Reals stated_unloading_points_share;
    Reals monitor_time_s, monitor_depth_nm;  ///< of all tests, one after the other
    // rows that name their test by its place, in the order of the tests
    Wholes mark_test, mark_first, mark_label;
    Wholes channel_test, channel;
    Wholes value_test, value_id, value_unit, value_cycle;
    Reals value;
    Wholes inference_test, inference_what, inference_value, inference_evidence;
    Wholes flag_test, flag_code;
    // texts, each once; columns of texts hold places among them
    Wholes text_bytes;  ///< length of each
    std::string texts;  ///< one after the other
    // names of the channels
    Wholes channel_name, channel_unit;
};

/// Calls visit(name, column) for each column; "tests/number" is its place in the file.
template <class Tables, class Visit>
void visit_columns(Tables& tables, Visit visit) {
    visit("tests/number", tables.number);
    visit("tests/name", tables.name);
    visit("tests/points", tables.points);
    visit("tests/time_stamp", tables.time_stamp);
    visit("tests/mark_source", tables.mark_source);
    visit("tests/declared_cycles", tables.declared_cycles);
    visit("tests/x_um", tables.x_um);
    visit("tests/y_um", tables.y_um);
    visit("tests/poisson_ratio", tables.poisson_ratio);
    visit("tests/applied_frame_compliance_nm_per_uN", tables.applied_frame_compliance_nm_per_uN);
    visit("tests/applied_drift_nm_per_s", tables.applied_drift_nm_per_s);
    visit("tests/applied_evidence", tables.applied_evidence);
    visit("tests/stated_frame_compliance_nm_per_uN", tables.stated_frame_compliance_nm_per_uN);
    visit("tests/stated_drift_nm_per_s", tables.stated_drift_nm_per_s);
    visit("tests/stated_drift_rmse_nm", tables.stated_drift_rmse_nm);
    visit("tests/stated_drift_analysis_s", tables.stated_drift_analysis_s);
    visit("tests/stated_unloading_points_skipped", tables.stated_unloading_points_skipped);
    visit("tests/stated_unloading_points_share", tables.stated_unloading_points_share);
    visit("tests/monitor_points", tables.monitor_points);
    visit("monitors/time_s", tables.monitor_time_s);
    visit("monitors/depth_nm", tables.monitor_depth_nm);
    visit("marks/test", tables.mark_test);
    visit("marks/first", tables.mark_first);
    visit("marks/label", tables.mark_label);
    visit("channels_of_tests/test", tables.channel_test);
    visit("channels_of_tests/channel", tables.channel);
    visit("vendor_values/test", tables.value_test);
    visit("vendor_values/id", tables.value_id);
    visit("vendor_values/unit", tables.value_unit);
    visit("vendor_values/cycle", tables.value_cycle);
    visit("vendor_values/value", tables.value);
    visit("inferences/test", tables.inference_test);
    visit("inferences/what", tables.inference_what);
    visit("inferences/value", tables.inference_value);
    visit("inferences/evidence", tables.inference_evidence);
    visit("flags/test", tables.flag_test);
    visit("flags/code", tables.flag_code);
    visit("texts/bytes", tables.text_bytes);
    visit("channel_names/name", tables.channel_name);
    visit("channel_names/unit", tables.channel_unit);
}
inline constexpr std::string_view archive_texts = "texts/utf8";

/// Channels that are one column of the archive have a name and a unit in common; the second of one
/// name in a test is another column.
ArchiveTables tables_of(std::span<const Test> tests);

/// Which columns the channels of test `i` are, in their order.
std::vector<std::vector<std::size_t>> channels_of_tests(const ArchiveTables& tables);

}  // namespace sneddon
