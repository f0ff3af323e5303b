#include <array>
#include <memory>

#include "argument_words.hpp"
#include "commands.hpp"
#include "progress_line.hpp"
#include "request_options.hpp"
#include "sneddon/tools/convert.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Writes the tests of any files in another format: all in one archive, or a file each.\n\n"
    "Examples:\n"
    "  sneddon convert measurements/ -o measurements.h5\n"
    "  sneddon convert measurements.h5 -o texts --to triboscan-txt\n"
    "  sneddon convert books/ -o curves --to csv\n"
    "  sneddon convert curve.txt -o curve.h5 --to micromechanics\n";

constexpr std::array formats = {
    std::pair{std::string_view("hdf5"), ConvertTo::hdf5},
    std::pair{std::string_view("micromechanics"), ConvertTo::micromechanics},
    std::pair{std::string_view("csv"), ConvertTo::csv},
    std::pair{std::string_view("triboscan-txt"), ConvertTo::triboscan_txt}};

struct ConvertOptions {
    RequestOptions common;
    ConvertRequest request;
    std::string to = "hdf5";
};

ExitCode execute(ConvertOptions& options) {
    if (const auto error = complete(options.common)) return fail(*error);
    ConvertRequest& request = options.request;
    if (request.output.empty())
        return fail({"SND-U008", "convert", "no -o", "a file or a folder", "-o tests.h5"});
    const auto to = choice_of("--to", options.to, formats);
    if (!to) return fail(to.error());
    request.to = *to;
    request.paths = options.common.request.paths;
    request.units = options.common.request.units;
    request.threads = options.common.request.threads;
    const StopOnSignal signals;
    ProgressLine line(options.common.is_quiet);
    const auto summary = convert(request, signals.guarded(line.progress(signals.stop())));
    line.clear();
    if (!summary) return signals.fail(summary.error());
    if (!options.common.is_quiet)
        say(Stream::out, convert_summary_text(request, *summary), options.common.has_no_colour);
    return ExitCode::done;
}

}  // namespace

void add_convert(Command& program) {
    Command command = program.add_command("convert", examples);
    const auto options = std::make_shared<ConvertOptions>();
    add_paths(command, options->common);
    command.option("-o,--out", options->request.output, "FILE.h5 for all tests, or a folder");
    command.option("--to", options->to, "hdf5, micromechanics, csv or triboscan-txt")
        .shows_default();
    command
        .option("--unit", options->common.units,
                "unit that a file does not say: load=uN,depth=nm,time=s")
        .one_value_each();
    add_threads(command, options->common);
    command.flag("-f,--force", options->request.may_replace_output,
                 "replace what sneddon wrote there");
    add_manners(command, options->common);
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
