#include "request_options.hpp"

#include <iostream>
#include <sstream>
#include <utility>

namespace sneddon::cli {
namespace {

std::optional<std::pair<std::string, std::string>> split_at_equals(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
        return std::nullopt;
    return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

Error not_a_pair(const std::string& option, const std::string& found, const std::string& form) {
    return {"SND-U008", option, found, form, ""};
}

/// "depth=nm,load=mN" is given as two.
std::vector<std::string> split_at_commas(const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    for (const std::string& text : texts) {
        std::istringstream list(text);
        for (std::string part; std::getline(list, part, ',');) parts.push_back(part);
    }
    return parts;
}

/// One path a line; blank lines are nothing.
std::vector<std::string> paths_of_stdin() {
    std::vector<std::string> paths;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.ends_with('\r')) line.pop_back();
        if (!line.empty()) paths.push_back(line);
    }
    return paths;
}

}  // namespace

void add_paths(Command& command, RequestOptions& options) {
    command
        .option("PATH", options.request.paths,
                "files, folders, globs, @LIST (a file of paths), - (a list on stdin)")
        .required();
}

void add_facts(Command& command, RequestOptions& options) {
    command.option(
        "--area-function", options.request.area_function,
        "tip file, \"C0,C1,...\", \"cap-cone:R_nm[:angle_deg]\", \"thurn-cook:...\" or \"ideal\"");
    command.option("--poisson", options.request.poisson_ratio,
                   "Poisson's ratio of the sample, for E_IT");
    command
        .option("--unit", options.units, "unit that a file does not say: load=uN,depth=nm,time=s")
        .one_value_each();
    command
        .option("--column", options.columns,
                "column of a table of results: H=HEAD or H='HEAD:GPa'; also E, X, Y ...")
        .one_value_each();
}

void add_choices(Command& command, RequestOptions& options) {
    command.option("-r,--recipe", options.request.recipe_file,
                   "recipe file; `sneddon recipe init` prints one");
    command.option("--profile", options.request.profile,
                   "sneddon, triboscan, antonpaar or nanosuite");
    command
        .option("--set", options.settings,
                "one option of the recipe, key=value; may be given again")
        .one_value_each();
}

void add_threads(Command& command, RequestOptions& options) {
    command.option("-j,--threads", options.request.threads, "0 = all cores");
}

void add_manners(Command& command, RequestOptions& options) {
    command.flag("-q,--quiet", options.is_quiet, "no words on stderr but errors");
    command.flag("--no-color", options.has_no_colour, "as NO_COLOR=1");
}

Result<Pairs> pairs(const std::string& option, const std::vector<std::string>& texts,
                    const std::string& form) {
    Pairs taken_apart;
    for (const std::string& text : texts) {
        const auto pair = split_at_equals(text);
        if (!pair) return not_a_pair(option, text, form);
        taken_apart.push_back(*pair);
    }
    return taken_apart;
}

std::optional<Error> complete(RequestOptions& options) {
    auto settings = pairs("--set", options.settings, "key=value, such as unloading.window_low=0.3");
    if (!settings) return settings.error();
    options.request.settings = std::move(*settings);
    const auto units =
        pairs("--unit", split_at_commas(options.units), "column=unit, such as load=uN");
    if (!units) return units.error();
    for (const auto& [column, unit] : *units) options.request.units.insert_or_assign(column, unit);
    const auto columns =
        pairs("--column", options.columns, "quantity=head, such as H='HARDNESS:GPa'");
    if (!columns) return columns.error();
    for (const auto& [quantity, head] : *columns)
        options.request.columns.insert_or_assign(quantity, head);
    std::vector<std::string> paths;
    for (const std::string& path : options.request.paths) {
        const auto more = path == "-" ? paths_of_stdin() : std::vector{path};
        paths.insert(paths.end(), more.begin(), more.end());
    }
    options.request.paths = paths;
    return std::nullopt;
}

}  // namespace sneddon::cli
