#include "sneddon/pipeline/run.hpp"

#include <fstream>
#include <system_error>

#include "figure/study/figure_list.hpp"
#include "pipeline/figure_formats.hpp"
#include "report/report_html.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

Error not_writable(const fs::path& path, const std::string& reason) {
    return {"SND-O003", path.string(), reason, "a folder that can be written", ""};
}

bool write_file(const fs::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    return !out.fail();
}

Result<bool> write_figures(const fs::path& folder, const std::vector<DrawnEntry>& drawn,
                           const WrittenStudy& study, const FigureFormats& formats) {
    std::error_code error;
    fs::create_directory(folder, error);
    if (error) return not_writable(folder, error.message());
    for (const DrawnEntry& entry : drawn)
        for (const Figure& figure : entry.drawn.figures) {
            const fs::path stem = folder / figure.id;
            bool is_written = true;
            const auto write = [&](bool is_wanted, const char* ending, const auto& text) {
                if (is_wanted) is_written &= write_file(stem.string() + ending, text());
            };
            write(formats.has_svg, ".svg", [&] { return figure_svg(figure, SvgPlace::own_file); });
            write(formats.has_csv, ".csv",
                  [&] { return figure_csv(figure, study.tests.test_ids()); });
            write(formats.has_json, ".json", [&] { return figure_json(figure); });
            if (!is_written) return not_writable(stem, "the file could not be written whole");
        }
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
    const Result<FigureChoice> choice = figure_choice(request.figures);
    if (!choice) return choice.error();
    const Result<FigureFormats> formats = figure_formats(request.figure_formats);
    if (!formats) return formats.error();
    const Result<WrittenStudy> study = read_study(request.folder);
    if (!study) return study.error();
    const std::vector<DrawnEntry> drawn = draw_figures(*study, *choice);

    const fs::path new_figures = request.folder / ".figures-new";
    const fs::path new_page = request.folder / ".report-new.html";
    std::error_code ignored;
    fs::remove_all(new_figures, ignored);
    if (const auto written = write_figures(new_figures, drawn, *study, *formats); !written)
        return written.error();
    ReportFiles files;
    for (const DrawnEntry& entry : drawn) {
        for (const Figure& figure : entry.drawn.figures) files.figures.push_back(figure.id);
        if (entry.drawn.figures.empty())
            files.not_drawn.push_back({std::string(entry.entry->id), entry.drawn.reason.plain()});
    }
    files.hint = convert_figures(new_figures, files.figures, *formats);
    std::ofstream page(new_page, std::ios::binary);
    write_report_html(page, *study, drawn, {request.date});
    page.close();
    if (page.fail()) return not_writable(new_page, "the file could not be written whole");
    if (const auto moved = put_in_place(new_figures, request.folder / "figures"); !moved)
        return moved.error();
    if (const auto moved = put_in_place(new_page, request.folder / "report.html"); !moved)
        return moved.error();

    return files;
}

}  // namespace sneddon
