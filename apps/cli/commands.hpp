// One function per command: it adds the command and its options to the program.
#pragma once

#include "command.hpp"

namespace sneddon::cli {

void add_run(Command& program);
void add_shard(Command& program);
void add_merge(Command& program);
void add_verify(Command& program);
void add_look(Command& program);
void add_show(Command& program);
void add_report(Command& program);
void add_formats(Command& program);
void add_explain(Command& program);
void add_recipe(Command& program);
void add_fit(Command& program);
void add_calibrate(Command& program);
void add_compare(Command& program);
void add_simulate(Command& program);
void add_demo(Command& program);
void add_convert(Command& program);
void add_doctor(Command& program);
void add_help(Command& program);
void add_version(Command& program);
void add_licences(Command& program);
void add_completion(Command& program);

}  // namespace sneddon::cli
