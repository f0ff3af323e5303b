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

TEST(Doctor, AMissingOrAFailedProblemFails) {
    EXPECT_TRUE(has_passed(NistTally{54, 54, 10.7}));
    EXPECT_FALSE(has_passed(NistTally{54, 53, 10.7}));
    EXPECT_FALSE(has_passed(NistTally{52, 52, 10.7}));
    EXPECT_EQ(nist_text({54, 54, 10.72}),
              "NIST StRD nonlinear: 54 of 54 with 6 digits, mean LRE 10.7\n");
}

TEST(Doctor, AFolderWithoutTheFilesIsNotTheirs) {
    EXPECT_EQ(find_nist_folder(""), "");
    EXPECT_EQ(find_nist_folder("/nowhere"), "");
}

}  // namespace
}  // namespace sneddon
