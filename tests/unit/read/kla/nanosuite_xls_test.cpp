#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "sneddon/read/read_file.hpp"
#include "unit/read/container/xls_bytes.hpp"
#include "unit/read/container/xlsx_bytes.hpp"

namespace sneddon {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Rows = std::vector<std::vector<CellBytes>>;

constexpr double sentinel = 1.7976931348623157e308;

const Rows heads = {{"Segment", "Displacement Into Surface", "Load On Sample", "Time On Sample",
                     "Hardness", "Raw Load", "Contact Depth"},
                    {"", "nm", "mN", "s", "GPa", "mN", "nm"}};

Rows test_rows(double scale) {
    Rows rows = heads;
    rows.push_back({"Load Segment Type", 0., 0., 0., sentinel, 9., sentinel});
    rows.push_back({"", 1. * scale, 0.5, 0.2, 8., 9., 1.});
    rows.push_back({"Unload From Peak Segment Type", 2. * scale, 1.5, 0.4, 9., 9., "****"});
    rows.push_back({"", 1.5 * scale, 0.25, 0.6, 9., 9., 3.});
    rows.push_back({"END"});
    rows.push_back({});
    rows.push_back({"Unloading Marker"});
    return rows;
}

const Rows results = {{"Test", "H", "Stiffness", "Drift Correction", "Time At Start Of Approach",
                       "Tip Name", "E Average Over Defined Range"},
                      {"", "GPa", "N/m", "nm/s", "", "", "GPa"},
                      {"1", 9.5, 145949.167, 0.025, 0.5, "TB1", 72.5},
                      {"2", "****", sentinel, "****", 0.25, "TB1", "****"},
                      {"3", 9.25, 2000., -0.5, 45000.5, "TB1", 71.},
                      {"3-2", 9.125, 3000., "", "", "", 70.},
                      {"Mean", 1., 1., 1., 1., "", 1.}};
const Rows inputs = {{"Test", "Poissons Ratio", "X Test Position", "Y Test Position"},
                     {"", "", "um", "mm"},
                     {1., 0.18, 100., 2.},
                     {3., 0.25, -50., 1.}};
const Rows later_inputs = {{"Test", "Frame Stiffness Correction", "Perform Drift Correction",
                            "Percent Unload In Stiffness Calculation"},
                           {"", "N/m", "", "%"},
                           {1., 3.6e6, 1., 40.},
                           {3., 0., 0., 0.}};

std::string workbook(const std::string& globals = "") {
    return book_bytes({{"Results", rows_of_cells(results)},
                       {"Required Inputs", rows_of_cells(inputs)},
                       {"Inputs Editable Post Test", rows_of_cells(later_inputs)},
                       {"Test 003 Tagged", rows_of_cells(test_rows(3))},
                       {"Test 002", rows_of_cells(heads)},
                       {"Test 001", rows_of_cells(test_rows(1))},
                       {"Sheet1", ""}},
                      globals);
}

FileContent read(const std::string& bytes) {
    auto content = read_bytes(bytes, "book.xls", {});
    if (content) return std::move(content).value();
    ADD_FAILURE() << message(content.error());
    return {};
}

std::string evidence_of(const sneddon::Test& test, std::string_view what) {
    const auto found = std::ranges::find(test.inferences, what, &Inference::what);
    return found == test.inferences.end() ? "" : found->value + ": " + found->evidence;
}

std::vector<std::string> values_of(const sneddon::Test& test) {
    std::vector<std::string> found;
    for (const VendorValue& value : test.vendor_values)
        found.push_back(value.id + (value.unit.empty() ? "" : " " + value.unit) + " " +
                        std::to_string(value.cycle) + ": " + std::to_string(value.value));
    return found;
}

TEST(NanosuiteXls, ASheetIsATestInTheOrderOfTheirNumbers) {
    const auto content = read(workbook());
    EXPECT_EQ(content.format, "nanosuite-xls");
    ASSERT_EQ(content.tests.size(), 3u);
    std::vector<std::string> names;
    for (const auto& test : content.tests)
        names.push_back(std::to_string(test.number) + " " + test.name);
    EXPECT_THAT(names, ElementsAre("1 Test 001", "2 Test 002", "3 Test 003 Tagged"));
    const Curve& curve = content.tests[2].curve;
    EXPECT_THAT(curve.depth_nm, ElementsAre(0, 3, 6, 4.5));
    EXPECT_THAT(curve.load_uN, ElementsAre(0, 500, 1500, 250));
    EXPECT_THAT(curve.time_s, ElementsAre(0, 0.2, 0.4, 0.6));
}

TEST(NanosuiteXls, OtherColumnsAreChannelsAndSentinelsEmpty) {
    const auto tests = read(workbook()).tests;
    ASSERT_EQ(tests.size(), 3u);
    const auto& channels = tests[0].curve.channels;
    ASSERT_EQ(channels.size(), 3u);
    EXPECT_EQ(channels[0].name, "Hardness");
    EXPECT_EQ(channels[0].unit, "GPa");
    EXPECT_TRUE(std::isnan(channels[0].values[0]));
    EXPECT_EQ(channels[0].values[1], 8);
    EXPECT_EQ(channels[1].name, "Raw Load");
    EXPECT_EQ(channels[2].name, "Contact Depth");
    EXPECT_TRUE(std::isnan(channels[2].values[2]));  // "****"
    EXPECT_EQ(channels[2].values[3], 3);
}

TEST(NanosuiteXls, WordsOfTheFirstColumnAreMarks) {
    const auto tests = read(workbook()).tests;
    ASSERT_EQ(tests.size(), 3u);
    EXPECT_EQ(tests[0].mark_source, MarkSource::marker);
    ASSERT_EQ(tests[0].marks.size(), 2u);  // "END" and what stands below it begin nothing
    EXPECT_EQ(tests[0].marks[1].first, 2u);
    EXPECT_EQ(tests[0].marks[1].label, "Unload From Peak Segment Type");
}

// One mark at the first point parts nothing; one behind it parts what is before it.
TEST(NanosuiteXls, OneMarkPartsACurveOnlyBehindItsBegin) {
    const auto marked_at = [](std::size_t row) {
        Rows rows = test_rows(1);
        rows[2][0] = rows[4][0] = "";
        rows[row][0] = "Unload From Peak Segment Type";
        return read(book_bytes(
                        {{"Results", rows_of_cells(results)}, {"Test 001", rows_of_cells(rows)}}))
            .tests.at(0);
    };
    EXPECT_TRUE(marked_at(2).marks.empty());
    EXPECT_EQ(marked_at(2).mark_source, MarkSource::none);
    const sneddon::Test parted = marked_at(4);
    EXPECT_EQ(parted.mark_source, MarkSource::marker);
    ASSERT_EQ(parted.marks.size(), 2u);
    EXPECT_EQ(parted.marks[0].first, 0u);
    EXPECT_EQ(parted.marks[0].label, "");
    EXPECT_EQ(parted.marks[1].first, 2u);
}

TEST(NanosuiteXls, ATaggedTestIsKeptAndSaysSo) {
    const auto tests = read(workbook()).tests;
    ASSERT_EQ(tests.size(), 3u);
    EXPECT_THAT(evidence_of(tests[2], "tagged in NanoSuite"), HasSubstr("'Test 003 Tagged'"));
    EXPECT_EQ(evidence_of(tests[0], "tagged in NanoSuite"), "");
}

TEST(NanosuiteXls, ASheetWithoutPointsIsATestWithItsReason) {
    const auto tests = read(workbook()).tests;
    ASSERT_EQ(tests.size(), 3u);
    EXPECT_EQ(tests[1].curve.size(), 0u);
    EXPECT_THAT(tests[1].reader_flags, ElementsAre("SND-R010"));
    EXPECT_THAT(tests[0].reader_flags, IsEmpty());
    const auto none = read_bytes(book_bytes({{"Test 001", rows_of_cells(heads)}}), "a.xls", {});
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().code, "SND-R010");
    EXPECT_THAT(none.error().where, HasSubstr("a.xls, sheet 'Test 001'"));
    EXPECT_EQ(read_bytes(book_bytes({{"Test 001", ""}}), "a.xls", {}).error().found,
              "an empty sheet");
}

