// Text with a path's or a file's name is UTF-8 in all of the engine. std::filesystem::path takes it
// through mbrtowc, which knows nothing but the old code pages here: the linker puts this in its
// place
// (--wrap in cmake/windows.cmake), so that no conversion to a path can be forgotten.
#include <cstddef>
#include <cstring>
#include <cwchar>

namespace {

constexpr wchar_t unknown = 0xFFFD;

struct Character {
    unsigned code;
    std::size_t bytes;
};

/// The first character; `unknown`, of one byte, where there is none (RFC 3629).
Character first_character(const unsigned char* text, std::size_t bytes) {
    const unsigned lead = text[0];
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0 || lead > 0xF4 || bytes < length) return {unknown, 1};
    unsigned code = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((text[i] & 0xC0) != 0x80) return {unknown, 1};
        code = code << 6 | (text[i] & 0x3Fu);
    }
    constexpr unsigned least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_valid = code >= least[length] && code <= 0x10FFFF && code >> 11 != 0x1B;
    return is_valid ? Character{code, length} : Character{unknown, 1};
}

}  // namespace

/// As mbrtowc. A character beyond 16 bits is two: the first takes three of its four bytes, the
/// second, which `state` keeps until then, the last one.
extern "C" std::size_t __wrap_mbrtowc(wchar_t* to, const char* from, std::size_t bytes,
                                      std::mbstate_t* state) {
    static_assert(sizeof(std::mbstate_t) >= sizeof(wchar_t));
    wchar_t kept = 0;
    if (from == nullptr) return 0;
    if (bytes == 0) return static_cast<std::size_t>(-2);
    if (state != nullptr) std::memcpy(&kept, state, sizeof kept);
    Character found{kept, 1};
    if (kept == 0) found = first_character(reinterpret_cast<const unsigned char*>(from), bytes);
    wchar_t next = 0;
    if (found.code > 0xFFFF && state != nullptr) {
        next = static_cast<wchar_t>(0xDC00 + (found.code & 0x3FF));
        found = {0xD7C0 + (found.code >> 10), 3};
    }
    if (state != nullptr) std::memcpy(state, &next, sizeof next);
    if (to != nullptr) *to = static_cast<wchar_t>(found.code);
    return found.code == 0 ? 0 : found.bytes;
}
