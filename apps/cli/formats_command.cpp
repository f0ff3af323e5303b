#include <iostream>

#include "commands.hpp"
#include "sneddon/tools/pages.hpp"

namespace sneddon::cli {

void add_formats(Command& program) {
    Command command = program.add_command("formats", "Lists the formats that are known.");
    command.does([] {
        std::cout << formats_page();
        return ExitCode::done;
    });
}

}  // namespace sneddon::cli
