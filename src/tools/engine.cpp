#include "sneddon/tools/engine.hpp"

#include <fmt/core.h>

#include "recipe/recipe_file.hpp"

namespace sneddon {
namespace {

std::vector<double> copy_of(std::span<const double> column) {
    return {column.begin(), column.end()};
}

}  // namespace

Result<AnalysisRecipe> analysis_recipe(const RunRequest& request) {
    auto recipe = make_recipe(request, {});
    if (!recipe) return recipe.error();
    return std::move(recipe->analysis);
}

Result<TestResult> analyse(const CurveView& curve, const AnalysisRecipe& recipe) {
    const auto [time_s, depth_nm, load_uN] = curve;
    if (depth_nm.size() != time_s.size() || load_uN.size() != time_s.size())
        return Error{"SND-U050", "analyse",
                     fmt::format("{} times, {} depths, {} loads", time_s.size(), depth_nm.size(),
                                 load_uN.size()),
                     "columns of one length", ""};
    Test test;
    test.curve = {copy_of(time_s), copy_of(depth_nm), copy_of(load_uN), {}};
    return analyse(test, recipe);
}

}  // namespace sneddon
