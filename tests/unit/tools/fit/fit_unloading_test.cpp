// `fit unloading` under correlated noise and with a reading that stands out.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/random.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "support/correlated_noise.hpp"
#include "support/fit_flags.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using nlohmann::json;
using testing::has_fit_flag;

constexpr double F_max_uN = 300, h_p_nm = 17.3, B = 1.57;
constexpr std::size_t rows = 400;

/// P = B (h - h_p)^m from F_max down, with autoregressive noise on the depth.
std::vector<std::pair<double, double>> curve(double m, double noise_nm, double correlation,
                                             std::uint64_t seed) {
    RandomStream random(seed);
    const auto noise = testing::correlated_noise(rows, noise_nm, correlation, random);
    std::vector<std::pair<double, double>> points;
    for (std::size_t i = 0; i < rows; ++i) {
        const double load = F_max_uN * (1 - static_cast<double>(i) / rows);
        points.emplace_back(h_p_nm + std::pow(load / B, 1 / m) + noise[i], load);
    }
    return points;
}

json fitted(const std::vector<std::pair<double, double>>& points) {
    const testing::TemporaryFolder folder;
    std::string text = "h_nm,P_uN\n";
    for (const auto& [h, P] : points) text += fmt::format("{:.12g},{:.12g}\n", h, P);
    const auto report = unloading_report({folder.write("u.csv", text), "h_nm", "P_uN"});
    EXPECT_TRUE(report.ok()) << message(report.error());
    return report ? json::parse(report->json) : json();
}

bool covers(const json& interval, double truth) {
    return interval[0] <= truth && truth <= interval[1];
}

// 95 % intervals cover the truth in 90 to 98 % of 200 curves; unwidened, 33 % at 0.9.
TEST(FitUnloading, IntervalsCoverUnderCorrelatedNoise) {
    constexpr int curves = 200;
    for (const double correlation : {0.0, 0.5, 0.9}) {
        int h_p = 0, m = 0, S = 0;
        const double truth = 1.5 * F_max_uN / std::pow(F_max_uN / B, 1 / 1.5);
        for (std::uint64_t seed = 1; seed <= curves; ++seed) {
            const json found = fitted(curve(1.5, 0.15, correlation, seed))["intervals_95"];
            h_p += covers(found["h_p_nm"], h_p_nm);
            m += covers(found["m"], 1.5);
            S += covers(found["S_uN_per_nm"], truth);
        }
        for (const int covered : {h_p, m, S}) {
            EXPECT_GE(covered, 0.90 * curves) << correlation;
            EXPECT_LE(covered, 0.98 * curves) << correlation;
        }
    }
}

// Of a paraboloid half the fits end above 2; their intervals reach 2 in 95 %.
TEST(FitUnloading, NoiseAloneMakesNoExponentUnusual) {
    int unusual = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed)
        unusual += has_fit_flag(fitted(curve(2, 0.15, 0, seed)), "m-unusual");
    EXPECT_LE(unusual, 10);
    EXPECT_TRUE(has_fit_flag(fitted(curve(2.3, 0.15, 0, 1)), "m-unusual"));
}

TEST(FitUnloading, LeavesOutASingleReadingThatStandsOut) {
    const auto clean = curve(1.5, 0.05, 0, 3);
    const json expected = fitted(clean);
    EXPECT_FALSE(has_fit_flag(expected, "spike"));
    for (const bool is_load : {true, false}) {
        auto points = clean;
        (is_load ? points[120].second : points[120].first) *= 10;
        const json found = fitted(points);
        EXPECT_TRUE(has_fit_flag(found, "spike"));
        EXPECT_EQ(found["F_max_uN"], F_max_uN);
        EXPECT_EQ(found["n"], expected["n"].get<int>() - 1);
        EXPECT_NEAR(found["parameters"]["S_uN_per_nm"], expected["parameters"]["S_uN_per_nm"],
                    0.05);
        EXPECT_NE(found["notes"][0].get<std::string>().find("row 121"), std::string::npos);
    }
}

}  // namespace
}  // namespace sneddon
