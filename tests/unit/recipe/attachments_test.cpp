#include "recipe/attachments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

class Attachments : public ::testing::Test {
  protected:
    Result<std::vector<StoredAttachment>> read(const std::string& kind,
                                               const std::string& content) {
        StudyFacts facts;
        facts.attachments.push_back({kind, folder_.write("given.bin", content), "", {}});
        return read_attachments(facts);
    }
    std::string pattern(const std::string& content) {
        const auto all = read("xrd", content);
        return all ? all->at(0).content : message(all.error());
    }
    testing::TemporaryFolder folder_;
};

const std::string two_points = "two_theta_deg,intensity\n20,100\n20.5,150.25\n";

TEST_F(Attachments, APatternIsReadWhateverSeparates) {
    EXPECT_EQ(pattern("2theta,counts\n20,100\n20.5,150.25\n"), two_points);
    EXPECT_EQ(pattern("20 100\n20.5   150.25"), two_points);
    EXPECT_EQ(pattern("\xEF\xBB\xBF# made\r\nAngle\tI\r\n20\t100\t1\r\n\r\n20.5\t150.25\t2\r\n"),
              two_points);
    EXPECT_EQ(pattern("20,0;100\n20,5;150,25\n"), two_points);
    EXPECT_EQ(pattern("20, 100\n20.5, 150.25\n"), two_points);
}

TEST_F(Attachments, WhatIsNoPatternIsRefusedWithItsLine) {
    for (const std::string content :
         {"", "two\nwords\n", "20,100\n", "<script>alert(1)</script>"}) {
        const auto all = read("xrd", content);
        ASSERT_FALSE(all) << content;
        EXPECT_EQ(all.error().code, "SND-U044");
    }
    EXPECT_THAT(pattern("20,100\n21,101\n=cmd|x,5\n"), HasSubstr("given.bin:3"));
    EXPECT_THAT(pattern(std::string("20,1\n\0\n", 7)), HasSubstr("no text"));
}

TEST_F(Attachments, APatternHasAMostPoints) {
    std::string content;
    for (std::size_t i = 0; i < most_pattern_points; ++i) content += "1,2\n";
    EXPECT_TRUE(read("xrd", content));
    EXPECT_THAT(pattern(content + "1,2\n"), HasSubstr("given.bin:20001"));
}

TEST_F(Attachments, APictureIsCopiedAsItIs) {
    const std::string png = "\x89PNG\r\n\x1A\n" + std::string(20, '\0');
    const auto all = read("image", png);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->at(0).name, "attachment_1.png");
    EXPECT_EQ(all->at(0).content, png);
    EXPECT_EQ(read("image", "\xFF\xD8\xFF\xE0")->at(0).name, "attachment_1.jpg");
}

TEST_F(Attachments, APictureThatIsNoneOrTooLargeIsRefused) {
    const auto svg = read("image", "<svg onload=\"alert(1)\"/>");
    ASSERT_FALSE(svg);
    EXPECT_THAT(message(svg.error()), HasSubstr("neither PNG nor JPEG"));
    const auto large = read("image", "\x89PNG\r\n\x1A\n" + std::string(largest_image_bytes, 'x'));
    ASSERT_FALSE(large);
    EXPECT_THAT(message(large.error()), HasSubstr("at most 1.5 MB"));
}

TEST_F(Attachments, TheyAreNumberedInTheirOrder) {
    StudyFacts facts;
    const std::string file = folder_.write("x", "1 2\n3 4\n");
    facts.attachments = {{"xrd", file, "", {}}, {"xrd", file, "", {}}};
    const auto all = read_attachments(facts);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->at(1).name, "attachment_2.csv");
    EXPECT_TRUE(read_attachments({})->empty());
}

}  // namespace
}  // namespace sneddon
