// H² = H0² (1 + h*/h_c), and what is no such law.
#include "study/profiles/size_effect.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "base/random.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

/// Each test has an H0 of its own (sd 1 %) and scatter from cell to cell.
SizeEffect effect_of(std::size_t tests, std::uint64_t seed,
                     const std::function<double(double h_c_nm)>& H_GPa) {
    RandomStream random(seed);
    std::vector<TestProfile> profiles(tests);
    for (TestProfile& profile : profiles) {
        const double own = 1 + 0.01 * random.normal();
        for (int cell = 40; cell < 96; ++cell) {
            ProfileCell at;
            at.cell = cell;
            at.points = 10;
            at.contact_depth_nm = depth_of_cell_nm(cell);
            const double scatter = 1 + 0.005 * random.normal();
            at.hardness_GPa = own * scatter * H_GPa(at.contact_depth_nm);
            profile.cells.push_back(at);
        }
    }
    std::vector<const TestProfile*> pointers;
    for (const TestProfile& profile : profiles) pointers.push_back(&profile);
    return find_size_effect(pointers);
}

double nix_gao(double h_c_nm) {
    return 2 * std::sqrt(1 + 150 / h_c_nm);
}

TEST(SizeEffect, TestsWithoutAHardnessAreToldAsSuch) {
    EXPECT_EQ(effect_of(3, 1, [](double) { return std::nan(""); }).why_not,
              "fewer than 3 tests with a hardness");
    EXPECT_EQ(effect_of(2, 1, nix_gao).why_not, "fewer than 3 tests with a hardness");
    EXPECT_EQ(effect_of(3, 1, nix_gao).tests, 3u);
}

TEST(SizeEffect, IntervalsHoldTheTruthInNineteenOfTwenty) {
    int H0 = 0, h_star = 0;
    constexpr int studies = 200;
    for (std::uint64_t seed = 0; seed < studies; ++seed) {
        const SizeEffect effect = effect_of(10, seed, nix_gao);
        EXPECT_EQ(effect.why_not, "");
        H0 += effect.H0_ci95.low <= 2 && 2 <= effect.H0_ci95.high;
        h_star += effect.h_star_ci95.low <= 150 && 150 <= effect.h_star_ci95.high;
    }
    // 0.90 to 0.98 of 200.
    EXPECT_GE(H0, 180);
    EXPECT_LE(H0, 196);
    EXPECT_GE(h_star, 180);
    EXPECT_LE(h_star, 196);
}

TEST(SizeEffect, OfAConstantHardnessIsRefused) {
    int refused = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const SizeEffect effect = effect_of(10, seed, [](double) { return 9.0; });
        refused += !effect.why_not.empty();
    }
    EXPECT_GE(refused, 190);  // 1 % of them are above 0 by chance
}

TEST(SizeEffect, OfAnotherLawIsRefused) {
    const SizeEffect effect =
        effect_of(10, 1, [](double h) { return 2 * (1 + 3 * std::exp(-h / 100)); });
    EXPECT_THAT(effect.why_not, HasSubstr("straight line"));
}

TEST(SizeEffect, NeedsThreeTests) {
    EXPECT_THAT(effect_of(2, 1, nix_gao).why_not, HasSubstr("fewer than 3 tests"));
}

}  // namespace
}  // namespace sneddon
