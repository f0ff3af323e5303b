// Limits that shares of tests are counted against: "eta_IT < 0.5, H_IT_GPa > 6".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

struct Limit {
    std::string text;  ///< "eta_IT < 0.5"
    QuantityIndex quantity{0};
    bool is_below = true;  ///< the share of tests below the limit, else above
    double value = 0;

    bool holds(double number) const { return is_below ? number < value : number > value; }
};

/// Separated by commas; an empty text has none. Errors: SND-U002 (no such quantity, the nearest
/// name), SND-U004 (no limit).
Result<std::vector<Limit>> parse_limits(std::string_view text, const std::string& where);

}  // namespace sneddon
