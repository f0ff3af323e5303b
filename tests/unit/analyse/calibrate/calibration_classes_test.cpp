// Classes of depth of a calibration, made by hand: which points they hold, when the modulus in them
// is true, the longest range of true ones and the mean over it.
#include "analyse/calibrate/calibration_classes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "base/nan.hpp"

namespace sneddon {
namespace {

/// Contacts of a Berkovich pyramid.
struct Contacts {
    ContactAreas areas;
    CalibrationOptions options;

    /// The pyramid gives the modulus `E_GPa` there, and is too large by the share `residual`.
    void add(double h_nm, double E_GPa, double residual = 0, std::string test = "",
             std::size_t material = 0) {
        const ReferenceMaterial& reference = reference_material(options, material);
        const auto compliance = [](double E, double nu) { return (1 - nu * nu) / E; };
        const double of_tip = compliance(options.indenter_E_GPa, options.indenter_poisson_ratio);
        const double E_r = 1 / (compliance(E_GPa, reference.poisson_ratio) + of_tip);
        const double A = 24.5 * h_nm * h_nm;
        areas.h_c_nm.push_back(h_nm);
        areas.depth_nm.push_back(h_nm);
        areas.A_nm2.push_back(A * std::pow(E_r / reference_E_r_GPa(options, material), 2));
        areas.area_there_nm2.push_back(A / (1 + residual));
        areas.residual.push_back(0);
        areas.points.push_back({h_nm, 0, 0, std::move(test), material});
    }
    AreaCalibration judged(double scatter_exponent = 0) const {
        AreaCalibration found;
        found.area.kind = AreaFunction::Kind::polynomial;
        found.area.coefficients = {24.5};
        found.scatter_exponent = scatter_exponent;
        found.parameters = {24.5};
        judge_calibration(areas, options, found);
        return found;
    }
};

std::vector<std::size_t> sizes_of_classes(const std::vector<double>& depths) {
    Contacts contacts;
    for (const double h : depths) contacts.add(h, 72);
    std::vector<std::size_t> sizes;
    for (const auto& places : depth_classes(contacts.areas)) sizes.push_back(places.size());
    return sizes;
}

TEST(CalibrationClasses, HoldDepthsUpToAQuarterAboveTheShallowest) {
    using Sizes = std::vector<std::size_t>;
    EXPECT_EQ(sizes_of_classes({124, 126, 100, 200, 125}), (Sizes{3, 1, 1}));
    EXPECT_EQ(sizes_of_classes({100, 101, 102, 103, 200}), (Sizes{4, 1}));
    // Less than a quarter of the class before: no class of its own, where it is the deepest.
    EXPECT_EQ(sizes_of_classes({100, 101, 102, 103, 104, 200}), (Sizes{6}));
    EXPECT_EQ(sizes_of_classes({100, 101, 102, 103, 104, 200, 300}), (Sizes{5, 1, 1}));
}

TEST(CalibrationClasses, AreOfOneMaterialAndInTheOrderOfDepth) {
    Contacts contacts;
    contacts.options.second = ReferenceMaterial{"other", 200, 0.3};
    contacts.add(101, 200, 0, "", 1);
    contacts.add(150, 72);
    contacts.add(100, 72);
    contacts.add(100, 200, 0, "", 1);
    const std::vector<std::vector<std::size_t>> expected = {{2}, {1}, {3, 0}};
    EXPECT_EQ(depth_classes(contacts.areas), expected);
    const AreaCalibration found = contacts.judged();
    ASSERT_EQ(found.classes.size(), 3u);
    EXPECT_EQ(found.classes[1].material, 0u);
    EXPECT_EQ(found.classes[2].material, 1u);
    EXPECT_NEAR(found.classes[2].E_GPa, 200, 1e-9);
    EXPECT_NEAR(found.E_GPa, 72, 1e-9);  // of the first material
}

TEST(CalibrationClasses, SayTheirMeans) {
    Contacts contacts;
    contacts.add(100, 71, 0.02);
    contacts.add(110, 75, 0.04);
    contacts.add(200, 72, -0.01);
    const AreaCalibration found = contacts.judged();
    ASSERT_EQ(found.classes.size(), 2u);
    const CalibrationClass& first = found.classes[0];
    EXPECT_EQ(first.n, 2u);
    EXPECT_NEAR(first.h_c_nm, 105, 1e-9);
    EXPECT_EQ(first.h_c_low_nm, 100);
    EXPECT_EQ(first.h_c_high_nm, 110);
    EXPECT_NEAR(first.E_GPa, 73, 1e-9);
    EXPECT_NEAR(first.sd_E_GPa, std::sqrt(8), 1e-9);
    EXPECT_NEAR(first.area_residual, 0.03, 1e-12);
    EXPECT_NEAR(found.u_area_relative, std::sqrt((0.0009 + 0.0001) / 2), 1e-12);
    EXPECT_NEAR(found.residual_rms, std::sqrt((0.0004 + 0.0016 + 0.0001) / 3), 1e-12);
}

/// Whether a class of two tests is true whose moduli are `error` from the reference, and scatter.
bool is_true(double E_GPa, double error_GPa, double apart_GPa = 0) {
    Contacts contacts;
    contacts.options.reference.E_GPa = E_GPa;
    contacts.add(100, E_GPa + error_GPa + apart_GPa, 0, "a");
    contacts.add(101, E_GPa + error_GPa - apart_GPa, 0, "b");
    return contacts.judged().classes.at(0).is_true;
}

// The error of a mean of two is half their distance: `apart`.
TEST(CalibrationClasses, AreTrueWithinOneGPaOrASeventySecondOrTwoErrors) {
    for (const double sign : {1.0, -1.0}) {
        EXPECT_TRUE(is_true(72, sign * 0.99));
        EXPECT_FALSE(is_true(72, sign * 1.01));
        EXPECT_TRUE(is_true(36, sign * 0.99));
        EXPECT_FALSE(is_true(36, sign * 1.01));
        EXPECT_TRUE(is_true(144, sign * 1.99));
        EXPECT_FALSE(is_true(144, sign * 2.01));
        EXPECT_TRUE(is_true(72, sign * 1.5, 0.76));
        EXPECT_FALSE(is_true(72, sign * 1.5, 0.74));
    }
}

TEST(CalibrationClasses, AClassOfOneTestHasNoErrorToBeForgivenBy) {
    Contacts contacts;
    contacts.add(100, 74, 0, "a");
    contacts.add(101, 79, 0, "a");
    EXPECT_FALSE(contacts.judged().classes.at(0).is_true);
}

/// 'x': a class whose modulus is 9 GPa off, '.': a true one; each holds two depths.
AreaCalibration with_classes(const std::string& pattern, double ratio = 1.5) {
    Contacts contacts;
    double h = 100;
    for (const char one : pattern) {
        for (const double factor : {1.0, 1.1}) contacts.add(h * factor, one == 'x' ? 81 : 72);
        h *= ratio;
    }
    return contacts.judged();
}

TEST(CalibrationClasses, TheRangeIsTheLongestRunOfTrueOnes) {
    EXPECT_FALSE(with_classes("xx").area.h_c_min_nm);
    EXPECT_TRUE(is_nan(with_classes("xx").E_GPa));
    const auto expect = [](const std::string& pattern, double first, double last) {
        const AreaFunction area = with_classes(pattern).area;
        ASSERT_TRUE(area.h_c_min_nm && area.h_c_max_nm) << pattern;
        EXPECT_NEAR(*area.h_c_min_nm, 100 * std::pow(1.5, first), 1e-9) << pattern;
        EXPECT_NEAR(*area.h_c_max_nm, 110 * std::pow(1.5, last), 1e-9) << pattern;
    };
    expect(".", 0, 0);
    expect("...", 0, 2);
    expect("x..x...", 4, 6);
    expect("...x..x", 0, 2);
    expect("..x..", 0, 1);  // the first of equals
    expect("x.", 1, 1);
    Contacts one_depth;
    one_depth.add(100, 72);
    EXPECT_FALSE(one_depth.judged().area.h_c_min_nm) << "no range";
}

// Over the true range, each depth with the square of what its scatter is the inverse of.
TEST(CalibrationClasses, TheMeanModulusIsWeighedByTheScatterOfTheDepth) {
    Contacts contacts;
    contacts.add(100, 71.5);
    contacts.add(110, 72.5);
    contacts.add(200, 71.9);
    contacts.add(400, 90);  // not true
    const AreaCalibration even = contacts.judged();
    EXPECT_NEAR(even.E_GPa, (71.5 + 72.5 + 71.9) / 3, 1e-9);
    const double mean = even.E_GPa;
    const double squares =
        std::pow(71.5 - mean, 2) + std::pow(72.5 - mean, 2) + std::pow(71.9 - mean, 2);
    EXPECT_NEAR(even.u_E_GPa, std::sqrt(squares / 2 / 3), 1e-9);

    const AreaCalibration weighed = contacts.judged(-1);
    const double w_1 = 0.25, w_2 = 0.55 * 0.55;
    EXPECT_NEAR(weighed.E_GPa, (w_1 * 71.5 + w_2 * 72.5 + 71.9) / (w_1 + w_2 + 1), 1e-9);
}

// Two unloadings of one test are one value: of two tests the sum of deviations is squared.
TEST(CalibrationClasses, WhatATestSharesIsCountedOnce) {
    Contacts contacts;
    contacts.add(100, 71.6, 0, "a");
    contacts.add(110, 71.8, 0, "a");
    contacts.add(101, 72.2, 0, "b");
    contacts.add(111, 72.4, 0, "b");
    const AreaCalibration found = contacts.judged();
    EXPECT_NEAR(found.E_GPa, 72, 1e-9);
    EXPECT_NEAR(found.u_E_GPa, std::sqrt((0.36 + 0.36) * 2 / 1) / 4, 1e-9);
    Contacts of_one;
    of_one.add(100, 71.6, 0, "a");
    of_one.add(110, 71.8, 0, "a");
    EXPECT_TRUE(is_nan(of_one.judged().u_E_GPa));
}

/// 8 classes of 4 depths; residuals of +-h^g and twice that, so that the mean of a class is 0.
double exponent_of(double g, int classes = 8) {
    Contacts contacts;
    std::vector<double> residuals;
    double h = 100;
    for (int i = 0; i < classes; ++i, h *= 2)
        for (const double sign : {1.0, -1.0, 2.0, -2.0}) {
            contacts.add(h, 72);
            residuals.push_back(sign * 1e-3 * std::pow(h, g));
        }
    return scatter_exponent(contacts.areas, residuals);
}

TEST(CalibrationClasses, TheScatterGoesWithAPowerOfTheDepth) {
    EXPECT_NEAR(exponent_of(-1), -1, 1e-9);
    EXPECT_NEAR(exponent_of(0.7), 0.7, 1e-9);
    EXPECT_EQ(exponent_of(0), 0);
    EXPECT_EQ(exponent_of(0.05), 0);  // within its error
    EXPECT_EQ(exponent_of(-4), -3);
    EXPECT_NEAR(exponent_of(-1, 5), -1, 1e-9);  // 20 are enough
    EXPECT_EQ(exponent_of(-1, 4), 0);
}

}  // namespace
}  // namespace sneddon
