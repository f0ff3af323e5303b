#include "read/paths/glob.hpp"

#include <system_error>

#include "base/files/utf8.hpp"
#include "base/pattern.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    auto entry = fs::directory_iterator(folder.empty() ? fs::path(".") : folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
        entries.push_back(entry->path().filename());
    return entries;
}

bool is_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

bool is_link(const fs::path& path) {
    std::error_code error;
    return fs::is_symlink(path, error);
}

void add_folders_below(const fs::path& folder, std::vector<fs::path>& found) {
    found.push_back(folder);
    for (const fs::path& name : entries_of(folder)) {
        const fs::path below = folder / name;
        if (utf8(name).front() != '.' && is_folder(below) && !is_link(below))
            add_folders_below(below, found);
    }
}

}  // namespace

std::vector<fs::path> find_matches(const fs::path& pattern) {
    std::vector<fs::path> found = {pattern.root_path()};
    for (const fs::path& component : pattern.relative_path()) {
        std::vector<fs::path> next;
        for (const fs::path& folder : found) {
            if (component == "**") {
                add_folders_below(folder, next);
            } else if (!has_pattern(utf8(component))) {
                std::error_code error;
                const fs::path path = folder / component;
                if (component.empty() || fs::exists(fs::symlink_status(path, error)))
                    next.push_back(path);
            } else {
                for (const fs::path& name : entries_of(folder))
                    if (matches_pattern(utf8(name), utf8(component))) next.push_back(folder / name);
            }
        }
        found = std::move(next);
    }
    return found;
}

}  // namespace sneddon
