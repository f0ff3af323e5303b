#include "sneddon/pipeline/run.hpp"

#include <fstream>
#include <set>
#include <string_view>
#include <system_error>

#include "base/files/utf8.hpp"
#include "base/ordered_parallel.hpp"
#include "base/threads.hpp"
#include "figure/plot/figure_width.hpp"
#include "figure/study/figure_list.hpp"
#include "pipeline/draw_report.hpp"
#include "pipeline/figure_formats.hpp"
#include "pipeline/stopped.hpp"
#include "pipeline/written_files.hpp"
#include "report/report_html.hpp"
#include "results/read_study.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view figures_folder = "figures/";

Error not_writable(const fs::path& path, const std::string& reason) {
    return {"SND-O003", utf8(path), reason, "a folder that can be written", ""};
}

bool write_file(const fs::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    return !out.fail();
}

/// 85, 120 or 180, the columns of journals.
Result<double> figure_width_mm(const std::string& text) {
    for (const double width_mm : {85.0, 120.0, 180.0})
        if (parse_number(text) == width_mm) return width_mm;
    return Error{"SND-U004", "--figure-width", text, "85, 120 or 180, in mm", ""};
}

Result<bool> write_figures(const fs::path& folder, const std::vector<DrawnEntry>& drawn,
                           double width_mm, const WrittenStudy& study, const FigureFormats& formats,
                           const ReportRequest& request) {
    std::error_code error;
    fs::create_directory(folder, error);
    if (error) return not_writable(folder, error.message());
    std::vector<const Figure*> figures;
    for (const DrawnEntry& entry : drawn)
        for (const Figure& figure : entry.drawn.figures) figures.push_back(&figure);
    const auto write_formats = [&](const Figure& as_drawn) {
        const Figure figure = at_width(as_drawn, width_mm);
        const fs::path stem = folder / figure.id;
        bool is_written = true;
        const auto write = [&](bool is_wanted, const char* ending, const auto& text) {
            if (is_wanted) is_written &= write_file(utf8(stem) + ending, text());
        };
        write(formats.has_svg, ".svg", [&] { return figure_svg(figure, SvgPlace::own_file); });
        write(formats.has_csv, ".csv", [&] { return figure_csv(figure, study.tests.test_ids()); });
        write(formats.has_json, ".json", [&] { return figure_json(figure); });
        return is_written;
    };
    const Figure* failed = nullptr;
    ordered_parallel(
        figures.size(), threads_or_all(request.threads), request.stop,
        [&](std::size_t i) { return write_formats(*figures[i]); },
        [&](std::size_t i, bool is_written) {
            if (!is_written && failed == nullptr) failed = figures[i];
        });
    if (request.stop.requested()) return stopped("between figures");
    if (failed != nullptr)
        return not_writable(folder / failed->id, "the file could not be written whole");
    return true;
}

/// Files that others put beside the figures move with them. Error: SND-O002 one has the name of a
/// new figure.
Result<bool> keep_files_of_others(const fs::path& folder, const fs::path& new_figures) {
    for (const std::string& name : foreign_files(folder)) {
        if (!name.starts_with(figures_folder)) continue;
        const fs::path kept = new_figures / name.substr(figures_folder.size());
        std::error_code error;
        if (fs::exists(kept, error))
            return Error{"SND-O002", utf8(folder / name),
                         "a file that sneddon did not write, with the name of a figure",
                         "another name", "move or rename it"};
        fs::create_directories(kept.parent_path(), error);
        fs::copy(folder / name, kept, fs::copy_options::copy_symlinks, error);
        if (error) return not_writable(kept, error.message());
    }
    return true;
}

/// The manifest of OUT with the files of this report in place of those of the last one. An OUT of
/// 0.1.0 has none and is told by its fixed names.
Result<bool> follow_in_manifest(const fs::path& folder, const std::vector<std::string>& figures,
                                bool has_old_figures) {
    std::error_code ignored;
    if (!fs::exists(folder / manifest_name, ignored)) return true;
    std::set<std::string> names = written_files(folder);
    if (!has_old_figures)
        std::erase_if(names,
                      [](const std::string& name) { return name.starts_with(figures_folder); });
    for (const std::string& name : figures) names.insert(std::string(figures_folder) + name);
    names.insert("report.html");
    if (!write_manifest(folder, names)) return not_writable(folder, "a file cannot be written");
    return true;
}

/// New beside old, then a change of names: OUT never holds half a report.
Result<bool> put_in_place(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (fs::is_directory(to, error)) fs::remove_all(to, error);
    fs::rename(from, to, error);
    if (error) return not_writable(to, error.message());
    return true;
}

}  // namespace

Result<ReportFiles> write_report(const ReportRequest& request) {
    const Result<WrittenStudy> study = read_study(request.folder, threads_or_all(request.threads));
    if (!study) return study.error();
    return draw_report(*study, request);
}

Result<ReportFiles> draw_report(const WrittenStudy& study, const ReportRequest& request) {
    const Result<FigureChoice> choice = figure_choice(request.figures);
    if (!choice) return choice.error();
    const Result<FigureFormats> formats = figure_formats(request.figure_formats);
    if (!formats) return formats.error();
    const Result<double> width_mm = figure_width_mm(request.figure_width);
    if (!width_mm) return width_mm.error();
    const std::vector<DrawnEntry> drawn =
        draw_figures(study, *choice, threads_or_all(request.threads));

    const fs::path folder = request.folder;
    const fs::path new_figures = folder / ".figures-new";
    const fs::path new_page = folder / ".report-new.html";
    std::error_code ignored;
    fs::remove_all(new_figures, ignored);
    if (const auto written = write_figures(new_figures, drawn, *width_mm, study, *formats, request);
        !written)
        return written.error();
    ReportFiles files;
    for (const DrawnEntry& entry : drawn) {
        for (const Figure& figure : entry.drawn.figures) files.figures.push_back(figure.id);
        if (entry.drawn.figures.empty())
            files.not_drawn.push_back({std::string(entry.entry->id), entry.drawn.reason.plain()});
    }
    files.hint = convert_figures(new_figures, files.figures, *formats);
    const std::vector<std::string> figure_names = files_below(new_figures);
    std::ofstream page(new_page, std::ios::binary);
    write_report_html(page, study, drawn, {request.date, threads_or_all(request.threads)});
    page.close();
    if (page.fail()) return not_writable(new_page, "the file could not be written whole");
    if (const auto kept = keep_files_of_others(folder, new_figures); !kept) return kept.error();
    // Before and after: ended in between, no figure is taken for a file of somebody else.
    if (const auto followed = follow_in_manifest(folder, figure_names, true); !followed)
        return followed.error();
    if (const auto moved = put_in_place(new_figures, folder / "figures"); !moved)
        return moved.error();
    if (const auto moved = put_in_place(new_page, folder / "report.html"); !moved)
        return moved.error();
    if (const auto followed = follow_in_manifest(folder, figure_names, false); !followed)
        return followed.error();
    return files;
}

}  // namespace sneddon
