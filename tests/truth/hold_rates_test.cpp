// Strain rate and rate sensitivity of a hold against the state equation of the simulator, which
// shares no formula with them: radius from depth under a constant load, rate by finite differences.
#include <gtest/gtest.h>

#include <cmath>

#include "model/units.hpp"
#include "numeric/sum/line_fit.hpp"
#include "simulate/contact_law.hpp"
#include "study/creep/strain_rate.hpp"

namespace sneddon::testing {
namespace {

constexpr double F_uN = 300, hold_s = 60;

/// The mean law, modulus and contact radius of a cluster of the 60 s hold (demo, seed 1), and the
/// sensitivity that an independent computation in numpy gives.
struct Cluster {
    CreepLaw law;
    double E_r_GPa, a_end_nm, sensitivity, strain_rate_per_s;
};
const Cluster clusters[] = {{{0.0340998, 0.400408, 0.581972}, 45.4994, 155.353, 0.3066, 1.918e-3},
                            {{0.0039418, 0.404734, 0.486234}, 42.7509, 150.402, 0.1050, 7.687e-4},
                            {{0, 0.39798, 0.283737}, 40.7668, 147.878, 0.0214, 1.753e-4}};

double depth_nm(const CreepLaw& law, double t_s) {
    return law.a_nm_per_s * t_s + law.b_nm * std::pow(t_s, law.c);
}

/// The contact with true stiffness and tip.
HoldContact true_contact(const Cluster& cluster, const TipShape& tip) {
    const double S = 2 * cluster.E_r_GPa * cluster.a_end_nm * uN_per_GPa_nm2;
    return {F_uN, tip.contact_depth_nm(cluster.a_end_nm) + 0.75 * F_uN / S, 1 / S, 0.75};
}

AreaFunction true_area(const SimulatedTip& tip) {
    AreaFunction area;
    area.kind = AreaFunction::Kind::cap_cone;
    area.radius_nm = tip.radius_nm;
    area.half_angle_deg = tip.half_angle_deg;
    return area;
}

TEST(HoldRates, AreThoseOfTheStateEquationWithTrueStiffnessAndTip) {
    const SimulatedTip simulated;
    const TipShape tip(simulated);
    const AreaFunction area = true_area(simulated);
    const StudyOptions options;
    for (const Cluster& cluster : clusters) {
        const HoldContact end = true_contact(cluster, tip);
        const auto contact = ContactOfHold::make(area, end);
        ASSERT_TRUE(contact.has_value());
        const RatesOfHold found = rates_of_hold(cluster.law, hold_s, *contact, options);

        const ContactLaw state(tip, cluster.E_r_GPa, 5, 6);
        const auto log_A = [&](double t_s) {
            const double less = depth_nm(cluster.law, hold_s) - depth_nm(cluster.law, t_s);
            return 2 * std::log(state.radius_at_depth_nm(end.h_max_nm - less, F_uN));
        };
        constexpr double step_s = 1e-3;
        std::vector<double> log_rate, log_H;
        for (const double t_s : found.t_s) {
            log_rate.push_back(
                std::log((log_A(t_s + step_s) - log_A(t_s - step_s)) / (4 * step_s)));
            log_H.push_back(-log_A(t_s));
        }
        // The polynomial of no tip, the same cap and cone: what is left is the differences' own.
        EXPECT_NEAR(found.sensitivity / fit_line(log_rate, log_H).slope, 1, 1e-5);
        EXPECT_NEAR(found.strain_rate_per_s.back() / std::exp(log_rate.back()), 1, 1e-5);
        EXPECT_NEAR(found.sensitivity / cluster.sensitivity, 1, 3e-3) << "digits of the table";
        EXPECT_NEAR(found.strain_rate_end_per_s / cluster.strain_rate_per_s, 1, 1e-3);
    }
}

// Without the elastic part, as it was once: m a fifth to a third too small.
TEST(HoldRates, WouldBeTooSmallWithAllOfTheDepthInTheContact) {
    const SimulatedTip simulated;
    const TipShape tip(simulated);
    const AreaFunction area = true_area(simulated);
    for (const Cluster& cluster : clusters) {
        const HoldContact end = true_contact(cluster, tip);
        const HoldContact rigid{F_uN, end.h_c_nm(), 1e-12, 0.75};
        const auto contact = ContactOfHold::make(area, rigid);
        ASSERT_TRUE(contact.has_value());
        const RatesOfHold found = rates_of_hold(cluster.law, hold_s, *contact, {});
        EXPECT_LT(found.sensitivity, 0.85 * cluster.sensitivity);
        EXPECT_LT(found.strain_rate_end_per_s, 0.75 * cluster.strain_rate_per_s);
    }
}

}  // namespace
}  // namespace sneddon::testing
