// The report of a calibration: its numbers are those of calibration.json and of the truth.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>

#include "base/words.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/tools/calibrate.hpp"
#include "support/calibration_points.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using nlohmann::json;
using testing::CalibrationTruth;
using ::testing::HasSubstr;
using testing::rounded_tip;
using testing::TemporaryFolder;

CalibrationTruth blunt_tip() {
    CalibrationTruth truth;
    truth.area = rounded_tip(AreaFunction::Kind::cap_cone, 250, 70.3);
    truth.noise = 0.003;
    return truth;
}

/// A table of unloadings, each digit kept.
std::string table_of(const CalibrationTruth& truth, const TemporaryFolder& folder,
                     const std::string& name, const CalibrationOptions& options = {}) {
    const std::string path = (folder.path() / name).string();
    std::ofstream out(path);
    out << "h (nm),F (uN),S (uN/nm)\n";
    for (const CalibrationPoint& point : testing::reference_unloadings(truth, options))
        out << number_text(point.h_nm) << "," << number_text(point.F_uN) << ","
            << number_text(point.S_uN_per_nm) << "\n";
    return path;
}

CalibrationRequest request_for(const std::string& table) {
    CalibrationRequest request;
    request.run.paths = {table};
    request.columns = "h (nm),F (uN),S (uN/nm)";
    request.form = AreaForm::cap_cone;
    request.draws_report = true;
    return request;
}

std::string content_of(const CalibrationReport& report, const std::string& name) {
    for (const ReportFile& file : report.report_files)
        if (file.name == name) return file.content;
    ADD_FAILURE() << "no file " << name;
    return "";
}

/// The column of a figure's table for one series.
std::vector<double> column(const std::string& csv, const std::string& series,
                           const std::string& head) {
    std::istringstream lines(csv);
    std::string line;
    std::getline(lines, line);
    const auto cells = [](const std::string& row) {
        std::vector<std::string> found;
        std::istringstream in(row);
        for (std::string cell; std::getline(in, cell, ',');) found.push_back(cell);
        return found;
    };
    const auto heads = cells(line);
    const auto place = std::ranges::find(heads, head) - heads.begin();
    std::vector<double> values;
    while (std::getline(lines, line)) {
        std::string name = line.substr(0, line.find(','));
        if (name.starts_with('"')) {
            const std::size_t end = line.find('"', 1);
            name = line.substr(1, end - 1);
            line = "x" + line.substr(end + 1);
        }
        const auto row = cells(line);
        if (name == series && static_cast<std::size_t>(place) < row.size())
            values.push_back(parse_number(row[static_cast<std::size_t>(place)]).value_or(NAN));
    }
    return values;
}

// Noise of 0.3 % of S over 60 unloadings: 72 GPa to 0.3 % at each class, radius to 5 %.
TEST(CalibrationReport, HasTheTruthInItsJson) {
    const TemporaryFolder folder;
    const auto report = calibrate(request_for(table_of(blunt_tip(), folder, "silica.csv")));
    ASSERT_TRUE(report.ok()) << message(report.error());
    const json found = json::parse(content_of(*report, "calibration.json"));
    EXPECT_EQ(found["form"], "cap-cone");
    EXPECT_NEAR(found["parameters"][0]["value"], 250, 12);
    EXPECT_NEAR(found["parameters"][1]["value"], 70.3, 0.2);
    EXPECT_NEAR(found["frame"]["C_f_nm_per_mN"], 1.5, 0.05);
    EXPECT_LT(found["parameters"][2]["ci95"][0], found["parameters"][2]["ci95"][1]);
    ASSERT_GE(found["classes"].size(), 15U);
    for (const json& at : found["classes"]) EXPECT_NEAR(at["E_GPa"], 72, 0.7) << at;
    EXPECT_EQ(found["n"], 60);
    EXPECT_EQ(found["references"][0]["name"], "fused-silica");
    EXPECT_EQ(std::string(found["inputs"][0]["sha256"]).size(), 64U);
}

// Every number of the page is that of calibration.json at the place that it names, so rounded.
TEST(CalibrationReport, NumbersOfThePageAreThoseOfTheJson) {
    const TemporaryFolder folder;
    CalibrationRequest request = request_for(table_of(blunt_tip(), folder, "silica.csv"));
    request.bootstrap = 20;
    const auto report = calibrate(request);
    ASSERT_TRUE(report.ok()) << message(report.error());
    const std::string page = content_of(*report, "calibration.html");
    const json found = json::parse(content_of(*report, "calibration.json"));
    const std::regex shown("<span data-ref=\"([^\"]*)\">([^<]*)</span>");
    std::size_t numbers = 0;
    for (auto at = std::sregex_iterator(page.begin(), page.end(), shown);
         at != std::sregex_iterator(); ++at) {
        const json::json_pointer place((*at)[1].str());
        ASSERT_TRUE(found.contains(place)) << (*at)[1];
        const json& value = found[place];
        if (!value.is_number_float()) continue;
        ++numbers;
        bool is_rounded = false;
        for (int digits = 1; digits <= 6; ++digits)
            is_rounded = is_rounded || number_words(value, digits) == (*at)[2].str();
        EXPECT_TRUE(is_rounded) << (*at)[1] << " " << value << " shown as " << (*at)[2];
    }
    EXPECT_GT(numbers, 150U);
}

