#include "sneddon/model/segment.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(SegmentKind, NamesAreTheWordsOfTheFiles) {
    EXPECT_EQ(name(SegmentKind::approach), "approach");
    EXPECT_EQ(name(SegmentKind::load), "load");
    EXPECT_EQ(name(SegmentKind::hold), "hold");
    EXPECT_EQ(name(SegmentKind::unload), "unload");
    EXPECT_EQ(name(SegmentKind::drift_hold), "drift_hold");
}

}  // namespace
}  // namespace sneddon
