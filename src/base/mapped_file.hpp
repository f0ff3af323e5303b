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

class MappedFile {
  public:
    /// A copy, since a file that another program cuts off while it is mapped ends this one
    /// (SIGBUS). Errors: SND-R001 (cannot be opened or read, became shorter while it was read),
    /// with the system's own reason, SND-R007 (no memory for it).
    static Result<MappedFile> open(const std::string& path, FilePart part = {});

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::string_view bytes() const { return bytes_; }

  private:
    explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
    std::string_view bytes_;
};

}  // namespace sneddon
