// What is asked of tests that come from tables, where the recipe leaves the choice to the program.
#pragma once

#include <span>

#include "recipe/recipe_file.hpp"

namespace sneddon {

/// Where every used row is of a table: clusters are cut on H_IT and the modulus that is there when
/// no row has a creep, distributions are of works that are there, else of these two; above 5,000
/// rows resampling is done less often. Options that somebody stated stay as they are; the entries
/// of the others say "results table" as their origin.
void choose_for_tables(std::span<const TestRow> rows, Recipe& recipe);

}  // namespace sneddon
