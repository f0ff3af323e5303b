#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "base/files/file_bytes.hpp"
#include "base/files/utf8.hpp"
#include "base/out_names.hpp"
#include "base/pattern.hpp"
#include "read/paths/glob.hpp"
#include "read/paths/zip_inputs.hpp"
#include "read/paths/zip_paths.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

Error unreadable(const fs::path& path, const std::error_code& reason) {
    return {"SND-R001", utf8(path), reason.message(), "a file or folder that can be read",
            "check the path and its permissions"};
}

bool path_less(const fs::path& a, const fs::path& b) {
    return natural_less(utf8(a), utf8(b));
}

// "./a/../b" and "b" are one file; a path that cannot be resolved is only itself.
fs::path resolved_identity(const fs::path& path) {
    std::error_code error;
    if (const auto in_zip = path_in_zip(utf8(path)))
        return fs::weakly_canonical(in_zip->archive, error) / in_zip->inner;
    const fs::path resolved = fs::weakly_canonical(path, error);
    return error ? path.lexically_normal() : resolved;
}

/// The same; the folder of many files is resolved once and not for each of them.
class Identities {
  public:
    fs::path of(const fs::path& path) {
        std::error_code error;
        const fs::file_status status = fs::symlink_status(path, error);
        const fs::path name = path.filename();
        const bool is_plain = !name.empty() && name != "." && name != "..";
        if (!is_plain || !fs::exists(status) || fs::is_symlink(status))
            return resolved_identity(path);
        const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
        if (folder != folder_ || resolved_folder_.empty()) {
            folder_ = folder;
            resolved_folder_ = resolved_identity(folder);
        }
        return resolved_folder_ / name;
    }

  private:
    fs::path folder_, resolved_folder_;
};

bool is_at_or_below(const fs::path& path, const fs::path& folder) {
    if (folder.empty()) return false;
    const auto [in_folder, in_path] =
        std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return in_folder == folder.end();
}

// The manifest of a simulated study, and what a run that was killed left: no measurements.
bool is_of_a_run(const fs::path& path) {
    const std::string name = utf8(path.filename());
    if (name == manifest_name) return true;
    if (!has_numbered_mark(name, unfinished_mark) && !has_numbered_mark(name, old_mark))
        return false;
    std::error_code ignored;
    return fs::exists(path / "curves.json", ignored) || fs::exists(path / "truth.csv", ignored);
}

std::string nearest_entry(const fs::path& path) {
    constexpr std::size_t enough = 2000;
    std::vector<std::string> names;
    std::error_code error;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    auto entry = fs::directory_iterator(folder, error);
    for (; !error && entry != fs::directory_iterator() && names.size() < enough;
         entry.increment(error))
        names.push_back(utf8(entry->path().filename()));
    std::ranges::sort(names);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    return nearest_name(utf8(path.filename()), candidates);
}

Error matches_nothing(const fs::path& path) {
    const std::string nearest = has_pattern(utf8(path)) ? "" : nearest_entry(path);
    const std::string near_path =
        path.has_parent_path() ? utf8(path.parent_path() / nearest) : nearest;
    return {"SND-R005", utf8(path),
            has_pattern(utf8(path)) ? "no file matches this pattern" : "no such file or folder",
            "a file, a folder, a pattern or @list",
            nearest.empty() ? "check the spelling" : fmt::format("did you mean '{}'?", near_path)};
}

// Folders are walked in natural order; links to folders wait until all real folders are done, so
// that a file reached both ways is shown by its real path, and no folder is walked twice.
class PathExpansion {
  public:
    explicit PathExpansion(const fs::path& output_folder)
        : output_(output_folder.empty() ? fs::path() : resolved_identity(output_folder)) {}

    void add_argument(const std::string& argument) {
        const fs::path path(argument);
        std::error_code error;
        if (fs::exists(fs::symlink_status(path, error)) || path_in_zip(argument)) {
            arguments_.push_back(path);
        } else if (argument.starts_with('@')) {
            add_list(argument.substr(1));
        } else {
            add_matches(path);
        }
    }

