#include "command_words.hpp"

#include <algorithm>

namespace sneddon::cli {
namespace {

void add_all(const CommandWords& command, std::vector<std::string> path,
             std::vector<ReachedCommand>& all) {
    all.push_back({path, &command});
    for (const CommandWords& inner : command.commands) {
        auto inner_path = path;
        inner_path.push_back(inner.name);
        add_all(inner, std::move(inner_path), all);
    }
}

}  // namespace

std::string OptionWords::names() const {
    if (short_name.empty() || long_name.empty()) return short_name + long_name;
    return short_name + ", " + long_name;
}

std::string ReachedCommand::joined(char separator) const {
    std::string words;
    for (const std::string& word : path)
        words += (words.empty() ? "" : std::string(1, separator)) + word;
    return words;
}

std::vector<ReachedCommand> all_commands(const CommandWords& program) {
    std::vector<ReachedCommand> all;
    add_all(program, {}, all);
    return all;
}

const CommandWords* find_command(const CommandWords& program,
                                 const std::vector<std::string>& path) {
    const CommandWords* at = &program;
    for (const std::string& word : path) {
        const auto found = std::ranges::find(at->commands, word, &CommandWords::name);
        if (found == at->commands.end()) return nullptr;
        at = &*found;
    }
    return at;
}

}  // namespace sneddon::cli
