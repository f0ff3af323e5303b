#include "base/base64.hpp"

#include <array>

namespace sneddon {

std::string base64_text(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::array<unsigned, 3> part = {};
        for (std::size_t j = 0; j < 3 && i + j < bytes.size(); ++j)
            part[j] = static_cast<unsigned char>(bytes[i + j]);
        const unsigned word = (part[0] << 16) | (part[1] << 8) | part[2];
        for (std::size_t j = 0; j < 4; ++j)
            text += i + j > bytes.size() ? '=' : digits[(word >> (18 - 6 * j)) & 63];
    }
    return text;
}

}  // namespace sneddon
