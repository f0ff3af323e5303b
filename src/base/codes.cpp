#include "sneddon/base/codes.hpp"

#include <algorithm>
#include <array>

namespace sneddon {
namespace {

// Sorted by code; tests/architecture/codes_test.cpp reads the sources and fails for a code that is
// used and not here, or here and not used.
constexpr CodePage pages[] = {
    // A: analyse
    // G: study
    // O: output
    // R: read
    {"SND-R001", "file or folder cannot be read",
     "The operating system refused to open the file or folder; its own reason is in the message. "
     "The file counts as refused.",
     "Check the path and the permissions, then run again."},
    // S: segment
    // U: usage
    {"SND-U010", "not an area function",
     "The text given for the area function is neither a list of coefficients C0,C1,... (at most 9) "
     "nor \"ideal\" nor \"cap-cone:R_nm[:half_angle_deg]\".",
     "Give the coefficients of the calibrated tip (C0 in nm²/nm², C1 in nm²/nm, ...), the .ara "
     "file "
     "of the instrument, or ask for the ideal tip by name."},
};

}  // namespace

std::span<const CodePage> code_pages() {
    return pages;
}

const CodePage* find_code(std::string_view code) {
    const auto page = std::ranges::find(pages, code, &CodePage::code);
    return page == std::end(pages) ? nullptr : page;
}

}  // namespace sneddon
