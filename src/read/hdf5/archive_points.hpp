// The points of the curves of an archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "read/container/hdf5/hdf5_file.hpp"
#include "read/hdf5/archive_tables.hpp"
#include "sneddon/base/stop.hpp"

namespace sneddon {

/// Where they lie; unpacked where they are asked for, by any thread.
class ArchivePoints {
  public:
    /// `file` must outlive the points; the rows of `tables` name tests that are there. Errors:
    /// SND-R042, SND-R004.
    static Result<ArchivePoints> find(const Hdf5File& file, const ArchiveTables& tables);

    std::uint64_t count() const;  ///< of all tests
    /// Where stretches of tests with about so many points begin, and the end.
    std::vector<std::size_t> stretches(std::uint64_t points_of_stretch) const;

    /// Fills the curves of `tests`, the first of which is number `first` (from 0 on) of the
    /// archive. Errors: SND-R042 a damaged piece.
    std::optional<Error> read(std::span<Test> tests, std::size_t first) const;
    /// The same of all tests, on several threads.
    std::optional<Error> read_all(std::vector<Test>& tests, unsigned threads) const;
    /// The error that reading all of it would end with, and no curve is kept.
    std::optional<Error> first_damage(unsigned threads, Stop stop) const;

  private:
    struct Layout;
    ArchivePoints(const Hdf5File& file, std::shared_ptr<const Layout> layout);
    Error damaged(const std::string& column) const;

    const Hdf5File* file_;
    std::shared_ptr<const Layout> layout_;
};

}  // namespace sneddon
