// Options in force: defaults < profile < study.toml < recipe file < --set and flags.
#pragma once

#include <vector>

#include "sneddon/analyse/recipe.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/pipeline/run.hpp"
#include "sneddon/study/groups.hpp"

namespace sneddon {

struct Recipe {
    AnalysisRecipe analysis;
    GroupBy group_by = GroupBy::load_function;
    std::vector<RecipeEntry> entries;  ///< every option, in the order of the documentation
};

/// Errors: unknown key (with the nearest name), wrong type or range, with file and line.
Result<Recipe> make_recipe(const RunRequest& request, const StudyFacts& facts);

}  // namespace sneddon
