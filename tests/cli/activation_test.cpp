// From simulated files to the activation volume that their pop-ins were drawn with.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/places.hpp"
#include "support/program.hpp"
#include "support/sanitized.hpp"

namespace sneddon::testing {
namespace {

using nlohmann::json;

class ActivationOfFiles : public ::testing::Test {
  protected:
    void SetUp() override {
        SNEDDON_TOO_LARGE_FOR_SANITIZERS();
        expect_done(
            {"simulate", "pop-in-rates", "-o", "study", "-q", "--tests-per-load-function", "60"});
    }
    json activation(const std::vector<std::string>& options) {
        std::vector<std::string> words = {"run", "study", "-o", "out", "-q", "--force"};
        words.insert(words.end(), options.begin(), options.end());
        expect_done(words);
        return json::parse(file_text(folder_.path() / "out/results.json")).at("activation").at(0);
    }
    void expect_done(const std::vector<std::string>& words) {
        const Ending end = sneddon(folder_, words);
        ASSERT_EQ(end.code, 0) << end.err;
    }
    TemporaryFolder folder_;
};

// V* 0.03 nm^3, 90 % of the tests can pop in. 180 tests: standard errors of 0.0017 nm^3 (0.0009 for
// 600, bench/activation_coverage.cpp) and 0.022; the tolerances are three of them.
TEST_F(ActivationOfFiles, IsThatOfTheSimulator) {
    const json found = activation({});
    EXPECT_EQ(found.at("reason"), "");
    EXPECT_EQ(found.at("temperature_C"), 25);
    EXPECT_NEAR(found.at("volume_nm3").get<double>(), 0.03, 0.0051);
    EXPECT_NEAR(found.at("share").get<double>(), 0.9, 0.066);
    EXPECT_NEAR(found.at("rate_power").get<double>(), 1, 0.35);
    EXPECT_NEAR(found.at("E_r_hertz_GPa").get<double>(), 48, 1.5);
    ASSERT_EQ(found.at("rates").size(), 3U);
    const std::string page = file_text(folder_.path() / "out/report.html");
    EXPECT_NE(page.find("id=\"activation-table\""), std::string::npos);
    EXPECT_NE(page.find("C. A. Schuh, J. K. Mason"), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(folder_.path() / "out/figures/pop-in-activation.svg"));
}

TEST_F(ActivationOfFiles, NeedsATemperature) {
    const std::filesystem::path file = folder_.path() / "study/study.toml";
    std::string text = file_text(file);
    text.erase(text.find("temperature_C"), std::string("temperature_C = 25\n").size());
    std::ofstream(file, std::ios::binary) << text;
    const json found = activation({"--figures", "none"});
    EXPECT_EQ(found.at("reason"), "study.toml states no temperature_C");
    EXPECT_TRUE(found.at("volume_nm3").is_null());
}

}  // namespace
}  // namespace sneddon::testing
