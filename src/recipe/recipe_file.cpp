#include "recipe/recipe_file.hpp"

#include <algorithm>
#include <filesystem>

#include "base/files/utf8.hpp"
#include "recipe/recipe_keys.hpp"
#include "recipe/toml_options.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

/// One option as somebody stated it, checked against its rule.
struct Stated {
    const RecipeKey* key;
    OptionValue value;
    Statement statement;
};
using Layer = std::vector<Stated>;  ///< in the order of recipe_keys()

constexpr std::string_view tip_radius_key = "correct.tip_radius_nm";

using Origins = std::map<std::string_view, std::string>;

/// A later statement of the same key replaces the earlier one of its layer.
std::optional<Error> add(Layer& layer, std::string_view key, const OptionValue& value,
                         const Statement& statement) {
    const RecipeKey* known = find_recipe_key(key);
    if (known == nullptr) return unknown_key(key, recipe_key_names(), statement.where);
    if (auto error = check_value(known->rule, value, statement.where)) return error;
    std::erase_if(layer, [&](const Stated& stated) { return stated.key == known; });
    const auto place = std::ranges::upper_bound(layer, known, {}, &Stated::key);
    layer.insert(place, {known, value, statement});
    return std::nullopt;
}

std::optional<Error> add_text(Layer& layer, std::string_view key, std::string_view text,
                              const std::string& where) {
    const RecipeKey* known = find_recipe_key(key);
    const OptionValue value =
        known != nullptr ? value_of_text(known->rule, text) : OptionValue(std::string(text));
    return add(layer, key, value, {where, {}});
}

/// "µN" with either micro sign is "uN".
std::string ascii_unit(std::string unit) {
    for (const std::string_view micro : {"\u00b5", "\u03bc"})
        if (unit.starts_with(micro)) unit.replace(0, micro.size(), "u");
    return unit;
}

Result<Layer> layer_of_file(const std::string& file) {
    Layer layer;
    if (file.empty()) return layer;
    const auto written = read_toml_options(file);
    if (!written) return written.error();
    const std::string folder = utf8(std::filesystem::path(file).parent_path());
    for (const WrittenOption& option : *written) {
        auto error = option.is_empty_table
                         ? unknown_table(option, recipe_key_names())
                         : add(layer, option.key, option.value, {option.where, folder});
        if (error) return *error;
    }
    return layer;
}

Result<Layer> layer_of_command_line(const RunRequest& request) {
    Layer layer;
    for (const auto& [key, text] : request.settings)
        if (auto error = add_text(layer, key, text, "--set")) return *error;
    if (!request.profile.empty())
        if (auto error = add_text(layer, "profile", request.profile, "--profile")) return *error;
    if (!request.area_function.empty())
        if (auto error = add_text(layer, "area.function", request.area_function, "--area-function"))
            return *error;
    if (request.poisson_ratio)
        if (auto error = add(layer, "sample.nu", *request.poisson_ratio, {"--poisson", {}}))
            return *error;
    for (const auto& [column, unit] : request.units)
        if (auto error = add_text(layer, "units." + column, ascii_unit(unit), "--unit"))
            return *error;
    if (!request.exclude_flags.empty()) {
        std::string codes;
        for (const std::string& code : request.exclude_flags)
            codes += (codes.empty() ? "" : ",") + code;
        if (auto error = add_text(layer, "study.exclude_flags", codes, "--exclude-flag"))
            return *error;
    }
    if (!request.group_by.empty())
        if (auto error = add_text(layer, "study.group_by", request.group_by, "--group-by"))
            return *error;
    if (!request.findings.empty())
        if (auto error = add_text(layer, "study.findings", request.findings, "--findings"))
            return *error;
    return layer;
}

const Stated* stated_profile(const Layer& layer) {
    for (const Stated& stated : layer)
        if (stated.key->rule.key == "profile") return &stated;
    return nullptr;
}

