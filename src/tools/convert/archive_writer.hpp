// Tests -> an archive that reads back equal to the last bit (docs/formats/hdf5.md).
#pragma once

#include <span>
#include <string>

#include "sneddon/base/result.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// Errors: SND-O003, SND-U060 (a build without HDF5). A file that is not whole is left behind.
Result<bool> write_archive(std::span<const Test> tests, const std::string& path, unsigned threads);

/// The layout of the micromechanics project, version 2: a group for each test. Loads become mN,
/// which may move their last bit.
Result<bool> write_micromechanics(std::span<const Test> tests, const std::string& path);

}  // namespace sneddon
