#include <iostream>
#include <memory>

#include "commands.hpp"
#include "sneddon/tools/pages.hpp"

namespace sneddon::cli {

void add_formats(Command& program) {
    const auto wants_json = std::make_shared<bool>(false);
    Command command = program.add_command(
        "formats", "Lists the formats that are known, how well each is, and its traps.");
    command.flag("--json", *wants_json, "as JSON");
    command.does([wants_json] {
        std::cout << (*wants_json ? formats_json() : formats_page());
        return ExitCode::done;
    });
}

}  // namespace sneddon::cli
