#include "pipeline/output_folder.hpp"

#include <system_error>

#include "base/programs.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

Error not_writable(const fs::path& path, const std::string& reason) {
    return {"SND-O003", path.string(), reason, "a folder that can be written",
            "choose another folder with -o"};
}

std::string beginning_of(const fs::path& file) {
    std::ifstream in(file);
    std::string head(200, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    return head;
}

/// results.json of schema 1, or study.toml of a simulated study, begin with these words.
bool is_ours(const fs::path& folder) {
    const std::string head = beginning_of(folder / "results.json");
    if (head.find("\"generator\"") != std::string::npos &&
        head.find("\"sneddon\"") != std::string::npos)
        return true;
    return beginning_of(folder / "study.toml").starts_with("# Simulated by Sneddon");
}

/// Beside the target, so that a rename moves it into place.
fs::path sibling(const fs::path& target, const std::string& suffix) {
    return target.parent_path() / (target.filename().string() + suffix + number_of_this_program());
}

}  // namespace

Result<OutputFolder> OutputFolder::open(const fs::path& folder, bool may_replace) {
    std::error_code error;
    fs::path target = fs::absolute(folder, error).lexically_normal();
    if (target.filename().empty()) target = target.parent_path();
    fs::path staging = sibling(target, ".partial-");
    if (fs::exists(target, error)) {
        if (!fs::is_directory(target, error))
            return not_writable(folder, "there is a file of this name");
        const bool is_empty = fs::is_empty(target, error);
        if (error) return not_writable(folder, error.message());
        if (is_empty) staging = target / staging.filename();
        if (!is_empty && !may_replace)
            return Error{"SND-O001", folder.string(), "the folder holds files",
                         "an empty or new folder",
                         "add -f to replace it, or choose another with -o"};
        if (!is_empty && !is_ours(target))
            return Error{"SND-O002", folder.string(),
                         "the folder holds files that sneddon did not write",
                         "a folder that sneddon wrote", "choose another folder with -o"};
    }
    fs::create_directories(target.parent_path(), error);
    if (error) return not_writable(folder, error.message());
    fs::remove_all(staging, error);
    if (!fs::create_directory(staging, error)) return not_writable(folder, error.message());
    return OutputFolder(target, staging);
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : target_(std::move(other.target_)), staging_(std::move(other.staging_)) {
    other.staging_.clear();
}

OutputFolder::~OutputFolder() {
    std::error_code ignored;
    if (!staging_.empty()) fs::remove_all(staging_, ignored);
}

std::ofstream OutputFolder::create(const std::string& name) const {
    const fs::path path = staging_ / name;
    std::error_code ignored;
    fs::create_directories(path.parent_path(), ignored);
    return std::ofstream(path, std::ios::binary);
}

Result<bool> OutputFolder::close(const std::vector<std::ofstream*>& files) const {
    for (std::ofstream* file : files) {
        file->close();
        if (file->fail()) return not_writable(target_, "a file could not be written whole");
    }
    return true;
}

Result<bool> OutputFolder::commit(const std::vector<std::ofstream*>& files) {
    if (auto closed = close(files); !closed) return closed;
    return staging_.parent_path() == target_ ? move_into_target() : take_the_place_of_target();
}

Result<bool> OutputFolder::take_the_place_of_target() {
    std::error_code error;
    const fs::path old = sibling(target_, ".old-");
    const bool is_there = fs::exists(target_, error);
    if (is_there) fs::rename(target_, old, error);
    if (error) return not_writable(target_, error.message());
    fs::rename(staging_, target_, error);
    if (error) {
        const std::string reason = error.message();
        if (is_there) fs::rename(old, target_, error);
        return not_writable(target_, reason);
    }
    staging_.clear();
    fs::remove_all(old, error);
    return true;
}

Result<bool> OutputFolder::move_into_target() {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(staging_, error)) {
        fs::rename(entry.path(), target_ / entry.path().filename(), error);
        if (error) return not_writable(target_, error.message());
    }
    fs::remove(staging_, error);
    staging_.clear();
    return true;
}

}  // namespace sneddon
