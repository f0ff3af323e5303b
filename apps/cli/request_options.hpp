// Options that mean the same in every command, and the request they fill.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/recipe/run_request.hpp"

namespace sneddon::cli {

struct RequestOptions {
    RunRequest request;
    std::vector<std::string> settings;  ///< "key=value"
    std::vector<std::string> units;     ///< "load=uN"
    std::vector<std::string> columns;   ///< "H=HARDNESS:GPa"
    bool is_quiet = false;
    bool has_no_colour = false;
};

void add_paths(Command& command, RequestOptions& options);
void add_facts(Command& command, RequestOptions& options);    ///< area function, nu, units
void add_choices(Command& command, RequestOptions& options);  ///< recipe, profile, --set
void add_threads(Command& command, RequestOptions& options);
void add_manners(Command& command, RequestOptions& options);  ///< -q, --no-color

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// "key=value" texts of an option taken apart. SND-U008.
Result<Pairs> pairs(const std::string& option, const std::vector<std::string>& texts,
                    const std::string& form);

/// Takes "key=value" apart and replaces the path "-" by the list of paths on stdin. SND-U008.
std::optional<Error> complete(RequestOptions& options);

}  // namespace sneddon::cli
