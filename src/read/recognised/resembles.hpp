// What content of no known format looks like, and what would be needed to read its tests.
#pragma once

#include <string>
#include <string_view>

#include "read/text/opening.hpp"

namespace sneddon {

struct Resemblance {
    std::string what;  ///< "MATLAB data (.mat)"; empty: like nothing that is known
    std::string need;  ///< what to do with it; empty: what is to do with any file
};

/// By the first bytes, else by the numbers in them.
Resemblance resemblance_of_binary(std::string_view bytes);

/// Of a compound file (OLE 2) without a workbook that is read: by its streams.
Resemblance resemblance_of_compound(std::string_view bytes);

/// By the first line, else by the rows of numbers.
Resemblance resemblance_of_text(const Opening& opening);

/// A first line of a program that writes measured columns, or XML: no notes, however wordy.
bool is_of_another_program(const Opening& opening);

}  // namespace sneddon
