#include "command.hpp"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
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
    option_->check(CLI::Range(least, most));
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

template <class Value>
CommandOption Command::option(const std::string& names, Value& value, const std::string& text) {
    return CommandOption(*app_->add_option(names, value, text));
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
template CommandOption Command::option(const std::string&, unsigned&, const std::string&);
template CommandOption Command::option(const std::string&, std::uint64_t&, const std::string&);

void Command::flag(const std::string& names, bool& is_given, const std::string& text) {
    app_->add_flag(names, is_given, text);
}

void Command::does(std::function<ExitCode()> act) {
    app_->callback([act = std::move(act), end = end_] { *end = act(); });
}

}  // namespace sneddon::cli
