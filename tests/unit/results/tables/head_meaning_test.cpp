#include "results/tables/head_meaning.hpp"

#include <gtest/gtest.h>

#include "results/columns.hpp"

namespace sneddon {
namespace {

TEST(HeadMeaning, EveryFirstColumnAndQuantityHasOne) {
    for (const Column& column : first_columns) {
        EXPECT_TRUE(can_be_column(column.head)) << column.head;
        EXPECT_NE(meaning_of(column.head).text, "") << column.head;
    }
    for (const QuantityInfo& info : quantity_table) {
        EXPECT_EQ(meaning_of(info.id).unit, info.unit);
        EXPECT_EQ(meaning_of(info.id).text, info.text);
    }
}

TEST(HeadMeaning, PartsOfAQuantityHaveItsUnit) {
    EXPECT_EQ(meaning_of("H_IT_GPa_u_random").unit, "GPa");
    EXPECT_EQ(meaning_of("H_IT_GPa_n").unit, "");
    EXPECT_TRUE(meaning_of("H_IT_GPa_n").is_whole);
    EXPECT_EQ(meaning_of("vendor_H_IT_GPa").unit, "GPa");
    EXPECT_EQ(meaning_of("vendor_Hardness").unit, "") << "the instrument's own name";
    EXPECT_EQ(meaning_of("H_IT_GPa_mean").text, "mean of the indentation hardness");
}

TEST(HeadMeaning, OnlyColumnsOfTestsCanBeChosen) {
    for (const char* head : {"H_IT_GPa_u_common", "vendor_anything", "cluster_name", "x_um"})
        EXPECT_TRUE(can_be_column(head)) << head;
    for (const char* head : {"H_IT_GPa_mean", "H_IT", "", "h_it_gpa"})
        EXPECT_FALSE(can_be_column(head)) << head;
    EXPECT_EQ(nearest_column("H_IT_Gpa"), "H_IT_GPa");
}

}  // namespace
}  // namespace sneddon
