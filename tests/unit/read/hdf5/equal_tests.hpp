// Equal to the last bit, in every member.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sneddon/model/test.hpp"

namespace sneddon::testing {

inline bool is_same(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
}
inline bool is_same(const std::vector<double>& a, const std::vector<double>& b) {
    bool same = a.size() == b.size();
    for (std::size_t i = 0; same && i < a.size(); ++i) same = is_same(a[i], b[i]);
    return same;
}
inline bool is_same(const std::optional<double>& a, const std::optional<double>& b) {
    return a.has_value() == b.has_value() && (!a || is_same(*a, *b));
}

/// The first member that differs, or nothing.
inline std::string difference(const sneddon::Test& a, const sneddon::Test& b) {
    const auto all = [](const auto& left, const auto& right, auto same) {
        bool is_equal = left.size() == right.size();
        for (std::size_t i = 0; is_equal && i < left.size(); ++i)
            is_equal = same(left[i], right[i]);
        return is_equal;
    };
    if (a.number != b.number) return "number";
    if (a.name != b.name) return "name";
    if (!is_same(a.curve.time_s, b.curve.time_s)) return "time";
    if (!is_same(a.curve.depth_nm, b.curve.depth_nm)) return "depth";
    if (!is_same(a.curve.load_uN, b.curve.load_uN)) return "load";
    if (!all(a.curve.channels, b.curve.channels, [](const Channel& x, const Channel& y) {
            return x.name == y.name && x.unit == y.unit && is_same(x.values, y.values);
        }))
        return "channels";
    if (!all(a.marks, b.marks, [](const SegmentMark& x, const SegmentMark& y) {
            return x.first == y.first && x.label == y.label;
        }))
        return "marks";
    if (a.mark_source != b.mark_source || a.declared_cycles != b.declared_cycles)
        return "mark source";
    if (a.time_stamp != b.time_stamp) return "time stamp";
    if (a.position.has_value() != b.position.has_value() ||
        (a.position && (!is_same(a.position->x_um, b.position->x_um) ||
                        !is_same(a.position->y_um, b.position->y_um))))
        return "position";
    if (!is_same(a.poisson_ratio, b.poisson_ratio)) return "Poisson's ratio";
    if (!all(a.vendor_values, b.vendor_values, [](const VendorValue& x, const VendorValue& y) {
            return x.id == y.id && x.unit == y.unit && is_same(x.value, y.value) &&
                   x.cycle == y.cycle;
        }))
        return "vendor values";
    if (!is_same(a.applied.frame_compliance_nm_per_uN, b.applied.frame_compliance_nm_per_uN) ||
        !is_same(a.applied.drift_nm_per_s, b.applied.drift_nm_per_s) ||
        a.applied.evidence != b.applied.evidence)
        return "what was applied";
    if (!is_same(a.stated.frame_compliance_nm_per_uN, b.stated.frame_compliance_nm_per_uN) ||
        !is_same(a.stated.drift_nm_per_s, b.stated.drift_nm_per_s) ||
        !is_same(a.stated.drift_rmse_nm, b.stated.drift_rmse_nm) ||
        !is_same(a.stated.drift_analysis_s, b.stated.drift_analysis_s) ||
        !is_same(a.stated.unloading_points_skipped, b.stated.unloading_points_skipped) ||
        !is_same(a.stated.unloading_points_share, b.stated.unloading_points_share) ||
        !is_same(a.stated.monitor_time_s, b.stated.monitor_time_s) ||
        !is_same(a.stated.monitor_depth_nm, b.stated.monitor_depth_nm))
        return "what is stated";
    if (!all(a.inferences, b.inferences, [](const Inference& x, const Inference& y) {
            return x.what == y.what && x.value == y.value && x.evidence == y.evidence;
        }))
        return "inferences";
    return a.reader_flags == b.reader_flags ? "" : "flags";
}

}  // namespace sneddon::testing
