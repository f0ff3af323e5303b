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

TEST(TomlOptions, ATableWithoutAKeyIsKeptWithItsLine) {
    const testing::TemporaryFolder folder;
    const auto file = folder.write("a.toml",
                                   "[unloading]\n"
                                   "[area.sphere]\n"
                                   "[load_functions]\n"
                                   "\"60 s.\" = 1\n"
                                   "[[attachments]]\n");
    const auto options = read_toml_options(file);
    ASSERT_TRUE(options) << message(options.error());
    ASSERT_EQ(options->size(), 4u);
    const std::vector<std::string> keys = {"unloading.", "area.sphere.", "load_functions.60 s.",
                                           "attachments."};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const WrittenOption& option = (*options)[i];
        EXPECT_EQ(option.key, keys[i]);
        EXPECT_EQ(option.is_empty_table, i != 2) << keys[i];
    }
    EXPECT_EQ((*options)[1].where, file + ":2");
    EXPECT_EQ((*options)[3].element, 0);
}

TEST(TomlOptions, AnEmptyFileHasNoTable) {
    const testing::TemporaryFolder folder;
    const auto options = read_toml_options(folder.write("a.toml", "# nothing\n"));
    ASSERT_TRUE(options);
    EXPECT_TRUE(options->empty());
}

TEST(TomlOptions, ATableIsKnownByTheKeysBelowIt) {
    const std::vector<std::string_view> keys = {"nu", "grid.nx", "area.sphere.radius_nm"};
    const auto table = [](const std::string& name) {
        return WrittenOption{name + ".", std::monostate(), "a.toml:1", -1, true};
    };
    for (const char* name : {"grid", "area", "area.sphere"})
        EXPECT_FALSE(unknown_table(table(name), keys)) << name;
    for (const char* name : {"nu", "nx", "sphere", "grid.nx", "gri", "area.sphere.radius"})
        EXPECT_TRUE(unknown_table(table(name), keys)) << name;
    const Error near = *unknown_table(table("gird"), keys);
    EXPECT_EQ(near.code, "SND-U002");
    EXPECT_EQ(near.where, "a.toml:1");
    EXPECT_EQ(near.found, "unknown table [gird]");
    EXPECT_EQ(near.fix, "did you mean [grid]?");
    EXPECT_EQ(unknown_table(table("quite_another_name"), keys)->expected,
              "one of grid, area, area.sphere");
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
