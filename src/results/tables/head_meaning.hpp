// What a column of tests.csv, or of the table of groups, holds.
#pragma once

#include <string>
#include <string_view>

namespace sneddon {

struct HeadMeaning {
    std::string unit;       ///< as printed: "GPa"; "" for texts and pure numbers
    std::string text;       ///< one sentence without its full stop; "" where only the head tells
    bool is_whole = false;  ///< the column has whole numbers only
};

/// By its head: "H_IT_GPa", "H_IT_GPa_u_random", "vendor_H_IT_GPa", "H_IT_GPa_mean".
HeadMeaning meaning_of(std::string_view head);

/// tests.csv may have a column of this name.
bool can_be_column(std::string_view head);

/// The name nearest to `head` among them; "" when none is near.
std::string nearest_column(std::string_view head);

}  // namespace sneddon