// Before: the ideal tip and no frame. At one unloading E_r is sqrt(pi) S/(2 sqrt(24.5) h_c) with
// the h_c of the stiffness as it was measured.
TEST(CalibrationReport, BeforeIsTheIdealTipWithoutFrame) {
    const TemporaryFolder folder;
    CalibrationTruth truth = blunt_tip();
    truth.noise = 0;
    truth.tests = 1;
    const auto report = calibrate(request_for(table_of(truth, folder, "silica.csv")));
    ASSERT_TRUE(report.ok()) << message(report.error());
    const std::string csv = content_of(*report, "calibration-hardness.csv");
    const auto h_c = column(csv, "before, class means", "h_c_nm");
    const auto H = column(csv, "before, class means", "H_IT_GPa");
    ASSERT_EQ(h_c.size(), 20U);  // 20 depths, each a class of its own
    ASSERT_EQ(H.size(), h_c.size());
    const auto points = testing::reference_unloadings(truth, {});
    for (std::size_t i = 0; i < h_c.size(); ++i) {
        const double expected_h = points[i].h_nm - 0.75 * points[i].F_uN / points[i].S_uN_per_nm;
        EXPECT_NEAR(h_c[i] / expected_h, 1, 1e-9);
        EXPECT_NEAR(H[i] / (1e3 * points[i].F_uN / (24.5 * expected_h * expected_h)), 1, 1e-9);
    }
    const auto after = column(csv, "after, class means", "H_IT_GPa");
    ASSERT_EQ(after.size(), 20U);
    for (const double value : after) EXPECT_NEAR(value, truth.H_GPa, 1e-3 * truth.H_GPa);
}

TEST(CalibrationReport, BeforeIsTheGivenTipWhereThereIsOne) {
    const TemporaryFolder folder;
    CalibrationRequest request = request_for(table_of(blunt_tip(), folder, "silica.csv"));
    request.run.area_function = "cap-cone:250:70.3";
    const auto report = calibrate(request);
    ASSERT_TRUE(report.ok()) << message(report.error());
    EXPECT_THAT(content_of(*report, "calibration-area.svg"), HasSubstr("before: cap-cone:250"));
}

TEST(CalibrationReport, HasAPanelForEachReference) {
    const TemporaryFolder folder;
    CalibrationOptions options;
    options.second = ReferenceMaterial{"sapphire", 433, 0.25};
    CalibrationTruth hard = blunt_tip();
    hard.H_GPa = 27;
    hard.material = 1;
    hard.last_nm = 800;
    CalibrationRequest request = request_for(table_of(blunt_tip(), folder, "silica.csv"));
    request.second_paths = {table_of(hard, folder, "sapphire.csv", options)};
    request.second_reference = "sapphire";
    request.frame_from = FrameFrom::area;
    const auto report = calibrate(request);
    ASSERT_TRUE(report.ok()) << message(report.error());
    const json found = json::parse(content_of(*report, "calibration.json"));
    EXPECT_EQ(found["references"].size(), 2U);
    EXPECT_EQ(found["classes"].back()["material"], "sapphire");
    EXPECT_NEAR(found["classes"].back()["E_GPa"], 433, 9);
    const std::string svg = content_of(*report, "calibration-modulus.svg");
    EXPECT_THAT(svg, HasSubstr(">fused-silica<"));
    EXPECT_THAT(svg, HasSubstr(">sapphire<"));
}

// A cone under a tip with a cap: no form of one parameter follows it.
TEST(CalibrationReport, SaysThatAFormIsTooStiff) {
    const TemporaryFolder folder;
    CalibrationRequest request = request_for(table_of(blunt_tip(), folder, "silica.csv"));
    request.form = AreaForm::polynomial;
    request.terms = 1;
    const auto report = calibrate(request);
    ASSERT_TRUE(report.ok()) << message(report.error());
    EXPECT_THAT(content_of(*report, "calibration.html"), HasSubstr("The form is too stiff"));
    EXPECT_EQ(json::parse(content_of(*report, "calibration.json"))["is_too_stiff"], true);
}

TEST(CalibrationReport, IsWrittenWholeAndReplacesItsOwnOnly) {
    const TemporaryFolder folder;
    const auto report = calibrate(request_for(table_of(blunt_tip(), folder, "silica.csv")));
    ASSERT_TRUE(report.ok()) << message(report.error());
    const std::filesystem::path out = folder.path() / "tip-report";
    for (int time = 0; time < 2; ++time) {
        ASSERT_TRUE(write_calibration_report(*report, out.string()).ok());
        for (const ReportFile& file : report->report_files)
            EXPECT_EQ(std::filesystem::file_size(out / file.name), file.content.size());
    }
    EXPECT_EQ(report->report_files.size(), 10U);
    std::ofstream(out / "notes.txt") << "mine";
    const auto refused = write_calibration_report(*report, out.string());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-O002");
    EXPECT_THAT(refused.error().fix, HasSubstr("--report"));
}

TEST(CalibrationReport, IsNotMadeUnlessAskedFor) {
    const TemporaryFolder folder;
    CalibrationRequest request = request_for(table_of(blunt_tip(), folder, "silica.csv"));
    request.draws_report = false;
    const auto report = calibrate(request);
    ASSERT_TRUE(report.ok()) << message(report.error());
    EXPECT_TRUE(report->report_files.empty());
    EXPECT_TRUE(report->ranked.empty());
}

}  // namespace
}  // namespace sneddon
