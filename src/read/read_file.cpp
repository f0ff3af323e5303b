#include "sneddon/read/read_file.hpp"

#include "read/open_input.hpp"

namespace sneddon {

Result<FileContent> read_file(const std::string& path, const ReadOptions& options) {
    const auto file = open_path(path);
    if (!file) return file.error();
    return read_bytes(file->bytes(), path, options);
}

}  // namespace sneddon