bool states(const Layer& layer, std::string_view key) {
    return std::ranges::any_of(layer,
                               [&](const Stated& stated) { return stated.key->rule.key == key; });
}

void apply_profile(Recipe& recipe, Origins& origins, const std::string& profile) {
    recipe.analysis = profile_recipe(profile).value();
    const Recipe defaults;
    for (const RecipeKey& key : recipe_keys()) {
        const bool is_default = key.value(recipe) == key.value(defaults);
        origins[key.rule.key] = is_default ? "default" : "profile";
    }
}

/// A new area function brings its own range with it, or none.
void note_origin(Origins& origins, std::string_view key, const std::string& origin) {
    origins[key] = origin;
    if (key != "area.function") return;
    origins["area.h_c_min_nm"] = origin;
    origins["area.h_c_max_nm"] = origin;
}

void apply_facts(Recipe& recipe, Origins& origins, const StudyFacts& facts) {
    const std::string origin = "study.toml";
    AnalysisRecipe& analysis = recipe.analysis;
    if (facts.indenter_E_GPa) {
        analysis.indenter_E_GPa = *facts.indenter_E_GPa;
        note_origin(origins, "indenter.E_GPa", origin);
    }
    if (facts.indenter_poisson_ratio) {
        analysis.indenter_poisson_ratio = *facts.indenter_poisson_ratio;
        note_origin(origins, "indenter.nu", origin);
    }
    if (facts.area_function) {
        analysis.area_function = facts.area_function;
        note_origin(origins, "area.function", origin);
    }
    if (facts.poisson_ratio) {
        analysis.poisson_ratio = facts.poisson_ratio;
        note_origin(origins, "sample.nu", origin);
    }
    if (facts.u_area_relative) {
        analysis.uncertainty.area_relative = facts.u_area_relative;
        note_origin(origins, "uncertainty.area_relative", origin);
    }
    if (facts.u_drift_nm_per_s) {
        analysis.uncertainty.drift_nm_per_s = facts.u_drift_nm_per_s;
        note_origin(origins, "uncertainty.drift_nm_per_s", origin);
    }
    if (facts.roughness_nm) {
        analysis.roughness_nm = facts.roughness_nm;
        note_origin(origins, "sample.roughness_nm", origin);
    }
}

std::optional<Error> apply_layer(Recipe& recipe, Origins& origins, const Layer& layer,
                                 const std::string& origin) {
    for (const auto& [key, value, statement] : layer) {
        if (auto error = key->set(recipe, value, statement)) return error;
        if (key->rule.key != "profile") note_origin(origins, key->rule.key, origin);
    }
    return std::nullopt;
}

/// Two options that must stand in this order, with the names under which the user knows them.
std::optional<Error> check_order(std::string_view low_key, double low, std::string_view high_key,
                                 double high) {
    if (low < high) return std::nullopt;
    const std::string low_name(low_key), high_name(high_key);
    return Error{
        "SND-U007", "recipe",
        low_name + " = " + number_text(low) + " and " + high_name + " = " + number_text(high),
        low_name + " below " + high_name, ""};
}

std::optional<Error> check_together(const AnalysisRecipe& recipe, const StudyOptions& study) {
    if (auto error = check_order("study.rate_window_begin", study.rate_window_begin,
                                 "study.rate_window_end", study.rate_window_end))
        return error;
    if (auto error = check_order("unloading.window_low", recipe.window_low, "unloading.window_high",
                                 recipe.window_high))
        return error;
    if (auto error = check_order("unloading.m_min", recipe.m_min, "unloading.m_max", recipe.m_max))
        return error;
    const auto& area = recipe.area_function;
    if (!area || !area->h_c_min_nm || !area->h_c_max_nm) return std::nullopt;
    return check_order("area.h_c_min_nm", *area->h_c_min_nm, "area.h_c_max_nm", *area->h_c_max_nm);
}

