#include "read/kla/mss_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/read/kla/mss_bytes.hpp"

namespace sneddon {
namespace {

using testing::MssPages;
using testing::put;
using testing::u32;

const testing::MssValues values = {{"Epsilon", testing::val0(0.75)},
                                   {"Tip", testing::val0("Berk")},
                                   {"None", testing::val0(1.7976931348623157e308)},
                                   {"Stamp", {-2}},
                                   {"Author", {"Somebody"}}};

MssTableFound read(const std::string& pages, std::size_t root) {
    return read_mss_table(pages, root);
}

TEST(MssTable, GivesNumbersTextsAndTablesByTheirNames) {
    MssPages pages;
    const std::uint32_t root = pages.add_table(values);
    const auto found = read(pages.bytes, root);
    ASSERT_EQ(found.trouble, "");
    ASSERT_EQ(found.table.entries.size(), 5u);
    ASSERT_NE(found.table.table("Epsilon"), nullptr);
    EXPECT_EQ(found.table.table("Epsilon")->number("Val0"), 0.75);
    EXPECT_EQ(found.table.table("Epsilon")->number("NoVals"), 1);
    EXPECT_EQ(found.table.table("Tip")->text("Val0"), "Berk");
    EXPECT_TRUE(std::isnan(found.table.table("Tip")->number("Val0")));
    EXPECT_TRUE(std::isnan(found.table.table("None")->number("Val0")));
    EXPECT_EQ(found.table.number("Stamp"), -2);
    EXPECT_EQ(found.table.text("Author"), "Somebody");
    EXPECT_EQ(found.table.table("epsilon"), nullptr);
}

// A walk from record to record takes what stands at a page's end for one, and loses the next name.
TEST(MssTable, BytesBetweenTheRecordsAreNoRecords) {
    MssPages pages;
    const std::uint32_t root = pages.add_table({{"SurfaceMarker", testing::val0(1203)}});
    ASSERT_NE(pages.bytes.find("\x0e\0\0\0Val0"), std::string::npos);
    EXPECT_EQ(read(pages.bytes, root).table.table("SurfaceMarker")->number("Val0"), 1203);
}

TEST(MssTable, EveryChangedPlaceIsTroubleOrATable) {
    MssPages pages;
    const std::uint32_t root = pages.add_table(values);
    std::size_t troubles = 0;
    for (std::size_t at = 0; at + 4 <= pages.bytes.size(); ++at)
        for (const std::uint32_t value : {0u, 0x7FFFFFFFu, 0xFFFFFFFFu, root}) {
            std::string bytes = pages.bytes;
            put(bytes, at, u32(value));
            const auto found = read(bytes, root);
            troubles += found.trouble.empty() ? 0u : 1u;
            EXPECT_LE(found.table.entries.size(), 8u);
        }
    EXPECT_GT(troubles, 100u);
}

TEST(MssTable, ATableThatHoldsItselfIsTrouble) {
    MssPages pages;
    const std::uint32_t root = pages.add_table({{"Again", {testing::MssValues{}}}});
    const std::size_t value_at = root + 12 + 12;  // of the first slot
    put(pages.bytes, value_at, u32(root));
    EXPECT_EQ(read(pages.bytes, root).trouble, "with tables that do not fit into it");
    EXPECT_EQ(read(pages.bytes, pages.bytes.size()).trouble, "with a table that leads nowhere");
    EXPECT_EQ(read("", 0).trouble, "with a table that leads nowhere");
}

}  // namespace
}  // namespace sneddon
