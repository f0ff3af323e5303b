#include "base/enum_words.hpp"

#include <gtest/gtest.h>

namespace sneddon {

enum class Colour { red, green, blue_2 };
template <>
inline constexpr auto words_of<Colour> = std::to_array<Word<Colour>>(
    {{Colour::red, "red", "It is red"}, {Colour::green, "green"}, {Colour::blue_2, "blue"}});

// Tables that were forgotten when their enum grew, or mixed up: they do not compile where they are
// asked, so here only the judgement is.
enum class Grown { first, second };
template <>
inline constexpr auto words_of<Grown> = std::to_array<Word<Grown>>({{Grown::first, "first"}});

enum class Swapped { first, second };
template <>
inline constexpr auto words_of<Swapped> = std::to_array<Word<Swapped>>({{Swapped::second, "second"},
                                                                        {Swapped::first, "first"}});

enum class Doubled { first, second };
template <>
inline constexpr auto words_of<Doubled> = std::to_array<Word<Doubled>>({{Doubled::first, "same"},
                                                                        {Doubled::second, "same"}});

namespace {

enum class Hidden { first };

TEST(EnumWords, AWordAndItsValueAreOneLine) {
    EXPECT_EQ(word_of(Colour::blue_2), "blue");
    EXPECT_EQ(sentence_of(Colour::red), "It is red");
    EXPECT_EQ(sentence_of(Colour::green), "");
    EXPECT_EQ(value_of<Colour>("green"), Colour::green);
    EXPECT_EQ(bare_words<Colour>[2], "blue");
}

TEST(EnumWords, AnUnknownWordIsNoValue) {
    EXPECT_EQ(value_of<Colour>("gren"), std::nullopt);
    EXPECT_EQ(value_of<Colour>(""), std::nullopt);
}

TEST(EnumWords, ATableLacksNothingAndHasNothingTwice) {
    EXPECT_TRUE(is_complete<Colour>());
    EXPECT_FALSE(is_complete<Grown>());
    EXPECT_FALSE(is_complete<Swapped>());
    EXPECT_FALSE(is_complete<Doubled>());
}

TEST(EnumWords, AValueWithoutANameIsNoEnumerator) {
    EXPECT_TRUE(is_enumerator<Colour::blue_2>());
    EXPECT_FALSE(is_enumerator<static_cast<Colour>(3)>());
    EXPECT_TRUE(is_enumerator<Hidden::first>());
    EXPECT_FALSE(is_enumerator<static_cast<Hidden>(1)>());
}

}  // namespace
}  // namespace sneddon
