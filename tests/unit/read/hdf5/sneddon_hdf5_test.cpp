// Archives as bytes of the test, with every column that is not packed. What the writer writes is
// tested in tests/unit/tools/convert.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/hdf5/archive_tables.hpp"
#include "sneddon/read/read_file.hpp"
#include "unit/read/hdf5/archive_bytes.hpp"
#include "unit/read/hdf5/archive_tests.hpp"
#include "unit/read/hdf5/equal_tests.hpp"

namespace sneddon {
namespace {

using namespace testing;
using ::testing::HasSubstr;

Result<FileContent> read(const Hdf5Item& root) {
    return read_bytes(Hdf5Bytes::of(root), "a.h5", {});
}

std::string trouble_of(const ArchiveTables& tables, const std::vector<sneddon::Test>& tests) {
    const auto content = read(archive_item(tables, tests));
    if (content) return "none";
    EXPECT_EQ(content.error().code, "SND-R042");
    return content.error().found;
}

TEST(SneddonHdf5, GivesEveryMemberBack) {
    const auto tests = archive_tests();
    const auto content = read(archive_item(tables_of(tests), tests));
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "sneddon-hdf5");
    ASSERT_EQ(content->tests.size(), tests.size());
    for (std::size_t i = 0; i < tests.size(); ++i)
        EXPECT_EQ(difference(tests[i], content->tests[i]), "") << i;
}

TEST(SneddonHdf5, LyingTablesAreErrors) {
    const auto tests = archive_tests();
    const ArchiveTables sound = tables_of(tests);
    const auto with = [&](auto change) {
        ArchiveTables tables = sound;
        change(tables);
        return trouble_of(tables, tests);
    };
    EXPECT_THAT(with([](ArchiveTables& t) { t.points[0] = std::int64_t{1} << 40; }),
                HasSubstr("points"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.points[1] = -1; }), HasSubstr("-1 points"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.points = {6, 0, 0}; }), HasSubstr("points"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.text_bytes[0] = 1 << 30; }), HasSubstr("texts"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.name[1] = 10'000; }), HasSubstr("number"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.mark_source[0] = 77; }), HasSubstr("number"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.mark_first[1] = 4; }), HasSubstr("row"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.mark_test[1] = 3; }), HasSubstr("row"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.channel[0] = -1; }), HasSubstr("row"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.inference_what.pop_back(); }), HasSubstr("length"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.monitor_points[1] = 1; }), HasSubstr("number"));
    EXPECT_THAT(with([](ArchiveTables& t) { t.x_um.clear(); }), HasSubstr("length"));
}

TEST(SneddonHdf5, AnotherVersionIsNamed) {
    const auto tests = archive_tests();
    Hdf5Item root = archive_item(tables_of(tests), tests);
    root.attributes[1] = real_attribute("version", 2);
    const auto content = read(root);
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R004");
    EXPECT_THAT(content.error().found, HasSubstr("version 2"));
}

TEST(SneddonHdf5, CutAnywhereItIsAnError) {
    const auto tests = archive_tests();
    const std::string bytes = Hdf5Bytes::of(archive_item(tables_of(tests), tests));
    for (std::size_t length = 1; length < bytes.size(); length += 7) {
        const auto content = read_bytes(std::string_view(bytes).substr(0, length), "a.h5", {});
        EXPECT_FALSE(content.ok()) << length;
    }
}

}  // namespace
}  // namespace sneddon
