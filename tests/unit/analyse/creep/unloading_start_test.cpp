#include "analyse/creep/unloading_start.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"

namespace sneddon {
namespace {

constexpr double F_uN = 300, S_uN_per_nm = 13;

/// A hold of a t + b t^c and an unloading that is elastic (exponent m), with creep that goes on at
/// the rate of the hold's end and dies like (F/F_max)^5.
struct Made {
    double hold_s = 60, unload_s = 10, a = 0.03, b = 0.4, c = 0.6, m = 1.5, nose = 1;
    double rate_Hz = 300, drift_nm_per_s = 0;
    double rate_end() const { return a + b * c * std::pow(hold_s, c - 1); }
};

struct MadeCurve {
    Curve curve;
    Cycle cycle;
};

void add(MadeCurve& made, const Made& of, double load_uN, double depth_nm) {
    const double time_s = static_cast<double>(made.curve.size()) / of.rate_Hz;
    made.curve.time_s.push_back(time_s);
    made.curve.load_uN.push_back(load_uN);
    made.curve.depth_nm.push_back(depth_nm + of.drift_nm_per_s * time_s);
}

MadeCurve curve_of(const Made& of) {
    MadeCurve made;
    const auto count = [&](double seconds) {
        return static_cast<std::size_t>(std::lround(seconds * of.rate_Hz));
    };
    for (std::size_t i = 0; i < 100; ++i) add(made, of, 3 * static_cast<double>(i), 50);
    made.cycle.load = {SegmentKind::load, 0, 100};
    const double end_nm = 50 + of.a * of.hold_s + of.b * std::pow(of.hold_s, of.c);
    for (std::size_t i = 0; i <= count(of.hold_s); ++i) {
        const double t = static_cast<double>(i) / of.rate_Hz;
        add(made, of, F_uN, 50 + of.a * t + of.b * std::pow(t, of.c));
    }
    made.cycle.hold = {SegmentKind::hold, 100, made.curve.size()};
    const double w = of.m * F_uN / S_uN_per_nm;
    const double creep_nm = of.nose * of.rate_end() * of.unload_s / 6;  // of (F/F_max)^5 in all
    const auto n = static_cast<double>(count(of.unload_s));
    for (double i = 1; i <= n; ++i) {
        const double x = 1 - i / n;
        add(made, of, F_uN * x,
            end_nm - w * (1 - std::pow(x, 1 / of.m)) + creep_nm * (1 - std::pow(x, 6)));
    }
    made.cycle.unload = {SegmentKind::unload, made.cycle.hold.end, made.curve.size()};
    made.cycle.end = made.curve.size();
    return made;
}

UnloadingStart started(const MadeCurve& made, double load_uN) {
    return unloading_start(start_weights(made.curve, made.cycle, load_uN), made.curve.depth_nm);
}

UnloadingStart start_of(const Made& of) {
    const MadeCurve made = curve_of(of);
    return started(made, F_uN);
}

// 1/S_u + h'/|F'| = -0.01 + 0.9/30 = 0.02: a nose, and still a stiffness.
TEST(CreepCorrectedStiffness, IsTheSumOfTwoCompliances) {
    EXPECT_DOUBLE_EQ(creep_corrected_stiffness({0.9, 30, -0.01}), 50);
    EXPECT_DOUBLE_EQ(creep_corrected_stiffness({0.6, 30, 0.03}), 20);
    EXPECT_TRUE(std::isnan(creep_corrected_stiffness({0.3, 30, -0.01}))) << "the sum is 0";
    EXPECT_TRUE(std::isnan(creep_corrected_stiffness({})));
}

TEST(UnloadingStart, HasTheRateOfTheLawAtTheEndOfTheHold) {
    for (const double c : {0.2, 0.3, 0.6, 0.9}) {
        Made of;
        of.c = c;
        of.a = 0;
        EXPECT_NEAR(start_of(of).hold_rate_nm_per_s / of.rate_end(), 1, 5e-3) << c;
        of.hold_s = 10;
        of.a = 0.03;
        EXPECT_NEAR(start_of(of).hold_rate_nm_per_s / of.rate_end(), 1, 5e-3) << c;
    }
}

TEST(UnloadingStart, HasTheSlopeOfAnElasticUnloading) {
    for (const double m : {1.2, 1.5, 1.8, 2.0}) {
        Made of;
        of.m = m;
        of.nose = 0;
        const UnloadingStart start = start_of(of);
        EXPECT_NEAR(start.compliance_nm_per_uN * S_uN_per_nm, 1, 3e-4) << m;
        EXPECT_NEAR(start.unload_rate_uN_per_s, 30, 1e-9) << m;
    }
}

// The whole of it: with a nose the slope is off by the creep, and the sum is not.
TEST(UnloadingStart, GivesTheStiffnessUnderANoseBack) {
    for (const double m : {1.3, 1.5, 1.8}) {
        Made of;
        of.m = m;
        const UnloadingStart start = start_of(of);
        EXPECT_GT(1 / start.compliance_nm_per_uN, 1.03 * S_uN_per_nm);
        EXPECT_NEAR(creep_corrected_stiffness(start) / S_uN_per_nm, 1, 3e-3) << m;
    }
}

TEST(UnloadingStart, HasANegativeSlopeUnderALargeNoseAndItsStiffness) {
    Made of;
    of.a = 4;  // 4 nm/s over 30 uN/s: 0.13 nm/uN, and 1/S is 0.077
    const UnloadingStart start = start_of(of);
    EXPECT_LT(start.compliance_nm_per_uN, 0);
    EXPECT_NEAR(creep_corrected_stiffness(start) / S_uN_per_nm, 1, 0.06);
}

// A drift adds to the rate what it takes from the slope.
TEST(UnloadingStart, MakesAStiffnessThatKnowsNoDrift) {
    Made of;
    const double S_e = creep_corrected_stiffness(start_of(of));
    of.drift_nm_per_s = 0.05;
    const UnloadingStart drifted = start_of(of);
    EXPECT_NEAR(creep_corrected_stiffness(drifted) / S_e, 1, 1e-5);
    EXPECT_NEAR(drifted.hold_rate_nm_per_s / (of.rate_end() + 0.05), 1, 2e-3);
}

TEST(UnloadingStart, IsEmptyWithoutAHoldAndOnFewPoints) {
    MadeCurve made = curve_of({});
    made.cycle.hold.end = made.cycle.hold.begin;
    EXPECT_TRUE(std::isnan(started(made, F_uN).hold_rate_nm_per_s));
    made = curve_of({});
    made.cycle.hold.end = made.cycle.hold.begin + 9;
    EXPECT_TRUE(std::isnan(started(made, F_uN).hold_rate_nm_per_s));
    made = curve_of({});
    made.cycle.unload.end = made.cycle.unload.begin + 9;
    const UnloadingStart start = started(made, F_uN);
    EXPECT_TRUE(std::isnan(start.compliance_nm_per_uN));
    EXPECT_TRUE(std::isfinite(start.hold_rate_nm_per_s));
}

// 0.2 nm of white noise: the scatter of both numbers over 60 holds is that of their weights.
TEST(UnloadingStart, ScattersAsItsWeightsSay) {
    MadeCurve made = curve_of({});
    const std::vector<double> depth_nm = made.curve.depth_nm;
    const WeightedPoints rate = hold_rate_weights(made.curve, made.cycle);
    const WeightedPoints slope = start_compliance_weights(made.curve, made.cycle, F_uN);
    double squares = 0, of_rate = 0, of_slope = 0;
    for (const double weight : slope.weights) squares += weight * weight;
    const double u_slope = 0.2 * std::sqrt(squares);
    squares = 0;
    for (const double weight : rate.weights) squares += weight * weight;
    const double u_rate = 0.2 * std::sqrt(squares);
    const double true_rate = rate.of(depth_nm), true_slope = slope.of(depth_nm);
    constexpr int runs = 60;
    for (int run = 0; run < runs; ++run) {
        RandomStream random(3, static_cast<std::uint64_t>(run));
        for (std::size_t i = 0; i < depth_nm.size(); ++i)
            made.curve.depth_nm[i] = depth_nm[i] + 0.2 * random.normal();
        const UnloadingStart start = started(made, F_uN);
        of_rate += std::pow((start.hold_rate_nm_per_s - true_rate) / u_rate, 2);
        of_slope += std::pow((start.compliance_nm_per_uN - true_slope) / u_slope, 2);
    }
    // Chi-squared over 60 degrees of freedom, 99 %: 35.5 to 92.0.
    EXPECT_GT(of_rate, 35.5);
    EXPECT_LT(of_rate, 92.0);
    EXPECT_GT(of_slope, 35.5);
    EXPECT_LT(of_slope, 92.0);
    EXPECT_NEAR(u_slope * S_uN_per_nm, 0.027, 0.003) << "what docs/methods says of one test";
}

}  // namespace
}  // namespace sneddon
