#include "base/base64.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

// RFC 4648, section 10.
TEST(Base64, IsThatOfTheStandard) {
    EXPECT_EQ(base64_text(""), "");
    EXPECT_EQ(base64_text("f"), "Zg==");
    EXPECT_EQ(base64_text("fo"), "Zm8=");
    EXPECT_EQ(base64_text("foo"), "Zm9v");
    EXPECT_EQ(base64_text("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64_text("\xFF\xFE\xFD"), "//79");
}

}  // namespace
}  // namespace sneddon
