#include "read/paths/zip_paths.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <numeric>

#include "base/files/file_bytes.hpp"
#include "base/files/utf8.hpp"
#include "base/last_made.hpp"
#include "read/container/gz_file.hpp"
#include "read/container/unpack_error.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

std::size_t size_of(const std::string& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    return error ? 0 : static_cast<std::size_t>(size);
}

bool is_zip(const std::string& path) {
    constexpr std::size_t looked_at = 32;
    const auto start = FileBytes::open(path, {0, looked_at});
    return start && is_zip_file(start->bytes());
}

/// The directory of one archive, and the order of its names.
struct KnownArchive {
    std::string path;
    fs::file_time_type written;
    std::size_t size = 0;
    std::vector<ZipEntry> entries;
    std::vector<std::size_t> by_name;  ///< of files of one name the first one first

    bool is_of(const std::string& archive) const {
        std::error_code error;
        return path == archive && size == size_of(archive) &&
               written == fs::last_write_time(archive, error) && !error;
    }
    const ZipEntry* find(const std::string& name) const {
        const auto name_of = [&](std::size_t i) -> const std::string& { return entries[i].name; };
        const auto found = std::ranges::lower_bound(by_name, name, {}, name_of);
        return found != by_name.end() && name_of(*found) == name ? &entries[*found] : nullptr;
    }
};

Result<KnownArchive> know(const std::string& archive) {
    KnownArchive known;
    std::error_code error;
    known.path = archive;
    known.written = fs::last_write_time(archive, error);
    known.size = size_of(archive);
    auto entries = entries_of_zip(archive);
    if (!entries) return entries.error();
    known.entries = std::move(entries).value();
    known.by_name.resize(known.entries.size());
    std::iota(known.by_name.begin(), known.by_name.end(), std::size_t{0});
    std::ranges::stable_sort(known.by_name, {}, [&](std::size_t i) -> const std::string& {
        return known.entries[i].name;
    });
    return known;
}

}  // namespace

std::optional<PathInZip> path_in_zip(const std::string& path) {
    std::error_code error;
    fs::path archive(path);
    if (fs::exists(fs::symlink_status(archive, error))) return std::nullopt;
    while (archive.has_relative_path() && archive.has_parent_path() &&
           archive.parent_path() != archive) {
        archive = archive.parent_path();
        const auto status = fs::status(archive, error);
        if (fs::is_directory(status)) return std::nullopt;
        if (!fs::is_regular_file(status)) continue;
        const std::string name = utf8(archive), whole = utf8(path);
        std::size_t begin = name.size();
        while (begin < whole.size() && whole[begin] == '/') ++begin;
        return PathInZip{name, whole.substr(begin)};
    }
    return std::nullopt;
}

bool is_office_file(const std::vector<ZipEntry>& entries) {
    return std::ranges::any_of(entries, [](const ZipEntry& entry) {
        return entry.name == "[Content_Types].xml" || entry.name == "mimetype";
    });
}

bool is_archive_of_files(const std::string& path) {
    if (!is_zip(path)) return false;
    const auto entries = entries_of_zip(path);
    return entries && !is_office_file(*entries);
}

Result<std::vector<ZipEntry>> entries_of_zip(const std::string& archive) {
    const std::size_t size = size_of(archive);
    const std::size_t tail_begin = size - std::min(size, zip_tail_bytes);
    const auto tail = FileBytes::open(archive, {tail_begin, zip_tail_bytes});
    if (!tail) return tail.error();
    const auto directory = find_zip_directory(tail->bytes(), tail_begin, archive);
    if (!directory) return directory.error();
    const auto bytes = FileBytes::open(archive, {static_cast<std::size_t>(directory->begin),
                                                 static_cast<std::size_t>(directory->bytes)});
    if (!bytes) return bytes.error();
    return read_zip_directory(bytes->bytes(), *directory, archive);
}

Result<std::string> read_from_zip(const PathInZip& path) {
    if (!is_zip(path.archive))
        return Error{"SND-R001", path.archive, "a file, not a folder and no zip archive",
                     "a file or folder that can be read", "check the path and its permissions"};
    // Each of 65,535 files is asked for by itself, and a directory has megabytes: the last one is
    // kept for as long as the archive is the same.
    static LastMade<KnownArchive> last;
    auto known = last.get();
    if (known == nullptr || !known->is_of(path.archive)) {
        auto made = know(path.archive);
        if (!made) return made.error();
        known = std::make_shared<const KnownArchive>(std::move(made).value());
        last.put(known);
    }
    const ZipEntry* found = known->find(path.inner);
    if (found == nullptr)
        return Error{"SND-R005", path.archive + "/" + path.inner, "no such file in the archive",
                     "the name of a file in it", "check the spelling"};
    const auto bytes =
        FileBytes::open(path.archive, {static_cast<std::size_t>(found->offset),
                                       static_cast<std::size_t>(most_bytes_of_entry(*found))});
    if (!bytes) return bytes.error();
    auto unpacked = unpack_zip_entry(bytes->bytes(), *found, path.archive);
    if (unpacked && (is_zip_file(*unpacked) || is_gz_file(*unpacked)))
        if (const auto inner = ZipFile::open(*unpacked, "");
            !inner || !is_office_file(inner->entries()))
            return unpack_error(path.archive + "/" + path.inner, "an archive in an archive");
    return unpacked;
}

}  // namespace sneddon
