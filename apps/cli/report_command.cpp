#include <fmt/format.h>

#include <memory>

#include "commands.hpp"
#include "sneddon/pipeline/report.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Makes the report and the figures of OUT again, without analysing.\n\n"
    "Examples:\n"
    "  sneddon report out\n"
    "  sneddon report out --figures hardness,clusters\n"
    "  sneddon report out --figure-formats svg,csv,pdf,png\n"
    "  sneddon report out --figures none --date 2025-03-01\n";

struct ReportOptions {
    ReportRequest request;
    bool is_quiet = false;
    bool has_no_colour = false;
};

std::string summary(const ReportFiles& files, const ReportRequest& request) {
    std::string text =
        fmt::format("  wrote     {}/report.html · {} figures in {}/figures/\n",
                    request.folder.string(), files.figures.size(), request.folder.string());
    for (const auto& missing : files.not_drawn)
        text += fmt::format("  not drawn {}: {}\n", missing.id, missing.reason);
    if (!files.hint.empty()) text += "  hint      " + files.hint + "\n";
    return text;
}

ExitCode execute(const ReportOptions& options) {
    const auto files = write_report(options.request);
    if (!files) return fail(files.error());
    if (!options.is_quiet)
        say(Stream::out, summary(*files, options.request), options.has_no_colour);
    return ExitCode::done;
}

}  // namespace

void add_report(CLI::App& program, ExitCode& end) {
    auto* command = program.add_subcommand("report", examples);
    const auto options = std::make_shared<ReportOptions>();
    command->add_option("OUT", options->request.folder, "folder that sneddon run wrote")
        ->required();
    command->add_option("--figures", options->request.figures,
                        "all, none or ids with commas: hardness,clusters");
    command->add_option("--figure-formats", options->request.figure_formats,
                        "some of svg,csv,json,pdf,png; svg,csv if absent. PDF and PNG (600 dpi) by "
                        "rsvg-convert");
    command->add_option("--date", options->request.date, "date that the report shows");
    command->add_flag("-q,--quiet", options->is_quiet, "no words");
    command->add_flag("--no-color", options->has_no_colour, "no colours");
    command->callback([options, &end] { end = execute(*options); });
}

}  // namespace sneddon::cli
