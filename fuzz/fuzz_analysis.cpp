// Any curve, by every profile: segments, corrections, a result per cycle. What is usable has no
// infinite number, every flag and every reason a page or words.
#include <cmath>
#include <cstdint>

#include "made_curve.hpp"
#include "require.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/analyse/recipe.hpp"

namespace {

using namespace sneddon;

AnalysisRecipe made_recipe(FuzzedDataProvider& bytes) {
    const auto names = profile_names();
    const std::size_t last = names.size() - 1;
    AnalysisRecipe recipe =
        *profile_recipe(std::string(names[bytes.ConsumeIntegralInRange<std::size_t>(0, last)]));
    recipe.area_function = AreaFunction{};
    recipe.uncertainty.area_relative = 0.02;
    recipe.poisson_ratio = 0.3;
    recipe.uncertainty.monte_carlo = bytes.ConsumeIntegralInRange(0, 15) == 0 ? 20 : 0;
    return recipe;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    FuzzedDataProvider bytes(data, size);
    const AnalysisRecipe recipe = made_recipe(bytes);
    const Test test = sneddon::fuzz::made_test(bytes);
    if (test.curve.size() < 2) return 0;  // no reader gives such a one
    const TestResult result = analyse(test, recipe);
    sneddon::fuzz::require(!result.cycles.empty());
    for (const CycleResult& cycle : result.cycles) {
        sneddon::fuzz::require(cycle.is_usable || !cycle.reason.empty());
        sneddon::fuzz::require(cycle.parts.end <= test.curve.size());
        for (std::size_t q = 0; q < quantity_count; ++q)
            sneddon::fuzz::require(!cycle.is_usable || !std::isinf(cycle.values[QuantityIndex{q}]));
        for (const Flag& flag : cycle.flags)
            sneddon::fuzz::require(find_code(flag.code) != nullptr && !flag.text.empty());
    }
    return 0;
}
