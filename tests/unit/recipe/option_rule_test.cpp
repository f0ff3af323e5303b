#include "recipe/option_rule.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace sneddon {
namespace {

constexpr std::array<std::string_view, 2> colours = {"red", "green"};
const OptionRule fraction{"a.fraction", OptionKind::number, 0, 1, {}, "of F_max", "text", false};
const OptionRule colour{"a.colour", OptionKind::word, 0, 0, colours};
const OptionRule count{"count", OptionKind::whole_number, 1, 9};
const OptionRule pitch{"pitch", OptionKind::number_or_pair, 1, 9, {}, "um"};

std::string code_of(const OptionRule& rule, const OptionValue& value) {
    const auto error = check_value(rule, value, "somewhere");
    return error ? error->code : "";
}

TEST(OptionRule, BoundsOfANumberAreInside) {
    EXPECT_EQ(code_of(fraction, 0.0), "");
    EXPECT_EQ(code_of(fraction, 1.0), "");
    EXPECT_EQ(code_of(fraction, 1.0000001), "SND-U004");
    EXPECT_EQ(code_of(fraction, -1e-9), "SND-U004");
}

TEST(OptionRule, NotANumberIsOutOfEveryRange) {
    EXPECT_EQ(code_of(fraction, std::numeric_limits<double>::quiet_NaN()), "SND-U004");
    EXPECT_EQ(code_of(fraction, std::numeric_limits<double>::infinity()), "SND-U004");
}

TEST(OptionRule, AnotherTypeIsRefusedWithWhatIsAccepted) {
    const auto error = check_value(fraction, std::string("high"), "r.toml:3");
    ASSERT_TRUE(error);
    EXPECT_EQ(message(*error),
              "r.toml:3: a.fraction = \"high\"; expected a number from 0 to 1 (of F_max) "
              "[SND-U003]");
    EXPECT_EQ(code_of(colour, 3.0), "SND-U003");
    EXPECT_EQ(code_of(count, 2.5), "SND-U003");
    EXPECT_EQ(code_of(fraction, true), "SND-U003");
    EXPECT_EQ(code_of(fraction, std::monostate()), "SND-U003");
}

TEST(OptionRule, AMisspeltWordIsAnsweredWithTheNearest) {
    const auto error = check_value(colour, std::string("gren"), "x");
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, "SND-U004");
    EXPECT_EQ(error->expected, "\"red\" or \"green\"");
    EXPECT_EQ(error->fix, "did you mean \"green\"?");
}

TEST(OptionRule, NoneIsAcceptedOnlyWhereTheRuleSaysSo) {
    OptionRule optional = fraction;
    optional.can_be_none = true;
    EXPECT_EQ(code_of(optional, std::string("none")), "");
    EXPECT_EQ(code_of(fraction, std::string("none")), "SND-U003");
}

TEST(OptionRule, APairIsTwoNumbers) {
    EXPECT_EQ(code_of(pitch, 2.0), "");
    EXPECT_EQ(code_of(pitch, std::vector<double>{2, 3}), "");
    EXPECT_EQ(code_of(pitch, std::vector<double>{2, 30}), "SND-U004");
    EXPECT_EQ(code_of(pitch, std::vector<double>{2, 3, 4}), "SND-U003");
}

TEST(OptionRule, TextOfTheCommandLineBecomesWhatTheRuleAsksFor) {
    EXPECT_EQ(value_of_text(fraction, " 0.5 "), OptionValue(0.5));
    EXPECT_EQ(value_of_text(fraction, "0,5"), OptionValue(std::string("0,5")));
    EXPECT_EQ(value_of_text(colour, "red"), OptionValue(std::string("red")));
    const OptionRule flag{"flag", OptionKind::flag};
    EXPECT_EQ(value_of_text(flag, "true"), OptionValue(true));
}

TEST(OptionRule, QuotesAndBackslashesSurviveInToml) {
    EXPECT_EQ(toml_text(std::string("a\"b\\c")), "\"a\\\"b\\\\c\"");
    EXPECT_EQ(toml_text(std::vector<double>{24.5, 1e-5}), "[24.5, 1e-05]");
    EXPECT_EQ(toml_text(true), "true");
    EXPECT_EQ(toml_text(0.1), "0.1");
}

TEST(OptionRule, AnUnknownKeyIsAnsweredWithTheNearestTheTailOrTheList) {
    constexpr std::array<std::string_view, 3> known = {"nu", "grid.nx", "grid.pitch_um"};
    EXPECT_EQ(unknown_key("grid.pich_um", known, "").fix, "did you mean \"grid.pitch_um\"?");
    EXPECT_EQ(unknown_key("pitch_um", known, "").fix, "did you mean \"grid.pitch_um\"?");
    EXPECT_EQ(unknown_key("grid.nu", known, "").fix, "write nu above the first [table]");
    EXPECT_EQ(unknown_key("temperature", known, "").expected, "one of nu, grid.nx, grid.pitch_um");
}

}  // namespace
}  // namespace sneddon
