#include "sneddon/base/result.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace sneddon {
namespace {

TEST(Result, HoldsAValueOrAnError) {
    Result<int> value = 3;
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(*value, 3);
    const Result<int> error = Error{"SND-R001", "a.txt", "nothing", "", ""};
    ASSERT_FALSE(error);
    EXPECT_EQ(error.error().where, "a.txt");
}

TEST(Result, TheValueCanBeMovedOut) {
    Result<std::unique_ptr<int>> held = std::make_unique<int>(5);
    const std::unique_ptr<int> taken = std::move(held).value();
    EXPECT_EQ(*taken, 5);
}

TEST(Message, SaysWhereFoundExpectedFixAndCode) {
    EXPECT_EQ(message({"SND-R012", "a.txt:7", "'x'", "a number", "mend line 7"}),
              "a.txt:7: 'x'; expected a number; mend line 7 [SND-R012]");
    EXPECT_EQ(message({"", "", "nothing readable", "", ""}), "nothing readable");
}

}  // namespace
}  // namespace sneddon
