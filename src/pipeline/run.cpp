#include "sneddon/pipeline/run.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "base/mapped_file.hpp"
#include "base/ordered_parallel.hpp"
#include "base/sha256.hpp"
#include "figure/study/figure_list.hpp"
#include "pipeline/drift_order.hpp"
#include "pipeline/file_outcome.hpp"
#include "pipeline/output_folder.hpp"
#include "pipeline/repeated_tests.hpp"
#include "pipeline/vendor_tables.hpp"
#include "recipe/attachments.hpp"
#include "recipe/recipe_file.hpp"
#include "recipe/study_file.hpp"
#include "results/write_results.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/version.hpp"
#include "study/conclude.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_previews_in_memory = 500;
constexpr std::size_t most_hold_bytes = std::size_t{1} << 30;

/// The folder that all files have in common; ids of tests are paths from there.
fs::path common_folder(const std::vector<InputPath>& inputs) {
    fs::path common;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const fs::path folder = fs::path(inputs[i].path).parent_path();
        if (i == 0) {
            common = folder;
            continue;
        }
        const auto [end, unused] =
            std::mismatch(common.begin(), common.end(), folder.begin(), folder.end());
        fs::path shared;
        for (auto part = common.begin(); part != end; ++part) shared /= *part;
        common = shared;
    }
    return common;
}

std::string short_name(const fs::path& file, const fs::path& common) {
    const fs::path rest = file.lexically_relative(common.empty() ? fs::path(".") : common);
    return rest.empty() ? file.generic_string() : rest.generic_string();
}

/// curves.json grows while the tests come in: it is never in memory as a whole.
class CurveFile {
  public:
    explicit CurveFile(std::ofstream& out) : out_(out) { out_ << "["; }
    void add(const CurvePreview& preview) {
        out_ << (is_first_ ? "\n" : ",\n") << curve_preview_json(preview);
        is_first_ = false;
    }
    void end() { out_ << "\n]\n"; }

  private:
    std::ofstream& out_;
    bool is_first_ = true;
};

void add_outcome(FileOutcome&& outcome, CurveFile& curves, HoldCurves& holds, StudyResult& study,
                 std::vector<std::uint64_t>& column_hashes) {
    column_hashes.insert(column_hashes.end(), outcome.column_hashes.begin(),
                         outcome.column_hashes.end());
    for (CurvePreview& preview : outcome.previews) {
        curves.add(preview);
        if (study.previews.size() < most_previews_in_memory)
            study.previews.push_back(std::move(preview));
    }
    for (HoldCurve& hold : outcome.holds) holds.add(std::move(hold));
    std::ranges::move(outcome.rows, std::back_inserter(study.tests));
    study.inputs.push_back(std::move(outcome.input));
}

FileOutcome attached_file(const std::string& path) {
    FileOutcome outcome;
    outcome.input.path = path;
    outcome.input.status = Status::excluded;
    outcome.input.reason = "attachment of study.toml";
    outcome.input.is_companion = true;
    if (const auto file = MappedFile::open(path)) outcome.input.sha256 = sha256_hex(file->bytes());
    return outcome;
}

ConcludeOptions conclude_options(const Recipe& recipe, unsigned threads, const Progress& progress) {
    ConcludeOptions options{recipe.group_by, recipe.exclude_flags, recipe.study};
    options.study.area_function = recipe.analysis.area_function;
    options.study.area_relative = recipe.analysis.uncertainty.area_relative;
    options.study.threads = threads;
    options.study.stop = progress.stop;
    return options;
}

/// The report is drawn from the files alone: they are closed before it reads them.
Result<bool> write_output(OutputFolder& output, std::ofstream& curves, const StudyResult& study,
                          const std::vector<StoredAttachment>& attachments,
                          const RunRequest& request) {
    std::ofstream table = output.create("tests.csv");
    write_tests_csv(table, study);
    std::ofstream results = output.create("results.json");
    write_results_json(results, study);
    std::ofstream recipe = output.create("recipe.toml");
    write_recipe_toml(recipe, study);
    std::vector<std::ofstream> more;
    for (const std::string& file : hold_curve_files(study)) {
        more.push_back(output.create(file));
        write_hold_curves_csv(more.back(), study, file);
    }
    std::vector<std::ofstream*> streams = {&curves, &table, &results, &recipe};
    for (const StoredAttachment& attachment : attachments) {
        more.push_back(output.create(attachment.name));
        more.back() << attachment.content;
    }
    for (std::ofstream& stream : more) streams.push_back(&stream);
    auto closed = output.close(streams);
    if (!closed) return closed;
    const auto report = write_report({output.folder(), request.figures, request.date, "svg,csv"});
    if (!report) return report.error();
    return output.commit({});
}

}  // namespace

Result<StudyResult> run(const RunRequest& request, const Progress& progress) {
    Result<StudyFacts> facts = study_facts(request.paths);
    if (!facts) return facts.error();
    const Result<Recipe> recipe = make_recipe(request, *facts);
    if (!recipe) return recipe.error();
    if (const auto figures = figure_choice(request.figures); !figures) return figures.error();
    const auto attachments = read_attachments(*facts);
    if (!attachments) return attachments.error();
    Result<OutputFolder> output =
        OutputFolder::open(request.output_folder, request.may_replace_output);
    if (!output) return output.error();

    StudyResult study;
    study.version = version;
    study.facts = std::move(facts).value();
    study.recipe = recipe->entries;
    study.warnings = recipe->warnings;

    const std::vector<InputPath> inputs = expand_paths(request.paths, request.output_folder);
    const fs::path common = common_folder(inputs);
    const ReadOptions reading{recipe->units};
    std::ofstream curve_stream = output->create("curves.json");
    CurveFile curves(curve_stream);
    std::vector<std::uint64_t> column_hashes;
    HoldCurves holds(most_hold_bytes);
    const unsigned threads =
        request.threads > 0 ? request.threads : std::max(1u, std::thread::hardware_concurrency());
    const DriftsOfOrder drifts =
        drifts_of_order(inputs, reading, recipe->analysis, threads, progress.stop);
    ordered_parallel(
        inputs.size(), threads, progress.stop,
        [&](std::size_t i) {
            if (is_attachment(inputs[i].path, study.facts)) return attached_file(inputs[i].path);
            return analyse_file(inputs[i], short_name(inputs[i].path, common), reading,
                                recipe->analysis, drifts);
        },
        [&](std::size_t i, FileOutcome&& outcome) {
            add_outcome(std::move(outcome), curves, holds, study, column_hashes);
            if (progress.report) progress.report(i + 1, inputs.size());
        });
    if (progress.stop.requested())
        return Error{
            "SND-U130", "run",
            fmt::format("stopped after {} of {} files", study.inputs.size(), inputs.size()), "",
            ""};
    curves.end();
    attach_vendor_tables(study);
    flag_repeated_tests(study, column_hashes);
    study =
        conclude(std::move(study), std::move(holds), conclude_options(*recipe, threads, progress));
    const Result<bool> written = write_output(*output, curve_stream, study, *attachments, request);
    if (!written) return written.error();
    return study;
}

}  // namespace sneddon