TEST(NanosuiteXls, ResultsAreValuesOfTheirTestsAndCycles) {
    const auto tests = read(workbook()).tests;
    ASSERT_EQ(tests.size(), 3u);
    EXPECT_THAT(values_of(tests[0]),
                ElementsAre("H_IT_GPa 1: 9.500000", "S_uN_per_nm 1: 145.949167",
                            "Drift Correction nm/s 1: 0.025000",
                            "E Average Over Defined Range GPa 1: 72.500000",
                            "Frame Stiffness Correction N/m 1: 3600000.000000",
                            "Perform Drift Correction 1: 1.000000",
                            "Percent Unload In Stiffness Calculation % 1: 40.000000"));
    EXPECT_EQ(tests[0].stated.unloading_points_share, 0.4);
    EXPECT_FALSE(tests[2].stated.unloading_points_share.has_value());
    EXPECT_THAT(values_of(tests[1]), IsEmpty());
    EXPECT_THAT(values_of(tests[2]), ::testing::Contains("H_IT_GPa 2: 9.125000"));
    EXPECT_THAT(evidence_of(tests[0], "Tip Name"), HasSubstr("TB1"));
}

TEST(NanosuiteXls, PlaceAndPoissonsRatioAreThoseOfTheInputs) {
    const auto tests = read(workbook()).tests;
    ASSERT_EQ(tests.size(), 3u);
    ASSERT_TRUE(tests[0].position && tests[2].position);
    EXPECT_DOUBLE_EQ(tests[0].position->x_um, 100);
    EXPECT_DOUBLE_EQ(tests[0].position->y_um, 2000);
    EXPECT_DOUBLE_EQ(tests[2].position->x_um, -50);
    EXPECT_FALSE(tests[1].position.has_value());
    EXPECT_EQ(tests[2].poisson_ratio, 0.25);
}

