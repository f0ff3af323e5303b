#include <algorithm>
#include <iostream>
#include <memory>

#include "commands.hpp"
#include "recipe/recipe_file.hpp"
#include "results/write_results.hpp"
#include "sneddon/version.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "A recipe is the list of all choices of an analysis.\n\n"
    "Examples:\n"
    "  sneddon recipe init > my.toml\n"
    "  sneddon recipe init --profile antonpaar > antonpaar.toml\n"
    "  sneddon recipe check my.toml\n"
    "  sneddon run curves/ -r my.toml\n";

ExitCode print_recipe(const std::string& profile) {
    RunRequest request;
    request.profile = profile;
    auto recipe = make_recipe(request, {});
    if (!recipe) return fail(recipe.error());
    StudyResult study;
    study.version = version;
    study.recipe = std::move(recipe->entries);
    write_recipe_toml(std::cout, study);
    return ExitCode::done;
}

ExitCode check_recipe(const std::string& file) {
    RunRequest request;
    request.recipe_file = file;
    const auto recipe = make_recipe(request, {});
    if (!recipe) return fail(recipe.error());
    const auto defaults = make_recipe({}, {});
    std::cout << file << ": a recipe on profile " << recipe->analysis.profile << '\n';
    for (std::size_t i = 0; i < recipe->entries.size(); ++i) {
        const RecipeEntry& entry = recipe->entries[i];
        if (entry.value != defaults->entries[i].value)
            std::cout << "  " << entry.key << " = " << entry.value << "   (default "
                      << defaults->entries[i].value << ")\n";
    }
    return ExitCode::done;
}

}  // namespace

void add_recipe(CLI::App& program, ExitCode& end) {
    auto* command = program.add_subcommand("recipe", examples);
    command->callback([command, &end] {
        if (command->get_subcommands().empty())
            end = fail({"SND-U008", "recipe", "no command", "init or check FILE", ""});
    });
    const auto text = std::make_shared<std::string>();
    auto* init = command->add_subcommand("init", "Prints a recipe with every default.");
    init->add_option("--profile", *text, "sneddon, triboscan or antonpaar");
    init->callback([text, &end] { end = print_recipe(*text); });
    auto* check = command->add_subcommand("check", "Checks a recipe and prints what it changes.");
    check->add_option("FILE", *text, "a recipe file")->required();
    check->callback([text, &end] { end = check_recipe(*text); });
}

}  // namespace sneddon::cli
