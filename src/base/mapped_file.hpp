// A file's bytes in memory. The original is never touched.
#pragma once

#include <string>
#include <string_view>

#include "sneddon/base/result.hpp"

namespace sneddon {

class MappedFile {
  public:
    /// Errors: SND-R001 (cannot be opened or read, became shorter while it was read), with the
    /// system's own reason.
    static Result<MappedFile> open(const std::string& path);

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
