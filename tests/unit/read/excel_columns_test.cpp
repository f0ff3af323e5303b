#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files/file_bytes.hpp"
#include "read/workbook_results.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"
#include "unit/read/container/xlsx_bytes.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::xlsx_of_rows;

using Rows = std::vector<std::vector<testing::CellBytes>>;

Rows curve(double scale) {
    return {{0., 0., 0.}, {1. * scale, 0.5, 1.}, {2. * scale, 1., 2.}, {1.5 * scale, 0.25, 3.}};
}

Rows under_heads(const Rows& rows) {
    Rows sheet = {{"Depth [nm]", "Load [mN]", "Sampling time [sec.]"}};
    sheet.insert(sheet.end(), rows.begin(), rows.end());
    return sheet;
}

Rows below_each_other(const Rows& first, std::size_t empty, const Rows& second) {
    Rows rows = first;
    rows.resize(rows.size() + empty);
    rows.insert(rows.end(), second.begin(), second.end());
    return rows;
}

FileContent read(const std::string& bytes) {
    auto content = read_bytes(bytes, "a.xlsx", {});
    if (content) return std::move(content).value();
    ADD_FAILURE() << message(content.error());
    return {};
}

TEST(ExcelColumns, ColumnsUnderHeadsAreATest) {
    const auto content = read(xlsx_of_rows({{"Curve", under_heads(curve(10))}}));
    EXPECT_EQ(content.format, "excel");
    ASSERT_EQ(content.tests.size(), 1u);
    EXPECT_EQ(content.tests[0].name, "Curve");
    EXPECT_THAT(content.tests[0].curve.depth_nm, ElementsAre(0, 10, 20, 15));
    EXPECT_THAT(content.tests[0].curve.load_uN, ElementsAre(0, 500, 1000, 250));
    EXPECT_THAT(content.tests[0].curve.time_s, ElementsAre(0, 1, 2, 3));
}

TEST(ExcelColumns, TwoEmptyRowsDivideCurves) {
    const auto two =
        read(xlsx_of_rows({{"S", under_heads(below_each_other(curve(1), 2, curve(2)))}}));
    ASSERT_EQ(two.tests.size(), 2u);
    EXPECT_EQ(two.tests[1].name, "S, curve 2");
    EXPECT_EQ(two.tests[1].number, 2);
    EXPECT_THAT(two.tests[0].curve.depth_nm, ElementsAre(0, 1, 2, 1.5));
    EXPECT_THAT(two.tests[1].curve.depth_nm, ElementsAre(0, 2, 4, 3));
    const auto far =
        read(xlsx_of_rows({{"S", under_heads(below_each_other(curve(1), 9, curve(2)))}}));
    EXPECT_EQ(far.tests.size(), 2u);
    // One empty row is a boundary of segments, as in any text.
    const auto one =
        read(xlsx_of_rows({{"S", under_heads(below_each_other(curve(1), 1, curve(2)))}}));
    ASSERT_EQ(one.tests.size(), 1u);
    EXPECT_EQ(one.tests[0].curve.size(), 8u);
}

TEST(ExcelColumns, ANoteBesideTheColumnsIsNoColumn) {
    Rows rows = under_heads(below_each_other(curve(1), 2, curve(2)));
    rows[0].insert(rows[0].end(), {"", "", "Note: two curves"});
    rows.insert(rows.end(), {{3., 0.2, 9.}, {2., 0.1, 10.}});
    const auto content = read(xlsx_of_rows({{"S", rows}}));
    ASSERT_EQ(content.tests.size(), 2u);
    EXPECT_TRUE(content.tests[0].curve.channels.empty());
}

TEST(ExcelColumns, TextsWithDecimalCommasAreNumbers) {
    const auto content = read(xlsx_of_rows({{"S",
                                             {{"Zeit", "Tiefe", "Kraft"},
                                              {"s", "nm", "mN"},
                                              {0., "0,5", "0,25"},
                                              {"0,125", 1.75, "-1,5E-1"},
                                              {2., "3,0625", 4.}}}}));
    ASSERT_EQ(content.tests.size(), 1u);
    EXPECT_THAT(content.tests[0].curve.time_s, ElementsAre(0, 0.125, 2));
    EXPECT_THAT(content.tests[0].curve.depth_nm, ElementsAre(0.5, 1.75, 3.0625));
    EXPECT_THAT(content.tests[0].curve.load_uN, ElementsAre(250, -150, 4000));
}

