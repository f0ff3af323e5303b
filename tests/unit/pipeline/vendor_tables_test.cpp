#include "pipeline/vendor_tables.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"
#include "unit/read/container/xlsx_bytes.hpp"

namespace sneddon {
namespace {

constexpr const char* heads =
    "Number of Data Points = 2\n         \nFile\tPmax(uN)\tS(uN/nm)\tX(mm)\tY(mm)\n";

StudyResult study_of(const testing::TemporaryFolder& folder, const std::string& rows,
                     const std::vector<std::pair<std::string, double>>& tests) {
    StudyResult study;
    InputFile table;
    table.path = folder.write("table.txt", heads + rows);
    table.format = "hysitron-results";
    study.inputs.push_back(table);
    for (const auto& [name, F_max_uN] : tests) {
        TestRow row;
        row.file = (folder.path() / name).string();
        row.values["F_max_uN"_q] = F_max_uN;
        study.tests.push_back(row);
    }
    return study;
}

TEST(VendorTables, RowsOfOneFileGoToTheFilesThatBeginLikeIt) {
    const testing::TemporaryFolder folder;
    StudyResult study = study_of(
        folder, "map_00000 LC.hys\t1000\t10\t0.5\t0\nmap_00000 LC.hys\t2000\t20\t0.502\t0\n",
        {{"map_0001.txt", 2001}, {"map_0000.txt", 999}});
    const auto warnings = attach_vendor_tables(study.inputs, study.tests);
    ASSERT_EQ(study.tests[0].vendor_values.size(), 2u);
    EXPECT_EQ(study.tests[0].vendor_values[1].value, 20);
    EXPECT_EQ(study.tests[1].vendor_values[1].value, 10);
    EXPECT_NEAR(study.tests[0].position.value().x_um, 502, 1e-9);
    EXPECT_TRUE(warnings.empty());
}

TEST(VendorTables, RowsOfAWorkbookGoToTheCurvesOfTheirNames) {
    const testing::TemporaryFolder folder;
    StudyResult study;
    InputFile table;
    table.path = folder.write(
        "results.xlsx",
        testing::xlsx_of_rows({{"S",
                                {{"No.", "File", "F", "h", "Wtot", "NIT"},
                                 {"", "", "mN", "\u00B5m", "nJ", "%"},
                                 {"1", "S_0001.DAT", "1008.37", "7.5", "3622.24", "27.69"},
                                 {"2", "S_0002.DAT", "500", "5", "1000", "25"}}}}));
    table.format = "excel";
    table.is_companion = true;
    study.inputs.push_back(table);
    for (const auto& [name, F_max_uN] :
         {std::pair("S_0002.csv", 501e3), std::pair("S_0001.csv", 1008e3)}) {
        TestRow row;
        row.file = (folder.path() / name).string();
        row.values["F_max_uN"_q] = F_max_uN;
        study.tests.push_back(row);
    }
    EXPECT_TRUE(attach_vendor_tables(study.inputs, study.tests).empty());
    ASSERT_EQ(study.tests[0].vendor_values.size(), 4u);
    EXPECT_EQ(study.tests[0].vendor_values[1].id, "h_max_nm");
    EXPECT_EQ(study.tests[0].vendor_values[1].value, 5000);
    EXPECT_EQ(study.tests[1].vendor_values[1].value, 7500);
}

TEST(VendorTables, RowsWithTheNameOfAFileGoToIt) {
    const testing::TemporaryFolder folder;
    StudyResult study =
        study_of(folder, "a_0001 LC.hys\t1000\t10\t0\t0\na_0000 LC.hys\t1000\t11\t0\t0\n",
                 {{"a_0000 LC.txt", 1000}, {"a_0001 LC.txt", 1000}});
    EXPECT_TRUE(attach_vendor_tables(study.inputs, study.tests).empty());
    EXPECT_EQ(study.tests[0].vendor_values.at(1).value, 11);
    EXPECT_EQ(study.tests[1].vendor_values.at(1).value, 10);
}

TEST(VendorTables, OtherLoadsOrAnotherNumberOfRowsAreNobodys) {
    const testing::TemporaryFolder folder;
    const std::string rows = "map_00000 LC.hys\t1000\t10\t0\t0\nmap_00000 LC.hys\t2000\t20\t0\t0\n";
    for (const auto& tests : std::vector<std::vector<std::pair<std::string, double>>>{
             {{"map_0000.txt", 5000}, {"map_0001.txt", 5000}}, {{"map_0000.txt", 1000}}}) {
        StudyResult study = study_of(folder, rows, tests);
        const auto warnings = attach_vendor_tables(study.inputs, study.tests);
        EXPECT_TRUE(study.tests[0].vendor_values.empty());
        ASSERT_EQ(warnings.size(), 1u);
        EXPECT_EQ(warnings[0].code, "SND-G010");
    }
}

StudyResult map_of_two_tables(const testing::TemporaryFolder& folder, double last_F_max_uN) {
    StudyResult study =
        study_of(folder, "map_00000 LC.hys\t1000\t10\t0\t0\nmap_00000 LC.hys\t2000\t20\t0\t0\n",
                 {{"map_0002.txt", last_F_max_uN}, {"map_0000.txt", 1000}, {"map_0001.txt", 2000}});
    InputFile second;
    second.path =
        folder.write("second.txt", std::string(heads) + "map_00001 LC.hys\t3000\t30\t0\t0\n");
    second.format = "hysitron-results";
    study.inputs.push_back(second);
    return study;
}

TEST(VendorTables, SeveralOfOneMapAreJoinedInTheirOrder) {
    const testing::TemporaryFolder folder;
    StudyResult study = map_of_two_tables(folder, 3000);
    EXPECT_TRUE(attach_vendor_tables(study.inputs, study.tests).empty());
    EXPECT_EQ(study.tests[0].vendor_values.at(1).value, 30);
    EXPECT_EQ(study.tests[1].vendor_values.at(1).value, 10);
    EXPECT_EQ(study.tests[2].vendor_values.at(1).value, 20);
}

TEST(VendorTables, SeveralOfOneMapAreNobodysWhereOneDoesNotFit) {
    const testing::TemporaryFolder folder;
    StudyResult study = map_of_two_tables(folder, 500);
    EXPECT_EQ(attach_vendor_tables(study.inputs, study.tests).size(), 2u);
    for (const TestRow& test : study.tests) EXPECT_TRUE(test.vendor_values.empty());
}

TEST(VendorTables, OwnNamesOfExportsBelongToTheMap) {
    const testing::TemporaryFolder folder;
    StudyResult study =
        study_of(folder, "map_00000 LC.hys\t1000\t10\t0\t0\nmap_00000 LC.hys\t2000\t20\t0\t0\n",
                 {{"map_00000 LC_0001.txt", 2000}, {"map_00000 LC_0000.txt", 1000}});
    EXPECT_TRUE(attach_vendor_tables(study.inputs, study.tests).empty());
    EXPECT_EQ(study.tests[0].vendor_values.at(1).value, 20);
}

TEST(VendorTables, AListByAntonPaarGoesToTheTestsOfItsNames) {
    const testing::TemporaryFolder folder;
    StudyResult study;
    InputFile list;
    list.path = folder.write("list.txt",
                             "Group\tMeasurement\tParameter\tUnit\tValue\nA\t1\tFm\tmN\t1\n"
                             "A\t1\tCIT\t%\t16\nA\t2\tFm\tmN\t5\nB\t1\tFm\tmN\t1\n");
    list.format = "antonpaar-results";
    study.inputs.push_back(list);
    for (const char* name : {"A_2", "A_1"}) {
        TestRow row;
        row.file = (folder.path() / "curves.txt").string();
        row.test_name = name;
        row.values["F_max_uN"_q] = 1001;  // A_2 is of another load
        study.tests.push_back(row);
    }
    EXPECT_TRUE(attach_vendor_tables(study.inputs, study.tests).empty()) << "a list may hold more";
    EXPECT_TRUE(study.tests[0].vendor_values.empty());
    ASSERT_EQ(study.tests[1].vendor_values.size(), 2u);
    EXPECT_EQ(study.tests[1].vendor_values[1].id, "C_IT_percent");
    study.tests[1].vendor_values.clear();
    study.tests[1].test_name = "C_1";
    EXPECT_EQ(attach_vendor_tables(study.inputs, study.tests).size(), 1u) << "of nobody";
}

}  // namespace
}  // namespace sneddon