// Displacement Into Surface has the drift and the frame taken off: once, by NanoSuite.
TEST(NanosuiteXls, WhatNanosuiteTookOffIsNotStatedAsStillToDo) {
    const auto tests = read(workbook()).tests;
    ASSERT_EQ(tests.size(), 3u);
    EXPECT_EQ(tests[0].applied.drift_nm_per_s, 0.025);
    EXPECT_EQ(tests[2].applied.drift_nm_per_s, 0);  // Perform Drift Correction is 0
    for (const auto& test : tests) {
        EXPECT_FALSE(test.stated.frame_compliance_nm_per_uN.has_value());
        EXPECT_FALSE(test.stated.drift_nm_per_s.has_value());
    }
    EXPECT_THAT(evidence_of(tests[0], "frame compliance"), HasSubstr("3.6e+06 N/m"));
}

TEST(NanosuiteXls, TheMethodIsToldByColumnsAndMarkers) {
    const auto method_of = [](const Rows& rows) {
        const auto tests = read(book_bytes({{"Test 001", rows_of_cells(rows)}})).tests;
        return tests.empty() ? "" : evidence_of(tests[0], "method");
    };
    Rows rows = test_rows(1);
    EXPECT_THAT(method_of(rows), HasSubstr("one cycle, no harmonic: "));
    rows[2][0] = "Cycle Begin Marker 1";
    rows[4][0] = "Cycle Unload Marker 1";
    EXPECT_THAT(method_of(rows), HasSubstr("1 cycle: markers"));
    rows[0][4] = "Harmonic Contact Stiffness";
    rows[1][4] = "N/m";
    EXPECT_THAT(method_of(rows), HasSubstr("continuous stiffness (CSM): column 'Harmonic Contact"));
}

TEST(NanosuiteXls, ADateCountsFrom1900Or1904) {
    const auto from_1900 = read(workbook()).tests;
    const auto from_1904 = read(workbook(record(0x22, u16(1)))).tests;
    ASSERT_EQ(from_1900.size(), 3u);
    ASSERT_EQ(from_1904.size(), 3u);
    EXPECT_EQ(from_1900[2].time_stamp, "2023-03-15T12:00:00");
    EXPECT_EQ(from_1904[2].time_stamp, "2027-03-16T12:00:00");
    EXPECT_FALSE(from_1900[0].time_stamp.has_value());
    EXPECT_THAT(evidence_of(from_1900[0], "time of day of the test"), HasSubstr("12:00:00"));
}

