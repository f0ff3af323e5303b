#include "base/files/utf8.hpp"

namespace sneddon {

std::string utf8(const std::filesystem::path& path) {
    return path.string();
}

}  // namespace sneddon
