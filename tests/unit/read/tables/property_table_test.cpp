#include "read/tables/property_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<PropertyTable> read(std::string_view text, std::map<std::string, std::string> columns = {},
                           std::string_view format = "results-table") {
    ReadOptions options;
    options.columns = std::move(columns);
    return read_property_table(text, "map.csv", format, options);
}

const std::vector<double>& values(const PropertyTable& table, QuantityIndex quantity) {
    const auto found = std::ranges::find(table.columns, quantity, &PropertyColumn::quantity);
    static const std::vector<double> none;
    return found == table.columns.end() ? none : found->values;
}

TEST(PropertyTable, HeadsUnitsAndRowsOfANanoBlitzMap) {
    const auto table = read(
        "\xEF\xBB\xBFIndex,Load,Depth,HARDNESS,MODULUS,H/E,X Position,Y Position,Z Position\n"
        "Integer,mN,nm,GPa,GPa,None,µm,µm,µm\n"
        "1,0.4,49.5,4.75,92.5,0.05138,0,198.5,-4.4\n"
        "2,0.4,54.5,1.79769313486232E+308,85.25,,1,198.5,-4.4\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows, 2u);
    EXPECT_EQ(values(*table, "F_max_uN"_q)[0], 400);
    EXPECT_EQ(values(*table, "H_IT_GPa"_q)[0], 4.75);
    EXPECT_TRUE(std::isnan(values(*table, "H_IT_GPa"_q)[1]));
    EXPECT_EQ(values(*table, "E_IT_GPa"_q)[1], 85.25);
    EXPECT_THAT(table->x_um, ElementsAre(0, 1));
    EXPECT_THAT(table->y_um, ElementsAre(198.5, 198.5));
}

TEST(PropertyTable, APreambleDecimalCommasAndMillimetres) {
    const auto table = read(
        "Auftrag;Probe 7\r\nPrüfer;NN\r\n\r\n"
        "Nr;X [mm];Y [mm];Härte [MPa];E-Modul [GPa]\r\n"
        "1;0,001;0,5;7073,41;88,784\r\n2;0,002;0,5;--.--;84,91\r\n");
    ASSERT_TRUE(table) << message(table.error());
    EXPECT_NEAR(values(*table, "H_IT_GPa"_q)[0], 7.07341, 1e-12);
    EXPECT_TRUE(std::isnan(values(*table, "H_IT_GPa"_q)[1]));
    EXPECT_DOUBLE_EQ(values(*table, "E_IT_GPa"_q)[1], 84.91);
    EXPECT_DOUBLE_EQ(table->x_um[1], 2);
}

TEST(PropertyTable, WithoutUnitsItIsAskedFor) {
    const char* text = "X,Y,HARDNESS,MODULUS\n0,0,4.7,92\n1,0,4.1,90\n";
    const auto table = read(text);
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, "SND-R056");
    EXPECT_THAT(message(table.error()), HasSubstr("--column H='HARDNESS:GPa'"));
    const auto stated = read(text, {{"H", "HARDNESS:GPa"}, {"E", "modulus:MPa"}});
    ASSERT_TRUE(stated) << message(stated.error());
    EXPECT_EQ(values(*stated, "H_IT_GPa"_q)[1], 4.1);
    EXPECT_DOUBLE_EQ(values(*stated, "E_IT_GPa"_q)[1], 0.09);
    EXPECT_TRUE(stated->x_um.empty());  // in no unit, which is said
    EXPECT_THAT(stated->doubts, ElementsAre(HasSubstr("X, Y has no unit")));
}

TEST(PropertyTable, AStatedColumnTakesThePlaceOfAnother) {
    const auto table = read("Hardness (GPa),Hardness at hold (GPa),E (GPa)\n1,2,3\n4,5,6\n",
                            {{"H", "Hardness at hold"}});
    ASSERT_TRUE(table);
    EXPECT_THAT(values(*table, "H_IT_GPa"_q), ElementsAre(2, 5));
    const auto wrong = read("Hardness (GPa),E (GPa)\n1,2\n3,4\n", {{"H", "Hardnes"}});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, "SND-U062");
    EXPECT_THAT(message(wrong.error()), HasSubstr("Hardness"));
}

TEST(PropertyTable, LinesOfStatisticsAreNoTests) {
    const auto table = read("Test;H (GPa);E (GPa)\n1;4;90\n2;5;91\nMean;4.5;90.5\nStd. Dev.;1;1\n");
    ASSERT_TRUE(table);
    EXPECT_THAT(table->summaries, ElementsAre(2, 3));
}

TEST(PropertyTable, AReportByAntonPaarKeepsItsGroupsAndPlaces) {
    const auto table = read(
        "New Report\r\n----------\r\n\t\tGlass\t\r\n"
        "HIT (O&P)\tData : 1\t7073,410\t\r\n[MPa]\tData : 2\t7202,803\t\r\n"
        "X\tData : 1\t89,117\t\r\n[mm]\tData : 2\t89,124\t\r\n"
        "Y\tData : 1\t41,383\t\r\n[mm]\tData : 2\t41,383\t\r\n",
        {}, "antonpaar-results");
    ASSERT_TRUE(table) << message(table.error());
    EXPECT_THAT(table->groups, ElementsAre("Glass", "Glass"));
    EXPECT_NEAR(values(*table, "H_IT_GPa"_q)[1], 7.202803, 1e-12);
    EXPECT_NEAR(table->x_um[1], 89124, 1e-9);
}

TEST(PropertyTable, FemtoToolsMeansMicrometres) {
    const auto table = read(
        "\"Index\"\t\"Phase\"\t\"Stiffness\"\t\"Depth..nm.\"\t\"Load..mN.\"\t\"E.GPa\"\t\"H.GPa\"\t"
        "\"hc.nm\"\t\"Ac.nm2\"\t\"X\"\t\"Y\"\n0\t2\t40301\t29\t0.19\t220\t7.5\t25\t25750\t0.5\t69."
        "6\n"
        "1\t2\t40301\t29\t0.19\t221\t7.6\t25\t25750\t0.9\t69.6\n",
        {}, "femtotools-map");
    ASSERT_TRUE(table) << message(table.error());
    EXPECT_THAT(table->x_um, ElementsAre(0.5, 0.9));
    EXPECT_EQ(values(*table, "A_p_nm2"_q)[0], 25750);
    EXPECT_TRUE(values(*table, "S_uN_per_nm"_q).empty());  // it names no unit
}

}  // namespace
}  // namespace sneddon
