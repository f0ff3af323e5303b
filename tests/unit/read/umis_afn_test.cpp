#include "read/umis_afn.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <numbers>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

const std::string head = "AF;BE;65.3;0.500;0.035315;0.062;,hc,A/Ai(Raw),A/Ai(Fitted)\n";

Result<AreaTable> table_of(const std::string& text) {
    const testing::TemporaryFolder folder;
    const std::string path = (folder.path() / "tip.afn").string();
    std::ofstream(path, std::ios::binary) << text;
    return read_umis_area_file(path);
}

std::string row(double h_um, double ratio) {
    return "t," + std::to_string(h_um) + ",7," + std::to_string(ratio) + ",0.5,0.5\n";
}

std::string rows(int count) {
    std::string text;
    for (int i = 1; i <= count; ++i) text += row(0.1 * i, 1);
    return text;
}

// A tip of three faces at 65.27 degrees to its axis: 3 sqrt(3) tan²; the constant of the reader has
// seven digits. The fitted ratio counts, not the raw one beside it.
TEST(UmisAfn, AreasAreTheFittedRatiosOfABerkovichTip) {
    const double tangent = std::tan(65.27 * std::numbers::pi / 180);
    const double ratios[] = {3, 2, 1.5, 1.25, 1.125};
    std::string text = head;
    for (int i = 0; i < 5; ++i) text += row(0.25 * (i + 1), ratios[i]) + "\n";  // empty lines too
    const auto table = table_of(text);
    ASSERT_TRUE(table.ok()) << message(table.error());
    ASSERT_EQ(table->h_c_nm.size(), 5u);
    ASSERT_EQ(table->A_nm2.size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) {
        const double h_nm = 250 * static_cast<double>(i + 1);
        EXPECT_DOUBLE_EQ(table->h_c_nm[i], h_nm);
        const double A_nm2 = ratios[i] * 3 * std::sqrt(3.0) * tangent * tangent * h_nm * h_nm;
        EXPECT_NEAR(table->A_nm2[i] / A_nm2, 1, 5e-6 / 24.49434);  // half of its last digit
    }
}

TEST(UmisAfn, FiveDepthsAreEnough) {
    EXPECT_TRUE(table_of(head + rows(5)).ok());
    const auto few = table_of(head + rows(4));
    ASSERT_FALSE(few.ok());
    EXPECT_EQ(few.error().code, "SND-R022");
    EXPECT_EQ(few.error().found, "4 rows");
}

// One decimal of 65.27 degrees, and of no other tip.
TEST(UmisAfn, IsOfABerkovichTip) {
    for (const char* tip : {"AF;BE;65.3;", "AF;BE;65.27;", "AF;BE;65.22;", "AF;BE;65.32;"})
        EXPECT_TRUE(table_of(tip + ("\n" + rows(5))).ok()) << tip;
    for (const char* tip : {"AF;BE;65.2;", "AF;BE;65.4;", "AF;BE;35.3;", "AF;BE;;", "AF;BE",
                            "AF;CC;65.3;", "AF;VI;68.0;"}) {
        const auto table = table_of(tip + ("\n" + rows(5)));
        ASSERT_FALSE(table.ok()) << tip;
        EXPECT_EQ(table.error().code, "SND-R022");
        EXPECT_TRUE(table.error().where.ends_with("tip.afn:1")) << table.error().where;
    }
}

// Refused with the line; empty ones count.
TEST(UmisAfn, DepthsAndAreasArePositiveAndRise) {
    for (const std::string& wrong :
         {row(0.2, 1), row(0.1, 9), row(0.3, 0.4), row(0.3, 0), row(-0.3, 1), row(0.3, -1),
          std::string("t,0.3,1\n"), std::string("t,x,1,1\n"), std::string("t,0.3,1,x\n")}) {
        const auto table = table_of(head + rows(2) + "\n" + wrong + row(0.6, 1) + row(0.7, 1));
        ASSERT_FALSE(table.ok()) << wrong;
        EXPECT_EQ(table.error().code, "SND-R022");
        EXPECT_TRUE(table.error().where.ends_with("tip.afn:5")) << table.error().where;
    }
}

}  // namespace
}  // namespace sneddon