/// Whether the profiles differ in this option.
bool profile_chooses(const RecipeKey& key) {
    const Recipe defaults;
    return std::ranges::any_of(profile_names(), [&](std::string_view name) {
        Recipe other;
        other.analysis = profile_recipe(std::string(name)).value();
        return key.value(other) != key.value(defaults);
    });
}

/// A recipe file that states every option (such as recipe.toml of a run) leaves nothing for another
/// profile to choose: results must not carry the name of a profile without this being said.
void warn_of_kept_options(Recipe& recipe, const Layer& file, const Layer& command_line) {
    const Stated* before = stated_profile(file);
    const Stated* after = stated_profile(command_line);
    if (before == nullptr || after == nullptr || before->value == after->value) return;
    Recipe bare;
    bare.analysis = profile_recipe(recipe.analysis.profile).value();
    std::string kept;
    for (const Stated& stated : file) {
        const RecipeKey& key = *stated.key;
        if (key.rule.key == "profile") continue;
        const bool is_same = key.value(recipe) == key.value(bare);
        if (is_same || !profile_chooses(key)) continue;
        kept += (kept.empty() ? "" : ", ") + std::string(key.rule.key);
    }
    if (kept.empty()) return;
    recipe.warnings.push_back(
        {"SND-U015",
         "profile \"" + recipe.analysis.profile +
             "\" of the command line, but the recipe file keeps in force: " + kept,
         {}});
}

/// Where nobody stated the radius of the tip, the area function may have brought it.
void note_tip_radius(const Recipe& recipe, Origins& origins) {
    const AnalysisRecipe& analysis = recipe.analysis;
    if (analysis.correction.tip_radius_nm || !analysis.area_function) return;
    if (!known_tip_radius_nm(*analysis.area_function)) return;
    origins[tip_radius_key] = "area.function (" + origins["area.function"] + ")";
}

/// A new area function brings its own radius with it, or none, as it does its own range: that of a
/// recipe file belongs to the tip that the file states beside it.
void leave_radius_of_other_tip(const Layer& file, const Layer& command_line, Recipe& recipe,
                               Origins& origins) {
    if (!states(command_line, "area.function") || !states(file, "area.function")) return;
    if (!states(file, tip_radius_key)) return;
    recipe.analysis.correction.tip_radius_nm.reset();
    origins[tip_radius_key] = "default";
}

void list_entries(Recipe& recipe, const Origins& origins) {
    for (const RecipeKey& key : recipe_keys())
        recipe.entries.push_back({std::string(key.rule.key), toml_text(key.value(recipe)),
                                  comment(key), origins.at(key.rule.key)});
}

}  // namespace

Result<Recipe> make_recipe(const RunRequest& request, const StudyFacts& facts) {
    const auto file = layer_of_file(request.recipe_file);
    if (!file) return file.error();
    const auto command_line = layer_of_command_line(request);
    if (!command_line) return command_line.error();

    Recipe recipe;
    Origins origins;
    std::string profile(profile_names().front());
    std::string profile_origin = "default";
    for (const auto& [layer, origin] :
         {std::pair(&*file, "recipe file"), std::pair(&*command_line, "command line")})
        if (const Stated* stated = stated_profile(*layer)) {
            profile = std::get<std::string>(stated->value);
            profile_origin = origin;
        }
    apply_profile(recipe, origins, profile);
    apply_facts(recipe, origins, facts);
    if (auto error = apply_layer(recipe, origins, *file, "recipe file")) return *error;
    leave_radius_of_other_tip(*file, *command_line, recipe, origins);
    if (auto error = apply_layer(recipe, origins, *command_line, "command line")) return *error;
    if (auto error = check_together(recipe.analysis, recipe.study)) return *error;
    origins["profile"] = profile_origin;
    warn_of_kept_options(recipe, *file, *command_line);
    note_tip_radius(recipe, origins);
    list_entries(recipe, origins);
    return recipe;
}

}  // namespace sneddon
