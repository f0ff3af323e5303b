// What the program says of itself: version, licences, help, manual pages, completion.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "commands.hpp"
#include "sneddon/tools/doctor.hpp"
#include "sneddon/version.hpp"
#include "words/completion.hpp"
#include "words/man_page.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* completion_examples =
    "Prints the script by which a shell completes commands, options and files.\n\n"
    "Examples:\n"
    "  source <(sneddon completion bash)          for this shell; in ~/.bashrc for all\n"
    "  sneddon completion zsh > ~/.zfunc/_sneddon\n"
    "  sneddon completion fish > ~/.config/fish/completions/sneddon.fish\n"
    "  sneddon completion powershell | Out-String | Invoke-Expression\n";

constexpr const char* help_examples =
    "Explains a command, or prints its manual page.\n\n"
    "Examples:\n"
    "  sneddon help run\n"
    "  sneddon help fit mixture\n"
    "  sneddon help run --man | man -l -\n"
    "  sneddon help --man-pages man1     every page, as a file\n";

constexpr const char* version_examples =
    "Says which version this is, and what it was built with.\n\n"
    "Examples:\n"
    "  sneddon version\n"
    "  sneddon version --verbose   build, libraries, instruction set; for reports of bugs\n";

ExitCode print_completion(const Command& program, const std::string& shell) {
    const std::string script = completion_script(program.words(), shell);
    if (script.empty())
        return fail({"SND-U004", "completion", "'" + shell + "'", "bash, zsh, fish or powershell",
                     "for example `sneddon completion bash`"});
    std::cout << script;
    return ExitCode::done;
}

struct HelpOptions {
    std::vector<std::string> path;
    bool wants_man = false;
    std::string folder;
};

ExitCode write_man_pages(const CommandWords& program, const std::string& folder) {
    std::error_code trouble;
    std::filesystem::create_directories(folder, trouble);
    for (const ReachedCommand& at : all_commands(program)) {
        const std::filesystem::path file = std::filesystem::path(folder) / man_page_name(at);
        std::ofstream(file, std::ios::binary) << man_page(at);
        if (!std::filesystem::exists(file, trouble))
            return fail({"SND-O003", file.generic_string(), "it cannot be written", "", ""});
    }
    return ExitCode::done;
}

ExitCode help(const Command& program, const HelpOptions& options) {
    const CommandWords words = program.words();
    if (!options.folder.empty()) return write_man_pages(words, options.folder);
    const CommandWords* command = find_command(words, options.path);
    if (command == nullptr) {
        std::string typed;
        for (const std::string& word : options.path) typed += (typed.empty() ? "" : " ") + word;
        return fail({"SND-U001", "", "unknown command " + typed, "", "see `sneddon -h`"});
    }
    std::cout << man_page({options.path, command});
    return ExitCode::done;
}

}  // namespace

void add_completion(Command& program) {
    const auto shell = std::make_shared<std::string>();
    Command command = program.add_command("completion", completion_examples);
    command.option("SHELL", *shell, "bash, zsh, fish or powershell").required();
    command.does([program, shell] { return print_completion(program, *shell); });
}

void add_help(Command& program) {
    const auto options = std::make_shared<HelpOptions>();
    Command command = program.add_command("help", help_examples);
    command.option("COMMAND", options->path, "the command, such as `fit mixture`");
    command.flag("--man", options->wants_man, "its manual page, as man(1) reads it");
    command.option("--man-pages", options->folder, "folder for the pages of all commands");
    command.does([program, options] { return help(program, *options); });
}

void add_licences(Command& program) {
    const auto wants_json = std::make_shared<bool>(false);
    Command command = program.add_command(
        "licences", "Names the licence of the program, and those of what it is built with.");
    command.flag("--json", *wants_json, "as JSON");
    command.does([wants_json] {
        std::cout << (*wants_json ? licences_json() : licences_page());
        return ExitCode::done;
    });
}

void add_version(Command& program) {
    const auto is_verbose = std::make_shared<bool>(false);
    Command command = program.add_command("version", version_examples);
    command.flag("--verbose", *is_verbose, "build, libraries, instruction set too");
    command.does([is_verbose] {
        std::cout << (*is_verbose ? about_page() : "sneddon " + std::string(version) + "\n");
        return ExitCode::done;
    });
}

}  // namespace sneddon::cli