TEST(NanosuiteXls, AnotherWorkbookIsNoneOfNanosuite) {
    for (const char* sheet :
         {"Sheet1", "Test", "Test one", "Inputs Editable Post Test", "MyTest 1"}) {
        const auto content =
            read_bytes(book_bytes({{sheet, rows_of_cells(test_rows(1))}}), "a.xls", {});
        ASSERT_TRUE(content.ok()) << sheet << message(content.error());
        EXPECT_EQ(content->format, "excel") << sheet;  // columns under heads
    }
}

// As Excel of another language leaves it: texts with commas, and the head "Segment" a row lower.
TEST(NanosuiteXls, SavedAgainAsXlsxWithDecimalCommasItIsTheSame) {
    Rows rows = test_rows(1);
    rows[0][0] = "";
    rows[1][0] = "Segment";
    rows[3][1] = "1,0";
    rows[3][2] = "0,5";
    rows[5][3] = "6E-1";
    const std::string bytes = xlsx_of_rows({{"Results", results},
                                            {"Required Inputs", inputs},
                                            {"Test 003 Tagged", test_rows(3)},
                                            {"Test 002", {{"", ""}, {"END"}}},
                                            {"Test 001", rows}});
    const auto content = read(bytes);
    EXPECT_EQ(content.format, "nanosuite-xls");
    const auto expected = read(workbook());
    ASSERT_EQ(content.tests.size(), 3u);
    ASSERT_EQ(expected.tests.size(), 3u);
    for (const std::size_t i : {0u, 2u}) {
        EXPECT_EQ(content.tests[i].curve.load_uN, expected.tests[i].curve.load_uN);
        EXPECT_EQ(content.tests[i].curve.depth_nm, expected.tests[i].curve.depth_nm);
        EXPECT_EQ(content.tests[i].curve.time_s, expected.tests[i].curve.time_s);
        EXPECT_EQ(content.tests[i].marks.size(), expected.tests[i].marks.size());
    }
    EXPECT_EQ(content.tests[1].curve.size(), 0u);
    EXPECT_EQ(content.tests[1].reader_flags.size(), 1u);
    EXPECT_THAT(values_of(content.tests[0]), ::testing::Contains("H_IT_GPa 1: 9.500000"));
}

TEST(NanosuiteXls, AnUnknownUnitAsksForOne) {
    Rows rows = test_rows(1);
    rows[1][2] = "kgf";
    const auto bytes = book_bytes({{"Test 001", rows_of_cells(rows)}});
    const auto content = read_bytes(bytes, "a.xls", {});
    ASSERT_FALSE(content.ok());
    EXPECT_THAT(content.error().fix, HasSubstr("--unit load="));
    const auto stated = read_bytes(bytes, "a.xls", {{{"load", "N"}}});
    ASSERT_TRUE(stated.ok());
    EXPECT_DOUBLE_EQ(stated->tests[0].curve.load_uN[1], 5e5);
}

TEST(NanosuiteXls, CutAnywhereIsAnErrorAndNeverATestLess) {
    const std::string bytes = workbook();
    for (std::size_t length = 1; length < bytes.size(); length += 97) {
        const auto content = read_bytes(std::string_view(bytes).substr(0, length), "a.xls", {});
        EXPECT_TRUE(!content.ok() || content->tests.size() == 3) << length;
    }
}

// The tables of a compound file may lie behind the beginning that `look` reads of others.
TEST(NanosuiteXls, AGlanceReadsTheWhole) {
    const std::string filler(std::size_t{5} << 20, 'x');
    const auto bytes =
        ole_bytes({{"Filler", filler},
                   {"Workbook", book_stream({{"Test 001", rows_of_cells(test_rows(1))}})}});
    const auto glance = glance_bytes(bytes, "a.xls", {});
    ASSERT_TRUE(glance.ok());
    EXPECT_FALSE(glance->is_sampled);
    EXPECT_EQ(glance->content.tests.size(), 1u);
}

}  // namespace
}  // namespace sneddon
