// Columns of a caller give what a file of the same numbers gives.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "sneddon/base/text.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using nlohmann::json;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// P = 2 (h - 10)^1.5, exact.
ColumnsInMemory unloading_columns() {
    ColumnsInMemory columns{{"h (nm)", "P (uN)"}, {{}, {}}};
    for (int i = 100; i >= 1; --i) {
        columns.columns[0].push_back(10 + 0.5 * i);
        columns.columns[1].push_back(2 * std::pow(0.5 * i, 1.5));
    }
    return columns;
}

UnloadingFitRequest request_of(const ColumnsInMemory& columns) {
    UnloadingFitRequest request{"memory", "h (nm)", "P (uN)"};
    request.in_memory = columns;
    return request;
}

TEST(ColumnsInMemory, GiveTheNumbersOfAFile) {
    const ColumnsInMemory columns = unloading_columns();
    std::string text = "h (nm),P (uN)\n";
    for (std::size_t i = 0; i < columns.columns[0].size(); ++i)
        text +=
            number_text(columns.columns[0][i]) + "," + number_text(columns.columns[1][i]) + "\n";
    const testing::TemporaryFolder folder;
    const auto of_file = unloading_report({folder.write("u.csv", text), "h (nm)", "P (uN)"});
    const auto in_memory = unloading_report(request_of(columns));
    ASSERT_TRUE(of_file.ok()) << message(of_file.error());
    ASSERT_TRUE(in_memory.ok()) << message(in_memory.error());
    json expected = json::parse(of_file->json), found = json::parse(in_memory->json);
    EXPECT_EQ(found["file"], "memory");
    expected.erase("file");
    found.erase("file");
    EXPECT_EQ(found, expected);
    // S = 1.5 P_max/(h_max - h_p), exact data: rounding alone.
    const double S = 1.5 * columns.columns[1][0] / 50;
    EXPECT_NEAR(found["parameters"]["S_uN_per_nm"].get<double>(), S, 1e-8 * S);
}

TEST(ColumnsInMemory, AUnitInANameCounts) {
    ColumnsInMemory columns = unloading_columns();
    const auto in_nm = unloading_report(request_of(columns));
    columns.names[0] = "h (um)";
    for (double& depth : columns.columns[0]) depth /= 1000;
    UnloadingFitRequest request = request_of(columns);
    request.depth_column = "h (um)";
    const auto in_um = unloading_report(request);
    ASSERT_TRUE(in_nm.ok() && in_um.ok());
    const auto h_p = [](const FitReport& report) {
        return json::parse(report.json)["parameters"]["h_p_nm"].get<double>();
    };
    EXPECT_NEAR(h_p(*in_um), h_p(*in_nm), 1e-9);
    EXPECT_NEAR(h_p(*in_um), 10, 1e-6);
}

TEST(ColumnsInMemory, WhatIsWrongIsNamed) {
    ColumnsInMemory columns = unloading_columns();
    columns.columns[1][4] = nan;
    const auto no_number = unloading_report(request_of(columns));
    ASSERT_FALSE(no_number.ok());
    EXPECT_EQ(no_number.error().code, "SND-U022");
    EXPECT_EQ(no_number.error().where, "memory, row 5");

    columns = unloading_columns();
    columns.columns[1].pop_back();
    const auto unequal = unloading_report(request_of(columns));
    ASSERT_FALSE(unequal.ok());
    EXPECT_EQ(unequal.error().code, "SND-U050");

    columns = unloading_columns();
    columns.names[1] = "F";
    const auto absent = unloading_report(request_of(columns));
    ASSERT_FALSE(absent.ok());
    EXPECT_EQ(absent.error().code, "SND-U021");

    for (auto& column : columns.columns) column.resize(3);
    columns.names[1] = "P (uN)";
    const auto few = unloading_report(request_of(columns));
    ASSERT_FALSE(few.ok());
    EXPECT_EQ(few.error().code, "SND-U023");
}

}  // namespace
}  // namespace sneddon
