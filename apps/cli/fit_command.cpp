#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>

#include "argument_words.hpp"
#include "commands.hpp"
#include "progress_line.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Fits the columns of any table of numbers, by the names of their heads.\n\n"
    "Examples:\n"
    "  sneddon fit mixture map.csv --columns hardness_GPa,creep_nm --components 1..8\n"
    "  sneddon fit distribution loads.csv --column load_uN --models normal,weibull\n"
    "  sneddon fit creep-law hold.csv --columns time_s,h_nm --json\n"
    "  sneddon fit unloading curve.csv --columns h_nm,P_uN --window 95..20 --json\n";

constexpr std::array residual_spaces = {std::pair{std::string_view("depth"), ResidualSpace::depth},
                                        std::pair{std::string_view("load"), ResidualSpace::load}};

constexpr std::array mixture_modes = {
    std::pair{std::string_view("converged"), MixtureMode::converged},
    std::pair{std::string_view("scikit-learn"), MixtureMode::scikit_learn}};

constexpr std::array free_parameters = {
    std::pair{std::string_view("h0"), &CreepLawRequest::is_h0_free},
    std::pair{std::string_view("t0"), &CreepLawRequest::is_t0_free}};

struct FitOptions {
    std::string file;
    std::string columns;
    bool wants_json = false;
    bool has_no_colour = false;
};

struct CreepLawOptions : FitOptions {
    std::string free;
    bool is_nonnegative = false;
};

struct DistributionOptions : FitOptions {
    std::string models;
    std::size_t replicates = 1000;
    bool runs_all_replicates = false;
    std::string censored, upper;
    double rounded_to = 0;
    std::uint64_t seed = 1;
    unsigned threads = 0;
};

struct MixtureOptions : FitOptions {
    std::string components = "1..8";
    std::string mode = "converged";
    std::string weights;
    std::string family = "gaussian", labels;
    bool has_noise = false, asks_for_groups = false;
    std::size_t bootstrap = 0, simulated = 0;
    std::uint64_t seed = 0;
    unsigned threads = 0;
};

struct UnloadingOptions : FitOptions {
    std::string window = "95..20";
    std::string space = "depth";
};

void add_common(Command& command, FitOptions& options) {
    command.option("FILE", options.file, "a table with comma, tab or semicolon").required();
    command.flag("--json", options.wants_json, "everything, as JSON");
    command.flag("--no-color", options.has_no_colour, "no colours");
}

ExitCode print(const Result<FitReport>& report, const FitOptions& options) {
    if (!report) {
        const ExitCode end = fail(report.error());
        return report.error().code.starts_with("SND-R") ? ExitCode::nothing_readable : end;
    }
    if (options.wants_json)
        std::cout << report->json;
    else
        say(Stream::out, report->text, options.has_no_colour);
    return ExitCode::done;
}

ExitCode execute(const DistributionOptions& options) {
    const auto columns = list_of("--column", options.columns, 1);
    if (!columns) return fail(columns.error());
    DistributionFitRequest request{options.file, columns->front()};
    if (!options.models.empty()) {
        const auto models = list_of("--models", options.models);
        if (!models) return fail(models.error());
        request.models = *models;
    }
    request.replicates = options.replicates;
    request.seed = options.seed;
    request.threads = options.threads;
    request.runs_all_replicates = options.runs_all_replicates;
    request.censored_column = options.censored;
    request.upper_column = options.upper;
    request.rounded_to = options.rounded_to;
    const StopOnSignal signals;
    ProgressLine line(false);
    request.progress = line.progress(signals.stop());
    const auto report = distribution_report(request);
    line.clear();
    return signals.ended(print(report, options));
}

