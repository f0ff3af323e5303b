#include "recipe/toml_options.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

TEST(TomlOptions, TablesBecomeDottedKeysInTheOrderOfTheLines) {
    const testing::TemporaryFolder folder;
    const auto file = folder.write("a.toml",
                                   "z = 1\n"
                                   "[unloading]\n"
                                   "window_low = 0.2\n"
                                   "fit = \"P(h)\"\n"
                                   "[[attachments]]\n"
                                   "file = \"a\"\n"
                                   "[[attachments]]\n"
                                   "file = \"b\"\n");
    const auto options = read_toml_options(file);
    ASSERT_TRUE(options) << message(options.error());
    ASSERT_EQ(options->size(), 5u);
    EXPECT_EQ((*options)[0].key, "z");
    EXPECT_EQ((*options)[0].value, OptionValue(1.0));
    EXPECT_EQ((*options)[0].where, file + ":1");
    EXPECT_EQ((*options)[1].key, "unloading.window_low");
    EXPECT_EQ((*options)[1].where, file + ":3");
    EXPECT_EQ((*options)[2].value, OptionValue(std::string("P(h)")));
    EXPECT_EQ((*options)[2].element, -1);
    EXPECT_EQ((*options)[3].key, "attachments.file");
    EXPECT_EQ((*options)[3].element, 0);
    EXPECT_EQ((*options)[4].element, 1);
    EXPECT_EQ((*options)[4].where, file + ":8");
}

TEST(TomlOptions, ListsOfNumbersAreKeptAndOtherListsAreNoValue) {
    const testing::TemporaryFolder folder;
    const auto options = read_toml_options(
        folder.write("a.toml", "C = [24.5, 3]\nwords = [\"a\"]\nday = 2024-01-01\nempty = []\n"));
    ASSERT_TRUE(options) << message(options.error());
    EXPECT_EQ((*options)[0].value, OptionValue(std::vector<double>{24.5, 3}));
    EXPECT_EQ((*options)[1].value, OptionValue(std::monostate()));
    EXPECT_EQ((*options)[2].value, OptionValue(std::monostate()));
    EXPECT_EQ((*options)[3].value, OptionValue(std::vector<double>{}));
}

TEST(TomlOptions, BrokenTomlIsAnErrorWithItsLine) {
    const testing::TemporaryFolder folder;
    const auto file = folder.write("a.toml", "a = 1\nb = = 2\n");
    const auto options = read_toml_options(file);
    ASSERT_FALSE(options);
    EXPECT_EQ(options.error().code, "SND-U005");
    EXPECT_EQ(options.error().where, file + ":2");
}

TEST(TomlOptions, AKeyTwiceIsAnErrorWithItsLine) {
    const testing::TemporaryFolder folder;
    const auto file = folder.write("a.toml", "a = 1\na = 2\n");
    ASSERT_FALSE(read_toml_options(file));
    EXPECT_EQ(read_toml_options(file).error().where, file + ":2");
}

TEST(TomlOptions, AFileThatIsNotThereIsAnError) {
    const auto options = read_toml_options("/nowhere/a.toml");
    ASSERT_FALSE(options);
    EXPECT_EQ(options.error().code, "SND-R001");
}

TEST(TomlOptions, AFileThatIsNotTextIsAnError) {
    const testing::TemporaryFolder folder;
    const auto file = folder.write("a.toml", std::string_view("\x00\xff\xfe\x01", 4));
    ASSERT_FALSE(read_toml_options(file));
    EXPECT_EQ(read_toml_options(file).error().code, "SND-U005");
}

}  // namespace
}  // namespace sneddon
