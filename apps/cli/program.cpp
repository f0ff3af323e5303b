#include "program.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "commands.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/version.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* description =
    "Nanoindentation: from the files of instruments to results.\n\n"
    "Examples:\n"
    "  sneddon demo                        a simulated study of 1,200 tests, analysed\n"
    "  sneddon look measurements/          what is there, and what a run would lack\n"
    "  sneddon run measurements/ -o out    read, analyse, write tables and a report\n"
    "  sneddon measurements/               the same, into ./out\n"
    "  sneddon show measurements/a.txt     one test: curve, values, flags\n"
    "  sneddon fit mixture map.csv ...     groups in the columns of any table\n"
    "  sneddon explain SND-A004            what a code means\n";

using Words = std::vector<std::string_view>;

/// Help as the library writes it, but with one line for each command.
class HelpText : public CLI::Formatter {
  public:
    HelpText() { column_width(28); }

    std::string make_subcommand(const CLI::App* command) const override {
        const std::string text = command->get_description();
        std::ostringstream line;
        line << "  " << std::left << std::setw(14) << command->get_name()
             << text.substr(0, text.find('\n')) << '\n';
        return line.str();
    }

    std::string make_usage(const CLI::App* app, std::string name) const override {
        if (app->get_parent() != nullptr) return Formatter::make_usage(app, name);
        return "Usage: sneddon COMMAND [OPTIONS] ...   `sneddon COMMAND -h` explains one\n";
    }
};

/// The application that `args` have reached: a command, or one inside of it.
CLI::App& reached(CLI::App& program) {
    CLI::App* at = &program;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
    return *at;
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
        for (const auto& name : option->get_snames()) names.push_back("-" + name);
    }
    return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

Error unknown_word(const std::string& kind, const std::string& word,
                   const std::vector<std::string>& known, const std::string& help) {
    const std::string nearest = nearest_name(word, Words(known.begin(), known.end()));
    const std::string fix =
        nearest.empty() ? "see `" + help + "`" : "did you mean " + nearest + "?";
    return {"SND-U001", "", "unknown " + kind + " " + word, "", fix};
}

/// "sneddon run", "sneddon recipe check": what to type for help.
std::string help_of(const CLI::App& app) {
    std::string words;
    for (const CLI::App* at = &app; at != nullptr; at = at->get_parent())
        words = at->get_name() + " " + words;
    return words + "-h";
}

ExitCode refuse(CLI::App& program, const CLI::ParseError& trouble) {
    CLI::App& at = reached(program);
    const auto rest = program.remaining(true);
    if (dynamic_cast<const CLI::ExtrasError*>(&trouble) != nullptr && !rest.empty()) {
        const bool is_option = rest.front().starts_with('-');
        const std::string name = rest.front().substr(0, rest.front().find('='));
        return fail(is_option ? unknown_word("option", name, option_names(at), help_of(at))
                              : unknown_word("word", name, command_names(at), help_of(at)));
    }
    const std::string where = &at == &program ? "" : at.get_name();
    return fail({"SND-U008", where, trouble.what(), "", "see `" + help_of(at) + "`"});
}

bool may_be_path(const std::string& word) {
    std::error_code ignored;
    return word == "-" || word.starts_with('@') || word.find_first_of("*?[/\\") != word.npos ||
           std::filesystem::exists(word, ignored);
}

/// `sneddon help COMMAND` is `sneddon COMMAND -h`, but where a manual page is asked for.
std::optional<Error> open_help(std::vector<std::string>& args, const CLI::App& program) {
    if (std::ranges::any_of(args, [](const auto& word) { return word.starts_with('-'); }))
        return std::nullopt;
    args.erase(args.begin());
    const CLI::App* at = &program;
    for (const std::string& word : args) {
        const auto names = command_names(*at);
        if (std::ranges::find(names, word) == names.end())
            return unknown_word("command", word, names, help_of(*at));
        at = at->get_subcommand(word);
    }
    args.push_back("-h");
    return std::nullopt;
}

/// `sneddon PATH...` is `sneddon run PATH...`. What is neither a command nor a path is a misspelt
/// command.
std::optional<Error> choose_command(std::vector<std::string>& args, const CLI::App& program) {
    if (args.empty()) return std::nullopt;
    const std::string first = args.front();
    if (first == "help") return open_help(args, program);
    const auto commands = command_names(program);
    if (std::ranges::find(commands, first) != commands.end()) return std::nullopt;
    if (first == "-h" || first == "--help" || first == "--version") return std::nullopt;
    if (!first.starts_with('-') && !may_be_path(first))
        return unknown_word("command or file", first, commands, "sneddon -h");
    args.insert(args.begin(), "run");
    return std::nullopt;
}

}  // namespace

ExitCode execute_program(std::vector<std::string> args) {
    CLI::App program(description, "sneddon");
    program.set_version_flag("--version", "sneddon " + std::string(version),
                             "Print the version and exit");
    program.require_subcommand(0, 1);
    program.formatter(std::make_shared<HelpText>());
    ExitCode end = ExitCode::done;
    Command command(program, end);
    add_run(command);
    add_look(command);
    add_show(command);
    add_report(command);
    add_formats(command);
    add_explain(command);
    add_recipe(command);
    add_fit(command);
    add_calibrate(command);
    add_compare(command);
    add_simulate(command);
    add_demo(command);
    add_shard(command);
    add_merge(command);
    add_verify(command);
    add_convert(command);
    add_doctor(command);
    add_version(command);
    add_licences(command);
    add_help(command);
    add_completion(command);
    if (const auto error = choose_command(args, program)) return fail(*error);
    if (args.empty()) args = {"--help"};
    std::ranges::reverse(args);  // the library takes the last word first
    try {
        program.parse(args);
    } catch (const CLI::Success& help_or_version) {
        program.exit(help_or_version, std::cout, std::cerr);
    } catch (const CLI::ParseError& trouble) {
        return refuse(program, trouble);
    }
    return end;
}

}  // namespace sneddon::cli
