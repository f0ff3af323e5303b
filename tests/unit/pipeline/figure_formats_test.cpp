#include "pipeline/figure_formats.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view square =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"25.4mm\" height=\"12.7mm\" "
    "viewBox=\"0 0 2 1\"><rect width=\"2\" height=\"1\"/></svg>";

bool has_converter() {
    return std::system("command -v rsvg-convert >/dev/null 2>&1") == 0;
}

TEST(FigureFormats, NamesWithCommas) {
    const auto formats = figure_formats("svg, json");
    ASSERT_TRUE(formats);
    EXPECT_TRUE(formats->has_svg && formats->has_json);
    EXPECT_FALSE(formats->has_csv || formats->has_pdf || formats->has_png);
}

TEST(FigureFormats, PdfNeedsItsSvg) {
    const auto formats = figure_formats("pdf");
    ASSERT_TRUE(formats);
    EXPECT_TRUE(formats->has_svg);
}

TEST(FigureFormats, AnUnknownOneIsRefusedWithTheNearest) {
    const auto formats = figure_formats("svg,pnng");
    ASSERT_FALSE(formats);
    EXPECT_EQ(formats.error().code, "SND-U004");
    EXPECT_THAT(message(formats.error()), HasSubstr("did you mean png?"));
    EXPECT_FALSE(figure_formats("svg,,csv"));
}

TEST(ConvertFigures, NothingAskedNothingStarted) {
    EXPECT_EQ(convert_figures("/nowhere", {"a"}, {}, "no-such-program-anywhere"), "");
}

TEST(ConvertFigures, AnAbsentConverterIsAHintThatSaysWhatToType) {
    const testing::TemporaryFolder folder;
    folder.write("a.svg", square);
    FigureFormats formats;
    formats.has_pdf = true;
    EXPECT_THAT(convert_figures(folder.path(), {"a"}, formats, "no-such-program-anywhere"),
                HasSubstr("apt install librsvg2-bin"));
}

TEST(ConvertFigures, AFailureNamesTheFigure) {
    const testing::TemporaryFolder folder;
    FigureFormats formats;
    formats.has_png = true;
    EXPECT_THAT(convert_figures(folder.path(), {"a", "b"}, formats, "false"),
                HasSubstr("false could not make a.png and 1 more"));
}

// The name is a word of its own: nothing in it is run.
TEST(ConvertFigures, PdfAndPngHaveTheirSizesAndTheSameBytes) {
    if (!has_converter()) GTEST_SKIP() << "no rsvg-convert";
    const testing::TemporaryFolder folder;
    const std::string id = "a $(touch x); 'b'";
    folder.write(id + ".svg", square);
    FigureFormats formats;
    formats.has_pdf = formats.has_png = true;
    ASSERT_EQ(convert_figures(folder.path(), {id}, formats), "");
    const std::string png = testing::file_text(folder.path() / (id + ".png"));
    ASSERT_GT(png.size(), 24u);
    EXPECT_EQ(png.substr(16, 8), std::string("\0\0\x02\x58\0\0\x01\x2C", 8)) << "600 x 300 points";
    const std::string pdf = testing::file_text(folder.path() / (id + ".pdf"));
    EXPECT_EQ(pdf.substr(0, 5), "%PDF-");
    ASSERT_EQ(convert_figures(folder.path(), {id}, formats), "");
    EXPECT_EQ(testing::file_text(folder.path() / (id + ".pdf")), pdf);
    EXPECT_FALSE(std::filesystem::exists("x"));
}

}  // namespace
}  // namespace sneddon
