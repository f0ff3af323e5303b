#pragma once

#include <cstddef>
#include <string>

namespace sneddon {

/// A file of the system, open for reading. What went wrong is told as a number of errno.
class SystemFile {
  public:
    explicit SystemFile(const std::string& path);
    ~SystemFile();
    SystemFile(const SystemFile&) = delete;
    SystemFile& operator=(const SystemFile&) = delete;

    /// Why it could not be opened, EISDIR of a folder and EINVAL of a pipe or device; 0 when it is.
    int error() const { return error_; }
    std::size_t bytes() const { return bytes_; }

    static constexpr int ended_early = -1;
    /// Bytes from `begin` on: 0 when all were read, else the reason or `ended_early`.
    int read(std::size_t begin, char* to, std::size_t bytes) const;

  private:
    int descriptor_, error_ = 0;
    std::size_t bytes_ = 0;
};

/// An empty file where none was: 0, or why there is none, EEXIST if there was one.
int make_new_file(const std::string& path);

}  // namespace sneddon
