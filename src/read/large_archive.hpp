// An archive of more points than are read at once: its tests are taken a stretch at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "read/hdf5/open_archive.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

class LargeArchive {
  public:
    /// What is read as a whole: some 170 MB of columns.
    static constexpr std::uint64_t most_points_at_once = std::uint64_t{1} << 22;

    /// Null where read_bytes is to read the bytes: they are no archive, a small one, one whose
    /// tests are not in order, or one that does not open. `bytes` must outlive the archive.
    static std::unique_ptr<LargeArchive> open(std::string_view bytes, std::string_view name,
                                              const ReadOptions& options,
                                              std::uint64_t most_points = most_points_at_once);

    std::size_t tests() const { return archive_->size(); }
    std::size_t stretches() const { return begins_.size() - 1; }
    /// A test of the stretch has one of these numbers.
    bool has_one_of(std::size_t stretch, const std::set<int>& numbers) const;
    /// What read_bytes gives of these tests; by any thread. Errors: SND-R042.
    Result<FileContent> read(std::size_t stretch) const;
    /// The error that reading all of it would end with: a damaged file gives no test at all.
    std::optional<Error> first_damage(unsigned threads, Stop stop) const;

  private:
    LargeArchive(std::unique_ptr<OpenArchive> archive, ReadOptions options,
                 std::vector<std::size_t> begins);

    std::unique_ptr<OpenArchive> archive_;
    ReadOptions options_;
    std::vector<std::size_t> begins_;
};

}  // namespace sneddon
