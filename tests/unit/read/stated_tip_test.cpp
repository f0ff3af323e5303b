#include "read/stated_tip.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sneddon {
namespace {

sneddon::Test with_tip_and_range(const std::vector<VendorValue>& values) {
    sneddon::Test test;
    test.vendor_values = values;
    keep_stated_tip_and_range(test);
    return test;
}

VendorValue value(const std::string& id, double value) {
    VendorValue made;
    made.id = id;
    made.value = value;
    return made;
}

TEST(StatedTip, AreTheCoefficientsFromTheFirstToTheLastStated) {
    const sneddon::Test test =
        with_tip_and_range({value("Area Coefficient 2", 150), value("Area Coefficient 1", 24.5),
                            value("Area Coefficient 3", 0)});
    EXPECT_EQ(test.stated.area_coefficients, (std::vector<double>{24.5, 150, 0}));
}

TEST(StatedTip, OfOneCoefficientOrNineIsTaken) {
    EXPECT_EQ(with_tip_and_range({value("Area Coefficient 1", 24.5)}).stated.area_coefficients,
              std::vector<double>{24.5});
    std::vector<VendorValue> many;
    for (int k = 1; k <= 10; ++k) many.push_back(value("Area Coefficient " + std::to_string(k), k));
    EXPECT_EQ(with_tip_and_range(many).stated.area_coefficients,
              (std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

TEST(StatedTip, OfZerosOrWithoutTheFirstIsNone) {
    const auto is_none = [](const std::vector<VendorValue>& values) {
        return with_tip_and_range(values).stated.area_coefficients.empty();
    };
    EXPECT_TRUE(is_none({value("Area Coefficient 1", 0), value("Area Coefficient 2", 0)}));
    EXPECT_TRUE(is_none({value("Area Coefficient 2", 150)}));
    EXPECT_TRUE(is_none({}));
}

TEST(StatedRange, OfAProfileHasBothEndsInOrder) {
    const auto range = [](double from_nm, double to_nm) {
        return with_tip_and_range({value("Minimum Calculation Depth", from_nm),
                                   value("Maximum Calculation Depth", to_nm)})
            .stated;
    };
    EXPECT_EQ(range(100, 400).profile_from_nm, 100);
    EXPECT_EQ(range(100, 400).profile_to_nm, 400);
    EXPECT_EQ(range(0, 400).profile_from_nm, 0);
    EXPECT_FALSE(range(-1, 400).profile_from_nm);
    EXPECT_FALSE(range(400, 400).profile_from_nm);
    EXPECT_FALSE(range(400, 100).profile_to_nm);
    EXPECT_FALSE(
        with_tip_and_range({value("Minimum Calculation Depth", 1)}).stated.profile_from_nm);
}

}  // namespace
}  // namespace sneddon
