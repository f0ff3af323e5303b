// The depth of a linear viscoelastic half-space under a cone or a sphere while a load stands that
// rose at constant rate: closed forms, written apart from those of the engine.
#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace sneddon::testing {

/// L(t) = L_0 + flow t + sum L_i (1 - exp(-t/tau_i)), or L_0 + B ln(1 + t/tau) for a logarithm;
/// h^2 = (pi/2) cot(alpha) int L dF under a cone, h^(3/2) = 3/(4 sqrt(R)) int L dF under a sphere
/// (Lee and Radok 1960, J. Appl. Mech. 27, 438, for a contact that grows).
struct RampedHold {
    double ramp = 5, load_uN = 300;
    double instantaneous = 0.011, flow = 0;  ///< 1/GPa, 1/(GPa s)
    std::vector<double> strength, tau;
    bool is_logarithm = false;

    /// int_0^ramp L(s + u) du / ramp.
    double mean_compliance(double s) const {
        double sum = instantaneous + flow * (s + ramp / 2);
        for (std::size_t i = 0; i < tau.size(); ++i) sum += strength[i] * term(tau[i], s);
        return sum;
    }
    double depth_nm(double s, double exponent) const {
        return std::pow(factor(exponent) * mean_compliance(s), 1 / exponent);
    }
    double compliance(double depth_nm, double exponent) const {
        return std::pow(depth_nm, exponent) / factor(exponent);
    }

  private:
    double term(double t, double s) const {
        if (!is_logarithm) return 1 - t / ramp * (std::exp(-s / t) - std::exp(-(s + ramp) / t));
        const auto primitive = [&](double x) { return (t + x) * std::log1p(x / t) - x; };
        return (primitive(s + ramp) - primitive(s)) / ramp;
    }
    /// 1000 nm^2 GPa are one uN; cone of 70.296 degrees, sphere of 300 nm.
    double factor(double exponent) const {
        const double alpha = 70.296 * std::numbers::pi / 180, radius_nm = 300;
        return 1000 * load_uN *
               (exponent == 2 ? std::numbers::pi / 2 / std::tan(alpha)
                              : 0.75 / std::sqrt(radius_nm));
    }
};

}  // namespace sneddon::testing
