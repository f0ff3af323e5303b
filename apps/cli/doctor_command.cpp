#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

#include "commands.hpp"
#include "sneddon/tools/doctor.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Tests itself: known answers, computed here and now.\n"
    "The certified problems of NIST StRD are solved too where their files are found: FOLDER, the\n"
    "environment's SNEDDON_SHARED or ../shared.\n\n"
    "Examples:\n"
    "  sneddon doctor\n"
    "  sneddon doctor nist_strd/nonlinear\n";

std::filesystem::path certified_folder(const std::string& given) {
    if (!given.empty()) return find_nist_folder(given);
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
    const char* shared = std::getenv("SNEDDON_SHARED");
    return find_nist_folder(shared != nullptr ? shared : "../shared");
}

ExitCode execute(const std::string& given) {
    const auto folder = certified_folder(given);
    if (!given.empty() && folder.empty())
        return fail({"SND-U025", given, "no file Misra1a.dat",
                     "a folder with the nonlinear files of NIST StRD", ""});
    const auto checks = doctor_checks();
    std::cout << doctor_text(checks);
    bool is_well = std::ranges::all_of(checks, &DoctorCheck::has_passed);
    if (folder.empty()) {
        std::cout << "NIST StRD nonlinear: files not found, not tested\n";
    } else {
        const NistTally tally = tally_nist(folder);
        std::cout << nist_text(tally);
        is_well = is_well && has_passed(tally);
    }
    std::cout << (is_well ? "all is well\n" : "FAILED: do not trust this build's numbers\n");
    return is_well ? ExitCode::done : ExitCode::bug;
}

}  // namespace

void add_doctor(Command& program) {
    Command command = program.add_command("doctor", examples);
    const auto folder = std::make_shared<std::string>();
    command.option("FOLDER", *folder, "of the certified files");
    command.does([folder] { return execute(*folder); });
}

}  // namespace sneddon::cli