ExitCode execute(const MixtureOptions& options) {
    const auto columns = list_of("--columns", options.columns);
    if (!columns) return fail(columns.error());
    const auto components = range_of("--components", options.components);
    if (!components) return fail(components.error());
    const auto [fewest, most] = *components;
    if (!(fewest >= 1 && fewest <= most && most <= 32 && fewest == std::trunc(fewest) &&
          most == std::trunc(most)))
        return fail({"SND-U004", "--components", options.components,
                     "whole numbers from 1 to 32, ascending: 1..8", ""});
    const auto mode = choice_of("--mode", options.mode, mixture_modes);
    if (!mode) return fail(mode.error());
    MixtureFitRequest request{options.file, *columns};
    if (!options.weights.empty()) {
        const auto weights = list_of("--weights", options.weights, 1);
        if (!weights) return fail(weights.error());
        request.weights_column = weights->front();
    }
    request.fewest_components = static_cast<std::size_t>(fewest);
    request.most_components = static_cast<std::size_t>(most);
    request.mode = *mode;
    request.bootstrap_samples = options.bootstrap;
    request.simulated_samples = options.simulated;
    request.family = options.family;
    request.has_noise = options.has_noise;
    request.asks_for_groups = options.asks_for_groups;
    request.labels_file = options.labels;
    request.seed = options.seed;
    request.threads = options.threads;
    const StopOnSignal signals;
    request.stop = signals.stop();
    return signals.ended(print(mixture_report(request), options));
}

ExitCode execute(const UnloadingOptions& options) {
    const auto columns = list_of("--columns", options.columns, 2);
    if (!columns) return fail(columns.error());
    const auto window = range_of("--window", options.window);
    if (!window) return fail(window.error());
    const auto [first, last] = std::minmax(window->first, window->second);
    if (!(first >= 0 && first < last && last <= 100))
        return fail({"SND-U004", "--window", options.window, "two percentages: 95..20", ""});
    const auto space = choice_of("--space", options.space, residual_spaces);
    if (!space) return fail(space.error());
    return print(unloading_report({options.file, columns->at(0), columns->at(1), first / 100,
                                   last / 100, *space}),
                 options);
}

ExitCode execute(const CreepLawOptions& options) {
    const auto columns = list_of("--columns", options.columns, 2);
    if (!columns) return fail(columns.error());
    CreepLawRequest request{options.file, columns->at(0), columns->at(1)};
    request.is_nonnegative = options.is_nonnegative;
    if (!options.free.empty()) {
        const auto names = list_of("--free", options.free);
        if (!names) return fail(names.error());
        for (const std::string& name : *names) {
            const auto freed = choice_of("--free", name, free_parameters);
            if (!freed) return fail(freed.error());
            request.*(*freed) = true;
        }
    }
    return print(creep_law_report(request), options);
}

void add_creep_law(Command& fit) {
    Command command = fit.add_command(
        "creep-law",
        "h = h0 + a t + b (t - t0)^c: creep of a hold, with errors for correlated noise.\n\n"
        "Examples:\n"
        "  sneddon fit creep-law hold.csv --columns time_s,h_nm\n"
        "  sneddon fit creep-law hold.csv --columns time_s,h_nm --free h0,t0 --nonnegative\n");
    const auto options = std::make_shared<CreepLawOptions>();
    add_common(command, *options);
    command.option("--columns", options->columns, "TIME,DEPTH").required();
    command.option("--free", options->free, "h0, t0 or h0,t0: fitted instead of 0");
    command.flag("--nonnegative", options->is_nonnegative, "a >= 0 and b >= 0");
    command.does([options] { return execute(*options); });
}

