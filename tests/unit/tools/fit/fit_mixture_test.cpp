// `fit mixture`: other families, groups, and the labels of the rows.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/random.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using nlohmann::json;

/// 150 rows about (0, 0) and 150 about (6, 0), in turn.
std::string two_groups() {
    RandomStream random(5);
    std::string text = "H,creep\n";
    for (int i = 0; i < 300; ++i)
        text += fmt::format("{:.6f},{:.6f}\n", random.normal() + (i % 2) * 6, random.normal());
    return text;
}

MixtureFitRequest request_of(const std::string& file) {
    MixtureFitRequest request;
    request.file = file;
    request.columns = {"H", "creep"};
    request.most_components = 3;
    return request;
}

std::vector<std::vector<std::string>> cells_of(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
    }
    return rows;
}

TEST(FitMixtureReport, LabelsEachRowWithItsPosteriors) {
    const testing::TemporaryFolder folder;
    MixtureFitRequest request = request_of(folder.write("map.csv", two_groups()));
    request.labels_file = (folder.path() / "labels.csv").string();
    const auto report = mixture_report(request);
    ASSERT_TRUE(report.ok()) << message(report.error());
    const auto rows = cells_of(testing::file_text(folder.path() / "labels.csv"));
    ASSERT_EQ(rows.size(), 301u);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"row", "label", "posterior_1", "posterior_2"}));
    int right = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i][0], std::to_string(i));
        right += rows[i][1] == (i % 2 == 1 ? "1" : "2");
        EXPECT_NEAR(std::stod(rows[i][2]) + std::stod(rows[i][3]), 1, 1e-8);
        EXPECT_EQ(rows[i][1] == "1", std::stod(rows[i][2]) > 0.5);
    }
    EXPECT_GE(right, 298);
    // Never over a file that exists, be it the input.
    EXPECT_EQ(mixture_report(request).error().code, "SND-O001");
    request.labels_file = request.file;
    EXPECT_EQ(mixture_report(request).error().code, "SND-O006");
    EXPECT_EQ(testing::file_text(folder.path() / "map.csv"), two_groups());
    request.labels_file = (folder.path() / "no-folder/labels.csv").string();
    EXPECT_EQ(mixture_report(request).error().code, "SND-O003");
}

TEST(FitMixtureReport, ComparesFamiliesAndSaysWhetherComponentsAreGroups) {
    const testing::TemporaryFolder folder;
    MixtureFitRequest request = request_of(folder.write("map.csv", two_groups()));
    request.most_components = 2;
    const json before = json::parse(mixture_report(request)->json);
    EXPECT_FALSE(before.contains("families"));
    EXPECT_FALSE(before.contains("groups"));
    request.family = "all";
    request.has_noise = request.asks_for_groups = true;
    request.labels_file = (folder.path() / "labels.csv").string();
    const auto report = mixture_report(request);
    ASSERT_TRUE(report.ok()) << message(report.error());
    const json found = json::parse(report->json);
    EXPECT_EQ(found["fits"], before["fits"]);
    EXPECT_EQ(found["families"]["fits"].size(), 10u);  // 5 variants, k = 1, 2
    EXPECT_EQ(found["families"]["least_bic"]["fit"], "2 Gaussian components");
    const json& groups = found["groups"];
    EXPECT_EQ(groups["merging"]["group_of_component_without_valley"], json({1, 2}));
    EXPECT_LE(groups["modes"]["p"].get<double>(), 0.01);
    for (const json& component : groups["normality"])
        EXPECT_GT(component["p_skewness"].get<double>(), 0.01);
    EXPECT_EQ(cells_of(testing::file_text(folder.path() / "labels.csv"))[0].size(),
              7u);  // the groups too
}

TEST(FitMixtureReport, RefusesAFamilyThatItDoesNotKnow) {
    const testing::TemporaryFolder folder;
    MixtureFitRequest request = request_of(folder.write("map.csv", two_groups()));
    request.family = "cauchy";
    EXPECT_EQ(mixture_report(request).error().code, "SND-U004");
    request.family = "t";
    request.mode = MixtureMode::scikit_learn;
    EXPECT_EQ(mixture_report(request).error().code, "SND-U004");
}

}  // namespace
}  // namespace sneddon
