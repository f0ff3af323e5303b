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
    {"SND-G001", "table of points has the wrong shape",
     "A fit was given no column, too many columns, columns of different lengths, or weights that "
     "are not one per row. Nothing was fitted.",
     "Give 1 to 8 columns of one length."},
    {"SND-G002", "value cannot enter the fit",
     "A value is missing, not a number or infinite, or a weight is negative. Rows are never "
     "dropped "
     "without being told.",
     "Remove or fill the named row, then fit again."},
    {"SND-G003", "too few rows for a mixture",
     "A Gaussian in d columns needs at least 2 (d + 1) rows before its covariance means anything.",
     "Give more rows or fewer columns."},
    {"SND-G004", "column has no spread of its own",
     "All values of a column are equal, or a column is a linear combination of the others, so that "
     "every covariance would be singular.",
     "Leave the column out."},
    {"SND-G005", "option of the mixture fit is out of its range",
     "The number of components must be an ascending range within 1 to 32; regularisation must not "
     "be negative; tolerances must be positive.",
     "Correct the option named in the message."},
    // O: output
    // R: read
    {"SND-R001", "file or folder cannot be read",
     "The operating system refused to open the file or folder; its own reason is in the message. "
     "The file counts as refused.",
     "Check the path and the permissions, then run again."},
    // S: segment
    // U: usage
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
