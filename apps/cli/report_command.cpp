#include <fmt/core.h>

#include <memory>

#include "commands.hpp"
#include "sneddon/pipeline/run.hpp"
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
    std::string text = fmt::format("  wrote     {}/report.html · {} figures in {}/figures/\n",
                                   request.folder, files.figures.size(), request.folder);
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

void add_report(Command& program) {
    Command command = program.add_command("report", examples);
    const auto options = std::make_shared<ReportOptions>();
    command.option("OUT", options->request.folder, "folder that sneddon run wrote").required();
    command.option("--figures", options->request.figures,
                   "all, none or ids with commas: hardness,clusters");
    command.option("--figure-formats", options->request.figure_formats,
                   "some of svg,csv,json,pdf,png; svg,csv if absent. PDF and PNG (600 dpi) by "
                   "rsvg-convert");
    command.option("--figure-width", options->request.figure_width,
                   "85, 120 or 180 mm: files of the figures of one column; 85 if absent");
    command.option("--date", options->request.date, "date that the report shows");
    command.flag("-q,--quiet", options->is_quiet, "no words");
    command.flag("--no-color", options->has_no_colour, "no colours");
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