TEST(ExcelColumns, OtherSheetsAreNamed) {
    const auto content =
        read(xlsx_of_rows({{"Notes", {{"Steel, polished on Monday"}}},
                           {"Curve", under_heads(curve(1))},
                           {"Values", {{"No", "H (GPa)", "E (GPa)"}, {1., 5., 200.}}}}));
    ASSERT_EQ(content.tests.size(), 1u);
    std::string told;
    for (const Inference& inference : content.tests[0].inferences)
        told += inference.what + ": " + inference.value + "\n";
    EXPECT_THAT(told, HasSubstr("sheets of results, not read: table of results (one row per indent)"
                                " in sheet 'Values'"));
    EXPECT_THAT(told, HasSubstr("sheets without columns of a curve: 'Notes'"));
}

TEST(ExcelColumns, ASheetThatCannotBeReadStaysATestWithItsReason) {
    const auto content = read(xlsx_of_rows(
        {{"Good", under_heads(curve(1))},
         {"Bad", {{"Depth", "Load", "Time"}, {0., 1., 2.}, {1., 2., 3.}, {2., 3., 4.}}}}));
    ASSERT_EQ(content.tests.size(), 2u);
    EXPECT_THAT(content.tests[1].reader_flags, ElementsAre("SND-R015"));
    EXPECT_EQ(content.tests[1].name, "Bad");
}

TEST(ExcelColumns, AWorkbookWithoutCurvesSaysWhatIsMissing) {
    const auto content =
        read_bytes(xlsx_of_rows({{"Notes", {{"Steel"}}}, {"Empty", {}}}), "a.xlsx", {});
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R017");
    EXPECT_THAT(content.error().found, HasSubstr("'Notes'"));
}

TEST(ExcelColumns, AMeanOfAnalystIsNoTest) {
    const auto content =
        read(xlsx_of_rows({{"mean",
                            {{"", "Displacement Into Surface",
                              "STANDARD DEVIATION (Displacement Into Surface)", "Load On Sample"},
                             {"", "nm", "nm", "mN"},
                             {"", 1., 0.1, 2.},
                             {"", 2., 0.1, 3.}}}}));
    EXPECT_EQ(content.companion, "mean curve of several tests (Analyst) in sheet 'mean'");
}

// 16,384 columns and a million rows may hold two cells: the text of them is not made.
TEST(ExcelColumns, CellsFarApartTakeNoMemory) {
    std::string rows;
    for (int i = 1; i <= 3000; ++i)
        rows += fmt::format("<row r='{}'><c r='{}'><v>1</v></c><c r='XFD{}'><v>1</v></c></row>",
                            i * 300,
                            testing::cell_name(static_cast<std::size_t>(i * 300 - 1),
                                               static_cast<std::size_t>(i * 5)),
                            i * 300);
    const auto content = read_bytes(
        testing::xlsx_bytes({{"S", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}}),
        "a.xlsx", {});
    EXPECT_FALSE(content.ok());
}

const Rows asmec = {
    {"No.", "File", "Sample", "F", "h", "H", "CIT", "Wtot", "NIT", "S", "hc", "Ac", "ns"},
    {"", "", "", "mN", "\u00B5m", "GPa", "%", "nJ", "%", "mN/\u00B5m", "\u00B5m", "\u00B5m\u00B2",
     ""},
    {"1", "S12_0001.DAT", "S 12", "1008.370", "7.562", "1.148", "1.00", "3622.240", "27.69",
     "569.56", "6.259", "878.557", "0.200"},
    {"2", "S12_0002.DAT", "S 12", "1007,990", "8.536", "0.860", "1.00", "3835.330", "26.16",
     "564.83", "7.215", "1172.560", "0.200"},
    {"Mean", "", "", "1008", "8", "1", "1", "3700", "27", "567", "7", "1000", "0.2"}};

