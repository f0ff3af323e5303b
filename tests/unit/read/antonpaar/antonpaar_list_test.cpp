#include <gtest/gtest.h>

#include <algorithm>

#include "base/nan.hpp"
#include "read/results_table.hpp"

namespace sneddon {
namespace {

constexpr const char* heads = "Group\tMeasurement\tParameter\tUnit\tValue\r\n";

double value_of(const VendorTableRow& row, std::string_view id) {
    const auto found = std::ranges::find(row.values, id, &VendorValue::id);
    return found == row.values.end() ? nan : found->value;
}

TEST(AntonPaarList, IsOneRowOfEachTestInOurUnits) {
    const auto rows =
        read_antonpaar_list(std::string(heads) +
                                "A\t1\tHIT (O&P)\tMPa\t3499\r\nA\t1\tFm (O&P)\tmN\t300\r\n"
                                "A\t1\tX\t\xB5m\t12.5\r\nA\t1\tY\t\xA5\xECm\t-3\r\n"
                                "A\t1\tRIT\t%\t---\r\nA\t2\thm (O&P)\t\xB5m\t1,5\r\n"
                                "A\t2\tAp (O&P)\tnm\xB2\t7\r\nA\t1\tnit\t%\t20\r\n",
                            "list.txt");
    ASSERT_TRUE(rows.ok());
    ASSERT_EQ(rows->size(), 2u);
    const VendorTableRow &first = rows->at(0), &second = rows->at(1);
    EXPECT_EQ(first.file, "A_1");
    EXPECT_DOUBLE_EQ(value_of(first, "H_IT_GPa"), 3.499);
    EXPECT_DOUBLE_EQ(value_of(first, "F_max_uN"), 3e5);
    EXPECT_DOUBLE_EQ(value_of(first, "eta_IT"), 0.2);
    EXPECT_EQ(first.values.size(), 3u);
    ASSERT_TRUE(first.position.has_value());
    EXPECT_DOUBLE_EQ(first.position->x_um, 12.5);
    EXPECT_DOUBLE_EQ(first.position->y_um, -3);
    EXPECT_EQ(second.file, "A_2");
    EXPECT_DOUBLE_EQ(value_of(second, "h_max_nm"), 1500);
    EXPECT_DOUBLE_EQ(value_of(second, "A_p_nm2"), 7);
    EXPECT_FALSE(second.position.has_value());
}

TEST(AntonPaarList, WithoutALineIsAnError) {
    EXPECT_EQ(read_antonpaar_list(heads, "list.txt").error().code, "SND-R010");
}

// A report of several groups side by side: units below the names, statistics below the tests.
TEST(AntonPaarReport, HasARowForEachTestOfEachGroup) {
    const auto rows = read_antonpaar_list(
        "\r\nNew Report\r\n----------\r\n\t\tEast\tWest\t\r\nHIT (O&P)\tData : "
        "1\t7073,410\t1,5\t\r\n"
        "[MPa]\tData : 2\t7202,803\t--.--\t\r\n\tMean\t7108,771\t1,5\t\r\n"
        "Fm (O&P)\tData : 1\t50,046\t60\t\r\n[mN]\tData : 2\t50,044\t61\t\r\n",
        "report.TXT");
    ASSERT_TRUE(rows.ok()) << message(rows.error());
    ASSERT_EQ(rows->size(), 4u);
    EXPECT_EQ((*rows)[0].file, "East_1");
    ASSERT_EQ((*rows)[0].values.size(), 2u);
    EXPECT_EQ((*rows)[0].values[0].id, "H_IT_GPa");
    EXPECT_DOUBLE_EQ((*rows)[0].values[0].value, 7.07341);
    EXPECT_EQ((*rows)[0].values[1].id, "F_max_uN");
    EXPECT_DOUBLE_EQ((*rows)[0].values[1].value, 50046);
    const auto west_2 = std::ranges::find(*rows, "West_2", &VendorTableRow::file);
    ASSERT_NE(west_2, rows->end());
    EXPECT_EQ(west_2->values.size(), 1u) << "it has a load and no hardness";
}

}  // namespace
}  // namespace sneddon
