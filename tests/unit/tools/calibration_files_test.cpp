// Tip files of a calibration, read back: what is written is the area that was found.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

#include "sneddon/read/read_file.hpp"
#include "sneddon/tools/calibrate.hpp"
#include "support/calibration_points.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using testing::CalibrationTruth;
using testing::rounded_tip;

AreaCalibration found_for(AreaFunction::Kind kind, AreaForm form) {
    CalibrationTruth truth;
    truth.area = rounded_tip(kind, 6000, 50);
    truth.first_nm = 100;
    truth.last_nm = 1500;
    truth.noise = 0.002;
    return calibrate_area(testing::reference_unloadings(truth, {}), truth.C_f_nm_per_uN, form, 0,
                          {})
        .value();
}

// Both are series of two terms: the areas agree to the rounding of the sum.
TEST(TipFile, OfASphereAndASpheroConeIsReadBackAsTheSameArea) {
    const testing::TemporaryFolder folder;
    for (const AreaForm form : {AreaForm::sphere, AreaForm::sphero_cone}) {
        const bool is_sphere = form == AreaForm::sphere;
        const AreaCalibration found = found_for(
            is_sphere ? AreaFunction::Kind::sphere : AreaFunction::Kind::sphero_cone, form);
        const auto text = area_function_file_text(found, {});
        ASSERT_TRUE(text.has_value());
        const std::string path = (folder.path() / "tip.ara").string();
        std::ofstream(path) << *text;
        const auto again = read_area_function_file(path);
        ASSERT_TRUE(again.ok()) << message(again.error());
        EXPECT_EQ(again->tip_radius_nm, found.area.radius_nm);
        for (const double h : {100.0, 500.0, 1500.0})
            EXPECT_NEAR(projected_area_nm2(*again, h) / projected_area_nm2(found.area, h), 1, 1e-12)
                << h;
    }
}

TEST(TipFile, CannotHoldACapCone) {
    const AreaCalibration found = found_for(AreaFunction::Kind::cap_cone, AreaForm::cap_cone);
    EXPECT_FALSE(area_function_file_text(found, {}).has_value());
}

// h_c is written to 1e-8 um and A/A_i to 1e-6: 1e-6 of the area for ratios above 1.
TEST(UmisFile, IsReadBackAsTheSameArea) {
    const AreaCalibration found = found_for(AreaFunction::Kind::cap_cone, AreaForm::cap_cone);
    std::istringstream lines(umis_area_file_text(found));
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line.substr(0, 17), "AF;BE;65.3;1.500;");
    const double pi = 3.14159265358979323846, tangent = std::tan(65.27 * pi / 180);
    int rows = 0;
    for (; std::getline(lines, line); ++rows) {
        std::istringstream cells(line);
        std::string name, h_um, raw, fitted;
        std::getline(cells, name, ',');
        std::getline(cells, h_um, ',');
        std::getline(cells, raw, ',');
        std::getline(cells, fitted, ',');
        const double h = 1e3 * std::stod(h_um);
        const double A = std::stod(fitted) * 3 * std::sqrt(3.0) * tangent * tangent * h * h;
        EXPECT_NEAR(A / projected_area_nm2(found.area, h), 1, 2e-6) << h;
    }
    EXPECT_EQ(rows, 200);
}

}  // namespace
}  // namespace sneddon
