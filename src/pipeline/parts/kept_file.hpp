// Files of a cache: bytes under the hash of what they follow from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/files/file_bytes.hpp"

namespace sneddon {

/// Where it is kept.
std::string path_of_kept(const std::string& folder, const std::string& follows_from);

/// Written beside and renamed, so that runs may share the folder. A cache that cannot be written
/// saves no time, and that is all.
void keep_at(const std::string& path, const std::string& body);

/// A file that is there as it was written.
class KeptFile {
  public:
    /// Nothing where there is none or where it was damaged.
    static std::optional<KeptFile> open(const std::string& path);
    std::string_view body() const;

  private:
    explicit KeptFile(FileBytes file) : file_(std::move(file)) {}
    FileBytes file_;
};

}  // namespace sneddon
