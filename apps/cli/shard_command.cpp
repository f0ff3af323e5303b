#include <fmt/core.h>

#include <memory>

#include "commands.hpp"
#include "progress_line.hpp"
#include "request_options.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/pipeline/run.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* shard_examples =
    "Analyses one of several parts of a study, for machines that share its files.\n\n"
    "Examples:\n"
    "  sneddon shard measurements/ --shard 1/24 -o parts\n"
    "  sneddon shard measurements/ --shard $((SLURM_ARRAY_TASK_ID + 1))/24 -o parts\n";

constexpr const char* merge_examples =
    "Makes OUT of all parts of a study: the same bytes as one run over all files.\n\n"
    "Examples:\n"
    "  sneddon merge parts -o out\n"
    "  sneddon merge parts -o out --set study.k_max=4\n";

struct ShardOptions : RequestOptions {
    std::string shard;  ///< "3/24"
};

struct Numbers {
    std::size_t part = 0, parts = 0;
};

/// "3/24"; zeros where it is nothing of the kind, which no part has.
Numbers numbers_of(const std::string& text) {
    constexpr double most_parts = 99999;  // five digits in the names of parts
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) return {};
    const auto part = parse_number(text.substr(0, slash));
    const auto parts = parse_number(text.substr(slash + 1));
    const auto is_count = [](const std::optional<double>& number) {
        return number && *number >= 1 && *number <= most_parts &&
               *number == static_cast<double>(static_cast<std::size_t>(*number));
    };
    if (!is_count(part) || !is_count(parts)) return {};
    return {static_cast<std::size_t>(*part), static_cast<std::size_t>(*parts)};
}

ExitCode execute_shard(ShardOptions& options) {
    if (const auto error = complete(options)) return fail(*error);
    const Numbers numbers = numbers_of(options.shard);
    if (numbers.part == 0)
        return fail({"SND-U048", "--shard", "'" + options.shard + "'",
                     "a part and how many there are, from 1/N to N/N", "--shard 1/4"});
    const StopOnSignal signals;
    ProgressLine line(options.is_quiet);
    const auto made = shard(options.request, numbers.part, numbers.parts,
                            signals.guarded(line.progress(signals.stop())));
    line.clear();
    if (!made) return signals.fail(made.error());
    if (!options.is_quiet)
        say(Stream::out,
            fmt::format("  part      {} of {}   {} files   {:.1f} MB   {}{}\n", numbers.part,
                        numbers.parts, count_text(made->files),
                        static_cast<double>(made->bytes) / 1e6, made->path,
                        made->was_there         ? ", whole already"
                        : made->files_known > 0 ? ", " + count_text(made->files_known) + " known"
                                                : ""),
            options.has_no_colour);
    return ExitCode::done;
}

struct MergeOptions {
    MergeRequest request;
    std::vector<std::string> settings;  ///< "key=value"
    bool is_quiet = false, has_no_colour = false;
};

ExitCode execute_merge(MergeOptions& options) {
    auto settings = pairs("--set", options.settings, "key=value");
    if (!settings) return fail(settings.error());
    options.request.settings = std::move(*settings);
    const StopOnSignal signals;
    ProgressLine line(options.is_quiet);
    const auto study = merge(options.request, signals.guarded(line.progress(signals.stop())));
    line.clear();
    if (!study) return signals.fail(study.error());
    if (!options.is_quiet)
        say(Stream::out, run_summary(*study, options.request.output_folder), options.has_no_colour);
    return has_results(*study) ? ExitCode::done : ExitCode::nothing_readable;
}

}  // namespace

void add_shard(Command& program) {
    Command command = program.add_command("shard", shard_examples);
    const auto options = std::make_shared<ShardOptions>();
    add_paths(command, *options);
    command
        .option("--shard", options->shard,
                "I/N: part I of N, numbered from 1; files in their order")
        .required();
    command.option("-o,--out", options->request.output_folder,
                   "folder for the parts; ./out if absent. A whole part is not made again");
    add_choices(command, *options);
    add_facts(command, *options);
    command
        .option("--exclude", options->request.exclude,
                "leave out a test id, a file or a pattern; may be given again")
        .one_value_each();
    command.option("--cache", options->request.cache_folder,
                   "folder that keeps what each file gave, as of a run");
    add_threads(command, *options);
    add_manners(command, *options);
    command.does([options] { return execute_shard(*options); });
}

void add_merge(Command& program) {
    Command command = program.add_command("merge", merge_examples);
    const auto options = std::make_shared<MergeOptions>();
    command.option("PARTS", options->request.parts_folder, "folder that sneddon shard wrote into")
        .required();
    command.option("-o,--out", options->request.output_folder,
                   "folder for what a run writes; ./out if absent");
    command.option("--set", options->settings,
                   "one option of study.* or report.*, key=value; may be given again");
    command.option("--findings", options->request.findings,
                   "all, none or names with commas: clusters,creep");
    command.option("--figures", options->request.figures,
                   "all, none or ids with commas: hardness,clusters");
    command.flag("--rows-only", options->request.has_rows_only,
                 "tests.csv alone, for very many tests: no findings, curves, figures, page or "
                 "results.json");
    command.option("-j,--threads", options->request.threads, "0 = all cores");
    command.flag("-f,--force", options->request.may_replace_output,
                 "replace an OUT that sneddon wrote");
    command.flag("-q,--quiet", options->is_quiet, "no words on stderr but errors");
    command.flag("--no-color", options->has_no_colour, "as NO_COLOR=1");
    command.does([options] { return execute_merge(*options); });
}

}  // namespace sneddon::cli
