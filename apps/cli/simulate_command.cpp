#include <array>
#include <iostream>
#include <memory>

#include "argument_words.hpp"
#include "commands.hpp"
#include "progress_line.hpp"
#include "request_options.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/pipeline/simulate.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Writes a study whose truth is known: instrument files, study.toml, truth.csv.\n\n"
    "Examples:\n"
    "  sneddon simulate zr50cu40al10 -o study\n"
    "  sneddon simulate null-drift -o study --seed 7 --tests-per-load-function 100\n"
    "  sneddon simulate ideal-cone -o study --set instrument.depth_noise_nm=0\n"
    "  sneddon simulate --list\n";

constexpr std::array formats = {
    std::pair{std::string_view("triboscan-txt"), CurveFormat::triboscan_txt},
    std::pair{std::string_view("csv"), CurveFormat::csv}};

struct SimulateOptions {
    SimulateRequest request;
    std::string format = "triboscan-txt";
    std::vector<std::string> settings, faults;
    int tests_per_load_function = 0;
    bool is_quiet = false, wants_list = false;
};

/// The first line of a preset's text says what it is.
void print_presets() {
    for (const SimulationPreset& preset : simulation_presets())
        std::cout << preset.name << ": " << preset.text.substr(2, preset.text.find('\n') - 2)
                  << '\n';
}

/// "spike=0.01"
Result<std::vector<FaultRate>> fault_rates(const std::vector<std::string>& texts) {
    const auto named = pairs("--fault", texts, "KIND=RATE, such as spike=0.01");
    if (!named) return named.error();
    std::vector<FaultRate> rates;
    for (const auto& [name, text] : *named) {
        const auto kind = find_fault(name);
        const auto rate = parse_number(text);
        const auto known = fault_names();
        if (!kind) {
            std::string all;
            for (const std::string_view known_name : known)
                all += (all.empty() ? "" : ", ") + std::string(known_name);
            return Error{"SND-U004", "--fault", name, "one of " + all, nearest_name(name, known)};
        }
        if (!rate || !(*rate >= 0 && *rate <= 1))
            return Error{"SND-U004", "--fault", name + "=" + text, "a rate from 0 to 0.05", ""};
        rates.push_back({*kind, *rate});
    }
    return rates;
}

ExitCode execute(SimulateOptions& options) {
    if (options.wants_list) {
        print_presets();
        return ExitCode::done;
    }
    SimulateRequest& request = options.request;
    if (request.output_folder.empty())
        return fail({"SND-U008", "simulate", "no -o", "a folder for the study", "-o study"});
    const auto format = choice_of("--format", options.format, formats);
    if (!format) return fail(format.error());
    request.format = *format;
    auto settings = pairs("--set", options.settings, "key=value, such as grid.nx=10");
    if (!settings) return fail(settings.error());
    request.settings = *settings;
    const auto faults = fault_rates(options.faults);
    if (!faults) return fail(faults.error());
    request.faults = *faults;
    if (options.tests_per_load_function > 0)
        request.tests_per_load_function = options.tests_per_load_function;
    const StopOnSignal signals;
    ProgressLine line(options.is_quiet);
    const auto summary = simulate(request, signals.guarded(line.progress(signals.stop())));
    line.clear();
    if (!summary) return signals.fail(summary.error());
    if (!options.is_quiet) say(Stream::out, simulate_summary_text(request, *summary), true);
    return ExitCode::done;
}

}  // namespace

void add_simulate(Command& program) {
    Command command = program.add_command("simulate", examples);
    const auto options = std::make_shared<SimulateOptions>();
    SimulateRequest& request = options->request;
    command.option("PRESET", request.preset, "a study that is built in; see --list");
    command.option("-o,--out", request.output_folder, "folder for the study");
    command.option("--seed", request.seed, "1 if absent");
    command
        .option("--tests-per-load-function", options->tests_per_load_function,
                "instead of the preset's grid")
        .between(1, 2000);
    command.option("--format", options->format, "triboscan-txt or csv");
    command.option("--set", options->settings, "key=value over the preset").one_value_each();
    command
        .option("--fault", options->faults,
                "KIND=RATE: makes some tests faulty, such as spike=0.01")
        .one_value_each();
    command.option("-j,--threads", request.threads, "0 = all cores");
    command.flag("-f,--force", request.may_replace_output, "replace a folder that sneddon wrote");
    command.flag("-q,--quiet", options->is_quiet, "no words but errors");
    command.flag("--list", options->wants_list, "the presets");
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
