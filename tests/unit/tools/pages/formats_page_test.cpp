// `sneddon formats` as text, as JSON and as the committed page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/tools/pages.hpp"
#include "support/places.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

TEST(FormatsPage, EachFormatHasLevelAndTrapsBelow) {
    const std::string page = formats_page();
    for (const KnownFormat& format : formats()) {
        const auto begin = page.find("\n" + std::string(format.id) + " ");
        ASSERT_NE(begin, page.npos) << format.id;
        const std::string below = page.substr(page.find('\n', begin + 1));
        EXPECT_TRUE(below.starts_with("\n    level: " + std::string(format.level) +
                                      "\n    traps: " + std::string(format.traps) + "\n"))
            << below.substr(0, 300);
    }
    EXPECT_THAT(page, HasSubstr("experimental, from description (hap2hdf.py), flagged SND-R054"));
}

TEST(FormatsPage, AsJsonEachIsAnObject) {
    const std::string json = formats_json();
    for (const KnownFormat& format : formats())
        EXPECT_THAT(json, HasSubstr("\"id\": \"" + std::string(format.id) + "\""));
    EXPECT_THAT(json, HasSubstr("\"level\": \"verified on 53 files (9VI3 47, 7VI3 6)\""));
    EXPECT_THAT(json, HasSubstr("\"fate\": \"companion\""));
    EXPECT_THAT(json, HasSubstr("\"traps\": \"results, no curves\""));
}

TEST(FormatsPage, TheCommittedPageIsTheOneOfTheTable) {
    EXPECT_TRUE(testing::file_text(std::string(testing::source_folder) +
                                   "/docs/formats/README.md") == formats_reference_page())
        << "write it anew: sneddon explain --formats > docs/formats/README.md";
}

}  // namespace
}  // namespace sneddon
