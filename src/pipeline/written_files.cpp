#include "pipeline/written_files.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

#include "figure/study/figure_list.hpp"
#include "results/written_study.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifest_head =
    "# Written by sneddon: the files of this folder, which -f replaces. No other is touched.";
// What `report` had not put in its place when it was ended.
constexpr const char* new_figures = ".figures-new";
constexpr const char* new_page = ".report-new.html";
constexpr const char* fresh_manifest = ".sneddon-files-new";
constexpr const char* study_head = "# Simulated by Sneddon";

std::string beginning_of(const fs::path& file) {
    constexpr std::size_t enough = 200;
    std::ifstream in(file, std::ios::binary);
    std::string head(enough, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return head;
}

/// results.json of schema 1 begins with these two keys.
bool is_results(const fs::path& file) {
    const std::string head = beginning_of(file);
    const std::size_t schema = head.find("\"schema\": 1"), generator = head.find("\"generator\":");
    return head.starts_with("{") && schema != head.npos && generator != head.npos &&
           head.find("\"sneddon\"", generator) != head.npos;
}

bool is_numbered(std::string_view name, std::string_view begin, std::string_view end) {
    if (!name.starts_with(begin) || !name.ends_with(end)) return false;
    if (name.size() <= begin.size() + end.size()) return false;
    const std::string_view number =
        name.substr(begin.size(), name.size() - begin.size() - end.size());
    return number.find_first_not_of("0123456789") == number.npos;
}

/// "hardness", or "clusters-hold-2" of the entry "clusters-hold".
bool is_figure(std::string_view name) {
    constexpr std::array endings = {".svg", ".csv", ".json", ".pdf", ".png"};
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos) return false;
    if (std::ranges::find(endings, name.substr(dot)) == endings.end()) return false;
    const std::string_view stem = name.substr(0, dot);
    return std::ranges::any_of(figure_list(), [&](const FigureEntry& entry) {
        return stem == entry.id ||
               (stem.starts_with(entry.id) && stem.substr(entry.id.size()).starts_with('-'));
    });
}

/// What a run of 0.1.0 wrote.
bool is_of_a_run(std::string_view name) {
    constexpr std::array<std::string_view, 5> names = {"tests.csv", "results.json", "curves.json",
                                                       "recipe.toml", "report.html"};
    constexpr std::string_view figures = "figures/";
    if (std::ranges::find(names, name) != names.end() || name == figures) return true;
    if (name.starts_with(figures)) return is_figure(name.substr(figures.size()));
    if (is_numbered(name, "hold_curves_", ".csv")) return true;
    const std::size_t dot = name.rfind('.');
    return dot != name.npos && is_numbered(name.substr(0, dot), "attachment_", "");
}

/// What later versions write beside them.
bool is_further_table(std::string_view name) {
    constexpr std::array<std::string_view, 6> names = {"request.json",     "profiles.csv",
                                                       "tests_chosen.csv", "tests.xlsx",
                                                       "tests.arrow",      "datapackage.json"};
    return std::ranges::find(names, name) != names.end();
}

/// The report of a calibration.
bool is_of_a_calibration(std::string_view name) {
    return name.starts_with("calibration.") || name.starts_with("calibration-");
}

/// What a simulation of 0.1.0 wrote: its truth names the tests.
std::set<std::string> of_a_simulation(const fs::path& folder) {
    std::set<std::string> names = {"study.toml", "truth.csv", "tip.ara"};
    std::ifstream truth(folder / "truth.csv", std::ios::binary);
    for (std::string line; std::getline(truth, line);) names.insert(line.substr(0, line.find(',')));
    return names;
}

std::set<std::string> of_0_1_0(const fs::path& folder) {
    if (beginning_of(folder / "study.toml").starts_with(study_head)) return of_a_simulation(folder);
    std::set<std::string> names;
    if (!is_results(folder / "results.json")) return names;
    for (const std::string& name : files_below(folder))
        if (is_of_a_run(name)) names.insert(name);
    return names;
}

/// A name that leads out of the folder names nothing in it.
bool is_inside(const std::string& name) {
    const fs::path path = name;
    return path.is_relative() && std::ranges::find(path, fs::path("..")) == path.end();
}

}  // namespace

std::set<std::string> written_files(const fs::path& folder) {
    std::ifstream in(folder / manifest_name, std::ios::binary);
    std::string line;
    const bool has_manifest = std::getline(in, line) && line == manifest_head;
    std::set<std::string> names;
    if (!has_manifest) names = of_0_1_0(folder);
    while (has_manifest && std::getline(in, line))
        if (!line.empty() && is_inside(line)) names.insert(line);
    if (!has_manifest && names.empty()) return names;
    names.insert({manifest_name, fresh_manifest, new_page});
    for (const std::string& name : files_below(folder / new_figures))
        names.insert(new_figures + ("/" + name));
    return names;
}

bool is_left_over(const fs::path& folder) {
    if (beginning_of(folder / "study.toml").starts_with(study_head)) return true;
    const std::set<std::string> ours = written_files(folder);
    return std::ranges::all_of(files_below(folder), [&](const std::string& name) {
        return ours.contains(name) || is_of_a_run(name) || is_further_table(name) ||
               is_of_a_calibration(name) || name == fresh_manifest || name == manifest_name ||
               name == drawn_curves_name || name == new_page || name.starts_with(new_figures);
    });
}

std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    auto entry = fs::recursive_directory_iterator(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code ignored;
        const bool is_folder = entry->is_directory(ignored) && !entry->is_symlink(ignored);
        const std::string name = entry->path().lexically_relative(folder).generic_string();
        if (!is_folder)
            names.push_back(name);
        else if (fs::is_empty(entry->path(), ignored))
            names.push_back(name + "/");
    }
    std::ranges::sort(names);
    return names;
}

std::vector<std::string> foreign_files(const fs::path& folder) {
    const std::set<std::string> ours = written_files(folder);
    std::vector<std::string> foreign = files_below(folder);
    std::erase_if(foreign, [&](const std::string& name) {
        return ours.contains(name) || (name == "figures/" && !ours.empty());
    });
    return foreign;
}

std::string manifest_text(const std::set<std::string>& names) {
    std::string text = std::string(manifest_head) + "\n";
    for (const std::string& name : names)
        if (name != manifest_name) text += name + "\n";
    return text;
}

bool write_manifest(const fs::path& folder, const std::set<std::string>& names) {
    const fs::path fresh = folder / fresh_manifest;
    std::ofstream out(fresh, std::ios::binary);
    out << manifest_text(names);
    out.close();
    if (out.fail()) return false;
    std::error_code error;
    fs::rename(fresh, folder / manifest_name, error);
    return !error;
}

void remove_written_files(const fs::path& folder) {
    const std::set<std::string> ours = written_files(folder);
    std::error_code error, ignored;
    bool all_are_gone = true;
    for (const std::string& name : ours) {
        if (name == manifest_name) continue;
        fs::remove(folder / name, error);
        all_are_gone = all_are_gone && !error;
    }
    for (const char* emptied : {"figures", new_figures}) fs::remove(folder / emptied, ignored);
    if (all_are_gone) fs::remove(folder / manifest_name, ignored);
}

}  // namespace sneddon
