#include "pipeline/figure_formats.hpp"

#include <fmt/core.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>

#include "base/comma_list.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string_view> names = {"svg", "csv", "json", "pdf", "png"};

bool* member(FigureFormats& formats, std::string_view name) {
    bool* members[] = {&formats.has_svg, &formats.has_csv, &formats.has_json, &formats.has_pdf,
                       &formats.has_png};
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? nullptr : members[found - names.begin()];
}

struct Started {
    bool is_found = true;
    bool is_done = false;
};

/// A PDF says when it was made: for the same bytes that is a fixed day.
Started start(const std::string& program, std::vector<std::string> words) {
    words.insert(words.begin(), program);
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::string no_clock = "SOURCE_DATE_EPOCH=0";
    std::vector<char*> environment;
    for (char** each = environ; *each != nullptr; ++each)
        if (!std::string_view(*each).starts_with("SOURCE_DATE_EPOCH="))
            environment.push_back(*each);
    environment.push_back(no_clock.data());
    environment.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int stream : {0, 1, 2})
        posix_spawn_file_actions_addopen(&files, stream, "/dev/null", stream == 0 ? 0 : 1, 0);
    pid_t child = 0;
    const int error =
        posix_spawnp(&child, program.c_str(), &files, nullptr, argv.data(), environment.data());
    posix_spawn_file_actions_destroy(&files);
    if (error != 0) return {false, false};
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return {true, false};
    const bool is_missing = WIFEXITED(status) && WEXITSTATUS(status) == 127;
    return {!is_missing, WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

std::vector<std::string> words_for(std::string_view format, const std::string& stem) {
    std::vector<std::string> words = {"--unlimited", "--format", std::string(format), "--output",
                                      stem + "." + std::string(format)};
    if (format == "png")
        words.insert(words.end(),
                     {"--dpi-x", "600", "--dpi-y", "600", "--background-color", "white"});
    words.push_back(stem + ".svg");
    return words;
}

}  // namespace

Result<FigureFormats> figure_formats(std::string_view text) {
    FigureFormats formats = {false, false, false, false, false};
    for (const std::string_view name : comma_list(text)) {
        bool* wanted = member(formats, name);
        if (wanted == nullptr) {
            const std::string near = nearest_name(name, names);
            return Error{"SND-U004", "--figure-formats", std::string(name),
                         "some of svg,csv,json,pdf,png",
                         near.empty() ? "" : "did you mean " + near + "?"};
        }
        *wanted = true;
    }
    // PDF and PNG are made from the SVG.
    formats.has_svg = formats.has_svg || formats.has_pdf || formats.has_png;
    return formats;
}

Hint convert_figures(const fs::path& folder, const std::vector<std::string>& ids,
                     const FigureFormats& formats, const std::string& converter) {
    std::vector<std::string_view> wanted;
    if (formats.has_pdf) wanted.push_back("pdf");
    if (formats.has_png) wanted.push_back("png");
    std::error_code error;
    const fs::path whole = fs::absolute(folder, error);  // a name cannot begin with a dash
    std::vector<std::string> failed;
    for (const std::string_view format : wanted)
        for (const std::string& id : ids) {
            const Started started = start(converter, words_for(format, (whole / id).string()));
            if (!started.is_found)
                return fmt::format(
                    "no PDF and no PNG: {} is not there. On Debian: apt install librsvg2-bin; the "
                    "SVG files open in Inkscape, Illustrator and every browser",
                    converter);
            if (!started.is_done) failed.push_back(id + "." + std::string(format));
        }
    if (failed.empty()) return "";
    return fmt::format("{} could not make {}{}; the SVG files are there", converter, failed[0],
                       failed.size() == 1 ? "" : fmt::format(" and {} more", failed.size() - 1));
}

}  // namespace sneddon
