#include "read/hysitron/hys_columns.hpp"

#include <cmath>
#include <utility>

#include "base/nan.hpp"
#include "model/units.hpp"
#include "read/container/little_endian.hpp"
#include "read/text/table_body.hpp"

namespace sneddon {
namespace {

constexpr double uN_per_mg = 9.80665;                // standard gravity
constexpr double drive_gain = 100;                   // High_Voltage_Drive_Gain of TriboScan
constexpr double volts_per_step = 10.0 / (1 << 15);  // ±10 V in 16 bits
constexpr double mV_per_V = 1e3;
constexpr int most_steps =
    60;  // the bias moves the plate by less than 1 % of its gap: 10 are enough

struct Volts {
    std::vector<double> load, depth;
};

Volts read_volts(std::string_view bytes, const HysHead& head) {
    Volts volts;
    volts.load.reserve(head.points);
    volts.depth.reserve(head.points);
    for (std::size_t i = 0; i < head.points; ++i) {
        if (head.version == HysVersion::v9) {  // all of the load, then all of the depth
            const std::size_t at = head.volts_position + i * sizeof(double);
            volts.load.push_back(f64_at(bytes, at));
            volts.depth.push_back(f64_at(bytes, at + head.points * sizeof(double)));
        } else {  // depth and load in turn, as the converter gave them
            const std::size_t at = head.volts_position + i * 2 * sizeof(std::int16_t);
            const auto steps = [&](std::size_t position) {
                return static_cast<double>(static_cast<std::int16_t>(u16_at(bytes, position)));
            };
            volts.depth.push_back(volts_per_step * steps(at));
            volts.load.push_back(volts_per_step * steps(at + sizeof(std::int16_t)));
        }
    }
    return volts;
}

class Transducer {
  public:
    explicit Transducer(const HysHead& head)
        : scale_V_per_um_(head.depth_scale_mV_per_um * head.depth_gain / mV_per_V),
          spring_uN_per_um_(uN_per_mg * head.depth_scale_mV_per_um / head.load_scale_mV_per_mg),
          pull_uN_per_V2_(head.electrostatic_uN_per_V2 * drive_gain * drive_gain),
          gap_um_(head.plate_spacing_um) {
        for (int i = 0; i < most_steps; ++i)
            bias_um_ = pull_uN(head.bias_V, bias_um_) / spring_uN_per_um_;
    }
    double travel_um(double depth_V) const { return -depth_V / scale_V_per_um_; }
    double load_uN(double load_V, double travel_um) const {
        const double x_um = travel_um + bias_um_;
        return pull_uN(load_V, x_um) - spring_uN_per_um_ * x_um;
    }

  private:
    double pull_uN(double volts, double x_um) const {
        const double nearer = gap_um_ / (gap_um_ - x_um);
        return pull_uN_per_V2_ * volts * volts * nearer * nearer;
    }
    double scale_V_per_um_, spring_uN_per_um_, pull_uN_per_V2_, gap_um_;
    double bias_um_ = 0;
};

// Version 9 has the points of each segment; their clock counts anew in each, so that the last step
// of a segment may be twice as long as the others. Version 7 has one step.
std::vector<double> times_s(const HysHead& head) {
    std::vector<double> times;
    times.reserve(head.points);
    if (head.version == HysVersion::v7) {
        for (std::size_t i = 0; i < head.points; ++i)
            times.push_back(static_cast<double>(i) * head.step_s);
        return times;
    }
    for (const HysSegment& segment : head.segments) {
        const double step = segment.duration_s / static_cast<double>(segment.points);
        for (std::size_t i = 0; i < segment.points; ++i)
            times.push_back(segment.begin_s + static_cast<double>(i) * step);
    }
    return times;
}

void leave_out_impossible(std::vector<double>& values) {
    for (double& value : values) value = std::abs(value) < no_value_from ? value : nan;
}

}  // namespace

Curve hys_curve(std::string_view bytes, const HysHead& head, const std::vector<double>* load_uN) {
    Volts volts = read_volts(bytes, head);
    const Transducer transducer(head);
    Curve curve;
    curve.time_s = times_s(head);
    const double frame_nm_per_uN = head.frame_nm_per_mN / uN_per_mN;
    const double drift_nm_per_s =
        head.version == HysVersion::v9 ? head.drift_nm_per_s : -head.drift_nm_per_s;
    for (std::size_t i = 0; i < head.points; ++i) {
        const double travel_um = transducer.travel_um(volts.depth[i]);
        curve.load_uN.push_back(load_uN != nullptr ? (*load_uN)[i]
                                                   : transducer.load_uN(volts.load[i], travel_um));
        curve.depth_nm.push_back(nm_per_um * travel_um - frame_nm_per_uN * curve.load_uN[i] -
                                 drift_nm_per_s * curve.time_s[i]);
    }
    const double zero_nm = curve.depth_nm[head.zero_point];
    for (double& depth : curve.depth_nm) depth -= zero_nm;
    for (auto* column : {&curve.time_s, &curve.load_uN, &curve.depth_nm, &volts.depth, &volts.load})
        leave_out_impossible(*column);
    curve.channels = {{"Depth", "V", std::move(volts.depth)}, {"Load", "V", std::move(volts.load)}};
    return curve;
}

}  // namespace sneddon
