// Any bytes as a recipe: the first says whether as a file or as lines KEY=VALUE of --set.
#include <cstdint>

#include "recipe/recipe_file.hpp"
#include "scratch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon::fuzz;
    if (size == 0) return 0;
    std::string_view text = bytes_of(data + 1, size - 1);
    sneddon::RunRequest request;
    if (data[0] % 2 == 0) request.recipe_file = scratch_file("recipe.toml", text);
    while (data[0] % 2 == 1 && !text.empty()) {
        const std::string_view line = next_line(text);
        const std::size_t sign = line.find('=');
        if (sign != line.npos)
            request.settings.emplace_back(line.substr(0, sign), line.substr(sign + 1));
    }
    const auto recipe = make_recipe(request, {});
    require_answer(recipe);
    if (!recipe) return 0;
    for (const sneddon::RecipeEntry& entry : recipe->entries)
        require(!entry.key.empty() && !entry.origin.empty());
    return 0;
}
