#include "base/comma_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CommaList, WordsAreTrimmed) {
    EXPECT_THAT(comma_list("svg, csv ,pdf"), ElementsAre("svg", "csv", "pdf"));
    EXPECT_THAT(comma_list("svg"), ElementsAre("svg"));
}

TEST(CommaList, NothingAndACommaAtTheEndAddNoWord) {
    EXPECT_THAT(comma_list(""), IsEmpty());
    EXPECT_THAT(comma_list("svg,"), ElementsAre("svg"));
    EXPECT_THAT(comma_list("a,,b"), ElementsAre("a", "", "b"));
}

}  // namespace
}  // namespace sneddon