    std::vector<InputPath> finish() {
        std::ranges::sort(arguments_, path_less);
        for (const fs::path& path : arguments_) visit(path);
        while (!linked_folders_.empty()) {
            const auto first = std::ranges::min_element(linked_folders_, path_less);
            const fs::path folder = *first;
            linked_folders_.erase(first);
            walk(folder);
        }
        std::ranges::stable_sort(found_, [](const InputPath& a, const InputPath& b) {
            return natural_less(a.path, b.path);
        });
        std::set<fs::path> seen;
        std::erase_if(found_, [&](const InputPath& input) {
            return !seen.insert(identities_.of(input.path)).second;
        });
        return std::move(found_);
    }

  private:
    void add_matches(const fs::path& path) {
        const auto matches = has_pattern(utf8(path)) ? find_matches(path) : std::vector<fs::path>();
        if (matches.empty()) found_.push_back({utf8(path), matches_nothing(path)});
        arguments_.insert(arguments_.end(), matches.begin(), matches.end());
    }

    void add_list(const std::string& list_name) {
        const auto file = FileBytes::open(list_name);
        if (!file) {
            found_.push_back({fmt::format("@{}", list_name), file.error()});
            return;
        }
        const EncodingFound encoding = find_encoding(file->bytes());
        const std::string_view text = file->bytes().substr(encoding.mark_length);
        for (LineCursor lines(text); !lines.is_at_end();) {
            const std::string line(trimmed(lines.next()));
            if (!line.empty() && !line.starts_with('#')) add_list_line(line, list_name);
        }
    }

    // Relative to the current folder if it is there, else to the folder of the list.
    void add_list_line(const std::string& line, const fs::path& list_name) {
        const fs::path here(line), beside = list_name.parent_path() / line;
        std::error_code error;
        for (const fs::path& path : {here, beside})
            if (fs::exists(fs::symlink_status(path, error))) return arguments_.push_back(path);
        add_matches(has_pattern(line) && find_matches(here).empty() ? beside : here);
    }

    void visit(const fs::path& path) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (is_at_or_below(identities_.of(path), output_)) return;
        if (is_of_a_run(path)) return;
        if (fs::is_directory(status)) return walk(path);
        if (fs::is_regular_file(status)) return add_file(utf8(path));
        if (path_in_zip(utf8(path))) return found_.push_back({utf8(path), std::nullopt});
        if (fs::is_symlink(fs::symlink_status(path, error)) && !fs::exists(status))
            return found_.push_back(
                {utf8(path),
                 Error{"SND-R001", utf8(path), "a symbolic link to a file that is not there",
                       "a file that can be read", "remove or mend the link"}});
        if (!fs::exists(status)) return found_.push_back({utf8(path), unreadable(path, error)});
        found_.push_back({utf8(path), Error{"SND-R006", utf8(path), "a pipe, a socket or a device",
                                            "a regular file", "copy its content into a file"}});
    }

    // The archive is an entry too: it is hashed, and says what cannot be unpacked.
    void add_file(const std::string& path) {
        found_.push_back({path, std::nullopt});
        if (!is_archive_of_files(path)) return;
        const auto inputs = inputs_of_zip(path);
        found_.insert(found_.end(), inputs.begin(), inputs.end());
    }

    void walk(const fs::path& folder) {
        if (!walked_.insert(identities_.of(folder)).second) return;
        std::vector<fs::path> entries;
        std::error_code error;
        auto entry = fs::directory_iterator(folder, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error))
            entries.push_back(entry->path());
        if (error) found_.push_back({utf8(folder), unreadable(folder, error)});
        std::ranges::sort(entries, path_less);
        for (const fs::path& path : entries) {
            std::error_code ignored;
            if (fs::is_symlink(path, ignored) && fs::is_directory(path, ignored))
                linked_folders_.push_back(path);
            else
                visit(path);
        }
    }

    Identities identities_;
    fs::path output_;
    std::vector<fs::path> arguments_, linked_folders_;
    std::set<fs::path> walked_;
    std::vector<InputPath> found_;
};

}  // namespace

std::vector<InputPath> expand_paths(std::span<const std::string> paths,
                                    const std::string& output_folder) {
    PathExpansion expansion(output_folder);
    for (const std::string& path : paths) expansion.add_argument(path);
    return expansion.finish();
}

}  // namespace sneddon
