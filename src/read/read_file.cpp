#include "sneddon/read/read_file.hpp"

#include "base/files/file_bytes.hpp"

namespace sneddon {

Result<FileContent> read_file(const std::string& path, const ReadOptions& options) {
    const auto file = FileBytes::open(path);
    if (!file) return file.error();
    return read_bytes(file->bytes(), path, options);
}

}  // namespace sneddon
