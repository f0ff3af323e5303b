#include <iostream>

#include "commands.hpp"
#include "sneddon/tools/pages.hpp"

namespace sneddon::cli {

void add_formats(CLI::App& program, ExitCode& end) {
    auto* command = program.add_subcommand("formats", "Lists the formats that are known.");
    command->callback([&end] {
        std::cout << formats_page();
        end = ExitCode::done;
    });
}

}  // namespace sneddon::cli
