// A test made from closed forms: load F = F_max (h/h_1)^n, hold h_1 + creep (t/T)^c, unloading
// F = F_max ((h - h_p)/(h_2 - h_p))^m, all at a constant rate of load.
#pragma once

#include <cmath>
#include <cstddef>

#include "base/random.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon::testing {

struct ClosedForm {
    double F_max_uN = 300;
    double ramp_s = 10, hold_s = 10, unload_s = 10;
    double rate_Hz = 300;
    double h_1_nm = 50, creep_nm = 4, h_p_nm = 30;
    double n = 1.6, m = 1.5, c = 1.0;
    double air_s = 0;         ///< in front, at zero load
    double unload_to = 0;     ///< of F_max
    double drift_hold_s = 0;  ///< after unloading to unload_to, then to zero in 1 s
    double noise_uN = 0, noise_nm = 0;
    unsigned seed = 1;

    double h_2_nm() const { return h_1_nm + (hold_s > 0 ? creep_nm : 0); }
    double S_uN_per_nm() const { return m * F_max_uN / (h_2_nm() - h_p_nm); }
    double unload_depth_nm(double load_uN) const {
        return h_p_nm + (h_2_nm() - h_p_nm) * std::pow(std::max(load_uN, 0.0) / F_max_uN, 1 / m);
    }
};

/// Samples at i / rate; the first sample of each part is the corner itself.
class ClosedFormBuilder {
  public:
    explicit ClosedFormBuilder(const ClosedForm& form) : form_(form), noise_(form.seed) {}

    void part(double duration_s, auto load_of_share, auto depth_of_share) {
        const auto count = static_cast<std::size_t>(std::lround(duration_s * form_.rate_Hz));
        for (std::size_t i = 0; i < count; ++i) {
            const double share = static_cast<double>(i) / static_cast<double>(count);
            add(load_of_share(share), depth_of_share(share));
        }
    }
    void add(double load_uN, double depth_nm) {
        Curve& curve = test_.curve;
        curve.time_s.push_back(static_cast<double>(curve.size()) / form_.rate_Hz);
        curve.load_uN.push_back(load_uN +
                                (form_.noise_uN > 0 ? form_.noise_uN * noise_.normal() : 0));
        curve.depth_nm.push_back(depth_nm +
                                 (form_.noise_nm > 0 ? form_.noise_nm * noise_.normal() : 0));
    }
    std::size_t size() const { return test_.curve.size(); }
    Test take() { return std::move(test_); }

  private:
    ClosedForm form_;
    RandomStream noise_;
    Test test_;
};

inline Test closed_form_test(const ClosedForm& f) {
    ClosedFormBuilder builder(f);
    const auto unloading = [&](double from, double to, double duration_s) {
        builder.part(
            duration_s, [&](double s) { return f.F_max_uN * (from + (to - from) * s); },
            [&](double s) { return f.unload_depth_nm(f.F_max_uN * (from + (to - from) * s)); });
    };
    builder.part(
        f.air_s, [](double) { return 0.0; }, [](double s) { return -5 * (1 - s); });
    builder.part(
        f.ramp_s, [&](double s) { return f.F_max_uN * s; },
        [&](double s) { return f.h_1_nm * std::pow(s, 1 / f.n); });
    builder.part(
        f.hold_s, [&](double) { return f.F_max_uN; },
        [&](double s) { return f.h_1_nm + f.creep_nm * std::pow(s, f.c); });
    unloading(1, f.unload_to, f.unload_s);
    const double rest_nm = f.unload_depth_nm(f.unload_to * f.F_max_uN);
    if (f.drift_hold_s > 0) {
        builder.part(
            f.drift_hold_s, [&](double) { return f.unload_to * f.F_max_uN; },
            [&](double) { return rest_nm; });
        unloading(f.unload_to, 0, 1);
        builder.add(0, f.h_p_nm);
    } else {
        builder.add(f.unload_to * f.F_max_uN, rest_nm);
    }
    return builder.take();
}

}  // namespace sneddon::testing
