#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "commands.hpp"
#include "progress_line.hpp"
#include "sneddon/pipeline/run.hpp"
#include "sneddon/pipeline/simulate.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Simulates a study of 1,200 tests into DIR/study and analyses it into DIR/out.\n\n"
    "Examples:\n"
    "  sneddon demo\n"
    "  sneddon demo trial --seed 7\n";

struct DemoOptions {
    std::string folder = "sneddon-demo";
    std::uint64_t seed = 1;
    int tests_per_load_function = 0;
    unsigned threads = 0;
    bool may_replace_output = false, is_quiet = false, has_no_colour = false;
};

ExitCode execute(const DemoOptions& options) {
    const std::filesystem::path folder = options.folder;
    SimulateRequest study;
    study.output_folder = (folder / "study").generic_string();
    study.seed = options.seed;
    if (options.tests_per_load_function > 0)
        study.tests_per_load_function = options.tests_per_load_function;
    study.threads = options.threads;
    study.may_replace_output = options.may_replace_output;
    RunRequest analysis;
    analysis.paths = {study.output_folder};
    analysis.output_folder = (folder / "out").generic_string();
    analysis.threads = options.threads;
    analysis.may_replace_output = options.may_replace_output;
    analysis.settings = {{"report.reference", "pomes2025"}};  // the study that the demo imitates

    const StopOnSignal signals;
    ProgressLine writing(options.is_quiet);
    const auto simulated = simulate(study, signals.guarded(writing.progress(signals.stop())));
    writing.clear();
    if (!simulated) return signals.fail(simulated.error());
    if (!options.is_quiet)
        say(Stream::out, simulate_summary_text(study, *simulated), options.has_no_colour);
    ProgressLine analysing(options.is_quiet);
    const auto result = run(analysis, signals.guarded(analysing.progress(signals.stop())));
    analysing.clear();
    if (!result) return signals.fail(result.error());
    if (!options.is_quiet)
        say(Stream::out, run_summary(*result, analysis.output_folder), options.has_no_colour);
    return ExitCode::done;
}

}  // namespace

void add_demo(Command& program) {
    Command command = program.add_command("demo", examples);
    const auto options = std::make_shared<DemoOptions>();
    command.option("DIR", options->folder, "./sneddon-demo if absent");
    command.option("--seed", options->seed, "1 if absent");
    command.option("--tests-per-load-function", options->tests_per_load_function, "instead of 300")
        .between(1, 2000);
    command.option("-j,--threads", options->threads, "0 = all cores");
    command.flag("-f,--force", options->may_replace_output, "replace folders that sneddon wrote");
    command.flag("-q,--quiet", options->is_quiet, "no words but errors");
    command.flag("--no-color", options->has_no_colour, "as NO_COLOR=1");
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
