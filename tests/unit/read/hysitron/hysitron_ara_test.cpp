#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "hysitron_text.hpp"

namespace sneddon {
namespace {

const std::string made =
    "Hysitron Area Function Coefficients, File Version: 4.00\nC0\n24.5\nC1\n2460.5\nC2\n-185.25\n"
    "B\n0.0\nC0 Uncertainty\n0.0\nTip Modulus (N/mm^2)\n1140.0\n";

Result<AreaFunction> read_ara(const std::string& text) {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    const auto path = std::filesystem::path(::testing::TempDir()) /
                      (std::string("sneddon_") + test->name() + ".ara");
    std::ofstream(path, std::ios::binary) << text;
    auto area = read_area_function_file(path);
    std::filesystem::remove(path);
    return area;
}

TEST(HysitronAra, ReadsTheCoefficients) {
    const auto area = read_ara(made);
    ASSERT_TRUE(area.ok()) << message(area.error());
    EXPECT_EQ(area->kind, AreaFunction::Kind::polynomial);
    EXPECT_EQ(area->coefficients, (std::array<double, 9>{24.5, 2460.5, -185.25}));
    EXPECT_NE(area->source.find(".ara"), std::string::npos);
}

TEST(HysitronAra, IsACompanionBesideTests) {
    const auto content = testing::read_text(made);
    ASSERT_TRUE(content.ok());
    EXPECT_EQ(content->format, "hysitron-ara");
    EXPECT_EQ(content->companion, "area function (Hysitron .ara)");
    EXPECT_TRUE(content->tests.empty());
}

TEST(HysitronAra, BOtherThanZeroIsRefused) {
    std::string text = made;
    text.replace(text.find("B\n0.0"), 5, "B\n1.5");
    const auto area = read_ara(text);
    ASSERT_FALSE(area.ok());
    EXPECT_EQ(area.error().code, "SND-R023");
    EXPECT_NE(area.error().where.find(":9"), std::string::npos) << area.error().where;
}

TEST(HysitronAra, CoefficientsThatAreAllZeroAreNoArea) {
    const auto area = read_ara("Hysitron Area Function\nC0\n0\nC1\n0.0\nB\n0.0\n");
    ASSERT_FALSE(area.ok());
    EXPECT_EQ(area.error().code, "SND-R022");
}

TEST(HysitronAra, AnythingElseIsRefused) {
    for (const std::string text :
         {"", "24.5,100", "Hysitron Area Function\n", "Hysitron Area Function\nC0\n",
          "Hysitron Area Function\nC0\nx\n", "Hysitron Area Function\nC1\n5\n"}) {
        const auto area = read_ara(text);
        ASSERT_FALSE(area.ok()) << text;
        EXPECT_EQ(area.error().code, "SND-R022") << text;
    }
    EXPECT_EQ(read_area_function_file("/no/such/tip.ara").error().code, "SND-R001");
}

}  // namespace
}  // namespace sneddon
