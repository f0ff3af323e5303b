// Means of a depth profile and their uncertainties: which points count, and by closed form what
// each uncertain input does to a material of constant H and E_r under an ideal tip.
#include "analyse/depth_profile/profile_means.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "analyse/oliver_pharr.hpp"

namespace sneddon {
namespace {

using std::numbers::pi;

/// Points at 10, 20, ..., 100 nm whose hardness is their depth, on a straight line of E_r.
DepthProfile of_ten_points() {
    DepthProfile profile;
    for (int i = 1; i <= 10; ++i) {
        const double h = 10 * i;
        profile.depth_nm.push_back(h);
        profile.load_uN.push_back(100);
        profile.stiffness_uN_per_nm.push_back(10);
        profile.contact_depth_nm.push_back(0.8 * h);
        profile.area_nm2.push_back(h * h);
        profile.hardness_GPa.push_back(h);
        profile.reduced_modulus_GPa.push_back(100 + 0.5 * h);
        profile.modulus_GPa.push_back(2 * h);
    }
    return profile;
}

struct Asked {
    DepthRange range;
    std::size_t points;
    double mean;
};

// As NanoSuite counts: of the first point beyond a depth and the one before it the nearer; half way
// the deeper.
TEST(ProfileMeans, BeginAndEndAtTheNearestPoint) {
    for (const auto& [range, points, mean] : {Asked{{24, 46}, 4, 35},
                                              {{25, 45}, 3, 40},
                                              {{20, 40}, 3, 30},
                                              {{0, 31}, 3, 20},
                                              {{60, 500}, 5, 80},
                                              {{76, 94}, 2, nan},
                                              {{100, 100}, 1, nan},
                                              {{100.5, 200}, 0, nan}}) {
        const ProfileMeans means = means_of(of_ten_points(), range);
        EXPECT_EQ(means.points, points) << range.low_nm;
        if (is_nan(mean)) {
            EXPECT_TRUE(is_nan(means.hardness_GPa)) << range.low_nm;
            EXPECT_TRUE(is_nan(means.reduced_modulus_change)) << range.low_nm;
            continue;
        }
        EXPECT_NEAR(means.hardness_GPa, mean, 1e-12) << range.low_nm;
        EXPECT_NEAR(means.modulus_GPa, 2 * mean, 1e-12) << range.low_nm;
        EXPECT_NEAR(means.reduced_modulus_GPa, 100 + 0.5 * mean, 1e-12) << range.low_nm;
        EXPECT_NEAR(means.load_per_stiffness2_per_GPa, load_over_stiffness_squared_per_GPa(100, 10),
                    1e-12);
    }
}

TEST(ProfileMeans, LeaveOutPointsWithoutAValue) {
    DepthProfile profile = of_ten_points();
    profile.hardness_GPa[2] = nan;
    EXPECT_NEAR(means_of(profile, {20, 60}).hardness_GPa, (20 + 40 + 50 + 60) / 4.0, 1e-12);
    EXPECT_EQ(means_of(profile, {20, 60}).points, 5u);
    profile.hardness_GPa[3] = profile.hardness_GPa[4] = nan;  // two are left
    EXPECT_TRUE(is_nan(means_of(profile, {20, 60}).hardness_GPa));
}

// 0.5 GPa per nm over 40 nm, of a mean of 125 GPa.
TEST(ProfileMeans, TheChangeIsThatOfTheLineOverTheAveragedPoints) {
    EXPECT_NEAR(means_of(of_ten_points(), {30, 70}).reduced_modulus_change, 20 / 125.0, 1e-12);
}

TEST(ProfileMeans, TheRangeIsAskedForOrStatedOrOfTheLargestDepth) {
    const DepthProfile profile = of_ten_points();
    StatedByFile stated;
    const auto expect = [&](const ProfileOptions& asked, double low, double high) {
        const DepthRange range = averaged_range(profile, asked, stated);
        EXPECT_NEAR(range.low_nm, low, 1e-12);
        EXPECT_NEAR(range.high_nm, high, 1e-12);
    };
    expect({}, 50, 95);
    stated.profile_to_nm = 70;
    expect({}, 50, 70);
    stated.profile_from_nm = 60;
    expect({}, 60, 70);
    expect({33, std::nullopt}, 33, 70);
    expect({33, 44}, 33, 44);
}

// --- uncertainties ------------------------------------------------------------------------------

constexpr double H_GPa = 9, E_r_GPa = 70;

/// Contact depths 100, 110, ..., 500 nm, and a range that holds all of them.
struct IdealMaterial {
    std::vector<double> h_c, F, S, h;
    DepthRange range;
    AnalysisRecipe recipe;

