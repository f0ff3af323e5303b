// `fit creep-law` on holds whose clock or depth does not begin with the hold.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/random.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "support/fit_flags.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using nlohmann::json;
using testing::has_fit_flag;

struct Hold {
    double clock = 0, depth = 0, noise = 0.05;  ///< begins at; nm
    std::uint64_t seed = 1;
};

/// 0.02 t + 2 t^0.35 nm at 0.1, 0.2, .. 30 s.
std::string table(const Hold& hold) {
    RandomStream random(hold.seed);
    std::string text = "t,h\n";
    for (int i = 1; i <= 300; ++i) {
        const double t = 0.1 * i;
        text += fmt::format(
            "{:.10g},{:.12g}\n", hold.clock + t,
            hold.depth + 0.02 * t + 2 * std::pow(t, 0.35) + hold.noise * random.normal());
    }
    return text;
}

enum class Free { none, h0, h0_and_t0 };

json fitted(const Hold& hold, Free freedom) {
    const testing::TemporaryFolder folder;
    CreepLawRequest request{folder.write("hold.csv", table(hold)), "t", "h"};
    request.is_h0_free = freedom != Free::none;
    request.is_t0_free = freedom == Free::h0_and_t0;
    const auto report = creep_law_report(request);
    EXPECT_TRUE(report.ok()) << message(report.error());
    return report ? json::parse(report->json) : json();
}

// The times are printed with ten digits: 1e-10 s at most, which t^0.35 near the start makes 1e-9.
TEST(FitCreepLaw, GivesTheSameAnswerAtAnyOffsetOfTheClock) {
    const json early = fitted({0, 50}, Free::h0_and_t0);
    for (const double clock : {20.0, 60.0, 1000.0, 1e5}) {
        const json late = fitted({clock, 50}, Free::h0_and_t0);
        for (const char* name : {"a", "b", "c", "h0"}) {
            EXPECT_NEAR(late["parameters"][name], early["parameters"][name], 1e-5)
                << name << " at " << clock;
            EXPECT_NEAR(late["standard_errors"][name], early["standard_errors"][name], 1e-5)
                << name << " at " << clock;
        }
        EXPECT_NEAR(late["parameters"]["t0"].get<double>() - clock, early["parameters"]["t0"],
                    1e-5);
        EXPECT_EQ(late["is_separable"], early["is_separable"]) << clock;
        EXPECT_FALSE(has_fit_flag(late, "clock-elsewhere"));
    }
}

// Without noise the law is found to the digit, and h0 is the depth at t0, not at the clock's zero.
TEST(FitCreepLaw, FitsT0WhereTheClockBeganLongBefore) {
    const json fit = fitted({1000, 50, 0}, Free::h0);
    EXPECT_TRUE(has_fit_flag(fit, "clock-elsewhere"));
    EXPECT_EQ(fit["law"], "h = h0 + a (t - t0) + b (t - t0)^c");
    EXPECT_NEAR(fit["parameters"]["a"], 0.02, 1e-5);
    EXPECT_NEAR(fit["parameters"]["b"], 2, 1e-5);
    EXPECT_NEAR(fit["parameters"]["c"], 0.35, 1e-5);
    EXPECT_NEAR(fit["parameters"]["h0"], 50, 1e-5);
    EXPECT_NEAR(fit["parameters"]["t0"], 1000, 1e-5);
    EXPECT_LT(fit["ssr"], 1e-8);
}

TEST(FitCreepLaw, SaysThatTheRecordBeginsLate) {
    EXPECT_FALSE(has_fit_flag(fitted({0, 50}, Free::h0), "late-start"));
    const json late = fitted({5, 50}, Free::h0);
    EXPECT_TRUE(has_fit_flag(late, "late-start"));
    EXPECT_EQ(late["parameters"]["t0"], 0);
    EXPECT_FALSE(has_fit_flag(fitted({5, 50}, Free::h0_and_t0), "late-start"));
}

// Of 50 depths counted from the start of the hold none is called absolute (0.05 are expected), of
// absolute ones each.
TEST(FitCreepLaw, SaysThatDepthIsAbsolute) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        EXPECT_FALSE(has_fit_flag(fitted({0, 0, 0.05, seed}, Free::none), "h0-not-zero")) << seed;
        EXPECT_TRUE(has_fit_flag(fitted({0, 50, 0.05, seed}, Free::none), "h0-not-zero")) << seed;
    }
    EXPECT_FALSE(has_fit_flag(fitted({0, 50}, Free::h0), "h0-not-zero"));
    // Rounding alone.
    EXPECT_FALSE(has_fit_flag(fitted({0, 0, 0}, Free::none), "h0-not-zero"));
}

}  // namespace
}  // namespace sneddon
