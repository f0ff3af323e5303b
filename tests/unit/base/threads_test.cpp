#include "base/threads.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(Threads, ANumberStaysAndZeroIsAtLeastOne) {
    EXPECT_EQ(threads_or_all(1), 1u);
    EXPECT_EQ(threads_or_all(7), 7u);
    EXPECT_GE(threads_or_all(0), 1u);
}

TEST(Threads, AreSharedAmongWhatIsWorkedAtTogether) {
    EXPECT_EQ(threads_of_each(8, 1), 8u);
    EXPECT_EQ(threads_of_each(8, 3), 2u);
    EXPECT_EQ(threads_of_each(8, 1000), 1u);
    EXPECT_EQ(threads_of_each(1, 0), 1u);
}

}  // namespace
}  // namespace sneddon
