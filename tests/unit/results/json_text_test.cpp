#include "results/json_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sneddon {
namespace {

TEST(JsonText, MembersStandInTheOrderOfTheirWriting) {
    JsonText json = {{Key{"z"}, 1}, {"a", {{"inner", true}}}};
    json.update({{std::string("m"), nullptr}});
    json.update(JsonText::object());
    EXPECT_EQ(json.text(), R"({"z":1,"a":{"inner":true},"m":null})");
}

TEST(JsonText, AnObjectOfOneTextIsNoPairOfTexts) {
    JsonText list = JsonText::array();
    EXPECT_EQ(list.text(), "[]");
    list.push_back({{"a", "b"}});
    list.push_back(JsonText::array({1, "x"}));
    list.push_back(std::vector<std::string>{"p", "q"});
    EXPECT_EQ(list.text(), R"([{"a":"b"},[1,"x"],["p","q"]])");
}

TEST(JsonText, NumbersKeepAllDigits) {
    EXPECT_EQ(JsonText(std::numeric_limits<std::int64_t>::min()).text(), "-9223372036854775808");
    EXPECT_EQ(JsonText(std::numeric_limits<std::uint64_t>::max()).text(), "18446744073709551615");
    EXPECT_EQ(JsonText::real(0.1 + 0.2).text(), "0.30000000000000004");
    EXPECT_EQ(JsonText::real(1).text(), "1.0");
    EXPECT_EQ(JsonText::real(1e-7).text(), "1e-07");
    EXPECT_EQ(JsonText::real(std::numeric_limits<double>::infinity()).text(), "null");
}

TEST(JsonText, WhatIsNotPlainIsEscapedInKeysToo) {
    EXPECT_EQ(JsonText("a\"\\\n\x7f\x01").text(), "\"a\\\"\\\\\\n\x7f\\u0001\"");
    EXPECT_EQ(JsonText("µ\xB5").text(), "\"µ\uFFFD\"");
    EXPECT_EQ((JsonText{{"a\"", ""}}).text(), R"({"a\"":""})");
}

}  // namespace
}  // namespace sneddon
