#include "pipeline/left_overs.hpp"

#include <string>
#include <system_error>
#include <vector>

#include "base/files/folder_names.hpp"
#include "base/files/utf8.hpp"
#include "pipeline/written_files.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

bool is_real_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(fs::symlink_status(path, ignored));
}

/// In `folder`, named after `target` with the mark.
std::vector<fs::path> marked(const fs::path& folder, const fs::path& target, const char* mark) {
    const std::string begin = utf8(target.filename()) + mark;
    std::vector<fs::path> found;
    std::error_code error;
    auto entry = fs::directory_iterator(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const std::string name = utf8(entry->path().filename());
        if (name.starts_with(begin) && has_numbered_mark(name, mark) &&
            is_real_folder(entry->path()))
            found.push_back(entry->path());
    }
    return found;
}

Error busy(const fs::path& target, const fs::path& unfinished) {
    return {"SND-O005", utf8(target), "another run is writing into this folder",
            "one run at a time",
            "wait for its end (" + utf8(unfinished.filename()) +
                " goes then), or choose another folder with -o"};
}

std::optional<Error> clear(const fs::path& folder, const fs::path& target) {
    std::error_code ignored;
    for (const fs::path& old : marked(folder, target, old_mark)) {
        if (fs::exists(fs::symlink_status(target, ignored))) {
            remove_written_files(old);
            fs::remove(old, ignored);
        } else if (!written_files(old).empty()) {
            fs::rename(old, target, ignored);
        }
    }
    for (const fs::path& unfinished : marked(folder, target, unfinished_mark)) {
        std::optional<HeldFolder> held;
        const auto answer = HeldFolder::hold(unfinished, held);
        if (answer == HeldFolder::Answer::is_held_elsewhere) return busy(target, unfinished);
        if (held && is_left_over(unfinished)) fs::remove_all(unfinished, ignored);
    }
    return std::nullopt;
}

}  // namespace

// Inside of OUT too: a mount point has no folder beside it that could take its place.
std::optional<Error> clear_left_overs(const fs::path& target) {
    if (auto error = clear(target.parent_path(), target)) return error;
    return clear(target, target);
}

}  // namespace sneddon
