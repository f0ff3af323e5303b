#include "pipeline/output_folder.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <system_error>

#include "base/files/utf8.hpp"
#include "base/programs.hpp"
#include "pipeline/left_overs.hpp"
#include "pipeline/written_files.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

Error not_writable(const fs::path& path, const std::string& reason) {
    return {"SND-O003", utf8(path), reason, "a folder that can be written",
            "choose another folder with -o"};
}

Error not_ours(const fs::path& folder, const std::vector<std::string>& foreign) {
    constexpr std::size_t most_names = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(most_names, foreign.size()); ++i)
        names += (i == 0 ? "" : ", ") + foreign[i];
    if (foreign.size() > most_names)
        names += fmt::format(" and {} more", foreign.size() - most_names);
    return {"SND-O002", utf8(folder), "files that sneddon did not write: " + names,
            "a folder that holds only what sneddon wrote",
            "choose another folder with -o, or move these files"};
}

Error holds_files(const fs::path& folder, bool are_ours) {
    return {"SND-O001", utf8(folder), "the folder holds files", "an empty or new folder",
            are_ours ? "add -f to replace it, or choose another with -o"
                     : "choose another folder with -o"};
}

/// Without a trailing '/', and what a link leads to: the link stays.
Result<fs::path> target_of(const fs::path& folder) {
    std::error_code error;
    fs::path target = fs::absolute(folder, error).lexically_normal();
    if (target.filename().empty()) target = target.parent_path();
    if (!fs::is_symlink(fs::symlink_status(target, error))) return target;
    const fs::path real = fs::canonical(target, error);
    if (error) return not_writable(folder, "a link to a folder that is not there");
    return real;
}

std::optional<Error> what_is_there(const fs::path& folder, const fs::path& target,
                                   bool may_replace) {
    std::error_code error;
    if (!fs::exists(target, error)) return std::nullopt;
    if (!fs::is_directory(target, error))
        return not_writable(folder, "there is a file of this name");
    const bool is_empty = fs::is_empty(target, error);
    if (error) return not_writable(folder, error.message());
    if (is_empty) return std::nullopt;
    const std::vector<std::string> foreign = foreign_files(target);
    if (!may_replace) return holds_files(folder, foreign.empty());
    if (!foreign.empty()) return not_ours(folder, foreign);
    return std::nullopt;
}

/// A folder that keeps its place: a mount point cannot be renamed, and who stands in a folder
/// would stand in the old one afterwards.
bool keeps_its_place(const fs::path& target) {
    std::error_code error;
    return fs::exists(target, error) &&
           (is_mount_point(target) || fs::equivalent(target, fs::current_path(error), error));
}

fs::path in_folder(const fs::path& folder, const fs::path& target, const char* mark) {
    return folder / (utf8(target.filename()) + mark + number_of_this_program());
}

/// Beside the target, so that a rename moves it into place; else inside of it.
Result<fs::path> new_staging(const fs::path& folder, const fs::path& target) {
    std::error_code error, ignored;
    fs::create_directories(target.parent_path(), error);
    if (error) return not_writable(folder, error.message());
    const bool exists = fs::exists(target, ignored);
    for (const fs::path& place : {target.parent_path(), target}) {
        const bool is_beside = place != target;
        if (is_beside ? keeps_its_place(target) : !exists) continue;
        fs::path staging = in_folder(place, target, unfinished_mark);
        if (fs::create_directory(staging, error)) return staging;
    }
    return not_writable(folder, error ? error.message() : "an unfinished folder is in the way");
}

}  // namespace

