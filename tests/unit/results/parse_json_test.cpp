#include "results/parse_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sneddon {
namespace {

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
}

TEST(ParseJson, ATextOfBracketsIsNotJsonOfOurs) {
    EXPECT_FALSE(parsed_json(nested(64)).is_discarded());
    EXPECT_TRUE(parsed_json(nested(65)).is_discarded());
    EXPECT_TRUE(parsed_json_without({"tests"}, R"({"a":)" + nested(1000000) + "}").is_discarded());
}

TEST(ParseJson, BracketsInAStringAreText) {
    const std::string text = R"({"a":"\")" + std::string(100, '[') + R"(\\"})";
    EXPECT_TRUE(parsed_json(text).is_object());
}

TEST(ParseJson, OneKeyOfTheOutermostObjectIsLeftOut) {
    const Json json = parsed_json_without({"tests"}, R"({"tests":[1],"b":{"tests":2}})");
    EXPECT_FALSE(json.contains("tests"));
    EXPECT_EQ(json["b"]["tests"], 2);
}

}  // namespace
}  // namespace sneddon
