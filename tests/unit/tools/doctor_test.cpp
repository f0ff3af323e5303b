#include "sneddon/tools/doctor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

using ::testing::StartsWith;

TEST(Doctor, EveryCheckPasses) {
    const auto checks = doctor_checks();
    EXPECT_GE(checks.size(), 20u);
    for (const DoctorCheck& check : checks)
        EXPECT_TRUE(check.has_passed()) << check.name << ": " << check.number;
}

TEST(Doctor, ANumberOutsideOfItsToleranceFails) {
    EXPECT_TRUE((DoctorCheck{"", 1, 1.5, 0.5}).has_passed());
    EXPECT_FALSE((DoctorCheck{"", 1, 1.6, 0.5}).has_passed());
    EXPECT_FALSE((DoctorCheck{"", std::nan(""), 1, 0.5}).has_passed());
    EXPECT_THAT(doctor_text({{"a sum", 4, 5, 0.1}}), StartsWith("FAIL  a sum  4  expected 5"));
}

}  // namespace
}  // namespace sneddon
