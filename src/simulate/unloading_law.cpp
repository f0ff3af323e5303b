#include "simulate/unloading_law.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "model/units.hpp"

namespace sneddon {
namespace {

constexpr double shortest_age_s = 0.25;  // t^(c-1) has no value at the beginning of creep
constexpr double window_high = 0.95, window_low = 0.20;
constexpr int window_steps = 150;

double fifth_power(double x) {
    const double squared = x * x;
    return squared * squared * x;
}

struct LineThroughPowers {
    double residual = 0;  ///< sum of squares
    double slope = 0;     ///< k of h = h_p + k x^(1/m)
};

LineThroughPowers line_through_powers(std::span<const double> ln_x, std::span<const double> h,
                                      double m) {
    const double n = static_cast<double>(h.size());
    double mean_z = 0, mean_h = 0;
    std::vector<double> z(h.size());
    for (std::size_t i = 0; i < h.size(); ++i) {
        z[i] = std::exp(ln_x[i] / m);
        mean_z += z[i] / n;
        mean_h += h[i] / n;
    }
    double zz = 0, zh = 0, hh = 0;
    for (std::size_t i = 0; i < h.size(); ++i) {
        const double dz = z[i] - mean_z, dh = h[i] - mean_h;
        zz += dz * dz;
        zh += dz * dh;
        hh += dh * dh;
    }
    return {hh - zh * zh / zz, zh / zz};
}

}  // namespace

double UnloadingLaw::depth_nm(double x) const {
    const double w = parameters_.m * parameters_.peak_uN / parameters_.S_uN_per_nm;
    return parameters_.h_max_nm - w * (1 - std::pow(x, 1 / parameters_.m)) -
           parameters_.back_flow * parameters_.creep_nm * (1 - x);
}

double UnloadingLaw::nose_rate_nm_per_s(double time_s) const {
    const double x = std::max(1 - time_s / parameters_.ramp_s, 0.0);
    const double age = std::max(parameters_.hold_s + time_s, shortest_age_s);
    const double rate = parameters_.a_nm_per_s +
                        parameters_.b_nm * parameters_.c * std::pow(age, parameters_.c - 1);
    return parameters_.nose * rate * fifth_power(x);
}

double UnloadingLaw::nose_nm(double from_s, double to_s) const {
    if (parameters_.nose == 0) return 0;
    const double middle = 0.5 * (from_s + to_s);
    return (to_s - from_s) / 6 *
           (nose_rate_nm_per_s(from_s) + 4 * nose_rate_nm_per_s(middle) + nose_rate_nm_per_s(to_s));
}

std::vector<double> UnloadingLaw::depths_nm(int count) const {
    std::vector<double> depths{parameters_.h_max_nm};
    double nose = 0;
    const double step_s = parameters_.ramp_s / count;
    for (int i = 1; i <= count; ++i) {
        nose += nose_nm((i - 1) * step_s, i * step_s);
        depths.push_back(depth_nm(1 - static_cast<double>(i) / count) + nose);
    }
    return depths;
}

// The nose pushes against the load: its work is taken off.
double UnloadingLaw::elastic_work_pJ() const {
    const double w = parameters_.m * parameters_.peak_uN / parameters_.S_uN_per_nm;
    double work = parameters_.peak_uN *
                  (w / (parameters_.m + 1) + parameters_.back_flow * parameters_.creep_nm / 2);
    if (parameters_.nose == 0) return work * pJ_per_uN_nm;
    constexpr int steps = 400;
    const double step_s = parameters_.ramp_s / steps;
    const auto power = [&](double t) {
        return parameters_.peak_uN * (1 - t / parameters_.ramp_s) * nose_rate_nm_per_s(t);
    };
    for (int i = 0; i < steps; ++i) {
        const double t = i * step_s;
        work -= step_s / 6 * (power(t) + 4 * power(t + step_s / 2) + power(t + step_s));
    }
    return work * pJ_per_uN_nm;
}

// Least squares in depth: for each m a line, and the best m by golden section.
double UnloadingLaw::apparent_stiffness_uN_per_nm() const {
    if (parameters_.nose == 0 && parameters_.back_flow * parameters_.creep_nm == 0)
        return parameters_.S_uN_per_nm;
    std::vector<double> ln_x, h;
    double nose = nose_nm(0, (1 - window_high) * parameters_.ramp_s);
    double before_s = (1 - window_high) * parameters_.ramp_s;
    for (int i = 0; i <= window_steps; ++i) {
        const double x = window_high - (window_high - window_low) * i / window_steps;
        const double now_s = (1 - x) * parameters_.ramp_s;
        nose += nose_nm(before_s, now_s);
        before_s = now_s;
        ln_x.push_back(std::log(x));
        h.push_back(depth_nm(x) + nose);
    }
    constexpr double golden = 0.61803398874989485;
    double low = 1, high = 5;
    double left = high - golden * (high - low), right = low + golden * (high - low);
    double at_left = line_through_powers(ln_x, h, left).residual;
    double at_right = line_through_powers(ln_x, h, right).residual;
    while (high - low > 1e-7) {
        if (at_left < at_right) {
            high = right;
            right = left;
            at_right = at_left;
            left = high - golden * (high - low);
            at_left = line_through_powers(ln_x, h, left).residual;
        } else {
            low = left;
            left = right;
            at_left = at_right;
            right = low + golden * (high - low);
            at_right = line_through_powers(ln_x, h, right).residual;
        }
    }
    const double m = 0.5 * (low + high);
    return m * parameters_.peak_uN / line_through_powers(ln_x, h, m).slope;
}

}  // namespace sneddon
