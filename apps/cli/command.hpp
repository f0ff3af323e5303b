// A command with its options: all that the commands see of the command-line library, whose headers
// take seconds to compile and stay in command.cpp and program.cpp.
#pragma once

#include <functional>
#include <string>

#include "exit_code.hpp"
#include "words/command_words.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace sneddon::cli {

/// An option that a command has got, to say more about it.
class CommandOption {
  public:
    explicit CommandOption(CLI::Option& option) : option_(&option) {}

    CommandOption required();
    CommandOption shows_default();
    CommandOption one_value_each();  ///< given again for each further value
    CommandOption between(int least, int most);

  private:
    CLI::Option* option_;
};

class Command {
  public:
    /// How a called command ended goes to `end`; both outlive the command.
    Command(CLI::App& app, ExitCode& end) : app_(&app), end_(&end) {}

    /// The first line of `text` says what the command does, the rest are examples.
    Command add_command(const std::string& name, const std::string& text);
    void require_one_command();
    /// Called without a command of its own, it fails with this.
    void fails_alone(const Error& error);

    /// `names`: "-o,--out", or "FILE" for a word without a name. Value: text, a path, a number
    /// (optional or not) or a list of texts; command.cpp names them.
    template <class Value>
    CommandOption option(const std::string& names, Value& value, const std::string& text);
    void flag(const std::string& names, bool& is_given, const std::string& text);

    /// What its help says, and that of the commands in it.
    CommandWords words() const;

    /// What the command does; it owns the options it works with.
    void does(std::function<ExitCode()> act);

  private:
    CLI::App* app_;
    ExitCode* end_;
};

}  // namespace sneddon::cli
