#include "recipe/studies.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "recipe/study_file.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using std::filesystem::path;

path whole(const path& file) {
    std::error_code ignored;
    return std::filesystem::absolute(file, ignored).lexically_normal();
}

/// Folder of a study.toml -> the file as it is shown.
std::map<path, path> study_folders(std::span<const std::string> given,
                                   std::span<const InputPath> inputs) {
    std::map<path, path> found;
    for (const std::string& file : given) found.emplace(whole(file).parent_path(), file);
    for (const InputPath& input : inputs) {
        const path file = input.path;
        if (!input.error && file.filename() == "study.toml")
            found.emplace(whole(file).parent_path(), file);
    }
    return found;
}

/// The folder of the study.toml that is nearest above the file; empty if there is none.
path nearest(const std::map<path, path>& folders, const path& file) {
    path folder = whole(file).parent_path();
    while (!folders.contains(folder)) {
        if (folder == folder.parent_path()) return {};
        folder = folder.parent_path();
    }
    return folder;
}

std::string folder_name(const StudyFacts& facts) {
    if (facts.source.empty()) return "no study.toml";
    const path folder = whole(facts.source).parent_path();
    return (folder.filename().empty() ? folder : folder.filename()).string();
}

/// The sample; where two are called alike, or one has no name, the folder, and a number at last.
std::vector<std::string> names_of(const std::vector<StudyFacts>& all) {
    std::map<std::string, int> count, folders;
    for (const StudyFacts& facts : all) {
        ++count[facts.sample];
        ++folders[folder_name(facts)];
    }
    std::vector<std::string> names;
    std::map<std::string, int> used;
    for (const StudyFacts& facts : all) {
        const bool is_sample = !facts.sample.empty() && count[facts.sample] == 1;
        std::string name = is_sample ? facts.sample : folder_name(facts);
        if (!is_sample && folders[name] > 1) name += fmt::format(" ({})", ++used[name]);
        names.push_back(name);
    }
    return names;
}

template <class Fact>
void keep_if_shared(Fact& first, const Fact& other) {
    if (!(first == other)) first = Fact();
}

std::string area_of(const std::optional<AreaFunction>& area) {
    return area ? area->source : std::string();
}

bool are_alike(const std::optional<Grid>& a, const std::optional<Grid>& b) {
    if (!a || !b) return !a && !b;
    return a->nx == b->nx && a->ny == b->ny && a->pitch_x_um == b->pitch_x_um &&
           a->pitch_y_um == b->pitch_y_um && a->order == b->order;
}

bool are_alike(const std::optional<AreaFunction>& a, const std::optional<AreaFunction>& b) {
    return a.has_value() == b.has_value() && area_of(a) == area_of(b) &&
           (!a || (a->h_c_min_nm == b->h_c_min_nm && a->h_c_max_nm == b->h_c_max_nm));
}

void share(StudyFacts& shared, const StudyFacts& other) {
    keep_if_shared(shared.poisson_ratio, other.poisson_ratio);
    keep_if_shared(shared.indenter_E_GPa, other.indenter_E_GPa);
    keep_if_shared(shared.indenter_poisson_ratio, other.indenter_poisson_ratio);
    keep_if_shared(shared.u_area_relative, other.u_area_relative);
    keep_if_shared(shared.u_drift_nm_per_s, other.u_drift_nm_per_s);
    keep_if_shared(shared.roughness_nm, other.roughness_nm);
    if (!are_alike(shared.grid, other.grid)) shared.grid.reset();
    if (!are_alike(shared.area_function, other.area_function)) shared.area_function.reset();
    shared.is_simulated = shared.is_simulated || other.is_simulated;
}

std::string text_of(const StudyFacts& facts) {
    std::string text;
    if (facts.poisson_ratio) text += ", nu " + number_text(*facts.poisson_ratio);
    if (facts.area_function) text += ", area function " + facts.area_function->source;
    return text;
}

}  // namespace

Result<Studies> studies_of(std::span<const std::string> paths, std::span<const InputPath> inputs) {
    const std::vector<std::string> given = study_files(paths);
    const auto folders = study_folders(given, inputs);
    Studies studies;
    if (folders.empty() || (folders.size() == 1 && given.size() == 1)) {
        auto facts = folders.empty() ? StudyFacts() : read_study_file(folders.begin()->second);
        if (!facts) return facts.error();
        studies.facts = {*std::move(facts)};
        studies.of_input.assign(inputs.size(), 0);
        studies.names = names_of(studies.facts);
        return studies;
    }
    std::map<path, std::size_t> place_of;
    for (const InputPath& input : inputs) {
        const path file = input.path;
        const path folder = nearest(folders, file);
        const bool is_new = !place_of.contains(folder);
        // A study.toml that speaks for no file but itself makes no study.
        if (is_new && file.filename() == "study.toml") {
            studies.of_input.push_back(0);
            continue;
        }
        if (is_new) {
            auto facts = folder.empty() ? StudyFacts() : read_study_file(folders.at(folder));
            if (!facts) return facts.error();
            place_of[folder] = studies.facts.size();
            studies.facts.push_back(*std::move(facts));
        }
        studies.of_input.push_back(place_of[folder]);
    }
    if (studies.facts.empty()) studies.facts.emplace_back();
    studies.names = names_of(studies.facts);
    return studies;
}

StudyFacts shared_facts(const Studies& studies) {
    if (!studies.are_several()) return studies.facts.front();
    StudyFacts shared = studies.facts.front();
    shared.sample.clear();
    shared.source.clear();
    shared.load_function_names.clear();
    shared.attachments.clear();
    shared.exclusions.clear();  // of the tests of their own study.toml
    for (std::size_t i = 0; i < studies.facts.size(); ++i) {
        const StudyFacts& facts = studies.facts[i];
        share(shared, facts);
        shared.sample += (shared.sample.empty() ? "" : "; ") + studies.names[i];
        for (const auto& [found, shown] : facts.load_function_names)
            shared.load_function_names[studies.names[i] + ", " + found] =
                studies.names[i] + ", " + shown;
        std::ranges::copy(facts.attachments, std::back_inserter(shared.attachments));
    }
    return shared;
}

std::string studies_text(const Studies& studies) {
    std::string text;
    for (std::size_t i = 0; i < studies.facts.size(); ++i) {
        const auto files = std::ranges::count(studies.of_input, i);
        text += fmt::format("{}{} ({} files{})", i == 0 ? "" : "; ", studies.names[i], files,
                            text_of(studies.facts[i]));
    }
    return "files under different study.toml, each group with its own facts: " + text +
           "; clusters and what is said of all tests pool them";
}

}  // namespace sneddon
