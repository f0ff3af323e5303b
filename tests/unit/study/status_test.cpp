#include <gtest/gtest.h>

#include "sneddon/study/study_result.hpp"

namespace sneddon {
namespace {

TEST(Status, NamesAreTheWordsOfTheFiles) {
    EXPECT_EQ(name(Status::used), "used");
    EXPECT_EQ(name(Status::excluded), "excluded");
    EXPECT_EQ(name(Status::refused), "refused");
}

}  // namespace
}  // namespace sneddon
