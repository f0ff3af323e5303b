#include "base/files/folder_of.hpp"

#include "base/files/utf8.hpp"

namespace sneddon {

std::string folder_of(const std::string& path) {
    return utf8(std::filesystem::path(path).parent_path());
}

}  // namespace sneddon
