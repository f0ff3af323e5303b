#include "pipeline/summary/file_counts.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(FileCounts, EveryFileIsInOnePartAndTheTotalIsTheirSum) {
    FileCounts counts;
    counts.add("hysitron-txt", Status::used, false);
    counts.add("hysitron-txt", Status::used, false);
    counts.add("csv", Status::used, false);
    counts.add("hysitron-ara", Status::excluded, true);
    counts.add("csv", Status::excluded, false);
    counts.add("", Status::refused, false);
    EXPECT_EQ(counts.text(),
              "6 files   csv 1 · hysitron-txt 2 · companions 1 · excluded 1 · refused 1");
}

TEST(FileCounts, NoFileIsSaidToo) {
    EXPECT_EQ(FileCounts().text(), "0 files");
}

TEST(Refusals, OfOneCodeStandTogetherAndOnlyTheFirstAreNamed) {
    Refusals refusals;
    for (int i = 0; i < 8; ++i) refusals.add("f" + std::to_string(i), "an empty file", "SND-R002");
    refusals.add("g", "g: nothing but zero bytes", "SND-R003");
    const std::string text = refusals.text();
    EXPECT_NE(text.find("8 files   `sneddon explain SND-R002`\n"), std::string::npos) << text;
    EXPECT_NE(text.find("f4: an empty file\n"), std::string::npos);
    EXPECT_EQ(text.find("f5"), std::string::npos);
    EXPECT_NE(text.find("and 3 more"), std::string::npos);
    EXPECT_NE(text.find("            g: nothing but zero bytes\n"), std::string::npos)
        << "a reason that names the file already does not name it twice";
}

}  // namespace
}  // namespace sneddon
