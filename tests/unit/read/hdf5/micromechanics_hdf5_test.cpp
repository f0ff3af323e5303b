#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sneddon/read/read_file.hpp"
#include "unit/read/container/hdf5/hdf5_bytes.hpp"

namespace sneddon {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Hdf5Item wholes(const std::vector<std::int64_t>& values) {
    Hdf5Item item;
    item.type = whole_type(8);
    item.count = values.size();
    for (const std::int64_t value : values)
        item.raw += little(static_cast<std::uint64_t>(value), 8);
    return item;
}

struct Columns {
    std::vector<double> time = {0, 1, 2, 3}, depth = {0, 10, 20, 15}, load = {0, 1, 2, 0.5};
};

Hdf5Item test_item(const Columns& columns, bool has_units) {
    Hdf5Item time = reals(columns.time), depth = reals(columns.depth), load = reals(columns.load);
    if (has_units) {
        depth.attributes = {heap_attribute("unit", "um")};
        load.attributes = {heap_attribute("unit", "mN")};
    }
    Hdf5Item data, test;
    data.members = {{"displacement", depth}, {"force", load}, {"time", time}};
    data.attributes = {real_attribute("drift_rate_nm_s", 15)};
    test.members = {{"data", data}};
    test.attributes = {text_attribute("NX_class", "NXentry")};
    return test;
}

Hdf5Item file_item(const std::string& converter, std::vector<Hdf5Member> tests) {
    Hdf5Item root;
    root.attributes = {text_attribute("version", "2.0"),
                       text_attribute("uri", "https://github.com/tools/blob/main/" + converter)};
    root.members = {{"instrument", Hdf5Item()}};
    for (auto& test : tests) root.members.push_back(std::move(test));
    return root;
}

Result<FileContent> read(const Hdf5Item& root, const ReadOptions& options = {}) {
    return read_bytes(Hdf5Bytes::of(root), "a.hdf5", options);
}

FileContent content_of(const Hdf5Item& root, const ReadOptions& options = {}) {
    auto content = read(root, options);
    if (content) return std::move(content).value();
    ADD_FAILURE() << message(content.error());
    return {};
}

std::string told(const sneddon::Test& test, std::string_view what) {
    const auto found = std::ranges::find(test.inferences, what, &Inference::what);
    return found == test.inferences.end() ? "" : found->value + ": " + found->evidence;
}

TEST(MicromechanicsHdf5, UnitsStandAtTheColumns) {
    const auto content = content_of(file_item("any.py", {{"test_1", test_item({}, true)}}));
    EXPECT_EQ(content.format, "micromechanics-hdf5");
    ASSERT_EQ(content.tests.size(), 1u);
    EXPECT_THAT(content.tests[0].curve.depth_nm, ElementsAre(0, 10'000, 20'000, 15'000));
    EXPECT_THAT(content.tests[0].curve.load_uN, ElementsAre(0, 1000, 2000, 500));
    EXPECT_THAT(content.tests[0].curve.time_s, ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(told(content.tests[0], "unit of load"), HasSubstr("attribute"));
}

TEST(MicromechanicsHdf5, ElseTheConverterSaysThem) {
    const auto nm =
        content_of(file_item("Micromaterials2hdf.py", {{"test_1", test_item({}, false)}}));
    EXPECT_THAT(nm.tests.at(0).curve.depth_nm, ElementsAre(0, 10, 20, 15));
    EXPECT_THAT(nm.tests.at(0).curve.load_uN, ElementsAre(0, 1000, 2000, 500));
    EXPECT_THAT(told(nm.tests[0], "unit of depth"), HasSubstr("Micromaterials2hdf.py"));
    const auto metres = content_of(file_item("nmd2hdf.py", {{"test_1", test_item({}, false)}}));
    EXPECT_EQ(metres.tests.at(0).curve.depth_nm[1], 1e10);
    EXPECT_EQ(metres.tests[0].curve.load_uN[1], 1e6);
    EXPECT_EQ(metres.tests[0].vendor_values.at(0).id, "drift_rate_nm_s");
    EXPECT_FALSE(metres.tests[0].stated.drift_nm_per_s.has_value());
}

TEST(MicromechanicsHdf5, AnUnknownConverterNeedsUnits) {
    const Hdf5Item root = file_item("mine.py", {{"test_1", test_item({}, false)}});
    const auto refused = read(root);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-R015");
    EXPECT_THAT(refused.error().fix, HasSubstr("--unit load="));
    const auto content = content_of(root, {{{"load", "uN"}, {"depth", "nm"}}});
    EXPECT_THAT(content.tests.at(0).curve.load_uN, ElementsAre(0, 1, 2, 0.5));
}

TEST(MicromechanicsHdf5, TestsGoByTheirNumbersAndNoneIsLost) {
    Hdf5Item without;
    without.members = {{"data", Hdf5Item()}};
    const auto content = content_of(
        file_item("hap2hdf.py",
                  {{"test_10", test_item({}, true)}, {"test_2", without}, {"test_x", without}}));
    ASSERT_EQ(content.tests.size(), 2u);
    EXPECT_EQ(content.tests[0].number, 2);
    EXPECT_EQ(content.tests[0].curve.size(), 0u);
    EXPECT_THAT(content.tests[0].reader_flags, ElementsAre("SND-R017"));
    EXPECT_EQ(content.tests[1].name, "test_10");
    EXPECT_EQ(content.tests[1].curve.size(), 4u);
}

TEST(MicromechanicsHdf5, AFischerscopeBeginsWhereItsClockIsSetBackLast) {
    Columns columns;
    columns.time = {0, 1, 0.5, 1.5};
    const auto content =
        content_of(file_item("hap2hdf.py", {{"test_1", test_item(columns, true)}}));
    EXPECT_THAT(content.tests.at(0).curve.time_s, ElementsAre(0.5, 1.5));
    EXPECT_THAT(told(content.tests[0], "approach"), HasSubstr("2 points left out"));
}

TEST(MicromechanicsHdf5, WhatIsBehindTheSegmentsIsNoCurve) {
    Hdf5Item test = test_item({}, true);
    test.members[0].item.members.push_back({"indices", wholes({1, 1, 1})});
    const auto content = content_of(file_item("Micromaterials2hdf.py", {{"test_1", test}}));
    EXPECT_EQ(content.tests.at(0).curve.size(), 3u);
    EXPECT_EQ(content.tests[0].mark_source, MarkSource::segment_table);
    ASSERT_EQ(content.tests[0].marks.size(), 3u);
    EXPECT_EQ(content.tests[0].marks[2].first, 2u);
    EXPECT_EQ(content.tests[0].marks[2].label, "unloading");
    EXPECT_THAT(told(content.tests[0], "points behind the segments"), HasSubstr("1 left out"));
}

// Lengths that cannot be those of a curve of four points are not used; of those that fit it to the
// last point none is left out.
TEST(MicromechanicsHdf5, LengthsOfSegmentsFitTheCurve) {
    const auto with = [](const std::vector<std::int64_t>& lengths) {
        Hdf5Item test = test_item({}, true);
        test.members[0].item.members.push_back({"indices", wholes(lengths)});
        return content_of(file_item("any.py", {{"test_1", test}})).tests.at(0);
    };
    const std::vector<std::vector<std::int64_t>> wrong = {
        {-1, 2, 2}, {2, -1, 2}, {2, 2, -1}, {5, 0, 0}, {2, 3, 0}, {2, 1, 2}, {1, 0, 0}, {2, 2}};
    for (const auto& lengths : wrong) {
        const sneddon::Test test = with(lengths);
        EXPECT_TRUE(test.marks.empty()) << ::testing::PrintToString(lengths);
        EXPECT_EQ(test.curve.size(), 4u) << ::testing::PrintToString(lengths);
    }
    const sneddon::Test whole = with({2, 0, 2});
    EXPECT_EQ(whole.curve.size(), 4u);
    EXPECT_EQ(told(whole, "points behind the segments"), "");
    ASSERT_EQ(whole.marks.size(), 2u);
    EXPECT_EQ(whole.marks[1].first, 2u);
    EXPECT_EQ(whole.marks[1].label, "unloading");
}

TEST(MicromechanicsHdf5, TheClockOfAHoldGoesOnFromTheLoading) {
    Hdf5Item test = test_item({{0, 10, 0.5, 16}, {0, 10, 20, 15}, {0, 1, 2, 0.5}}, true);
    test.members[0].item.members.push_back({"indices", wholes({2, 1, 1})});
    const auto content = content_of(file_item("Micromaterials2hdf.py", {{"test_1", test}}));
    EXPECT_THAT(content.tests.at(0).curve.time_s, ElementsAre(0, 10, 10.5, 16));
    EXPECT_THAT(told(content.tests[0], "clock of the hold"), HasSubstr("10 s added"));
}

TEST(MicromechanicsHdf5, ChannelsPositionAndSentinels) {
    Hdf5Item test = test_item({{0, 1, 2, 3}, {0, 10, 1e99, 15}, {0, 1, 2, 0.5}}, true);
    Hdf5Item stiffness = reals({1, 2, 3, 4});
    stiffness.attributes = {text_attribute("unit", "N/m")};
    test.members[0].item.members.push_back({"stiffness", stiffness});
    test.members[0].item.members.push_back({"short", reals({1, 2})});
    test.attributes.push_back(real_attribute("y_coordinate_um", 5));
    test.attributes.push_back(real_attribute("z_coordinate_um", -7));
    const auto content = content_of(file_item("Micromaterials2hdf.py", {{"test_1", test}}));
    const sneddon::Test& read = content.tests.at(0);
    EXPECT_TRUE(std::isnan(read.curve.depth_nm[2]));
    ASSERT_EQ(read.curve.channels.size(), 1u);
    EXPECT_EQ(read.curve.channels[0].unit, "N/m");
    EXPECT_THAT(told(read, "columns left out"), HasSubstr("short"));
    ASSERT_TRUE(read.position.has_value());
    EXPECT_EQ(read.position->y_um, -7);
}

// An attribute without a text has the address 0 or none at all in place of one.
TEST(MicromechanicsHdf5, AnAttributeMayHaveNoText) {
    for (const std::uint64_t nowhere : {std::uint64_t{0}, ~std::uint64_t{0}}) {
        Hdf5Item test = test_item({}, true);
        test.attributes.push_back(
            {"note", variable_text_type(), little(0, 4) + little(nowhere, 8) + little(0, 4)});
        const auto content = content_of(file_item("any.py", {{"test_1", test}}));
        ASSERT_EQ(content.tests.size(), 1u);
        EXPECT_EQ(content.tests[0].curve.size(), 4u);
    }
}

TEST(MicromechanicsHdf5, ColumnsOfUnequalLengthAreNoCurve) {
    const auto content = read(file_item(
        "hap2hdf.py", {{"test_1", test_item({{0, 1, 2}, {0, 1, 2, 3}, {0, 1, 2, 3}}, true)}}));
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R012");
}

}  // namespace
}  // namespace sneddon
