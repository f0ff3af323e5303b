#include "read/container/tdm/tdm_head.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "unit/read/container/tdm/tdm_bytes.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using testing::MadeTdm;

MadeTdm made() {
    return {{{"curves", {{"Load", "mN", {1, 2}}, {"Depth", "\u00B5m", {3, 4}}}}},
            {{"Current_Machine_Compliance__nm___mN__", "11.5"}},
            "title",
            "..\\folder/other name.tdx"};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    EXPECT_NE(at, text.npos) << what;
    return text.replace(at, what.size(), with);
}

TEST(TdmHead, HasGroupsChannelsUnitsAndSettings) {
    const auto head = read_tdm_head(made().head(), "a.tdm");
    ASSERT_TRUE(head.ok()) << message(head.error());
    EXPECT_EQ(head->title, "title");
    EXPECT_EQ(head->body_name, "other name.tdx") << "no folder of another machine";
    EXPECT_FALSE(head->is_big_endian);
    ASSERT_NE(head->find_group("curves"), nullptr);
    const TdmChannel* depth = find_channel(head->groups[0], "Depth");
    ASSERT_NE(depth, nullptr);
    EXPECT_EQ(depth->unit, "\u00B5m");
    EXPECT_EQ(depth->rows, 2u);
    EXPECT_EQ(depth->block.offset_bytes, 16u);
    EXPECT_EQ(head->attributes.at("Current_Machine_Compliance__nm___mN__"), "11.5");
}

TEST(TdmHead, ThatContradictsItselfIsAnError) {
    const std::string good = made().head();
    const auto found = [](const std::string& xml) {
        const auto head = read_tdm_head(xml, "a.tdm");
        if (head) return std::string("read");
        EXPECT_EQ(head.error().code, "SND-R051");
        return head.error().found;
    };
    EXPECT_EQ(found(good), "read");
    EXPECT_THAT(found(good.substr(0, good.size() / 2)), HasSubstr("at byte"));
    EXPECT_THAT(found(replaced(good, "length=\"2\"", "length=\"3\"")), HasSubstr("of 2 rows"));
    EXPECT_THAT(found(replaced(good, "length=\"2\"", "length=\"-2\"")), HasSubstr("'-2'"));
    EXPECT_THAT(found(replaced(good, "byteOffset=\"16\"", "byteOffset=\"1e9\"")),
                HasSubstr("'1e9'"));
    EXPECT_THAT(found(replaced(good, "<number_of_rows>2<", "<number_of_rows>x<")),
                HasSubstr("without number_of_rows"));
    EXPECT_THAT(found(replaced(good, "littleEndian", "middleEndian")), HasSubstr("middleEndian"));
    EXPECT_THAT(found(replaced(good, "id(\"c1\")", "id(\"c0\")")), HasSubstr("'c0' twice"));
    EXPECT_THAT(found(replaced(good, "id(\"g0\")", "id(\"g0\") id(\"g0\")")),
                HasSubstr("'g0' twice"));
    EXPECT_THAT(found("<usi:tdm/>"), HasSubstr("<file>"));
}

TEST(TdmHead, WhatIsNotReadHasAReason) {
    const std::string good = made().head();
    const auto why = [](const std::string& xml) {
        const auto head = read_tdm_head(xml, "a.tdm");
        EXPECT_TRUE(head.ok()) << message(head.error());
        if (!head) return std::string();
        EXPECT_EQ(head->groups[0].channels[0].sequence, TdmSequence::unknown);
        return head->groups[0].channels[0].why_unknown;
    };
    EXPECT_THAT(why(replaced(good, ">explicit<", ">implicit_saw<")), HasSubstr("implicit_saw"));
    EXPECT_THAT(why(replaced(good, ">explicit<", ">implicit_linear<")),
                HasSubstr("generation_parameters ''"));
    EXPECT_THAT(why(replaced(good, "eFloat64Usi", "eStringUsi")), HasSubstr("eStringUsi"));
    EXPECT_THAT(why(replaced(good, "length=\"2\"", "length=\"2\" blockSize=\"16\"")),
                HasSubstr("blockSize"));
    EXPECT_THAT(why(replaced(good, "external=\"inc0\"", "external=\"inc9\"")),
                HasSubstr("not in the .tdx"));
}

// Entities are not expanded, depth is no recursion, and a large head is refused by its size.
TEST(TdmHead, BombsAreErrorsWithinASecond) {
    using Clock = std::chrono::steady_clock;
    std::string entities = "<!DOCTYPE x [<!ENTITY a \"0123456789\">";
    for (char c = 'b'; c <= 'j'; ++c) {
        entities += fmt::format("<!ENTITY {} \"", c);
        for (int i = 0; i < 10; ++i) entities += fmt::format("&{};", static_cast<char>(c - 1));
        entities += "\">";
    }
    entities += "]><usi:tdm><usi:include>&j;</usi:include></usi:tdm>";
    std::string deep = "<usi:tdm>";
    for (int i = 0; i < 400'000; ++i) deep += "<a>";
    std::string wide = "<usi:tdm><usi:data>";
    while (wide.size() < most_tdm_head_bytes - 100) wide += "<a/>";
    wide += "</usi:data></usi:tdm>";
    // One column with 260,000 children, looked through for each of 13,000 channels.
    std::string shared =
        "<usi:tdm><usi:include><file byteOrder=\"littleEndian\"/></usi:include>"
        "<usi:data><localcolumn id=\"l\">";
    while (shared.size() < most_tdm_head_bytes / 2) shared += "<a/>";
    shared += "</localcolumn>";
    std::string ids;
    for (int i = 0; i < 13'000; ++i) {
        shared += fmt::format("<c id=\"{}\"><local_columns>id(\"l\")</local_columns></c>", i);
        ids += fmt::format("id(\"{}\")", i);
    }
    shared += fmt::format(
        "<g id=\"g\"><channels>{}</channels></g><tdm_root><channelgroups>"
        "id(\"g\")</channelgroups></tdm_root></usi:data></usi:tdm>",
        ids);
    EXPECT_LT(shared.size(), most_tdm_head_bytes);
    const std::string large(most_tdm_head_bytes + 1, ' ');
    for (const std::string& xml : {entities, deep, wide, shared, large}) {
        const auto start = Clock::now();
        const auto head = read_tdm_head(xml, "a.tdm");
        EXPECT_FALSE(head.ok());
        EXPECT_LT(Clock::now() - start, std::chrono::seconds(1)) << xml.substr(0, 60);
        if (!head) {
            EXPECT_LT(head.error().found.size(), 1000u);
        }
    }
}

}  // namespace
}  // namespace sneddon
