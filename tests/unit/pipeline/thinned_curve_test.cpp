#include "pipeline/curves/thinned_curve.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace sneddon {
namespace {

/// Loading in 5 s, a hold of 60 s in which the depth creeps, unloading in 5 s; 300 points a second.
struct Example {
    Curve curve;
    std::vector<Segment> segments;
};

double true_depth_nm(double t) {
    if (t < 5) return 50 * std::sqrt(t / 5);
    if (t < 65) return 50 + std::cbrt(t - 5);
    return 50 + std::cbrt(60) - 25 * (t - 65) / 5;
}

double true_load_uN(double t) {
    return t < 5 ? 60 * t : t < 65 ? 300 : 300 - 60 * (t - 65);
}

Example example(double noise_nm) {
    Example made;
    std::uint64_t state = 1;
    const auto uniform = [&] {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<double>(state >> 11) / 9007199254740992.0;
    };
    for (int i = 0; i < 21000; ++i) {
        const double t = i / 300.0;
        double noise = -6;
        for (int k = 0; k < 12; ++k) noise += uniform();
        made.curve.time_s.push_back(t);
        made.curve.depth_nm.push_back(true_depth_nm(t) + noise_nm * noise);
        made.curve.load_uN.push_back(true_load_uN(t));
    }
    made.segments = {{SegmentKind::load, 0, 1500},
                     {SegmentKind::hold, 1500, 19500},
                     {SegmentKind::unload, 19500, 21000}};
    return made;
}

/// From point i to the piece of the thin curve that begins at k, in mm on a page of 180 mm.
double distance_on_page(const Curve& curve, std::size_t i, const Curve& thin, std::size_t k) {
    const double mm_per_s = 180 / curve.time_s.back();
    const double mm_per_nm = 180 / *std::ranges::max_element(curve.depth_nm);
    const double dx = mm_per_s * (thin.time_s[k + 1] - thin.time_s[k]);
    const double dy = mm_per_nm * (thin.depth_nm[k + 1] - thin.depth_nm[k]);
    const double x = mm_per_s * (curve.time_s[i] - thin.time_s[k]);
    const double y = mm_per_nm * (curve.depth_nm[i] - thin.depth_nm[k]);
    const double part = std::clamp((x * dx + y * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    return std::hypot(x - part * dx, y - part * dy);
}

TEST(ThinnedCurve, ASmoothCurveIsWithin0Point05MmOf180Mm) {
    const Example made = example(0);
    const Curve thin = thinned_curve(made.curve, made.segments, 400);
    EXPECT_LE(thin.size(), 400u);
    std::size_t k = 0;
    double farthest = 0;
    for (std::size_t i = 0; i < made.curve.size(); ++i) {
        while (k + 2 < thin.size() && thin.time_s[k + 1] < made.curve.time_s[i]) ++k;
        farthest = std::max(farthest, distance_on_page(made.curve, i, thin, k));
    }
    // Ranges: 70 s and 54 nm, each drawn over 180 mm.
    EXPECT_LE(farthest, 0.05 * 1.001);
}

// The extremes of stretches went backwards in half of their steps, at three times the noise.
TEST(ThinnedCurve, ANoisyCurveHasNoTeeth) {
    const Example made = example(0.2);
    const Curve thin = thinned_curve(made.curve, made.segments, 400);
    EXPECT_LE(thin.size(), 400u);
    EXPECT_GE(thin.size(), 300u);
    std::size_t backwards = 0, steps = 0;
    double largest = 0;
    for (std::size_t i = 0; i < thin.size(); ++i) {
        largest = std::max(largest, std::fabs(thin.depth_nm[i] - true_depth_nm(thin.time_s[i])));
        if (i == 0 || thin.time_s[i] > 5) continue;
        ++steps;
        if (thin.depth_nm[i] < thin.depth_nm[i - 1]) ++backwards;
    }
    EXPECT_GE(steps, 80u);  // the loading has its share, though it is 7 % of the time
    EXPECT_LE(backwards, steps / 10);
    EXPECT_LT(largest, 0.4);
}

TEST(ThinnedCurve, FewPointsAreLeftAsTheyAre) {
    Example made = example(0.2);
    for (std::vector<double>* column :
         {&made.curve.time_s, &made.curve.depth_nm, &made.curve.load_uN})
        column->resize(400);
    EXPECT_EQ(thinned_curve(made.curve, made.segments, 400).depth_nm, made.curve.depth_nm);
}

}  // namespace
}  // namespace sneddon