    IdealMaterial() {
        for (double depth = 100; depth <= 500; depth += 10) {
            const double A = 24.5 * depth * depth;
            h_c.push_back(depth);
            F.push_back(1e-3 * H_GPa * A);
            S.push_back(2e-3 * E_r_GPa * std::sqrt(A / pi));
            h.push_back(depth + 0.75 * F.back() / S.back());
        }
        range = {h.front(), h.back()};
        recipe.area_function = AreaFunction{};
        recipe.poisson_ratio = 0.17;
        recipe.uncertainty = {};
        recipe.uncertainty.area_relative = 0;
        recipe.uncertainty.zero_nm = 0;
        recipe.uncertainty.frame_compliance_nm_per_uN = 0;
        recipe.uncertainty.load_relative = recipe.uncertainty.depth_relative = 0;
    }
    DepthProfile profile() const {
        MeasuredStiffness measured;
        measured.depth_nm = h;
        measured.load_uN = F;
        measured.stiffness_uN_per_nm = S;
        return depth_profile(std::move(measured), recipe);
    }
    double modulus(double E_r) const {
        return indentation_modulus_GPa(E_r, 0.17, recipe.indenter_E_GPa,
                                       recipe.indenter_poisson_ratio);
    }
    CycleResult averaged() const {
        CycleResult cycle;
        add_profile_means(profile(), range, {}, recipe, cycle);
        return cycle;
    }
};

/// H, E_r and E, and mean changes of the points.
struct Changes {
    double H = 0, E_r = 0, E = 0;
};

template <class ChangedPoint>
Changes mean_changes(const IdealMaterial& material, ChangedPoint changed_point) {
    Changes changes;
    for (std::size_t i = 0; i < material.h.size(); ++i) {
        const auto [H, E_r] = changed_point(material.F[i], material.S[i], material.h_c[i]);
        changes.H += H - H_GPa;
        changes.E_r += E_r - E_r_GPa;
        changes.E += material.modulus(E_r) - material.modulus(E_r_GPa);
    }
    const auto n = static_cast<double>(material.h.size());
    return {std::fabs(changes.H / n), std::fabs(changes.E_r / n), std::fabs(changes.E / n)};
}

void expect_uncertainty(const QuantityValues& values, const Changes& of, double tolerance = 1e-9) {
    EXPECT_NEAR(values["H_profile_GPa"_q], of.H, tolerance);
    EXPECT_NEAR(values["E_r_profile_GPa"_q], of.E_r, tolerance);
    EXPECT_NEAR(values["E_profile_GPa"_q], of.E, tolerance);
}

TEST(ProfileUncertainty, OfNoInputIsNone) {
    const CycleResult cycle = IdealMaterial().averaged();
    expect_uncertainty(cycle.uncertainty.random, {});
    expect_uncertainty(cycle.uncertainty.common, {});
    EXPECT_EQ(cycle.values["profile_points"_q], 41);
    EXPECT_NEAR(cycle.values["H_profile_GPa"_q], H_GPa, 1e-9);
    EXPECT_NEAR(cycle.values["P_per_S2_profile_per_GPa"_q], pi * H_GPa / (4 * E_r_GPa * E_r_GPa),
                1e-12);
    EXPECT_NEAR(cycle.values["E_r_profile_change"_q], 0, 1e-9);
}

// A zero that is 2 nm deeper takes 2 nm off every contact depth.
TEST(ProfileUncertainty, OfTheZeroIsThatOfShallowerContacts) {
    IdealMaterial material;
    material.recipe.uncertainty.zero_nm = 2;
    const Changes expected = mean_changes(material, [](double, double, double h_c) {
        const double ratio = h_c / (h_c - 2);
        return std::pair(H_GPa * ratio * ratio, E_r_GPa * ratio);
    });
    const CycleResult cycle = material.averaged();
    expect_uncertainty(cycle.uncertainty.random, expected);
    expect_uncertainty(cycle.uncertainty.common, {});
}

// 1/S' = 1/S - C and h' = h - C F: h_c' = h_c - (1 - epsilon) C F.
TEST(ProfileUncertainty, OfTheFrameIsThatOfStiffnessAndDepth) {
    IdealMaterial material;
    constexpr double C = 1e-4;
    material.recipe.uncertainty.frame_compliance_nm_per_uN = C;
    const Changes expected = mean_changes(material, [](double F, double S, double h_c) {
        const double ratio = h_c / (h_c - 0.25 * C * F);
        return std::pair(H_GPa * ratio * ratio, E_r_GPa * ratio / (1 - C * S));
    });
    const CycleResult cycle = material.averaged();
    expect_uncertainty(cycle.uncertainty.common, expected);
    expect_uncertainty(cycle.uncertainty.random, {});
}

// A stiffness is a load over a depth; a hardness is a load over an area.
TEST(ProfileUncertainty, OfLoadDepthAndAreaIsTheirShare) {
    const auto common = [](double of_load, double of_depth, double of_area) {
        IdealMaterial material;
        material.recipe.uncertainty.load_relative = of_load;
        material.recipe.uncertainty.depth_relative = of_depth;
        material.recipe.uncertainty.area_relative = of_area;
        return material.averaged().uncertainty.common;
    };
    const auto of_modulus = [](double share) {
        const IdealMaterial material;
        return material.modulus(E_r_GPa * (1 + share)) - material.modulus(E_r_GPa);
    };
    expect_uncertainty(common(0.02, 0, 0), {0.02 * H_GPa, 0.02 * E_r_GPa, of_modulus(0.02)});
    expect_uncertainty(common(0, 0.03, 0), {0, 0.03 * E_r_GPa, of_modulus(0.03)});
    expect_uncertainty(common(0, 0, 0.04), {0.04 * H_GPa, 0.02 * E_r_GPa, of_modulus(0.02)});
    expect_uncertainty(common(0.03, 0.02, 0.04),
                       {0.05 * H_GPa, std::sqrt(17.0) * 0.01 * E_r_GPa,
                        std::hypot(of_modulus(0.03), of_modulus(0.02), of_modulus(0.02))});
}

TEST(ProfileUncertainty, WithoutThatOfTheAreaIsNotKnown) {
    IdealMaterial material;
    material.recipe.uncertainty.area_relative.reset();
    const CycleResult cycle = material.averaged();
    EXPECT_TRUE(is_nan(cycle.uncertainty.common["H_profile_GPa"_q]));
    EXPECT_TRUE(is_nan(cycle.uncertainty.common["E_profile_GPa"_q]));
    EXPECT_FALSE(is_nan(cycle.uncertainty.random["H_profile_GPa"_q]));
}

/// Random part of the hardness where 8 points lie 1 GPa above or below 9 GPa.
double scatter_of(const std::vector<int>& signs) {
    DepthProfile profile;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        profile.depth_nm.push_back(100 + 10 * static_cast<double>(i));
        profile.load_uN.push_back(1000);
        profile.stiffness_uN_per_nm.push_back(20);
        profile.contact_depth_nm.push_back(90);
        profile.area_nm2.push_back(1e5);
        profile.hardness_GPa.push_back(H_GPa + signs[i]);
        profile.reduced_modulus_GPa.push_back(E_r_GPa);
        profile.modulus_GPa.push_back(E_r_GPa);
    }
    CycleResult cycle;
    const IdealMaterial ideal;
    add_profile_means(profile, {0, 1000}, {}, ideal.recipe, cycle);
    EXPECT_NEAR(cycle.uncertainty.random["E_r_profile_GPa"_q], 0, 1e-12);
    return cycle.uncertainty.random["H_profile_GPa"_q];
}

// Both are at right angles to a straight line: 8 squares of 1 over 8 - 2, over sqrt(8). Neighbours
// that differ make it no smaller; of those that are alike (r = 3/8) fewer are worth as many.
TEST(ProfileUncertainty, OfScatteredPointsIsThatOfAMeanOfCorrelatedOnes) {
    EXPECT_NEAR(scatter_of({1, -1, -1, 1, -1, 1, 1, -1}), std::sqrt(8.0 / 6 / 8), 1e-12);
    EXPECT_NEAR(scatter_of({1, 1, -1, -1, -1, -1, 1, 1}), std::sqrt(8.0 / 6 / 8 * 11 / 5), 1e-12);
    EXPECT_NEAR(scatter_of({1, -2, 1}), std::sqrt(6.0 / 1 / 3), 1e-12);  // three are enough
}

}  // namespace
}  // namespace sneddon
