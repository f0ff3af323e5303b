#include "study/activation/jump_law.hpp"

#include <array>
#include <cmath>
#include <numbers>

#include "numeric/least_squares/newton_maximum.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_jumps = 10;
const double log_root_2_pi = 0.5 * std::log(2 * std::numbers::pi);

/// Sums of x = ln(load/load_uN) and y = ln jump for the line of least squares.
struct Line {
    double level = 0, slope = 0, sd = 0;
    bool is_known = false;
};

Line line_through(std::span<const SeenJump> jumps, double log_load) {
    double n = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
    for (const SeenJump& jump : jumps) {
        const double xi = std::log(jump.load_uN) - log_load, yi = std::log(jump.jump_nm);
        n += 1, x += xi, y += yi, xx += xi * xi, xy += xi * yi, yy += yi * yi;
    }
    Line line;
    const double sxx = xx - x * x / n, sxy = xy - x * y / n, syy = yy - y * y / n;
    if (!(sxx > 0)) return line;
    line.slope = sxy / sxx;
    line.level = (y - line.slope * x) / n;
    line.sd = std::sqrt((syy - line.slope * sxy) / n);
    line.is_known = line.sd > 0;
    return line;
}

}  // namespace

double JumpLaw::probability_above(double limit_nm, double at_load_uN) const {
    if (!(at_load_uN > 0)) return 0;
    const double expected = std::log(size_nm) + power * std::log(at_load_uN / load_uN);
    return normal_cdf((expected - std::log(limit_nm)) / spread);
}

JumpLaw fit_jump_law(std::span<const SeenJump> jumps) {
    JumpLaw law;
    if (jumps.size() < fewest_jumps) return law;
    double log_load = 0;
    for (const SeenJump& jump : jumps) log_load += std::log(jump.load_uN);
    log_load /= static_cast<double>(jumps.size());
    const Line line = line_through(jumps, log_load);
    if (!line.is_known) return law;
    const auto likelihood = [&](const std::array<double, 3>& place) {
        const double sd = std::exp(place[2]);
        double sum = 0;
        for (const SeenJump& jump : jumps) {
            const double mean = place[0] + place[1] * (std::log(jump.load_uN) - log_load);
            const double z = (std::log(jump.jump_nm) - mean) / sd;
            const double seen = normal_cdf((mean - std::log(jump.limit_nm)) / sd);
            sum += -z * z / 2 - place[2] - log_root_2_pi - std::log(seen);
        }
        return sum;
    };
    const double width = line.sd / std::sqrt(static_cast<double>(jumps.size()));
    const auto found = newton_maximum(
        likelihood, std::array{line.level, line.slope, std::log(line.sd)},
        std::array{width, 3 * width, 1 / std::sqrt(2.0 * static_cast<double>(jumps.size()))}, 3);
    law.is_fitted = found.is_converged;
    law.size_nm = std::exp(found.place[0]);
    law.load_uN = std::exp(log_load);
    law.power = found.place[1];
    law.spread = std::exp(found.place[2]);
    return law;
}

}  // namespace sneddon
