// Tip files of a calibration, read back: what is written is the area that was found.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "recipe/area_text.hpp"
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

/// The area that "area_function = FILE" takes from the tip file of a calibration.
Result<AreaFunction> taken_from(const testing::TemporaryFolder& folder, const std::string& text) {
    folder.write("tip.afn", text);
    return area_of_text("tip.afn", "study.toml:1", folder.path().string());
}

// Written to 1e-6 of the ratio, followed to 1e-4 by the series: A within 2e-4 between the rows too,
// and H, E of a study by it as by the form itself.
TEST(UmisFile, IsTakenAsAnAreaFunctionWithItsRange) {
    const testing::TemporaryFolder folder;
    CalibrationTruth berkovich;
    berkovich.area = rounded_tip(AreaFunction::Kind::cap_cone, 150, 70.3);
    for (const bool is_round : {false, true}) {
        const AreaCalibration found =
            is_round ? found_for(AreaFunction::Kind::sphero_cone, AreaForm::sphero_cone)
                     : calibrate_area(testing::reference_unloadings(berkovich, {}),
                                      berkovich.C_f_nm_per_uN, AreaForm::cap_cone, 0, {})
                           .value();
        const auto again = taken_from(folder, umis_area_file_text(found));
        ASSERT_TRUE(again.ok()) << message(again.error());
        const double low = *again->h_c_min_nm, high = *again->h_c_max_nm;
        EXPECT_NEAR(low, found.classes.front().h_c_low_nm, 1e-4);
        EXPECT_NEAR(high, found.classes.back().h_c_high_nm, 1e-4);
        for (int i = 0; i <= 1000; ++i) {
            const double h = low * std::pow(high / low, i / 1000.0);
            EXPECT_NEAR(projected_area_nm2(*again, h) / projected_area_nm2(found.area, h), 1, 2e-4)
                << h;
        }
        EXPECT_NE(again->source.find("tip.afn (a series of "), std::string::npos) << again->source;
        // What stands in recipe.toml gives the same area.
        const auto written = area_of_text(area_text(*again), "recipe.toml:1", "");
        ASSERT_TRUE(written.ok());
        EXPECT_EQ(written->coefficients, again->coefficients);
    }
}

TEST(UmisFile, IsRefusedWithItsLine) {
    const testing::TemporaryFolder folder;
    const std::string head = "AF;BE;65.3;0.500;0.035315;0.062;,hc,A/Ai(Raw),A/Ai(Fitted)\n";
    const auto rows = [](double second_ratio) {
        std::string text;
        for (int i = 1; i <= 6; ++i)
            text += "t," + std::to_string(0.1 * i) + ",1," +
                    std::to_string(i == 2 ? second_ratio : 1.0) + ",0.5,0.5\n";
        return text;
    };
    ASSERT_TRUE(taken_from(folder, head + rows(1)).ok());
    struct Case {
        std::string text, code, words;
    };
    const std::vector<Case> cases = {
        {"AF;CO;65.3;0.5;,hc\n" + rows(1), "SND-R022", "which ideal area"},
        {"AF;BE;54.7;0.5;,hc\n" + rows(1), "SND-R022", "which ideal area"},
        {head + rows(0.1), "SND-R022", "tip.afn:3"},  // the area falls
        {head + "t,0.1,1,none,0.5\n", "SND-R022", "tip.afn:2"},
        {head + "t,0.1,1\n", "SND-R022", "tip.afn:2"},
        {head + "t,0.1,1,1\nt,0.2,1,1\n", "SND-R022", "2 rows"},
        {head + rows(1.5), "SND-A036", "series"},  // a step of a half that no series has
    };
    for (const Case& each : cases) {
        const auto refused = taken_from(folder, each.text);
        ASSERT_FALSE(refused.ok()) << each.text;
        EXPECT_EQ(refused.error().code, each.code) << message(refused.error());
        EXPECT_NE(message(refused.error()).find(each.words), std::string::npos)
            << message(refused.error());
    }
}

}  // namespace
}  // namespace sneddon
