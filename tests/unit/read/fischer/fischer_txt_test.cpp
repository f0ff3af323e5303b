#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string head(const std::string& cycles = "R = 10% 2 Cycles") {
    return "FS1.hap\tName of the application\r\n\tApplication comment\r\n"
           "F = ESP n 300.000mN/120s/37s\r\nC = ---\r\n" +
           cycles + "\r\n3677,88\tX.\tStatistics of block\r\n";
}

// Line ends are mixed, values have points and rows commas: as the program writes them.
std::string test_text(int minute, const std::string& rows) {
    return fmt::format(
               "FS1.hap   26.05.2020  15:{:02}:54\nIndenter shape correction: Hardness\n"
               "HM  0.299995/    117.0/      0.0=   3928.6\nx=    44.65  y=     -6.01\r\n"
               "Wt\t[\xB5J]\t      0.1\nWe\t[\xB5J]\t      0.1\t    79.01%\n"
               "EIT/(1-vs^2)\t[GPa]\t     83.7\nHIT\t[N/mm\xB2]\t   8553.6\nhr\t[\xB5m]\t    "
               "1.053\n"
               "hmax\t[\xB5m]\t    1.500\nHUpl\t[N/mm\xB2]\t      ---\n \n"
               "20.95%  -  95.33% Fmax     Epsilon = 0.750\r\n\r\nF\th\tt\r\n",
               minute) +
           rows;
}

const std::string rows = "0,416459\t0,03125\t0,1\r\n12,5\t1,5\t0,2\r\n6,25\t1,25\t0,3\r\n";

std::vector<std::string> values_of(const sneddon::Test& test) {
    std::vector<std::string> found;
    for (const VendorValue& value : test.vendor_values)
        found.push_back(
            fmt::format("{}|{}|{}|{:g}", value.id, value.unit, value.cycle, value.value));
    return found;
}

FileContent read(const std::string& text) {
    auto content = read_bytes(text, "FS1.txt", {});
    if (content) return std::move(content).value();
    ADD_FAILURE() << message(content.error());
    return {};
}

TEST(FischerTxt, EachBlockIsATest) {
    const auto content = read(head() + test_text(17, rows) + test_text(20, rows));
    EXPECT_EQ(content.format, "fischer-txt");
    ASSERT_EQ(content.tests.size(), 2u);
    const auto& test = content.tests[1];
    EXPECT_EQ(test.number, 2);
    EXPECT_EQ(test.time_stamp, "2020-05-26T15:20:54");
    EXPECT_THAT(test.curve.load_uN, ElementsAre(416.459, 12500, 6250));
    EXPECT_THAT(test.curve.depth_nm, ElementsAre(31.25, 1500, 1250));
    EXPECT_THAT(test.curve.time_s, ElementsAre(0.1, 0.2, 0.3));
    ASSERT_TRUE(test.position);
    EXPECT_DOUBLE_EQ(test.position->x_um, 44650);
    EXPECT_DOUBLE_EQ(test.position->y_um, -6010);
    EXPECT_EQ(test.declared_cycles, 2);
}

TEST(FischerTxt, ItsValuesAreThoseOfTheLastCycle) {
    const auto content = read(head() + test_text(17, rows));
    ASSERT_EQ(content.tests.size(), 1u);
    EXPECT_THAT(values_of(content.tests[0]),
                ElementsAre("Wt|\u00B5J|2|0.1", "We|\u00B5J|2|0.1", "We of all work|%|2|79.01",
                            "EIT/(1-vs^2)|GPa|2|83.7", "H_IT_GPa||2|8.5536", "h_r_nm||2|1053",
                            "h_max_nm||2|1500"));
    const auto once = read(head("R = ---") + test_text(17, rows));
    EXPECT_EQ(once.tests.at(0).declared_cycles, 0);
    EXPECT_EQ(once.tests.at(0).vendor_values.at(0).cycle, 1);
}

TEST(FischerTxt, TheUnitsAreToldAndHeldAgainstHmax) {
    const auto content = read(head() + test_text(17, rows));
    ASSERT_EQ(content.tests.size(), 1u);
    std::string told;
    for (const Inference& inference : content.tests[0].inferences)
        told += inference.what + " = " + inference.value + "\n";
    EXPECT_THAT(told, HasSubstr("unit of load = mN\n"));
    EXPECT_THAT(told, HasSubstr("depth against the file's own hmax = 1\n"));
    EXPECT_THAT(told, HasSubstr("indenter shape correction = Hardness\n"));
}

TEST(FischerTxt, FurtherColumnsAreChannels) {
    std::string text = test_text(17, "0,5\t0,25\t0,1\t900\t1000\r\n1,5\t0,5\t0,2\t901\t1001\r\n");
    text.replace(text.find("F\th\tt"), 5, "F\th\tt\tHMu\tHM");
    const auto content = read(head() + text);
    ASSERT_EQ(content.tests.size(), 1u);
    ASSERT_EQ(content.tests[0].curve.channels.size(), 2u);
    EXPECT_EQ(content.tests[0].curve.channels[1].name, "HM");
    EXPECT_EQ(content.tests[0].curve.channels[1].values[1], 1001);
}

TEST(FischerTxt, ABlockThatCannotBeReadStaysATestWithItsReason) {
    std::string no_table = test_text(18, "");
    no_table.resize(no_table.find("F\th\tt"));
    const auto content = read(head() + test_text(17, rows) + no_table +
                              test_text(20, "0,5\tx\t0,1\r\n0,6\t1,2\t0,2\r\n"));
    ASSERT_EQ(content.tests.size(), 3u);
    EXPECT_THAT(content.tests[1].reader_flags, ElementsAre("SND-R010"));
    EXPECT_THAT(content.tests[2].reader_flags, ElementsAre("SND-R012"));
    const auto none = read_bytes(head() + no_table, "a.txt", {});
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().code, "SND-R010");
    EXPECT_EQ(none.error().where, "a.txt:7");
}

TEST(FischerTxt, AHeadWithoutTestsIsRefused) {
    const auto content = read_bytes(head(), "a.txt", {});
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R010");
}

TEST(FischerTxt, TheFileOnTheShelfHolds10TestsOf8Cycles) {
    SNEDDON_NEEDS_SHARED();
    const auto content =
        read_file((testing::shared_folder() / "data/instruments/fischer/FS1.txt").string());
    ASSERT_TRUE(content.ok()) << message(content.error());
    ASSERT_EQ(content->tests.size(), 10u);
    for (const sneddon::Test& test : content->tests) {
        EXPECT_EQ(test.declared_cycles, 8);
        const auto h_max = std::ranges::find(test.vendor_values, "h_max_nm", &VendorValue::id);
        ASSERT_NE(h_max, test.vendor_values.end());
        // Printed to 1 nm; the deepest point lies up to 0.3 % beyond it.
        EXPECT_NEAR(*std::ranges::max_element(test.curve.depth_nm) / h_max->value, 1, 0.003);
        EXPECT_NEAR(*std::ranges::max_element(test.curve.load_uN), 3e5, 300);
    }
}

}  // namespace
}  // namespace sneddon
