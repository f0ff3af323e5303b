#include "pipeline/export/export_choice.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(ExportChoice, NothingIsWrittenThatWasNotAskedFor) {
    const auto choice = export_choice({});
    ASSERT_TRUE(choice);
    EXPECT_FALSE(choice->has_package || choice->has_workbook || choice->has_arrow ||
                 choice->has_chosen_csv);
}

TEST(ExportChoice, WordsChooseFiles) {
    const auto choice = export_choice({"csv, xlsx", "test_id,H_IT_GPa", "comma", 4});
    ASSERT_TRUE(choice);
    EXPECT_TRUE(choice->has_package);
    EXPECT_TRUE(choice->has_workbook);
    EXPECT_FALSE(choice->has_arrow);
    EXPECT_TRUE(choice->has_chosen_csv);
    EXPECT_TRUE(choice->form.has_decimal_comma);
    EXPECT_EQ(choice->columns, (std::vector<std::string>{"test_id", "H_IT_GPa"}));
    EXPECT_TRUE(export_choice({"", "", "point", {}})->has_chosen_csv);
    EXPECT_TRUE(export_choice({"", "", "", 3})->has_chosen_csv);
    EXPECT_FALSE(export_choice({"arrow", "", "", {}})->has_chosen_csv);
}

TEST(ExportChoice, WhatThereIsNotIsRefusedWithWhatThereIs) {
    const auto error = [](const TablesRequest& request) {
        const auto choice = export_choice(request);
        EXPECT_FALSE(choice);
        return choice ? Error{} : choice.error();
    };
    EXPECT_EQ(error({"xlxs", "", "", {}}).fix, "did you mean xlsx?");
    EXPECT_EQ(error({"parquet", "", "", {}}).code, "SND-U063");
    EXPECT_EQ(error({"", "test_id,H_IT_Gpa", "", {}}).fix, "did you mean H_IT_GPa?");
    EXPECT_EQ(error({"", "", "dot", {}}).where, "--decimal");
    EXPECT_EQ(error({"", "", "", 0}).where, "--digits");
    EXPECT_EQ(error({"", "", "", 18}).where, "--digits");
}

}  // namespace
}  // namespace sneddon
