// The one table of quantities: ids that are unique, in the working units, and documented.
#include "sneddon/model/quantities.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

namespace sneddon::testing {
namespace {

/// Unit as printed for the unit that ends an id. "uN_per_nm" must be tried before "nm".
std::string unit_of_id(const std::string& id) {
    static const std::vector<std::pair<std::string, std::string>> endings = {
        {"_uN_per_nm", "µN/nm"}, {"_per_GPa", "1/GPa"}, {"_nm_per_s", "nm/s"}, {"_nm2", "nm²"},
        {"_nm_per_uN", "nm/µN"}, {"_uN_per_s", "µN/s"}, {"_per_s", "1/s"},     {"_nm", "nm"},
        {"_um", "µm"},           {"_uN", "µN"},         {"_GPa", "GPa"},       {"_pJ", "pJ"},
        {"_percent", "%"},       {"_s", "s"},           {"_deg", "°"},
    };
    for (const auto& [ending, unit] : endings)
        if (id.ends_with(ending)) return unit;
    return "";
}

TEST(Quantities, AreUniqueAndWhole) {
    std::set<std::string_view> ids;
    for (const auto& quantity : quantity_table) {
        EXPECT_TRUE(ids.insert(quantity.id).second) << quantity.id << " is there twice";
        EXPECT_FALSE(quantity.symbol.empty()) << quantity.id;
        EXPECT_FALSE(quantity.text.empty()) << quantity.id;
        EXPECT_TRUE(std::regex_match(std::string(quantity.id), std::regex("[A-Za-z]\\w*")))
            << quantity.id;
    }
}

TEST(Quantities, CarryTheirUnitInTheirId) {
    for (const auto& quantity : quantity_table)
        EXPECT_EQ(unit_of_id(std::string(quantity.id)), quantity.unit) << quantity.id;
}

}  // namespace
}  // namespace sneddon::testing
