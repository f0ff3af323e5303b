#include <gtest/gtest.h>

#include <cmath>

#include "sneddon/results/written_tests.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

TEST(TestsColumns, AreThoseOfTheFileWithTheirUnits) {
    const testing::TemporaryFolder folder;
    const std::string file = folder.write(
        "tests.csv",
        "test_id,x_um,H_IT_GPa,H_IT_GPa_u_random,vendor_h_c_nm,eta_IT\na,1,0.1,,7,2\nb,2,,3,8,4\n");
    const auto table = read_tests_table(file.substr(0, file.rfind('/')));
    ASSERT_TRUE(table.ok()) << message(table.error());
    EXPECT_EQ(table->rows, 2u);
    ASSERT_EQ(table->columns.size(), 6u);
    const std::vector<std::string> units = {"", "µm", "GPa", "GPa", "nm", ""};
    for (std::size_t i = 0; i < units.size(); ++i)
        EXPECT_EQ(table->columns[i].unit, units[i]) << table->columns[i].head;
    EXPECT_EQ(table->columns[0].texts, (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(table->columns[0].is_text);
    EXPECT_EQ(table->columns[2].numbers.at(0), 0.1);
    EXPECT_TRUE(std::isnan(table->columns[2].numbers.at(1)));
}

TEST(TestsColumns, OfAFolderWithoutAFileAreAnError) {
    const testing::TemporaryFolder folder;
    const auto table = read_tests_table(folder.path());
    ASSERT_FALSE(table.ok());
    EXPECT_EQ(table.error().code, "SND-R001");
}

}  // namespace
}  // namespace sneddon
