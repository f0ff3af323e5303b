// What every fuzzer asks, and how it takes its bytes.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/codes.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon::fuzz {

/// Ends the fuzzer, with the line that asked.
inline void require(bool is_true, const char* file = __builtin_FILE(),
                    int line = __builtin_LINE()) {
    if (is_true) return;
    std::fprintf(stderr, "ERROR: required in %s:%d\n", file, line);
    std::abort();
}

/// An error has a page and says what was there, and what should have been or what to do.
inline void require_told(const Error& error, const char* file = __builtin_FILE(),
                         int line = __builtin_LINE()) {
    require(find_code(error.code) != nullptr, file, line);
    require(!error.found.empty() && !(error.expected.empty() && error.fix.empty()), file, line);
}

/// A value, or an error that is told.
template <class T>
void require_answer(const Result<T>& result, const char* file = __builtin_FILE(),
                    int line = __builtin_LINE()) {
    if (!result) require_told(result.error(), file, line);
}

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The text before the next line feed; it goes from the front of `text`.
inline std::string_view next_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return line;
}

inline std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text)
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

}  // namespace sneddon::fuzz