std::vector<VendorTableRow> rows_of_file(const std::filesystem::path& path) {
    const auto file = FileBytes::open(path.string());
    if (!file) return {};
    auto rows = read_workbook_results(file->bytes(), path.string());
    return rows ? std::move(rows).value() : std::vector<VendorTableRow>();
}

std::string values_of(const VendorTableRow& row) {
    std::string said = row.file;
    for (const VendorValue& value : row.values)
        said += fmt::format(" {}{}{}={:g}", value.id, value.unit.empty() ? "" : " ", value.unit,
                            value.value);
    return said;
}

TEST(WorkbookResults, ValuesOfAsmecAreOursInOurUnits) {
    const std::string bytes = xlsx_of_rows({{"Empty", {}}, {"Sheet1", asmec}});
    EXPECT_EQ(read(bytes).companion, "table of results (ASMEC) in sheet 'Sheet1'");
    const auto rows = read_workbook_results(bytes, "a.xlsx");
    ASSERT_TRUE(rows.ok()) << message(rows.error());
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_EQ(values_of((*rows)[0]),
              "S12_0001.DAT F_max_uN=1.00837e+06 h_max_nm=7562 H_IT_GPa=1.148 C_IT_percent=1 "
              "W_total_pJ=3.62224e+06 eta_IT=0.2769 S_uN_per_nm=569.56 h_c_nm=6259 "
              "A_p_nm2=8.78557e+08 ns=0.2");
    EXPECT_THAT(values_of((*rows)[1]), HasSubstr("F_max_uN=1.00799e+06"));
}

TEST(WorkbookResults, TriboscansTablePastedIntoASheetIsRead) {
    const std::string bytes = xlsx_of_rows(
        {{"Feuil1",
          {{"Number of Data Points = 2"},
           {},
           {"File", "hc(nm)", "Pmax(\uFF75N)", "S(\uFF75N/nm)", "A(nm^2)", "X(mm)", "Y(mm)"},
           {"a 0000,hys", 120.17, 1940.56, 85.3125, 411225.5, -51.7, -3.},
           {"a 0001,hys", 106.77, 1944.93, 81.2373, 333970.8, -51.6, -3.}}}});
    EXPECT_EQ(read(bytes).companion, "table of results (Hysitron) in sheet 'Feuil1'");
    const auto rows = read_workbook_results(bytes, "a.xlsx");
    ASSERT_TRUE(rows.ok()) << message(rows.error());
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_EQ(values_of((*rows)[1]),
              "a 0001.hys h_c_nm=106.77 F_max_uN=1944.93 S_uN_per_nm=81.2373 A_p_nm2=333971");
    ASSERT_TRUE((*rows)[1].position);
    EXPECT_NEAR((*rows)[1].position->x_um, -51600, 1e-9);
}

TEST(WorkbookResults, AWorkbookWithoutThemIsAnError) {
    const auto rows = read_workbook_results(xlsx_of_rows({{"S", under_heads(curve(1))}}), "a.xlsx");
    ASSERT_FALSE(rows.ok());
    EXPECT_EQ(rows.error().code, "SND-R010");
}

TEST(ExcelColumns, TheWorkbooksOnTheShelf) {
    SNEDDON_NEEDS_SHARED();
    const auto shelf = testing::shared_folder() / "data/instruments";
    const auto curves =
        read_file((shelf / "micromaterials/nanotest_vantage_10curves.xlsx").string());
    ASSERT_TRUE(curves.ok()) << message(curves.error());
    std::vector<std::size_t> points;
    for (const sneddon::Test& test : curves->tests) points.push_back(test.curve.size());
    // As openpyxl counts them.
    EXPECT_THAT(points, ElementsAre(938, 864, 941, 855, 926, 871, 911, 249, 885, 69));
    EXPECT_EQ(rows_of_file(shelf / "asmec_zwick/results_ASMEC_example_20x11.xlsx").size(), 220u);
    EXPECT_EQ(rows_of_file(shelf / "bruker_hysitron/results_Hysitron_example_10x10.xlsx").size(),
              100u);
}

}  // namespace
}  // namespace sneddon
