#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string notes = "Quasi static measurement routine\nTip parameters\n24.08.2022\n\n";

TEST(EohText, WithALoadItIsATest) {
    for (const char* end : {"\n", "\r\n"}) {
        std::string text = notes + "Depth (nm)\tLoad (mN)\tTime (s)\neoh\n" +
                           "0,5\t0,25\t0,1\n1,5\t1,25\t0,2\n1,25\t0,5\t0,3\n";
        for (std::size_t at = text.find('\n'); at != std::string::npos;
             at = text.find('\n', at + std::string_view(end).size()))
            text.replace(at, 1, end);
        const auto content = read_bytes(text, "a.txt", {});
        ASSERT_TRUE(content.ok()) << message(content.error());
        EXPECT_EQ(content->format, "eoh-text");
        EXPECT_THAT(content->tests.at(0).curve.depth_nm, ElementsAre(0.5, 1.5, 1.25));
        EXPECT_THAT(content->tests.at(0).curve.load_uN, ElementsAre(250, 1250, 500));
    }
}

TEST(EohText, ABadRowIsNamedByItsLine) {
    const auto content = read_bytes(
        notes + "Depth (nm)\tLoad (mN)\tTime (s)\neoh\n0.5\t0.2\t0.1\nx\t1\t0.2\n1\t1\t0.3\n",
        "a.txt", {});
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().where, "a.txt:8");
}

TEST(EohText, WithoutALoadItIsACompanionThatSaysWhy) {
    const auto content = read_bytes(
        notes +
            "Piezo position[nm]\tMEMS displ.[nm]\tTime[ms]\neoh\n2,5\t-0,05\t0,1\n2,6\t0,1\t0,2\n",
        "a.txt", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_THAT(content->companion, HasSubstr("without a load ('eoh' below its heads), 2 rows"));
}

TEST(EohText, ALoadInAnUnknownUnitIsNoCompanion) {
    const auto content = read_bytes(
        notes + "Depth (nm)\tLoad (V)\tTime (s)\neoh\n0.5\t0.2\t0.1\n0.6\t1\t0.2\n", "a.txt", {});
    EXPECT_FALSE(content.ok());
}

TEST(EohText, TheFileOnTheShelf) {
    SNEDDON_NEEDS_SHARED();
    const auto content =
        read_file((testing::shared_folder() /
                   "data/instruments/other_decimal_comma/EM-PDMS-100-10-100-2um-1.txt")
                      .string());
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_THAT(content->companion, HasSubstr("2101 rows"));
}

}  // namespace
}  // namespace sneddon
