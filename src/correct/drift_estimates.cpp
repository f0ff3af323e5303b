#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/numbers/extremes.hpp"
#include "correct/drift.hpp"
#include "numeric/least_squares/linear_least_squares.hpp"
#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/residual_correlation.hpp"

namespace sneddon {
namespace {

// A drift is no constant, which the error of a line through one hold does not know.
constexpr double least_u_nm_per_s = 0.01;
constexpr double least_hold_s = 10;
constexpr double largest_load = 0.25;  // of the largest; ISO 14577-1 holds at 10 to 20 %
constexpr double settling_s = 20;
constexpr std::size_t least_points = 10;

/// Standard error of the slope, larger for residuals that resemble their neighbours.
double slope_error(std::span<const double> time_s, std::span<const double> depth_nm,
                   const LineFit& line) {
    std::vector<double> residuals;
    double spread = 0;
    for (std::size_t i = 0; i < time_s.size(); ++i) {
        residuals.push_back(depth_nm[i] - line_at(line, time_s[i]));
        spread += (time_s[i] - line.centre) * (time_s[i] - line.centre);
    }
    const double r = lag_one_autocorrelation(residuals);
    const double inflation = std::isnan(r) ? 1 : ar1_inflation(r);
    return inflation * line.residual_sd / std::sqrt(spread);
}

DriftEstimate line_through(std::span<const double> time_s, std::span<const double> depth_nm,
                           const std::string& what) {
    DriftEstimate found;
    if (time_s.size() < least_points) {
        found.evidence = fmt::format("{}: {} samples are too few", what, time_s.size());
        return found;
    }
    const LineFit line = fit_line(time_s, depth_nm);
    const double u = slope_error(time_s, depth_nm, line);
    found.rate_nm_per_s = line.slope;
    const double duration_s = time_s.back() - time_s.front();
    found.u_nm_per_s = std::max(least_u_nm_per_s, u);
    found.evidence = fmt::format(
        "{}: line over {:.3g} s, residual {:.2g} nm, standard error "
        "{:.2g} nm/s",
        what, duration_s, line.residual_sd, u);
    return found;
}

}  // namespace

DriftEstimate drift_of_hold(const Curve& curve, std::span<const Segment> segments) {
    const auto duration = [&](const Segment& part) {
        return curve.time_s[part.end - 1] - curve.time_s[part.begin];
    };
    const double limit_uN = largest_load * largest_of(curve.load_uN);
    const Segment* longest = nullptr;
    for (const Segment& part : segments)
        if (part.kind == SegmentKind::drift_hold && curve.load_uN[part.begin] <= limit_uN &&
            (longest == nullptr || duration(part) > duration(*longest)))
            longest = &part;
    DriftEstimate none;
    none.evidence = "no hold at low load during unloading";
    if (longest == nullptr) return none;
    const double hold_s = duration(*longest);
    none.evidence = fmt::format("the hold during unloading lasts {:.3g} s, {:.3g} s are needed",
                                hold_s, least_hold_s);
    if (hold_s < least_hold_s) return none;
    const double from_s = curve.time_s[longest->begin] + std::min(settling_s, hold_s / 2);
    std::size_t begin = longest->begin;
    while (curve.time_s[begin] < from_s) ++begin;
    DriftEstimate found =
        line_through(std::span(curve.time_s).subspan(begin, longest->end - begin),
                     std::span(curve.depth_nm).subspan(begin, longest->end - begin),
                     fmt::format("hold of {:.3g} s during unloading", hold_s));
    found.hold_s = hold_s;
    return found;
}

DriftEstimate drift_of_monitor(const StatedByFile& stated) {
    const auto& time_s = stated.monitor_time_s;
    DriftEstimate none;
    none.evidence = "the file holds no drift measurement";
    if (time_s.empty()) return none;
    const double analysed_s =
        stated.drift_analysis_s.value_or((time_s.back() - time_s.front()) / 2);
    std::size_t begin = 0;
    while (begin < time_s.size() && time_s[begin] < time_s.back() - analysed_s) ++begin;
    return line_through(std::span(time_s).subspan(begin),
                        std::span(stated.monitor_depth_nm).subspan(begin),
                        "drift measurement before the test");
}

DriftEstimate drift_of_header(const StatedByFile& stated) {
    DriftEstimate found;
    found.rate_nm_per_s = stated.drift_nm_per_s;
    found.u_nm_per_s = least_u_nm_per_s;
    found.evidence = stated.drift_nm_per_s ? "as the file states it" : "the file states none";
    return found;
}

}  // namespace sneddon