void add_distribution(Command& fit) {
    Command command = fit.add_command(
        "distribution",
        "Distributions of one column by maximum likelihood, ranked, with p values.\n\n"
        "Examples:\n"
        "  sneddon fit distribution loads.csv --column load_uN\n"
        "  sneddon fit distribution loads.csv --column load_uN --models normal,weibull --json\n"
        "  sneddon fit distribution popins.csv --column load_uN --censored none_seen\n");
    const auto options = std::make_shared<DistributionOptions>();
    add_common(command, *options);
    command.option("--column,--columns", options->columns, "the values").required();
    command.option("--models", options->models,
                   "normal, lognormal, exponential, weibull2 (weibull), weibull3, gamma, "
                   "power_law, discrete_power_law; all if absent");
    command.option("--censored", options->censored,
                   "a column: 0 the value, 1 it is larger, -1 it is smaller");
    command.option("--upper", options->upper,
                   "a column: the value lies between the one of --column and this one");
    command.option("--rounded", options->rounded_to, "the step to which values were rounded");
    command.option("--replicates", options->replicates, "samples behind a p value, 0 for none")
        .shows_default();
    command.flag("--all-replicates", options->runs_all_replicates,
                 "also where it is clear on which side of 0.05 p lies");
    command.option("--seed", options->seed, "of these samples").shows_default();
    command.option("-j,--threads", options->threads, "0 = all cores; the numbers stay");
    command.does([options] { return execute(*options); });
}

void add_mixture(Command& fit) {
    Command command = fit.add_command(
        "mixture",
        "Gaussian mixtures with full covariances: how many groups, and which.\n\n"
        "Examples:\n"
        "  sneddon fit mixture map.csv --columns hardness_GPa,creep_nm --components 1..8\n"
        "  sneddon fit mixture map.csv --columns H,E --components 3 --mode scikit-learn --json\n"
        "  sneddon fit mixture map.csv --columns H,E --components 1..4 --bootstrap 200 --lrt 99\n"
        "  sneddon fit mixture map.csv --columns H,E --family all --noise --groups\n"
        "  sneddon fit mixture map.csv --columns H,E --labels labels.csv\n");
    const auto options = std::make_shared<MixtureOptions>();
    add_common(command, *options);
    command.option("--columns", options->columns, "A,B,... up to 8").required();
    command.option("--components", options->components, "range of k").shows_default();
    command
        .option("--mode", options->mode,
                "converged: standardised, many starts, to a zero gradient; scikit-learn: "
                "as GaussianMixture does by default")
        .shows_default();
    command.option("--weights", options->weights, "a column: how often each row counts");
    command.option("--bootstrap", options->bootstrap,
                   "choose k again on so many resamples of the rows: 200");
    command.option("--lrt", options->simulated,
                   "test k against k + 1 with so many samples simulated from k: 99");
    command
        .option("--family", options->family,
                "t, skew-normal or all: components of these shapes too, compared by BIC and ICL")
        .shows_default();
    command.flag("--noise", options->has_noise,
                 "each family once more, with rows spread evenly over the box");
    command.flag("--groups", options->asks_for_groups,
                 "whether components are groups: merging, normality within each, modes");
    command.option("--labels", options->labels,
                   "a new CSV: label and posteriors of each row by the fit of least BIC");
    command.option("--seed", options->seed, "of the starts and samples").shows_default();
    command.option("-j,--threads", options->threads, "0 = all cores; the numbers stay");
    command.does([options] { return execute(*options); });
}

void add_unloading(Command& fit) {
    Command command = fit.add_command(
        "unloading",
        "P = B (h - h_p)^m: stiffness, exponent and final depth of an unloading curve.\n\n"
        "Examples:\n"
        "  sneddon fit unloading curve.csv --columns h_nm,P_uN --json\n"
        "  sneddon fit unloading curve.csv --columns h_nm,P_uN --window 95..20 --space load\n");
    const auto options = std::make_shared<UnloadingOptions>();
    add_common(command, *options);
    command.option("--columns", options->columns, "DEPTH_nm,LOAD_uN").required();
    command.option("--window", options->window, "percent of the largest load, closed")
        .shows_default();
    command.option("--space", options->space, "residuals in depth or in load").shows_default();
    command.does([options] { return execute(*options); });
}

}  // namespace

void add_fit(Command& program) {
    Command command = program.add_command("fit", examples);
    command.fails_alone(
        {"SND-U008", "fit", "no law", "mixture, distribution, creep-law or unloading", ""});
    add_mixture(command);
    add_distribution(command);
    add_creep_law(command);
    add_unloading(command);
}

}  // namespace sneddon::cli
