// An archive of `sneddon convert --to hdf5` that is open: what it says of its tests is known, their
// points are unpacked where they are asked for.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "read/hdf5/archive_points.hpp"
#include "read/hdf5/archive_tests.hpp"

namespace sneddon {

class OpenArchive {
  public:
    /// `bytes` must outlive the archive; `name` is for messages. Errors: SND-R042, SND-R004.
    static Result<std::unique_ptr<OpenArchive>> open(std::string_view bytes, std::string_view name);

    std::size_t size() const { return tests_->size(); }
    int number(std::size_t i) const { return static_cast<int>(tables_.number[i]); }
    bool is_in_order() const { return tests_->are_in_order(); }
    const ArchivePoints& points() const { return *points_; }

    Result<std::vector<Test>> read_all(unsigned threads) const;
    /// Tests [begin, end) of an archive that is in order, by any thread.
    Result<std::vector<Test>> read(std::size_t begin, std::size_t end) const;
    /// The error that reading all of it would end with; no test is kept.
    std::optional<Error> first_damage(unsigned threads, Stop stop) const;

  private:
    static constexpr std::size_t tests_at_once = 1000;

    OpenArchive(Hdf5File&& file, ArchiveTables&& tables)
        : file_(std::move(file)), tables_(std::move(tables)) {}

    Hdf5File file_;
    ArchiveTables tables_;
    std::optional<ArchiveTests> tests_;
    std::optional<ArchivePoints> points_;
};

}  // namespace sneddon
