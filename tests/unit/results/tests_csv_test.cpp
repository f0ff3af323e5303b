#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "example_study.hpp"
#include "results/write_results.hpp"

namespace sneddon {
namespace {

using testing::example_study;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using testing::text_of;

std::string line(const std::string& text, int number) {
    std::size_t begin = 0;
    for (int i = 0; i < number; ++i) begin = text.find('\n', begin) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

TEST(TestsCsv, HeadsAreTheFixedOnesThenTheTableThenTheVendors) {
    const std::string head = line(text_of(write_tests_csv, example_study()), 0);
    std::string expected =
        "test_id,file,test,status,reason,sample,load_function,flags,cycle,test_name,time_stamp,"
        "x_um,y_um,order,cluster,cluster_posterior";
    for (const QuantityInfo& quantity : quantity_table) expected.append(",").append(quantity.id);
    for (const QuantityInfo& quantity : quantity_table)
        if (quantity.uncertainty == UncertaintyIs::stated)
            for (const char* part : {"_u_random", "_u_common"})
                expected.append(",").append(quantity.id).append(part);
    expected +=
        ",vendor_h_c_nm,vendor_H_IT_GPa,vendor_Hardness_O_P_GPa"
        ",frame_compliance_applied_nm_per_uN";
    EXPECT_EQ(head, expected);
}

TEST(TestsCsv, CellsWithCommaQuoteOrLineBreakAreQuotedAndNoOthers) {
    const std::string csv = text_of(write_tests_csv, example_study());
    EXPECT_THAT(line(csv, 1),
                StartsWith("a1,\"bmg/a,\"\"1\"\".txt\",1,used,,\"glass <&\"\"'>\",hold 0 s,,1,,"
                           "2022-11-22T15:55:01,2,0,,,,4300,,"));
    EXPECT_THAT(csv, HasSubstr("a3,bmg/a3.txt,1,excluded,\"no unloading,\nnothing to fit\","));
    EXPECT_EQ(csv.find('\r'), std::string::npos);
}

TEST(TestsCsv, FlagsAreJoinedBySemicolons) {
    EXPECT_THAT(line(text_of(write_tests_csv, example_study()), 2),
                HasSubstr(",hold 10 s,SND-R001;SND-R001,1,"));
}

TEST(TestsCsv, NumbersAreTheShortestThatReadBackAndOthersAreEmpty) {
    StudyResult study = example_study();
    study.tests[0].values["m"_q] = std::numeric_limits<double>::infinity();
    const std::string row = line(text_of(write_tests_csv, study), 1);
    EXPECT_THAT(row, HasSubstr(",300.0625,"));
    EXPECT_THAT(row, HasSubstr(",0.30000000000000004,"));
    EXPECT_EQ(row.find("inf"), std::string::npos);
    EXPECT_EQ(row.find("nan"), std::string::npos);
}

TEST(TestsCsv, VendorValuesAreThoseOfTheRowsOwnCycle) {
    EXPECT_THAT(line(text_of(write_tests_csv, example_study()), 1),
                ::testing::EndsWith(",,4,4.75,"));
}

TEST(TestsCsv, AnEmptyFirstCellStaysACell) {
    StudyResult study = example_study();
    study.tests[0].test_id.clear();
    EXPECT_THAT(line(text_of(write_tests_csv, study), 1), StartsWith(",\"bmg/"));
}

TEST(TestsCsv, BytesThatAreNotUtf8AreReplaced) {
    StudyResult study = example_study();
    study.tests[0].test_name = "\xB5";
    EXPECT_THAT(text_of(write_tests_csv, study), HasSubstr(",\uFFFD,2022-"));
}

TEST(TestsCsv, VendorNamesThatBecomeTheSameWordStayApart) {
    StudyResult study = example_study();
    study.tests[0].vendor_values = {{"H", "GPa", 1, 1}, {"H ", "[GPa]", 2, 1}};
    EXPECT_THAT(line(text_of(write_tests_csv, study), 0),
                HasSubstr(",vendor_H_GPa,vendor_H_GPa_2,"));
    study.tests[0].vendor_values = {{"h c", "nm", 1, 1}, {"h_c_nm", "nm", 2, 1}};
    EXPECT_THAT(line(text_of(write_tests_csv, study), 0),
                HasSubstr(",vendor_h_c_nm,vendor_h_c_nm_2,"));
}

}  // namespace
}  // namespace sneddon
