#pragma once

#include "report/methods/method_text.hpp"
#include "report/methods/written_recipe.hpp"

namespace sneddon {

/// How hardness and modulus against depth came about; nothing where no profile is.
void say_depth_profiles(const WrittenResults& results, const WrittenRecipe& recipe,
                        MethodText& text);

}  // namespace sneddon
