// What `fit distribution` says of values that repeat.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/random.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using nlohmann::json;

std::vector<double> normal_values() {
    RandomStream random(4);
    std::vector<double> values(200);
    for (double& x : values) x = 4.5 + 0.3 * random.normal();
    return values;
}

json fitted(const std::vector<double>& values) {
    const testing::TemporaryFolder folder;
    std::string text = "x\n";
    for (const double x : values) text += fmt::format("{:.12g}\n", x);
    DistributionFitRequest request{folder.write("x.csv", text), "x", {"normal"}};
    request.replicates = 199;
    const auto report = distribution_report(request);
    EXPECT_TRUE(report.ok()) << message(report.error());
    return report ? json::parse(report->json) : json();
}

TEST(FitDistribution, RoundedValuesAreNoticedAndNotRejected) {
    auto values = normal_values();
    EXPECT_EQ(fitted(values)["flags"], json::array());
    for (double& x : values) x = std::round(10 * x) / 10;
    const json found = fitted(values);
    EXPECT_EQ(found["flags"], json::array({"rounded"}));
    EXPECT_GT(found["fits"][0]["p_ad"], 0.05);
}

TEST(FitDistribution, ValuesThatEndAtALimitAreNoticed) {
    auto values = normal_values();
    for (double& x : values) x = std::min(x, 4.8);
    EXPECT_EQ(fitted(values)["flags"], json::array({"pile-up"}));
    values = normal_values();
    for (double& x : values) x = std::max(x, 4.2);
    EXPECT_EQ(fitted(values)["flags"], json::array({"pile-up"}));
}

TEST(FitDistribution, RepeatedValuesWithoutAStepAreNoticed) {
    auto values = normal_values();
    for (std::size_t i = 0; i < 20; ++i) values[2 * i] = values[2 * i + 1];
    EXPECT_EQ(fitted(values)["flags"], json::array({"ties"}));
    values = normal_values();
    values[0] = values[1];
    EXPECT_EQ(fitted(values)["flags"], json::array());
}

}  // namespace
}  // namespace sneddon
