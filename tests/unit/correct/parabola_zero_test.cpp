#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "correct/zero_point.hpp"

namespace sneddon {
namespace {

/// Depths of 0, 0.5 .. 1,000 nm, noise of 1 uN: the parabola begins above 4 uN.
Loading loading_of(const std::function<double(double)>& load_of_depth, double F_max_uN = 1e9) {
    Loading made;
    made.F_max_uN = F_max_uN;  // so much that no square law has points
    made.h_max_nm = 1000;
    made.noise_depth_nm = 0.05;
    made.noise_load_uN = 1;
    for (int i = 0; i <= 2000; ++i) {
        const double depth_nm = 0.5 * i;
        made.depth_nm.push_back(depth_nm);
        made.load_uN.push_back((depth_nm > 20 ? load_of_depth(depth_nm - 20) : 0) +
                               (i % 4 < 2 ? -0.5 : 0.5));
    }
    return made;
}

/// `offset_uN` above a parabola that touches zero at 20 nm, up to 130 nm.
Loading touching(double offset_uN, double F_max_uN = 1e9) {
    return loading_of([&](double x) { return (x <= 110 ? offset_uN : 0) + 0.02 * x * x; },
                      F_max_uN);
}

// Here and below: least squares in rational arithmetic.
TEST(ParabolaZero, IsItsFirstRoot) {
    const ZeroEstimate up =
        parabola_zero(loading_of([](double x) { return 4 * x + 0.01 * x * x; }));
    ASSERT_TRUE(up.h0_nm);
    EXPECT_NEAR(*up.h0_nm, 19.99611445772362, 1e-10);
    EXPECT_NEAR(up.u_nm, 0.02699150657150257, 1e-11);
    EXPECT_EQ(up.evidence, "poly2 over 196 samples to 119 nm");
    EXPECT_FALSE(up.threshold_late_nm);
    EXPECT_FALSE(up.is_hertz_refuted);
    const ZeroEstimate down =
        parabola_zero(loading_of([](double x) { return 4 * x - 0.001 * x * x; }));
    EXPECT_NEAR(*down.h0_nm, 19.99611449924474, 1e-10);
    EXPECT_NEAR(down.u_nm, 0.026990929706614344, 1e-11);
}

TEST(ParabolaZero, WithoutARootIsTheVertex) {
    Loading loading = touching(10);
    loading.load_uN[40] += 10;  // at 20 nm
    const ZeroEstimate found = parabola_zero(loading);
    ASSERT_TRUE(found.h0_nm);
    EXPECT_NEAR(*found.h0_nm, 19.976624474827688, 1e-9);
    EXPECT_EQ(found.evidence, "poly2 without a root: vertex over 197 samples");
    EXPECT_NEAR(found.u_nm, std::sqrt(9.977225 / 0.019992032), 1e-5);  // there 9.98 uN are left
}

// At a vertex the load has no slope, up to rounding: the error of a root divided by it was 10^15
// nm.
TEST(ParabolaZero, AVertexIsAsUncertainAsFarFromZero) {
    for (int i = 0; i < 100; ++i) {
        const double offset_uN = 1.5 + 0.01 * i;
        const ZeroEstimate found = parabola_zero(touching(offset_uN));
        EXPECT_NEAR(found.u_nm, std::sqrt(offset_uN / 0.02), 0.1 * found.u_nm) << offset_uN;
    }
}

// 2.95 and 3.05 times the error of the parabola's end.
TEST(ParabolaZero, ALowestLoadWithinThreeErrorsIsADoubleRoot) {
    const ZeroEstimate within = parabola_zero(touching(0.2662));
    EXPECT_EQ(within.evidence, "poly2 with a double root: vertex over 194 samples");
    EXPECT_NEAR(*within.h0_nm, 20.050292930661442, 1e-9);
    EXPECT_NEAR(within.u_nm, 2.328223462915677, 1e-9);
    EXPECT_EQ(parabola_zero(touching(0.27705)).evidence,
              "poly2 without a root: vertex over 194 samples");
}

// 9.9 and 10.1 errors: below ten the square law is asked, which begins at 1 % of F_max here.
TEST(ParabolaZero, ALowestLoadWithinTenErrorsMayBeASquareLaw) {
    EXPECT_EQ(parabola_zero(touching(1.0744, 25000)).evidence.substr(0, 40),
              "poly2 with a double root: h over sqrt(F)");
    EXPECT_EQ(parabola_zero(touching(1.0961, 25000)).evidence.substr(0, 20),
              "poly2 without a root");
}

TEST(ParabolaZero, ALoadWithinItsNoiseHasNone) {
    Loading flat = loading_of([](double) { return 0.0; });
    flat.load_uN[1000] = 4;
    EXPECT_EQ(parabola_zero(flat).evidence, "poly2: the load does not leave its noise");
    EXPECT_FALSE(parabola_zero(flat).h0_nm);
    flat.load_uN[1000] = 4.001;
    EXPECT_TRUE(parabola_zero(flat).h0_nm);
}

/// Loads of 10 uN a nanometre, `points` of them in the first tenth of 100 nm, its end included.
Loading few(int points) {
    Loading made;
    made.F_max_uN = 1e9;
    made.h_max_nm = 100;
    made.noise_load_uN = 1;
    const double step_nm = 10.0 / (points - 1);
    for (int i = 0; i * step_nm <= 100; ++i) {
        made.depth_nm.push_back(i * step_nm);
        made.load_uN.push_back(5 + 10 * i * step_nm);
    }
    return made;
}

TEST(ParabolaZero, TenPointsAreEnough) {
    EXPECT_EQ(parabola_zero(few(9)).evidence,
              "poly2: 9 samples in the first 10 % of h_max are too few");
    EXPECT_FALSE(parabola_zero(few(9)).h0_nm);
    EXPECT_NEAR(*parabola_zero(few(11)).h0_nm, -0.5, 1e-9);
    EXPECT_EQ(parabola_zero(few(11)).evidence, "poly2 over 11 samples to 10 nm");
}

TEST(ParabolaZero, OfALoadThatStandsIsWhereItBegins) {
    Loading still = few(11);
    for (double& load_uN : still.load_uN) load_uN = 50;
    EXPECT_EQ(parabola_zero(still).h0_nm, 0);
    EXPECT_EQ(parabola_zero(still).u_nm, 0);
}

// The zero is no further in front of the first load than the window behind it is long: 10 nm.
TEST(ParabolaZero, AZeroFarInFrontIsNone) {
    Loading near = few(11), far = few(11);
    for (double& load_uN : near.load_uN) load_uN += 94;
    for (double& load_uN : far.load_uN) load_uN += 96;
    EXPECT_NEAR(*parabola_zero(near).h0_nm, -9.9, 1e-9);
    EXPECT_EQ(parabola_zero(far).evidence,
              "poly2: the parabola has no zero near the begin of loading");
    EXPECT_FALSE(parabola_zero(far).h0_nm);
}

// Its two roots lie behind the first load: the load would fall to zero. The vertex it is.
TEST(ParabolaZero, AParabolaThatFallsFirstHasItsVertex) {
    Loading loading = few(21);
    for (std::size_t i = 0; i < loading.depth_nm.size(); ++i) {
        const double x = loading.depth_nm[i] - 4;
        loading.load_uN[i] = x * x - 1;
    }
    const ZeroEstimate found = parabola_zero(loading);
    ASSERT_TRUE(found.h0_nm);
    EXPECT_NEAR(*found.h0_nm, 4, 1e-9);
    EXPECT_NEAR(found.u_nm, 1, 1e-9);  // to either root
}

}  // namespace
}  // namespace sneddon
