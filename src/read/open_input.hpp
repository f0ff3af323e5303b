#pragma once

#include <filesystem>

#include "base/files/file_bytes.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

struct OpenedInput {
    FileBytes file;
    bool is_whole = true;
};

/// What may lie among measurements: of a file above 1 GiB that is no test, a film or an archive,
/// only the beginning is brought into memory, as much as tells what it is.
Result<OpenedInput> open_input(const std::filesystem::path& path, const ReadOptions& options);

}  // namespace sneddon
