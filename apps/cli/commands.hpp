// One function per command: it adds the command and its options to the program. The command writes
// how it ended to `end`.
#pragma once

#include <CLI/App.hpp>

#include "exit_code.hpp"

namespace sneddon::cli {

void add_run(CLI::App& program, ExitCode& end);
void add_look(CLI::App& program, ExitCode& end);
void add_show(CLI::App& program, ExitCode& end);
void add_report(CLI::App& program, ExitCode& end);
void add_formats(CLI::App& program, ExitCode& end);
void add_explain(CLI::App& program, ExitCode& end);
void add_recipe(CLI::App& program, ExitCode& end);
void add_fit(CLI::App& program, ExitCode& end);
void add_simulate(CLI::App& program, ExitCode& end);
void add_demo(CLI::App& program, ExitCode& end);
void add_doctor(CLI::App& program, ExitCode& end);

}  // namespace sneddon::cli
