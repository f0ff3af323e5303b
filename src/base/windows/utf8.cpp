#include "base/files/utf8.hpp"

#include <algorithm>

#include "base/windows/wide_text.hpp"

namespace sneddon {

// Not path::string(), which throws at half a surrogate pair: NTFS allows it in a name.
std::string utf8(const std::filesystem::path& path) {
    std::string text = narrow_text(path.native());
    std::ranges::replace(text, '\\', '/');
    return text;
}

}  // namespace sneddon
