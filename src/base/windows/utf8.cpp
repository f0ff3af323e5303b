#include "base/files/utf8.hpp"

#include <windows.h>

#include <algorithm>

namespace sneddon {

// Not path::string(), which throws at half a surrogate pair: NTFS allows it in a name.
std::string utf8(const std::filesystem::path& path) {
    const std::wstring& wide = path.native();
    if (wide.empty()) return "";
    const int length = static_cast<int>(wide.size());
    std::string text(3 * wide.size(), '\0');
    const int bytes = WideCharToMultiByte(CP_UTF8, 0, wide.data(), length, text.data(),
                                          static_cast<int>(text.size()), nullptr, nullptr);
    text.resize(static_cast<std::size_t>(bytes));
    std::ranges::replace(text, '\\', '/');
    return text;
}

}  // namespace sneddon
