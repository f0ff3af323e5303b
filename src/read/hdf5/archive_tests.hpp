// The tests of an archive from its tables, a stretch at a time: those of a very large one are never
// in memory together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/hdf5/archive_tables.hpp"

namespace sneddon {

class ArchiveTests {
  public:
    /// `tables` must outlive the tests. Nothing, with what is wrong in `trouble`, if the columns do
    /// not fit together, or have more rows than a file of `stored_bytes` would.
    static std::optional<ArchiveTests> open(const ArchiveTables& tables, std::uint64_t stored_bytes,
                                            std::string& trouble);

    std::size_t size() const { return from_->number.size(); }
    /// What is said of a test stands beside what is said of the one before: a stretch can be taken
    /// by itself. So does `sneddon convert` write it.
    bool are_in_order() const;

    /// Tests [begin, end) with empty curves, whose lengths and channels the tables say: all of them
    /// where they are not in order. Nothing, with what is wrong in `trouble`, if one cannot be.
    std::optional<std::vector<Test>> take(std::size_t begin, std::size_t end,
                                          std::string& trouble) const;

  private:
    friend class StretchOfTests;
    ArchiveTests(const ArchiveTables& tables, std::uint64_t stored_bytes)
        : from_(&tables), stored_bytes_(stored_bytes) {}
    bool has_more_rows_than_bytes() const;
    bool has_rows_for_each_test() const;
    bool has_whole_rows() const;
    bool has_rows_of_its_tests() const;
    std::array<const ArchiveTables::Wholes*, 5> rows_of_tests() const;
    bool find_texts();
    bool find_monitors();

    const ArchiveTables* from_;
    std::uint64_t stored_bytes_;
    std::vector<std::string_view> texts_;
    std::vector<std::size_t> monitor_begin_;  ///< of each test, and behind the last
};

}  // namespace sneddon
