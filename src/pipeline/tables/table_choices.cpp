#include "pipeline/tables/table_choices.hpp"

#include <algorithm>
#include <array>

#include "base/nan.hpp"
#include "recipe/recipe_keys.hpp"

namespace sneddon {
namespace {

constexpr std::size_t many_rows = 5000, very_many_rows = 200000;
constexpr std::string_view origin = "results table";

std::size_t count_used(std::span<const TestRow> rows) {
    return static_cast<std::size_t>(std::ranges::count(rows, Status::used, &TestRow::status));
}

bool has_any(std::span<const TestRow> rows, QuantityIndex quantity) {
    return std::ranges::any_of(rows, [&](const TestRow& row) {
        return row.status == Status::used && is_finite(row.values[quantity]);
    });
}

/// H_IT, and E_IT or else E_r.
std::string hardness_and_modulus(std::span<const TestRow> rows) {
    std::string list;
    if (has_any(rows, "H_IT_GPa"_q)) list = "H_IT_GPa";
    const char* modulus = has_any(rows, "E_IT_GPa"_q)  ? "E_IT_GPa"
                          : has_any(rows, "E_r_GPa"_q) ? "E_r_GPa"
                                                       : "";
    if (*modulus != '\0') list += (list.empty() ? "" : ",") + std::string(modulus);
    return list;
}

void choose(Recipe& recipe, std::string_view key, const std::string& text) {
    const RecipeKey* known = find_recipe_key(key);
    const auto entry = std::ranges::find(recipe.entries, key, &RecipeEntry::key);
    if (known == nullptr || entry == recipe.entries.end() || entry->origin != "default") return;
    if (known->set(recipe, value_of_text(known->rule, text), {std::string(origin), {}})) return;
    entry->value = toml_text(known->value(recipe));
    entry->origin = origin;
}

}  // namespace

void choose_for_tables(std::span<const TestRow> rows, Recipe& recipe) {
    const std::size_t used = count_used(rows);
    const bool are_tables = used > 0 && std::ranges::all_of(rows, [](const TestRow& row) {
                                return row.source == RowSource::table;
                            });
    if (!are_tables) return;
    const std::string both = hardness_and_modulus(rows);
    if (!has_any(rows, "creep_nm"_q)) choose(recipe, "study.features", both);
    if (!has_any(rows, "W_plast_pJ"_q)) choose(recipe, "study.ccdf_quantities", both);
    if (used <= many_rows) return;
    recipe.study.is_large_table = true;
    recipe.study.k_simulations = 0;
    // A resample of a million rows chooses what the million did.
    choose(recipe, "study.k_resamples", used <= very_many_rows ? "20" : "0");
    choose(recipe, "study.fit_simulations", "39");
    choose(recipe, "study.permutations", used <= very_many_rows ? "99" : "19");
}

}  // namespace sneddon
