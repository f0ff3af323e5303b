#include <iostream>
#include <memory>

#include "commands.hpp"
#include "progress_line.hpp"
#include "request_options.hpp"
#include "sneddon/pipeline/run.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"
#include "text_files.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Reads, analyses and writes OUT.\n\n"
    "Examples:\n"
    "  sneddon run measurements/ -o out\n"
    "  sneddon run a.txt b.txt --area-function tip.ara --poisson 0.3\n"
    "  sneddon run curves/ --profile triboscan --set unloading.window_low=0.3\n"
    "  sneddon run curves/ -r out/recipe.toml -o again\n"
    "  sneddon run curves/ --tables xlsx,arrow\n"
    "  sneddon run archive.h5 --rows-only\n"
    "  sneddon run curves/ --columns test_id,H_IT_GPa,E_IT_GPa --digits 4 --decimal comma\n"
    "  find . -name '*LC.txt' | sneddon run - --json -q > results.json\n";

struct RunOptions : RequestOptions {
    bool wants_json = false;
    bool is_strict = false;
};

/// A misspelt path is one line of a long summary, or of none with -q: it is told here as well.
void tell_missing_paths(const StudyResult& study) {
    for (const InputFile& input : study.inputs)
        if (input.code == "SND-R005") say(Stream::err, "sneddon: " + input.reason + "\n", true);
}

ExitCode outcome(const StudyResult& study, bool is_strict) {
    if (!has_results(study)) {
        std::cerr << "sneddon: no file gave a result\n";
        return ExitCode::nothing_readable;
    }
    return is_strict && has_doubts(study) ? ExitCode::doubts : ExitCode::done;
}

ExitCode execute(RunOptions& options) {
    if (const auto error = complete(options)) return fail(*error);
    if (options.wants_json && options.request.has_rows_only)
        return fail({"SND-U004", "--rows-only", "--json beside it", "no results.json",
                     "leave out one of the two"});
    const StopOnSignal signals;
    ProgressLine line(options.is_quiet);
    const auto study = run(options.request, signals.guarded(line.progress(signals.stop())));
    line.clear();
    if (!study) return signals.fail(study.error());

    const auto& folder = options.request.output_folder;
    const std::string summary = run_summary(*study, folder);
    if (options.wants_json)
        print_file(folder + "/results.json");
    else if (!options.is_quiet)
        say(Stream::out, summary, options.has_no_colour);
    if (options.wants_json && !options.is_quiet) say(Stream::err, summary, options.has_no_colour);
    tell_missing_paths(*study);
    return outcome(*study, options.is_strict);
}

}  // namespace

void add_run(Command& program) {
    Command command = program.add_command("run", examples);
    const auto options = std::make_shared<RunOptions>();
    add_paths(command, *options);
    command.option("-o,--out", options->request.output_folder,
                   "folder for tests.csv, results.json, curves.json, recipe.toml, "
                   "report.html, figures/; ./out if absent");
    add_choices(command, *options);
    add_facts(command, *options);
    command.option("--group-by", options->request.group_by, "load-function, folder or none");
    command.option("--findings", options->request.findings,
                   "all, none or names with commas: clusters,creep");
    command.option("--figures", options->request.figures,
                   "all, none or ids with commas: hardness,clusters");
    command.flag("--rows-only", options->request.has_rows_only,
                 "tests.csv alone, for very many tests: no findings, curves, figures, page or "
                 "results.json");
    command.option("--tables", options->request.tables.formats,
                   "for other programs, some of csv,xlsx,arrow: tests.xlsx, tests.arrow; "
                   "and datapackage.json");
    command.option("--columns", options->request.tables.columns,
                   "columns of tests_chosen.csv and of the workbook: test_id,H_IT_GPa");
    command.option("--digits", options->request.tables.digits,
                   "significant digits of tests_chosen.csv");
    command.option("--decimal", options->request.tables.decimal,
                   "point or comma: of tests_chosen.csv, with semicolons where it is comma");
    command.option("--date", options->request.date, "date that the report shows");
    command
        .option("--exclude-flag", options->request.exclude_flags,
                "exclude tests with this flag, such as SND-A020; may be given again")
        .one_value_each();
    command
        .option("--exclude", options->request.exclude,
                "leave out a test id, a file or a pattern; may be given again")
        .one_value_each();
    command
        .option("--only", options->request.only,
                "leave out all tests but these; may be given again")
        .one_value_each();
    command.option("--cache", options->request.cache_folder,
                   "folder that keeps what each file gave: the next run analyses no file again "
                   "that did not change");
    add_threads(command, *options);
    command.flag("--json", options->wants_json, "results.json on stdout, words on stderr");
    command.flag("--strict", options->is_strict,
                 "exit code 4 when anything was refused, excluded or flagged");
    command.flag("-f,--force", options->request.may_replace_output,
                 "replace an OUT that sneddon wrote");
    add_manners(command, *options);
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
