#include "correct/tare.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(TarePoints, TwentyPointsInTheAirAreEnough) {
    Curve curve;
    std::vector<std::size_t> air;
    for (std::size_t i = 0; i < 20; ++i) {
        EXPECT_EQ(find_tare(curve, air, {}).method, "none");
        air.push_back(i);
        curve.load_uN.push_back(i % 2 == 0 ? 0.4 : 0.6);
    }
    const Correction found = find_tare(curve, air, {});
    EXPECT_EQ(found.method, "air");
    EXPECT_DOUBLE_EQ(found.value, 0.5);
}

}  // namespace
}  // namespace sneddon
