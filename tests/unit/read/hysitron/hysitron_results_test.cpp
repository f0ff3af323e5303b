#include <gtest/gtest.h>

#include <algorithm>

#include "read/results_table.hpp"

namespace sneddon {
namespace {

constexpr const char* table =
    "Number of Data Points = 2\r\n         \r\n"
    "File\thc(nm)\tPmax(\xB5N)\tS(\xB5N/"
    "nm)\tA(nm^2)\thmax(nm)\theff(nm)\tEr(GPa)\tH(GPa)\tA\thf(nm)"
    "\tm\tX(mm)\tY(mm)\tDrift(nm/s)\r\n"
    "map_00000 LC.hys\t103.2\t5997.5\t76.7\t486665\t1189\t161.8\t97.4\t12.3\t13.9\t59.4\t1.31\t"
    "-102.5\t-8.25\t0.01\r\n"
    "map_00000 LC.hys\t138.9\t5997.4\t180.6\t786908\t1189\t163.8\t180.4\t7.62\t0.0025\t59.1\t3.15\t"
    "-102.4\t-8.25\t0.02\r\n";

double value_of(const VendorTableRow& row, std::string_view id) {
    const auto found = std::ranges::find(row.values, id, &VendorValue::id);
    return found == row.values.end() ? -1 : found->value;
}

TEST(HysitronResults, KnownColumnsAreOurQuantities) {
    const auto rows = read_results_table(table, "t.txt");
    ASSERT_TRUE(rows.ok()) << message(rows.error());
    ASSERT_EQ(rows->size(), 2u);
    const VendorTableRow& row = rows.value()[0];
    EXPECT_EQ(row.file, "map_00000 LC.hys");
    EXPECT_EQ(value_of(row, "h_c_nm"), 103.2);
    EXPECT_EQ(value_of(row, "F_max_uN"), 5997.5);
    EXPECT_EQ(value_of(row, "A_p_nm2"), 486665);
    EXPECT_EQ(value_of(row, "factor A of the power law"), 13.9);
    EXPECT_EQ(value_of(row, "h_max_nm"), 161.8) << "heff, not hmax";
    EXPECT_EQ(value_of(row, "Drift"), 0.01);
    ASSERT_TRUE(row.position);
    EXPECT_NEAR(row.position->x_um, -102500, 1e-9);
}

TEST(HysitronResults, ATableWithoutRowsIsRefused) {
    EXPECT_FALSE(read_results_table("Number of Data Points = 0\r\n", "t.txt").ok());
}

}  // namespace
}  // namespace sneddon
