#include <iostream>
#include <memory>

#include "commands.hpp"
#include "sneddon/tools/pages.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "A recipe is the list of all choices of an analysis.\n\n"
    "Examples:\n"
    "  sneddon recipe init > my.toml\n"
    "  sneddon recipe init --profile antonpaar > antonpaar.toml\n"
    "  sneddon recipe check my.toml\n"
    "  sneddon run curves/ -r my.toml\n";

ExitCode print(const Result<std::string>& text) {
    if (!text) return fail(text.error());
    std::cout << *text;
    return ExitCode::done;
}

}  // namespace

void add_recipe(Command& program) {
    Command command = program.add_command("recipe", examples);
    command.fails_alone({"SND-U008", "recipe", "no command", "init or check FILE", ""});
    const auto text = std::make_shared<std::string>();
    Command init = command.add_command("init", "Prints a recipe with every default.");
    init.option("--profile", *text, "sneddon, triboscan, antonpaar or nanosuite");
    init.does([text] { return print(recipe_text(*text)); });
    Command check = command.add_command("check", "Checks a recipe and prints what it changes.");
    check.option("FILE", *text, "a recipe file").required();
    check.does([text] { return print(recipe_changes(*text)); });
}

}  // namespace sneddon::cli
