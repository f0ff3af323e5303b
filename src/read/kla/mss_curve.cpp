#include "read/kla/mss_curve.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/nan.hpp"
#include "read/csv_side_columns.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/table_body.hpp"

namespace sneddon {
namespace {

using Columns = std::map<std::string, std::vector<double>>;

constexpr double nm_per_mm = 1e6, uN_per_kgf = 1e6 * N_per_kgf;  // micro newtons

// Time On Sample is _Time from the surface on. Of the frame the raw load counts, not that on the
// sample.
constexpr std::string_view depth_formula =
    "_Displacement-_Displacement[SurfaceMarker]-DriftCorrection*(_Time-_Time[SurfaceMarker])-"
    "((_Load-_Load[SurfaceMarker])/(_Frame+FrameStiffnessCorrection))";
constexpr std::string_view load_formula =
    "_Load-_Load[SurfaceMarker]-(_Displacement-_Displacement[SurfaceMarker])*_Column["
    "SurfaceMarker]";

double number_or_nan(double value) {
    return std::isfinite(value) && std::abs(value) < no_value_from ? value : nan;
}

class CurveReader {
  public:
    CurveReader(MssFile& file, const MssMethod& method, const MssSpecimen& specimen,
                std::string_view where)
        : file_(file), method_(method), specimen_(specimen), where_(where) {}

    Result<Test> read() {
        if (auto error = read_columns()) return *error;
        for (const char* needed : {"_Time", "_Displacement", "_Load"})
            if (columns_[needed].empty())
                return Error{"SND-R010", where_, fmt::format("no column '{}'", needed),
                             "the samples of a test", "leave the test out"};
        find_surface();
        find_frame();
        make_curve();
        const ReadOptions none;
        if (auto error = find_empty_curve(test_.curve, {"", where_, none}, 0)) return *error;
        add_channels();
        mark_segments();
        tell();
        set_position(test_);
        return std::move(test_);
    }

  private:
    std::optional<Error> read_columns() {
        for (const std::string& name : file_.columns_of(specimen_.folder)) {
            auto column = file_.column(path(name));
            if (!column) return column.error();
            for (double& value : *column) value = number_or_nan(value);
            columns_.emplace(name, std::move(column).value());
        }
        const std::size_t points = columns_["_Time"].size();
        for (const auto& [name, column] : columns_)
            if (!column.empty() && column.size() != points)
                return file_.broken(
                    path(name), fmt::format("has {} numbers, '_Time' {}", column.size(), points));
        return std::nullopt;
    }

    std::string path(const std::string& name) const {
        return fmt::format("Specimen/{}/RawData/{}", specimen_.folder, name);
    }

    double value(std::string_view name) const { return mss_value(method_, specimen_, name); }

    void find_surface() {
        const double marker = value("SurfaceMarker");
        const auto points = static_cast<double>(columns_["_Time"].size());
        has_surface_ = marker >= 0 && marker < points && marker == std::floor(marker);
        if (has_surface_) surface_ = static_cast<std::size_t>(marker);
    }

    double at_surface(const std::string& name, double otherwise) {
        const auto& column = columns_[name];
        const double found = column.empty() ? nan : column[surface_];
        return std::isfinite(found) ? found : otherwise;
    }

    void find_frame() {
        const double more = value("FrameStiffnessCorrection");
        more_stiffness_ = std::isfinite(more) ? more : 0;
        const double stiffness = at_surface("_Frame", 0) + more_stiffness_;
        if (stiffness > 0)
            test_.applied.frame_compliance_nm_per_uN = nm_per_mm / (stiffness * uN_per_kgf);
        const double drift = value("DriftCorrection");
        drift_ = std::isfinite(drift) ? drift : 0;
        test_.applied.drift_nm_per_s = drift_ * nm_per_mm;
        test_.applied.evidence = "the file's formula of 'Displacement Into Surface'";
    }

    void make_curve() {
        const auto &time = columns_["_Time"], &depth = columns_["_Displacement"],
                   &load = columns_["_Load"], &frame = columns_["_Frame"];
        const double time_0 = time[surface_], depth_0 = depth[surface_], load_0 = load[surface_];
        const double column = at_surface("_Column", 0);
        const bool has_frame = test_.applied.frame_compliance_nm_per_uN.has_value();
        Curve& curve = test_.curve;
        for (std::size_t i = 0; i < time.size(); ++i) {
            const double t = time[i] - time_0, h = depth[i] - depth_0, P = load[i] - load_0;
            const double bent = has_frame ? P / (frame[i] + more_stiffness_) : 0;
            curve.time_s.push_back(t);
            curve.depth_nm.push_back(nm_per_mm * (h - drift_ * t - bent));
            curve.load_uN.push_back(uN_per_kgf * (P - h * column));
        }
    }

