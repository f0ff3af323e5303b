// Among which tests a bootstrap of the calibration draws.
#include <gtest/gtest.h>

#include "analyse/calibrate/calibration_bootstrap.hpp"
#include "support/calibration_points.hpp"

namespace sneddon {
namespace {

/// `tests` indents of a material, each deeper than the one before by a part in 1,000.
struct Depth {
    std::size_t material;
    double h_c_nm;
    int tests;
};

std::size_t strata_of(const std::vector<Depth>& depths) {
    CalibrationOptions options;
    options.second = ReferenceMaterial{"sapphire", 433, 0.25};
    testing::CalibrationTruth truth;
    truth.area = testing::rounded_tip(AreaFunction::Kind::cap_cone, 150, 70.3);
    std::vector<CalibrationPoint> points;
    int test = 0;
    for (const Depth& depth : depths) {
        truth.material = depth.material;
        truth.H_GPa = depth.material == 0 ? 9.25 : 28;
        truth.depths = 3;  // unloadings of a test, the deepest of which counts
        truth.tests = 1;
        for (int i = 0; i < depth.tests; ++i, ++test) {
            truth.last_nm = depth.h_c_nm * (1 + 1e-3 * i);
            truth.first_nm = 0.6 * truth.last_nm;
            for (CalibrationPoint point : testing::reference_unloadings(truth, options)) {
                point.test = std::to_string(test);
                points.push_back(point);
            }
        }
    }
    const auto found = calibrate_area(points, truth.C_f_nm_per_uN, AreaForm::cap_cone, 0, options);
    if (!found.ok()) return 0;
    CalibrationBootstrapOptions how;
    how.replicates = 4;
    const auto spread = bootstrap_calibration(points, *found, AreaForm::cap_cone, {}, options, how);
    return spread.ok() ? spread->strata : 0;
}

// From 1.05 of the depth on, and from 5 tests on.
TEST(CalibrationStrata, ADepthOfItsOwnHasFiveTests) {
    EXPECT_EQ(strata_of({{0, 100, 5}, {0, 400, 5}}), 2u);
    EXPECT_EQ(strata_of({{0, 100, 5}, {0, 103, 5}}), 1u) << "one depth";
    EXPECT_EQ(strata_of({{0, 100, 5}, {0, 400, 4}}), 1u) << "the rest belongs to what is before";
    EXPECT_EQ(strata_of({{0, 100, 4}, {0, 400, 6}}), 2u) << "five, the first of the others too";
    EXPECT_EQ(strata_of({{0, 100, 5}, {0, 400, 5}, {0, 900, 4}}), 2u);
    EXPECT_EQ(strata_of({{0, 100, 5}, {0, 400, 5}, {0, 900, 5}}), 3u);
}

TEST(CalibrationStrata, NoDrawMixesTwoMaterials) {
    EXPECT_EQ(strata_of({{0, 100, 5}, {1, 100, 5}}), 2u);
    EXPECT_EQ(strata_of({{0, 100, 4}, {1, 100, 5}}), 2u) << "few tests of a material are its own";
    EXPECT_EQ(strata_of({{0, 100, 5}, {1, 100, 4}}), 2u);
    EXPECT_EQ(strata_of({{0, 100, 5}, {0, 400, 5}, {1, 100, 5}}), 3u);
    EXPECT_EQ(strata_of({{0, 100, 5}, {0, 400, 5}, {1, 100, 4}}), 3u);
    EXPECT_EQ(strata_of({{0, 100, 5}, {0, 400, 4}, {1, 100, 5}}), 2u) << "a rest before the other";
    EXPECT_EQ(strata_of({{0, 100, 5}, {1, 100, 5}, {1, 400, 4}}), 2u);
    EXPECT_EQ(strata_of({{0, 100, 5}, {1, 100, 5}, {1, 400, 5}}), 3u);
}

}  // namespace
}  // namespace sneddon
