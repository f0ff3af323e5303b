#include "read/stated_tip.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr int most_coefficients = 9;

double value_of(const Test& test, std::string_view id) {
    const auto found = std::ranges::find(test.vendor_values, id, &VendorValue::id);
    return found == test.vendor_values.end() ? nan : found->value;
}

}  // namespace

void keep_stated_tip_and_range(Test& test) {
    std::vector<double> coefficients;
    for (int k = 1; k <= most_coefficients; ++k) {
        const double value = value_of(test, fmt::format("Area Coefficient {}", k));
        if (is_nan(value)) break;
        coefficients.push_back(value);
    }
    const bool is_tip = std::ranges::any_of(coefficients, [](double c) { return c != 0; });
    if (is_tip) test.stated.area_coefficients = std::move(coefficients);
    const double from_nm = value_of(test, "Minimum Calculation Depth");
    const double to_nm = value_of(test, "Maximum Calculation Depth");
    if (!(from_nm >= 0) || !(to_nm > from_nm)) return;
    test.stated.profile_from_nm = from_nm;
    test.stated.profile_to_nm = to_nm;
}

}  // namespace sneddon
