// Doubts that the curve itself raises, before anything is fitted.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "correct/spikes.hpp"
#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/flag.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct CurveInQuestion {
    const Curve& curve;
    std::span<const Segment> segments;
    const Cycle& cycle;
    double F_max_uN = 0;
    double h_max_nm = 0;
    double noise_nm = 0;  ///< of one depth
    double noise_uN = 0;  ///< of one load
    Spikes spikes = {};   ///< of the whole test
};

void flag_nose(const CurveInQuestion& doubted, std::vector<Flag>& flags);
void flag_falling_load(const CurveInQuestion& doubted, std::vector<Flag>& flags);
void flag_spikes(const CurveInQuestion& doubted, std::vector<Flag>& flags);
void flag_standing_depth(const CurveInQuestion& doubted, std::vector<Flag>& flags);
void flag_time_gap(const CurveInQuestion& doubted, std::vector<Flag>& flags);
void flag_load_offset(const CurveInQuestion& doubted, std::vector<Flag>& flags);
void flag_depth_offset(const CurveInQuestion& doubted, std::vector<Flag>& flags);
void flag_loading_curvature(const CurveInQuestion& doubted, std::vector<Flag>& flags);
void flag_hold_load(const CurveInQuestion& doubted, std::vector<Flag>& flags);

/// All of them.
void flag_curve(const CurveInQuestion& doubted, std::vector<Flag>& flags);

void flag_final_depth(const QuantityValues& values, double u_nm, std::vector<Flag>& flags);
void flag_large_pop_in(const std::vector<PopIn>& pop_ins, double h_max_nm,
                       std::vector<Flag>& flags);
void flag_negative_creep(double creep_nm, double u_nm, std::vector<Flag>& flags);
void flag_nonlinear(const MonteCarloResult& drawn, std::vector<Flag>& flags);
void flag_roughness(double h_max_nm, const std::optional<double>& roughness_nm,
                    std::vector<Flag>& flags);

}  // namespace sneddon
