#include "read/paths/zip_inputs.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <map>

#include "base/files/utf8.hpp"
#include "read/paths/zip_paths.hpp"

namespace sneddon {
namespace {

// "../x", "/x", "a//b", "": names that lead out of the archive or nowhere.
bool is_plain(const std::string& name) {
    const std::filesystem::path path(name);
    return !name.empty() && !path.has_root_path() && name == utf8(path.lexically_normal()) &&
           *path.begin() != "..";
}

Error refused(const std::string& path, const std::string& found) {
    return {"SND-R040", path, found, "files of different names, below the archive",
            "unpack the archive, give every file a name of its own, and give the folder"};
}

}  // namespace

std::vector<InputPath> inputs_of_zip(const std::string& archive) {
    const auto entries = entries_of_zip(archive);
    if (!entries) return {};  // the archive itself says so
    std::vector<InputPath> inputs;
    std::map<std::string, int> seen;
    for (const ZipEntry& entry : *entries) {
        if (entry.is_folder()) continue;
        const std::string path = fmt::format("{}/{}", archive, entry.name);
        const int count = ++seen[entry.name];
        if (!is_plain(entry.name))
            inputs.push_back({path, refused(path, "a name that leads out of the archive")});
        else if (count > 1)
            inputs.push_back({fmt::format("{} (number {} of this name)", path, count),
                              refused(path, "a second file of this name in the archive")});
        else
            inputs.push_back({path, std::nullopt});
    }
    return inputs;
}

}  // namespace sneddon
