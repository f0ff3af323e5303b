#include "command.hpp"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace sneddon::cli {

CommandOption CommandOption::required() {
    option_->required();
    return *this;
}

CommandOption CommandOption::shows_default() {
    option_->capture_default_str();
    return *this;
}

CommandOption CommandOption::one_value_each() {
    option_->allow_extra_args(false);
    return *this;
}

CommandOption CommandOption::between(int least, int most) {
    option_->check(CLI::Range(least, most).description(""));
    option_->description(option_->get_description() + ", " + std::to_string(least) + " to " +
                         std::to_string(most));
    return *this;
}

Command Command::add_command(const std::string& name, const std::string& text) {
    return {*app_->add_subcommand(name, text), *end_};
}

void Command::require_one_command() {
    app_->require_subcommand(1);
}

void Command::fails_alone(const Error& error) {
    app_->callback([error, app = app_, end = end_] {
        if (app->get_subcommands().empty()) *end = fail(error);
    });
}

namespace {

/// The first sentence or line, and the lines after "Examples:".
void split_description(const std::string& description, CommandWords& words) {
    const std::string head = "Examples:\n";
    const std::size_t examples = description.find(head);
    words.what = description.substr(0, description.find('\n'));
    if (examples != std::string::npos) words.examples = description.substr(examples + head.size());
    while (words.examples.ends_with('\n')) words.examples.pop_back();
}

std::string usage_of(const CLI::Option& option) {
    std::string usage = option.get_name();
    if (option.get_expected_max() > 1) usage += "...";
    return option.get_required() ? usage : "[" + usage + "]";
}

OptionWords words_of_option(const CLI::Option& option) {
    OptionWords words;
    if (!option.get_lnames().empty()) words.long_name = "--" + option.get_lnames().front();
    if (!option.get_snames().empty()) words.short_name = "-" + option.get_snames().front();
    if (option.get_positional()) words.long_name = option.get_name();
    if (option.get_expected_max() > 0) words.value = option.get_type_name();
    words.text = option.get_description();
    return words;
}

CommandWords words_of(const CLI::App& app) {
    CommandWords words;
    words.name = app.get_name();
    split_description(app.get_description(), words);
    for (const CLI::Option* option : app.get_options()) {
        if (!option->get_positional()) {
            words.options.push_back(words_of_option(*option));
            continue;
        }
        words.positionals.push_back(words_of_option(*option));
        words.positional += (words.positional.empty() ? "" : " ") + usage_of(*option);
    }
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        words.commands.push_back(words_of(*command));
    return words;
}

/// What the help calls a value.
template <class Value>
constexpr const char* kind_of() {
    if (std::is_same_v<Value, std::filesystem::path>) return "PATH";
    if (std::is_integral_v<Value> || std::is_same_v<Value, std::optional<int>>) return "N";
    if (std::is_same_v<Value, double> || std::is_same_v<Value, std::optional<double>>)
        return "NUMBER";
    return "TEXT";
}

}  // namespace

template <class Value>
CommandOption Command::option(const std::string& names, Value& value, const std::string& text) {
    return CommandOption(*app_->add_option(names, value, text)->type_name(kind_of<Value>()));
}
template CommandOption Command::option(const std::string&, std::string&, const std::string&);
template CommandOption Command::option(const std::string&, std::filesystem::path&,
                                       const std::string&);
template CommandOption Command::option(const std::string&, std::vector<std::string>&,
                                       const std::string&);
template CommandOption Command::option(const std::string&, double&, const std::string&);
template CommandOption Command::option(const std::string&, std::optional<double>&,
                                       const std::string&);
template CommandOption Command::option(const std::string&, int&, const std::string&);
template CommandOption Command::option(const std::string&, std::optional<int>&, const std::string&);
template CommandOption Command::option(const std::string&, unsigned&, const std::string&);
template CommandOption Command::option(const std::string&, std::uint64_t&, const std::string&);

void Command::flag(const std::string& names, bool& is_given, const std::string& text) {
    app_->add_flag(names, is_given, text);
}

CommandWords Command::words() const {
    return words_of(*app_);
}

void Command::does(std::function<ExitCode()> act) {
    app_->callback([act = std::move(act), end = end_] { *end = act(); });
}

}  // namespace sneddon::cli
