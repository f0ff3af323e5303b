#include "analyse/impossible_values.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

bool is_ideal_tip_doubted(double h_c_nm, std::optional<double> radius_nm) {
    QuantityValues values{};
    values["h_c_nm"_q] = h_c_nm;
    AnalysisRecipe recipe;
    recipe.area_function = AreaFunction{};
    recipe.area_function->kind = AreaFunction::Kind::ideal;
    recipe.correction.tip_radius_nm = radius_nm;
    std::vector<Flag> flags;
    flag_ideal_tip(values, recipe, flags);
    return !flags.empty();
}

TEST(ImpossibleValues, TheIdealTipIsDoubtedBelowThreeRadiiOrThreeHundredNanometres) {
    EXPECT_TRUE(is_ideal_tip_doubted(295, 100));
    EXPECT_FALSE(is_ideal_tip_doubted(305, 100));
    EXPECT_TRUE(is_ideal_tip_doubted(295, std::nullopt));
    EXPECT_FALSE(is_ideal_tip_doubted(305, std::nullopt));
}

}  // namespace
}  // namespace sneddon
