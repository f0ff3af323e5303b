// A file's bytes in memory. The original is never touched.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// A part of a file, as far as the file goes.
struct FilePart {
    std::size_t begin = 0, most_bytes = std::string_view::npos;
};

class FileBytes {
  public:
    /// A copy, since a file that another program cuts off while it is mapped ends this one
    /// (SIGBUS). Errors: SND-R001 (cannot be opened or read, became shorter while it was read),
    /// with the system's own reason, SND-R007 (no memory for it).
    static Result<FileBytes> open(const std::string& path, FilePart part = {});

    /// What was unpacked from a file. Errors: SND-R007.
    static Result<FileBytes> copy_of(std::string_view bytes, const std::string& path);

    FileBytes(FileBytes&& other) noexcept;
    FileBytes& operator=(FileBytes&& other) noexcept;
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    ~FileBytes();

    std::string_view bytes() const { return bytes_; }

  private:
    explicit FileBytes(std::string_view bytes) : bytes_(bytes) {}
    std::string_view bytes_;
};

}  // namespace sneddon
