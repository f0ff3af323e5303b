#include <algorithm>
#include <iostream>

#include "commands.hpp"
#include "sneddon/tools/doctor.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Tests itself: known answers, computed here and now. Reads no file.\n\n"
    "Example:\n"
    "  sneddon doctor\n";

ExitCode execute() {
    const auto checks = doctor_checks();
    std::cout << doctor_text(checks);
    const bool is_well = std::ranges::all_of(checks, &DoctorCheck::has_passed);
    std::cout << (is_well ? "all is well\n" : "FAILED: do not trust this build's numbers\n");
    return is_well ? ExitCode::done : ExitCode::bug;
}

}  // namespace

void add_doctor(Command& program) {
    Command command = program.add_command("doctor", examples);
    command.does(execute);
}

}  // namespace sneddon::cli
