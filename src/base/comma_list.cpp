#include "base/comma_list.hpp"

#include <algorithm>

#include "sneddon/base/text.hpp"

namespace sneddon {

std::vector<std::string_view> comma_list(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        words.push_back(trimmed(text.substr(0, comma)));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return words;
}

}  // namespace sneddon
