#include <fmt/core.h>

#include <memory>

#include "commands.hpp"
#include "progress_line.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/pipeline/run.hpp"
#include "sneddon/version.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Does the run of OUT again and compares: SHA-256 of each input, bytes of each file.\n\n"
    "Examples:\n"
    "  sneddon verify out                    in the folder where the run was started\n"
    "  sneddon verify out -q && echo sound\n";

struct VerifyOptions {
    std::string folder;
    unsigned threads = 0;
    bool is_quiet = false, has_no_colour = false;
};

std::string listed(const std::string& what, std::size_t same, const std::string& as,
                   const std::vector<Verification::Difference>& others) {
    constexpr std::size_t most = 20;
    std::string text = fmt::format("  {:<9} {} of {} {}\n", what, count_text(same),
                                   count_text(same + others.size()), as);
    for (std::size_t i = 0; i < others.size() && i < most; ++i)
        text += fmt::format("    {}: {}\n", others[i].path, others[i].what);
    if (others.size() > most) text += fmt::format("    and {} more\n", others.size() - most);
    return text;
}

std::string summary(const VerifyOptions& options, const Verification& verified) {
    return fmt::format("  {}: written by sneddon {}, repeated by {}\n", options.folder,
                       verified.version, version) +
           listed("inputs", verified.same_inputs, "with the SHA-256 of then",
                  verified.other_inputs) +
           listed("files", verified.same_files, "with the same bytes", verified.other_files) +
           (verified.is_same() ? "verified\n" : "NOT verified\n");
}

ExitCode execute(const VerifyOptions& options) {
    const StopOnSignal signals;
    ProgressLine line(options.is_quiet);
    const auto verified =
        verify(options.folder, options.threads, signals.guarded(line.progress(signals.stop())));
    line.clear();
    if (!verified) return signals.fail(verified.error());
    if (!options.is_quiet) say(Stream::out, summary(options, *verified), options.has_no_colour);
    return verified->is_same() ? ExitCode::done : ExitCode::doubts;
}

}  // namespace

void add_verify(Command& program) {
    Command command = program.add_command("verify", examples);
    const auto options = std::make_shared<VerifyOptions>();
    command.option("OUT", options->folder, "folder that sneddon run wrote").required();
    command.option("-j,--threads", options->threads, "0 = all cores");
    command.flag("-q,--quiet", options->is_quiet, "no words: exit code 4 when something differs");
    command.flag("--no-color", options->has_no_colour, "as NO_COLOR=1");
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
