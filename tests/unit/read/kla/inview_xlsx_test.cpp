#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"
#include "unit/read/container/xlsx_bytes.hpp"

namespace sneddon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Rows = std::vector<std::vector<testing::CellBytes>>;

Rows test_rows(double scale) {
    return {{"Markers", "Depth", "Load", "Time"},
            {"", "nm", "mN", "s"},
            {"Surface Index", 0., 0., 45.5},
            {"", 10. * scale, 1., 46.},
            {"End Of Loading Index", 20. * scale, 2., 46.5},
            {"", 15. * scale, 0.5, 47.}};
}

std::string workbook() {
    return testing::xlsx_of_rows(
        {{"Results", {{"Test", "Pmax"}, {"", "mN"}, {1., 44.651}, {2., 44.641}}},
         {"Sample Information", {{"No Variables"}}},
         {"Pre-Test Inputs",
          {{"Test", " Target  Load", " Poisson's Ratio of Sample", " Number of Loading Cycles",
            " "},
           {"", "mN", " None", " Integer", " "},
           {1., 45., 0.3, 2., " "},
           {2., 45., 0.25, 2., " "}}},
         {"Post-Test Inputs",
          {{"Test", "Data Rate", " Drift Correction? (1-Y", "0-N)", " Area", " "},
           {"", "Hz", " Integer", " nm\u00C2\u00B2", " ", ""},
           {1., 10., 1., 7., " ", ""},
           {2., 10., 0., 8., " ", ""}}},
         {"Cycles-GroupedByTest",
          {{"", "Cycle Pmax", "Cycle Su", "Cycle Acu", "Cycle Eu"},
           {"", "mN", "N/m", "nm\u00C2\u00B2", "GPa"},
           {"Test 1"},
           {"     1:1", 1.4, 130000., 600980.9, 154.99},
           {"     1:2", 2.78, 224000., 1056339.4, 211.56},
           {"Test 2"},
           {"     2:1", 1.4, 167000., 577441.9, 214.12}}},
         {"Test 1", test_rows(1)},
         {"Test 2", test_rows(2)}});
}

std::vector<std::string> values_of(const sneddon::Test& test) {
    std::vector<std::string> found;
    for (const VendorValue& value : test.vendor_values)
        found.push_back(
            fmt::format("{} {} {}: {:g}", value.id, value.unit, value.cycle, value.value));
    return found;
}

std::string value_told(const sneddon::Test& test, std::string_view what) {
    const auto found = std::ranges::find(test.inferences, what, &Inference::what);
    return found == test.inferences.end() ? "" : found->value;
}

std::vector<sneddon::Test> tests_of(const std::string& bytes) {
    auto content = read_bytes(bytes, "a.xlsx", {});
    if (!content) {
        ADD_FAILURE() << message(content.error());
        return {};
    }
    EXPECT_EQ(content->format, "inview-xlsx");
    return std::move(content).value().tests;
}

TEST(InviewXlsx, ASheetIsATest) {
    const auto tests = tests_of(workbook());
    ASSERT_EQ(tests.size(), 2u);
    EXPECT_EQ(tests[1].name, "Test 2");
    EXPECT_EQ(tests[1].number, 2);
    EXPECT_THAT(tests[1].curve.depth_nm, ElementsAre(0, 20, 40, 30));
    EXPECT_THAT(tests[1].curve.load_uN, ElementsAre(0, 1000, 2000, 500));
    EXPECT_THAT(tests[1].curve.time_s, ElementsAre(45.5, 46, 46.5, 47));
    EXPECT_EQ(tests[1].poisson_ratio, 0.25);
}

TEST(InviewXlsx, MarkersAreToldAndAreNoSegments) {
    const auto tests = tests_of(workbook());
    ASSERT_EQ(tests.size(), 2u);
    EXPECT_TRUE(tests[0].marks.empty());
    EXPECT_EQ(tests[0].mark_source, MarkSource::none);
    EXPECT_EQ(value_told(tests[0], "markers"),
              "Surface Index at 45.5 s, End Of Loading Index at 46.5 s");
    EXPECT_EQ(tests[0].declared_cycles, 2);
}

TEST(InviewXlsx, ResultsOfCyclesAreTheirValues) {
    const auto tests = tests_of(workbook());
    ASSERT_EQ(tests.size(), 2u);
    const auto values = values_of(tests[0]);
    for (const char* value :
         {"Pmax mN 1: 44.651", "S_uN_per_nm  1: 130", "S_uN_per_nm  2: 224",
          "A_p_nm2  2: 1.05634e+06", "E_IT_GPa  1: 154.99", "Target  Load mN 1: 45"})
        EXPECT_THAT(values, Contains(value));
    EXPECT_THAT(values_of(tests[1]), Contains("S_uN_per_nm  1: 167"));
}

// "Drift Correction? (1-Y,0-N)" was cut at its comma: units and values stand one column before.
TEST(InviewXlsx, AHeadThatWasCutAtItsCommaIsJoined) {
    const auto tests = tests_of(workbook());
    ASSERT_EQ(tests.size(), 2u);
    EXPECT_THAT(values_of(tests[0]), Contains("Drift Correction? (1-Y,0-N)  1: 1"));
    EXPECT_THAT(values_of(tests[0]), Contains("Area nm\u00B2 1: 7"));
    EXPECT_EQ(value_told(tests[0], "drift"), "already taken off");
    EXPECT_EQ(value_told(tests[1], "drift"), "not taken off");
}

TEST(InviewXlsx, TheWorkbookOnTheShelfHas8TestsOf6Cycles) {
    SNEDDON_NEEDS_SHARED();
    const auto content =
        read_file((testing::shared_folder() /
                   "data/instruments/kla_agilent_mts/inview_Tungsten_FrameStiffness.xlsx")
                      .string());
    ASSERT_TRUE(content.ok()) << message(content.error());
    ASSERT_EQ(content->tests.size(), 8u);
    for (const sneddon::Test& test : content->tests) {
        EXPECT_EQ(test.declared_cycles, 6);
        EXPECT_EQ(std::ranges::count(test.vendor_values, "S_uN_per_nm", &VendorValue::id), 6);
        EXPECT_NEAR(*std::ranges::max_element(test.curve.load_uN), 45005, 10);
    }
    // As openpyxl reads them.
    const Curve& curve = content->tests[0].curve;
    EXPECT_EQ(curve.size(), 2039u);
    EXPECT_EQ(curve.time_s[0], 45.9188066);
    EXPECT_EQ(curve.depth_nm[1], 6.81569468818196);
}

}  // namespace
}  // namespace sneddon
