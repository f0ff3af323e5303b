#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "results/curves/curves_json.hpp"
#include "support/temporary_folder.hpp"
#include "unit/results/example_study.hpp"

namespace sneddon {
namespace {

TEST(CurvePreviewJson, ReadsBackWithAtLeastSixDigits) {
    const CurvePreview preview = testing::example_preview("a\"1", "hold 10 s");
    const auto json = nlohmann::json::parse(curve_preview_json(preview));
    EXPECT_EQ(json["test_id"], "a\"1");
    EXPECT_EQ(json["load_function"], "hold 10 s");
    EXPECT_EQ(json["t_s"].size(), 6u);
    EXPECT_EQ(json["h_nm"][3], 54);
    // 7 digits are written: half a unit of the 7th is 5e-8 of 0.333.
    EXPECT_NEAR(json["P_uN"][5].get<double>(), 1.0 / 3, 5e-8);
    EXPECT_EQ(json["segments"][1]["kind"], "hold");
    EXPECT_EQ(json["segments"][1]["end_s"], 12);
    EXPECT_EQ(json["fit"]["P_uN"][0], 285);
}

TEST(CurvePreviewJson, MissingSamplesAreNullAndMinusZeroIsZero) {
    CurvePreview preview;
    preview.time_s = {std::nan(""), -0.0};
    const auto json = nlohmann::json::parse(curve_preview_json(preview));
    EXPECT_TRUE(json["t_s"][0].is_null());
    EXPECT_EQ(json["t_s"][1].dump(), "0");
    EXPECT_TRUE(json["fit"]["h_nm"].empty());
}

TEST(CurvePreviewJson, ColumnsOfOtherLengthsAreCutToTheShortest) {
    const testing::TemporaryFolder folder;
    CurvePreview changed = testing::example_preview("a", "b");
    changed.depth_nm.resize(4);
    changed.fit_load_uN.resize(1);
    folder.write("curves.json", "[\n" + curve_preview_json(changed) + "\n]\n");
    const auto curves = read_curves(folder.path() / "curves.json", 10).curves;
    ASSERT_EQ(curves.size(), 1u);
    EXPECT_EQ(curves[0].time_s.size(), 4u);
    EXPECT_EQ(curves[0].load_uN.size(), 4u);
    EXPECT_EQ(curves[0].fit_depth_nm.size(), 1u);
}

// A file that a fuzzer made: figures looked for the largest load of segments without points.
TEST(CurvePreviewJson, WithoutPointsThereAreNoSegments) {
    const testing::TemporaryFolder folder;
    CurvePreview changed = testing::example_preview("a", "b");
    changed.depth_nm.clear();
    ASSERT_FALSE(changed.segments.empty());
    folder.write("curves.json", "[\n" + curve_preview_json(changed) + "\n]\n");
    const auto curves = read_curves(folder.path() / "curves.json", 10).curves;
    ASSERT_EQ(curves.size(), 1u);
    EXPECT_TRUE(curves[0].time_s.empty());
    EXPECT_TRUE(curves[0].segments.empty());
}

TEST(CurvePreviewJson, ReadsBackWhatItWrote) {
    const testing::TemporaryFolder folder;
    const CurvePreview written = testing::example_preview("a", "b");
    folder.write("curves.json", "[\n" + curve_preview_json(written) + ",\n{broken\n]\n");
    const auto curves = read_curves(folder.path() / "curves.json", 10).curves;
    ASSERT_EQ(curves.size(), 1u);
    EXPECT_EQ(curves[0].test_id, "a");
    EXPECT_EQ(curves[0].time_s, written.time_s);
    ASSERT_EQ(curves[0].segments.size(), 3u);
    EXPECT_EQ(curves[0].segments[1].kind, SegmentKind::hold);
    EXPECT_EQ(curves[0].segments[2].end_s, 22);
    EXPECT_EQ(curves[0].fit_load_uN, written.fit_load_uN);
}

TEST(CurvePreviewJson, SeveralThreadsReadTheFirstOnesInTheirOrder) {
    const testing::TemporaryFolder folder;
    std::string text = "[\n";
    for (int i = 0; i < 600; ++i)  // more than are in memory as text
        text += (i % 7 == 0 ? "{broken\n" : "") +
                curve_preview_json(testing::example_preview(std::to_string(i), "b")) + ",\n";
    folder.write("curves.json", text + "]\n");
    for (const unsigned threads : {1U, 3U}) {
        const auto curves = read_curves(folder.path() / "curves.json", 500, threads).curves;
        ASSERT_EQ(curves.size(), 500u);
        for (std::size_t i = 0; i < curves.size(); ++i)
            EXPECT_EQ(curves[i].test_id, std::to_string(i));
    }
}

TEST(CurvePreviewJson, IsOneLine) {
    const std::string text = curve_preview_json(testing::example_preview("a", "b"));
    EXPECT_EQ(text.find('\n'), std::string::npos);
}

}  // namespace
}  // namespace sneddon
