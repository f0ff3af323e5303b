// A zip archive: files in one file, told by the directory at its end. The bytes are not trusted:
// entries that lie over each other, counts and sizes that cannot be, and bombs are errors.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

struct ZipEntry {
    std::string name;  ///< as UTF-8, with '/' between folders; a folder ends with it
    std::uint64_t offset = 0, packed_bytes = 0, bytes = 0;
    std::uint32_t sum = 0;
    std::uint16_t method = 0, flags = 0;
    bool is_folder() const { return name.ends_with('/'); }
};

bool is_zip_file(std::string_view bytes);

/// The directory, found in the last bytes of the archive.
struct ZipDirectory {
    std::uint64_t begin = 0, bytes = 0;
    std::size_t entries = 0;
};
/// No comment is longer: so many bytes at the end hold the record that tells of the directory.
inline constexpr std::size_t zip_tail_bytes = 22 + 65535;

/// `tail`: the last bytes of the archive, `zip_tail_bytes` or all; it begins at `tail_begin`.
/// Errors of all: SND-R040.
Result<ZipDirectory> find_zip_directory(std::string_view tail, std::uint64_t tail_begin,
                                        std::string_view archive);
/// `bytes`: those of the directory.
Result<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes,
                                                 const ZipDirectory& directory,
                                                 std::string_view archive);
/// So many bytes from the offset of an entry on hold it.
std::uint64_t most_bytes_of_entry(const ZipEntry& entry);
/// `bytes`: those from the offset of the entry on.
Result<std::string> unpack_zip_entry(std::string_view bytes, const ZipEntry& entry,
                                     std::string_view archive);

/// An archive in memory.
class ZipFile {
  public:
    /// `bytes` must outlive it.
    static Result<ZipFile> open(std::string_view bytes, std::string_view name);
    const std::vector<ZipEntry>& entries() const { return entries_; }
    /// The first of that name; nullptr if there is none.
    const ZipEntry* find(std::string_view name) const;
    Result<std::string> unpack(const ZipEntry& entry) const;

  private:
    ZipFile(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {}
    std::string_view bytes_;
    std::string name_;
    std::vector<ZipEntry> entries_;
};

}  // namespace sneddon
