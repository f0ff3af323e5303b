// What `fit distribution` says of values that repeat.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/random.hpp"
#include "sneddon/numeric/distribution.hpp"
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

json report_of(const std::string& text, DistributionFitRequest request) {
    const testing::TemporaryFolder folder;
    request.file = folder.write("x.csv", text);
    const auto report = distribution_report(request);
    EXPECT_TRUE(report.ok()) << message(report.error());
    return report ? json::parse(report->json) : json();
}

// Right-censored exponential: rate = values seen / sum of all.
TEST(FitDistribution, CensoredValuesCountAsLimits) {
    DistributionFitRequest request{"", "x", {"exponential"}};
    request.censored_column = "cut";
    const json found = report_of("x,cut\n1,0\n2.5,0\n4,1\n4,1\n", request);
    const json& fit = found["fits"][0];
    EXPECT_NEAR(fit["parameters"]["rate"].get<double>(), 2 / 11.5, 1e-9);
    EXPECT_LT(fit["intervals_95"]["rate"][0], 2 / 11.5);
    EXPECT_GT(fit["intervals_95"]["rate"][1], 2 / 11.5);
    EXPECT_EQ(found["flags"], json::array({"intervals"}));
    EXPECT_TRUE(fit["p_ad"].is_null());
    EXPECT_TRUE(fit["ks"].is_null());
}

// Steps of one: a geometric law, whose rate is ln(1 + 1/mean) with values at the lower ends.
TEST(FitDistribution, UpperEndsAndStepsAreIntervals) {
    DistributionFitRequest request{"", "x", {"exponential"}};
    request.upper_column = "to";
    const json found = report_of("x,to\n0,1\n0,1\n1,2\n3,4\n7,8\n", request);
    EXPECT_NEAR(found["fits"][0]["parameters"]["rate"].get<double>(), std::log(1 + 5 / 11.0), 1e-9);
    DistributionFitRequest rounded{"", "x", {"exponential"}};
    rounded.rounded_to = 1;
    const json steps = report_of("x\n0.5\n0.5\n1.5\n3.5\n7.5\n", rounded);
    EXPECT_NEAR(steps["fits"][0]["parameters"]["rate"].get<double>(), std::log(1 + 5 / 11.0), 1e-9);
}

TEST(FitDistribution, WholeNumbersHaveTheirOwnPowerLaw) {
    RandomStream random(2);
    std::string text = "n\n0\n-3\n";  // what lies below xmin does not count
    for (int i = 0; i < 400; ++i)
        text += fmt::format(
            "{}\n", random_value({DistributionFamily::discrete_power_law, {2.5, 2}}, random));
    DistributionFitRequest request{"", "n"};
    request.replicates = 0;
    const json found = report_of(text, request);
    EXPECT_EQ(found["flags"][0], "integers");
    const json& law = found["fits"].back();
    EXPECT_EQ(law["model"], "discrete_power_law");
    const json& interval = law["intervals_95"]["alpha"];
    EXPECT_LT(interval[0], 2.5);
    EXPECT_GT(interval[1], 2.5);
    EXPECT_TRUE(law["intervals_95"]["xmin"][0].is_null());
}

TEST(FitDistribution, ZerosBelongToTheExponential) {
    DistributionFitRequest request{"", "x", {"exponential", "weibull2"}};
    const json found = report_of("x\n0\n1.5\n3\n0.2\n", request);
    EXPECT_NEAR(found["fits"][0]["parameters"]["rate"].get<double>(), 4 / 4.7, 1e-12);
    EXPECT_EQ(found["fits"][1]["flags"], json::array({"no-fit"}));
}

TEST(FitDistribution, ReplicatesEndWhereTheVerdictIsClear) {
    std::string text = "x\n";
    RandomStream random(7);
    for (int i = 0; i < 300; ++i) text += fmt::format("{:.12g}\n", std::exp(random.normal()));
    DistributionFitRequest request{"", "x", {"normal", "lognormal"}};
    request.replicates = 999;
    const json early = report_of(text, request);
    request.runs_all_replicates = true;
    const json all = report_of(text, request);
    EXPECT_EQ(early["fits"][0]["replicates"], 199);
    EXPECT_EQ(early["fits"][0]["p_ad"], 1 / 200.0);
    EXPECT_EQ(all["fits"][0]["replicates"], 999);
    EXPECT_LT(early["fits"][1]["replicates"], 999);
    EXPECT_EQ(early["fits"][1]["p_ad"] > 0.05, all["fits"][1]["p_ad"] > 0.05);
}

TEST(FitDistribution, WhatIsNoIntervalIsRefused) {
    const testing::TemporaryFolder folder;
    const auto code = [&](const std::string& text, DistributionFitRequest request) {
        request.file = folder.write("x.csv", text);
        const auto report = distribution_report(request);
        return report ? std::string("fitted") : report.error().code;
    };
    DistributionFitRequest marks{"", "x"};
    marks.censored_column = "c";
    EXPECT_EQ(code("x,c\n1,0\n2,3\n3,0\n", marks), "SND-U024");
    DistributionFitRequest upper{"", "x"};
    upper.upper_column = "c";
    EXPECT_EQ(code("x,c\n1,2\n2,1\n3,4\n", upper), "SND-U024");
    upper.rounded_to = 0.1;
    EXPECT_EQ(code("x,c\n1,2\n2,3\n3,4\n", upper), "SND-U004");
    DistributionFitRequest negative{"", "x"};
    negative.rounded_to = -1;
    EXPECT_EQ(code("x\n1\n2\n3\n", negative), "SND-U004");
}

}  // namespace
}  // namespace sneddon
