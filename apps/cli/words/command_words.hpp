// What the help says, as values: the one source of completions and manual pages.
#pragma once

#include <string>
#include <vector>

namespace sneddon::cli {

struct OptionWords {
    std::string long_name, short_name;  ///< "--out", "-o"; one of them may be empty
    std::string value;                  ///< "TEXT"; "" = a flag
    std::string text;
    std::string names() const;  ///< "-o, --out"
};

struct CommandWords {
    std::string name;        ///< "run"; that of the program is "sneddon"
    std::string what;        ///< one sentence
    std::string examples;    ///< lines "  sneddon run ...", may be none
    std::string positional;  ///< "PATH...", as the usage shows it
    std::vector<OptionWords> positionals, options;
    std::vector<CommandWords> commands;
};

/// A command with the words that lead to it: {"fit", "mixture"}; none for the program itself.
struct ReachedCommand {
    std::vector<std::string> path;
    const CommandWords* command = nullptr;
    std::string joined(char separator) const;  ///< "fit mixture"
};

/// The program, its commands and theirs, each before what is in it.
std::vector<ReachedCommand> all_commands(const CommandWords& program);

/// By its path; none where it leads nowhere.
const CommandWords* find_command(const CommandWords& program, const std::vector<std::string>& path);

}  // namespace sneddon::cli
