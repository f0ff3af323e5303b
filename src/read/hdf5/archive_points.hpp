// The points of the curves of an archive, unpacked by several threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/container/hdf5/hdf5_file.hpp"
#include "read/hdf5/archive_tables.hpp"

namespace sneddon {

/// Fills the curves of `tests`, which `tables` gave. Errors: SND-R042, SND-R004.
std::optional<Error> read_archive_points(const Hdf5File& file, const ArchiveTables& tables,
                                         std::vector<Test>& tests, unsigned threads);

}  // namespace sneddon