Result<OutputFolder> OutputFolder::open(const fs::path& folder, bool may_replace) {
    const Result<fs::path> target = target_of(folder);
    if (!target) return target.error();
    if (auto error = clear_left_overs(*target)) return *error;
    if (auto error = what_is_there(folder, *target, may_replace)) return *error;
    const Result<fs::path> staging = new_staging(folder, *target);
    if (!staging) return staging.error();
    std::optional<HeldFolder> held;
    HeldFolder::hold(*staging, held);  // where it cannot be held it is never cleared as left over
    return OutputFolder(*target, *staging, std::move(held));
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : target_(std::move(other.target_)),
      staging_(std::move(other.staging_)),
      held_(std::move(other.held_)) {
    other.staging_.clear();
}

OutputFolder::~OutputFolder() {
    std::error_code ignored;
    if (!staging_.empty()) fs::remove_all(staging_, ignored);
}

// Not the folder itself: one that was taken away because the run is to end stays away.
std::ofstream OutputFolder::create(const std::string& name) const {
    const fs::path path = staging_ / name;
    std::error_code ignored;
    if (path.parent_path() != staging_) fs::create_directory(path.parent_path(), ignored);
    return std::ofstream(path, std::ios::binary);
}

Result<bool> OutputFolder::close(const std::vector<std::ofstream*>& files) const {
    for (std::ofstream* file : files) {
        file->close();
        if (file->fail()) return not_writable(target_, "a file could not be written whole");
    }
    return true;
}

bool OutputFolder::holds_results() const {
    std::error_code ignored;
    return fs::exists(target_, ignored) && !written_files(target_).empty();
}

Result<bool> OutputFolder::commit(const std::vector<std::ofstream*>& files) {
    if (auto closed = close(files); !closed) return closed;
    const std::vector<std::string> names = files_below(staging_);  // all of it is ours
    if (!write_manifest(staging_, {names.begin(), names.end()}))
        return not_writable(target_, "a file could not be written whole");
    std::error_code ignored;
    const bool is_inside = staging_.parent_path() == target_;
    if (is_inside) return move_into_target();
    if (!fs::exists(target_, ignored)) return move_to_target();
    // A file that came while the run was going on.
    if (const auto foreign = foreign_files(target_); !foreign.empty())
        return not_ours(target_, foreign);
    return take_the_place_of_target();
}

Result<bool> OutputFolder::move_to_target() {
    std::error_code error;
    fs::rename(staging_, target_, error);
    if (error) return not_writable(target_, error.message());
    staging_.clear();
    return true;
}

Result<bool> OutputFolder::take_the_place_of_target() {
    std::error_code error;
    fs::permissions(staging_, fs::status(target_, error).permissions(), error);
    fs::path old = staging_;
    if (exchange_names(staging_, target_)) {
        staging_.clear();
    } else {
        old = in_folder(target_.parent_path(), target_, old_mark);
        fs::rename(target_, old, error);
        if (error) return not_writable(target_, error.message());
        if (auto moved = move_to_target(); !moved) {
            fs::rename(old, target_, error);
            return moved;
        }
    }
    remove_written_files(old);
    fs::remove(old, error);
    return true;
}

// Not at one moment: what is there between is known by results.json, which goes first and comes
// last, and all of it is ours by a manifest of the old and the new.
Result<bool> OutputFolder::move_into_target() {
    const std::set<std::string> before = written_files(target_), now = written_files(staging_);
    std::set<std::string> both = before;
    both.insert(now.begin(), now.end());
    if (!write_manifest(target_, both)) return not_writable(target_, "no file can be written");
    std::error_code error;
    fs::remove(target_ / "results.json", error);
    for (const std::string& name : before)
        if (!now.contains(name)) fs::remove(target_ / name, error);
    std::vector<std::string> order(now.begin(), now.end());
    std::stable_partition(order.begin(), order.end(), [](const std::string& name) {
        return name != "results.json" && name != manifest_name;
    });
    for (const std::string& name : order) {
        if (!fs::exists(staging_ / name, error)) continue;
        fs::create_directory((target_ / name).parent_path(), error);
        fs::rename(staging_ / name, target_ / name, error);
        if (error) return not_writable(target_, error.message());
    }
    fs::remove_all(staging_, error);
    staging_.clear();
    return true;
}

}  // namespace sneddon
