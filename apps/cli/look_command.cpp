#include <algorithm>
#include <iostream>
#include <memory>

#include "commands.hpp"
#include "progress_line.hpp"
#include "request_options.hpp"
#include "sneddon/tools/look.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Says what is there: formats, tests, load functions, units, and what a run would lack.\n"
    "Computes nothing and writes nothing; large files may be read in part.\n\n"
    "Examples:\n"
    "  sneddon look measurements/\n"
    "  sneddon look 'curves/*.txt' --unit load=mN\n"
    "  sneddon look archive/ --heads\n";

struct LookOptions : RequestOptions {
    bool at_heads = false;
};

ExitCode execute(LookOptions& options) {
    if (const auto error = complete(options)) return fail(*error);
    const StopOnSignal signals;
    ProgressLine line(options.is_quiet);
    const auto found = look(options.request, line.progress(signals.stop()),
                            options.at_heads ? GlanceAt::heads : GlanceAt::curves);
    line.clear();
    if (!found) return signals.fail(found.error());
    say(Stream::out, look_text(*found), options.has_no_colour);
    const bool has_tests = std::ranges::any_of(
        found->files, [](const LookedFile& file) { return file.status == Status::used; });
    return has_tests ? ExitCode::done : ExitCode::nothing_readable;
}

}  // namespace

void add_look(Command& program) {
    Command command = program.add_command("look", examples);
    const auto options = std::make_shared<LookOptions>();
    add_paths(command, *options);
    command.flag("--heads", options->at_heads,
                 "reads the beginning of each file only: formats, units and tests, at once");
    add_facts(command, *options);
    add_threads(command, *options);
    add_manners(command, *options);
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
