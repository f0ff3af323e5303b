#include "recipe/sample_names.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/files/utf8.hpp"
#include "recipe/given_folders.hpp"

namespace sneddon {
namespace {

using std::filesystem::path;

constexpr const char* nobody = "no study.toml";

path shared_folder(std::span<const std::string> files) {
    path shared;
    for (const std::string& file : files) {
        const path folder = path(whole_path(file)).parent_path();
        if (shared.empty()) shared = folder;
        path both;
        const auto end = std::ranges::mismatch(shared, folder).in1;
        for (auto part = shared.begin(); part != end; ++part) both /= *part;
        shared = both;
    }
    return shared;
}

/// The last `depth` parts: "x", "A/x".
std::string ending(const path& folder, int depth) {
    path end;
    path rest = folder;
    for (int i = 0; i < depth && rest.has_filename(); ++i, rest = rest.parent_path())
        end = end.empty() ? rest.filename() : rest.filename() / end;
    return end.empty() ? folder.generic_string() : end.generic_string();
}

/// Where they stop being alike; folders of all samples differ.
void set_folder_names(const std::vector<std::size_t>& alike, const std::vector<path>& folders,
                      std::vector<std::string>& names) {
    constexpr int deepest = 30;  // what is alike for longer gets a number
    for (int depth = 1; depth <= deepest; ++depth) {
        std::map<std::string, int> count;
        for (const std::size_t i : alike) ++count[names[i] = ending(folders[i], depth)];
        if (std::ranges::all_of(count, [](const auto& name) { return name.second == 1; })) return;
    }
}

/// The samples of each name that is not the only one.
std::map<std::string, std::vector<std::size_t>> alike_by_name(
    const std::vector<std::string>& names) {
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < names.size(); ++i) by_name[names[i]].push_back(i);
    std::erase_if(by_name, [](const auto& entry) { return entry.second.size() == 1; });
    return by_name;
}

}  // namespace

std::vector<std::string> sample_names(std::span<const StudyFacts> facts,
                                      std::span<const std::vector<std::string>> files) {
    std::vector<path> folders;
    for (std::size_t i = 0; i < facts.size(); ++i)
        folders.push_back(facts[i].source.empty()
                              ? shared_folder(files[i])
                              : path(whole_path(facts[i].source)).parent_path());
    std::map<std::string, int> count;
    for (const StudyFacts& study : facts) ++count[study.sample];
    std::vector<std::string> names;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const bool is_named = !facts[i].sample.empty() && count[facts[i].sample] == 1;
        names.push_back(is_named ? facts[i].sample : ending(folders[i], 1));
        if (!facts[i].source.empty()) continue;
        for (std::size_t j = 0; j < facts.size(); ++j)
            if (j != i && is_in_folder(utf8(folders[j]), utf8(folders[i]))) names[i] = nobody;
        if (facts.size() == 1) names[i] = nobody;
    }
    for (const auto& [name, alike] : alike_by_name(names)) set_folder_names(alike, folders, names);
    for (const auto& [name, alike] : alike_by_name(names)) {
        int number = 0;
        for (const std::size_t i : alike) names[i] += fmt::format(" ({})", ++number);
    }
    return names;
}

}  // namespace sneddon
