#include <algorithm>
#include <iostream>
#include <memory>

#include "commands.hpp"
#include "sneddon/tools/doctor.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Tests itself: known answers, computed here and now; and packs what a report of a bug "
    "needs.\n\n"
    "Examples:\n"
    "  sneddon doctor\n"
    "  sneddon doctor --bundle bug.zip --of out\n"
    "  sneddon doctor --bundle bug.zip --of out --without-names\n";

ExitCode execute(const BundleRequest& bundle) {
    if (!bundle.file.empty()) {
        const auto written = write_bundle(bundle);
        if (!written) return fail(written.error());
        std::cout << "  wrote     " << bundle.file << ": look into it before you send it\n";
        return ExitCode::done;
    }
    if (!bundle.out.empty() || bundle.is_without_names)
        return fail({"SND-U008", "doctor", "--of or --without-names alone",
                     "them with --bundle FILE", "see `sneddon doctor -h`"});
    const auto checks = doctor_checks();
    std::cout << doctor_text(checks);
    const bool is_well = std::ranges::all_of(checks, &DoctorCheck::has_passed);
    std::cout << (is_well ? "all is well\n" : "FAILED: do not trust this build's numbers\n");
    return is_well ? ExitCode::done : ExitCode::bug;
}

}  // namespace

void add_doctor(Command& program) {
    Command command = program.add_command("doctor", examples);
    const auto bundle = std::make_shared<BundleRequest>();
    command.option("--bundle", bundle->file, "zip file for a report of a bug");
    command.option("--of", bundle->out, "OUT that the report is about: its tables go in");
    command.flag("--without-names", bundle->is_without_names,
                 "no text of yours: names of files, tests and samples stay out");
    command.does([bundle] { return execute(*bundle); });
}

}  // namespace sneddon::cli
