#include "recipe/given_folders.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/files/utf8.hpp"
#include "read/paths/zip_paths.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

using std::filesystem::path;

/// The folder itself, the one a file is in, or those of the files that a pattern or a list names.
std::set<path> folders_of(const std::string& name) {
    std::error_code ignored;
    if (std::filesystem::is_directory(name, ignored)) return {name};
    if (std::filesystem::exists(name, ignored)) return {path(name).parent_path()};
    std::set<path> folders;
    for (const InputPath& input : expand_paths(std::vector{name}, {}))
        if (!input.error) {
            const auto in_zip = path_in_zip(input.path);
            folders.insert(path(in_zip ? in_zip->archive : input.path).parent_path());
        }
    return folders;
}

}  // namespace

bool is_in_folder(const std::string& file, const std::string& folder) {
    const path below = file, above = folder;
    return std::ranges::mismatch(above, below).in1 == above.end();
}

std::string whole_path(const std::string& file) {
    std::error_code ignored;
    const path absolute =
        std::filesystem::absolute(file.empty() ? "." : file, ignored).lexically_normal();
    return utf8(absolute.has_filename() ? absolute : absolute.parent_path());
}

std::vector<std::string> given_folders(std::span<const std::string> paths) {
    std::set<path> given;  // a folder stands before those below it
    for (const std::string& name : paths)
        for (const path& folder : folders_of(name)) given.insert(whole_path(utf8(folder)));
    std::vector<std::string> outer;
    for (const path& folder : given)
        if (outer.empty() || !is_in_folder(utf8(folder), outer.back()))
            outer.push_back(utf8(folder));
    return outer;
}

std::string outermost(std::span<const std::string> folders, const std::string& file) {
    const std::string whole = whole_path(file);
    for (const std::string& folder : folders)
        if (is_in_folder(whole, folder)) return folder;
    return {};
}

}  // namespace sneddon
