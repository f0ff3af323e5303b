// Options in force: defaults < profile < study.toml < recipe file < --set and flags.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sneddon/analyse/recipe.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/recipe/run_request.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/groups/groups.hpp"
#include "study/study_options.hpp"

namespace sneddon {

struct Recipe {
    AnalysisRecipe analysis;
    GroupBy group_by = GroupBy::load_function;
    StudyOptions study;
    std::string reference = "none";          ///< a published study, by its id
    std::vector<std::string> exclude_flags;  ///< codes
    std::map<std::string, std::string>
        units;                         ///< "load" | "depth" | "time" -> unit, as ReadOptions
    std::vector<RecipeEntry> entries;  ///< every option, in the order of docs/recipe.md
    std::vector<Warning> warnings;     ///< SND-U015
};

/// Options of every source, the later over the earlier. A profile named on the command line beats
/// the one that the recipe file names; the other options of the file stay in force.
/// Errors, with file and line: SND-U002 unknown key (with the nearest name), U003 wrong type,
/// U004 out of range or unknown word, U005 not TOML, U007 options against each other,
/// U010 no area function, and those of reading a tip file.
Result<Recipe> make_recipe(const RunRequest& request, const StudyFacts& facts);

}  // namespace sneddon
