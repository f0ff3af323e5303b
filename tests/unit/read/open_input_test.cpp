// What is brought into memory of a large file. The files here are holes: they take no space.
#include "read/open_input.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "support/temporary_folder.hpp"

namespace sneddon::testing {
namespace {

struct LargeFile : ::testing::Test {
    std::string make(const std::string& name, const std::string& start) {
        const auto path = folder_.path() / name;
        std::ofstream(path, std::ios::binary) << start;
        std::filesystem::resize_file(path, std::size_t{4} << 30);
        return path.string();
    }
    TemporaryFolder folder_;
};

TEST_F(LargeFile, OfAKindThatIsReadWholeIsRefusedByItsBeginning) {
    for (const std::string start : {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "PK\x03\x04"}) {
        const std::string path = make("large.xls", start);
        const auto opened = open_input(path, {});
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, "SND-R043");
        EXPECT_EQ(opened.error().found,
                  "4.0 GiB that begin as a workbook, packed or binary instrument file");
        const auto glance = open_for_glance(path);
        ASSERT_FALSE(glance);
        EXPECT_EQ(glance.error().code, "SND-R043");
    }
}

TEST_F(LargeFile, OfAnotherKindIsOpenedByItsBeginning) {
    const auto opened = open_input(make("film.bin", "no test at all"), {});
    ASSERT_TRUE(opened);
    EXPECT_FALSE(opened->is_whole);
}

}  // namespace
}  // namespace sneddon::testing
