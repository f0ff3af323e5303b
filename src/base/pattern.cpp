#include "base/pattern.hpp"

#include <cstddef>

namespace sneddon {
namespace {

// "[a-c]" at `at` against c; moves `at` behind the bracket. A bracket without an end is itself.
bool matches_set(char c, std::string_view pattern, std::size_t& at) {
    const std::size_t first = at + 1;
    const bool is_negated =
        first < pattern.size() && (pattern[first] == '!' || pattern[first] == '^');
    const std::size_t members = first + (is_negated ? 1 : 0);
    const std::size_t end = pattern.find(']', members + 1);
    if (end == std::string_view::npos) return c == pattern[at++];
    bool is_member = false;
    for (std::size_t i = members; i < end; ++i) {
        const bool is_range = i + 2 < end && pattern[i + 1] == '-';
        const char last = is_range ? pattern[i + 2] : pattern[i];
        is_member = is_member || (c >= pattern[i] && c <= last);
        if (is_range) i += 2;
    }
    at = end + 1;
    return is_member != is_negated;
}

}  // namespace

bool has_pattern(std::string_view path) {
    return path.find_first_of("*?[") != std::string_view::npos;
}

// Linear in both lengths but for the last star, to which it goes back.
bool matches_pattern(std::string_view name, std::string_view pattern) {
    if (name.starts_with('.') && !pattern.starts_with('.')) return false;
    std::size_t n = 0, p = 0;
    std::size_t star = std::string_view::npos, star_name = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            star_name = n;
            continue;
        }
        std::size_t next = p;
        bool is_match = false;
        if (p < pattern.size()) {
            if (pattern[p] == '[')
                is_match = matches_set(name[n], pattern, next);
            else
                is_match = pattern[next++] == '?' || pattern[p] == name[n];
        }
        if (is_match) {
            p = next;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++star_name;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

}  // namespace sneddon