    void add_channels() {
        const MssTable& descriptions = method_.column_descriptions.table;
        std::string in_unknown_units;
        for (auto& [name, column] : columns_) {
            if (column.empty() || name == "_Time" || name == "SegmentIndex" ||
                name == "SegmentType")
                continue;
            const MssUnit unit = mss_unit_of(descriptions, name);
            Channel channel{mss_shown_name(descriptions, name), std::string(unit.name), {}};
            for (const double number : column) channel.values.push_back(unit.times * number);
            if (!unit.is_known)
                in_unknown_units +=
                    fmt::format("{}'{}'", in_unknown_units.empty() ? "" : ", ", channel.name);
            test_.curve.channels.push_back(std::move(channel));
        }
        if (!in_unknown_units.empty())
            test_.inferences.push_back({"columns in an unknown unit", in_unknown_units,
                                        "left as they are in the file, in kgf, mm and s"});
    }

    /// "Hold Segment Type": the input that has the number of this type.
    std::string label_of(double type) const {
        const MssTable& inputs = method_.inputs.table;
        for (const MssTable::Entry& entry : inputs.entries) {
            if (entry.kind != MssEntryKind::table || entry.table.number("Val0") != type) continue;
            std::string shown = mss_shown_name(inputs, entry.name);
            if (shown.find("Segment") != std::string::npos) return shown;
        }
        return "";
    }

    void mark_segments() {
        const auto &index = columns_["SegmentIndex"], &type = columns_["SegmentType"];
        for (std::size_t i = 0; i < index.size(); ++i)
            if (i == 0 || index[i] != index[i - 1])
                test_.marks.push_back({i, type.empty() ? "" : label_of(type[i])});
        part_approach();
        if (test_.marks.size() < 2) test_.marks.clear();
        if (!test_.marks.empty()) test_.mark_source = MarkSource::segment_column;
    }

    /// The loading begins at the surface, in the midst of a segment that begins in the air.
    void part_approach() {
        if (!has_surface_ || surface_ == 0 || test_.marks.empty()) return;
        const auto next = std::ranges::upper_bound(test_.marks, surface_, {}, &SegmentMark::first);
        const auto around = next - 1;
        if (around->first == surface_) return;
        const SegmentMark loading{surface_, around->label};
        around->label = "Approach";
        test_.marks.insert(next, loading);
    }

    void tell_formula(const std::string& name, std::string_view known) {
        const std::string formula = mss_formula(method_.column_descriptions.table, name);
        if (formula == known) return;
        test_.inferences.push_back(
            {fmt::format("formula of '{}'",
                         mss_shown_name(method_.column_descriptions.table, name)),
             "another than the one that was used",
             formula.empty() ? "the file has none" : "the file's: " + formula});
    }

    void tell() {
        for (const char* quantity : {"load", "depth"})
            test_.inferences.push_back({fmt::format("unit of {}", quantity),
                                        quantity[0] == 'l' ? "kgf" : "mm",
                                        "NanoSuite keeps kgf, mm and s in .mss"});
        test_.inferences.push_back(
            {"zero of load, depth and time", has_surface_ ? "Surface Marker" : "first sample",
             has_surface_ ? fmt::format("sample {} of the test", surface_ + 1)
                          : "the test has no Surface Marker"});
        const auto& frame = test_.applied.frame_compliance_nm_per_uN;
        test_.inferences.push_back(
            {"frame compliance", frame ? "already taken off" : "not taken off",
             frame ? fmt::format("columns 'Frame Stiffness' and 'Raw Load', as NanoSuite's "
                                 "'Displacement Into Surface': {:.4g} nm/uN",
                                 *frame)
                   : "the test has no column 'Frame Stiffness'"});
        test_.inferences.push_back(
            {"spring of the indenter column",
             columns_["_Column"].empty() ? "not taken off" : "already taken off",
             "as NanoSuite's 'Load On Sample'"});
        tell_formula("DisplacementIntoSurface", depth_formula);
        tell_formula("LoadOnSample", load_formula);
    }

    MssFile& file_;
    const MssMethod& method_;
    const MssSpecimen& specimen_;
    std::string where_;
    Columns columns_;
    Test test_;
    bool has_surface_ = false;
    std::size_t surface_ = 0;
    double drift_ = 0, more_stiffness_ = 0;  // mm/s, kgf/mm
};

}  // namespace

Result<Test> read_mss_curve(MssFile& file, const MssMethod& method, const MssSpecimen& specimen,
                            std::string_view where) {
    return CurveReader(file, method, specimen, where).read();
}

}  // namespace sneddon
