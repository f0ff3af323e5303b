#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sneddon/read/read_file.hpp"
#include "unit/read/kla/mss_bytes.hpp"

namespace sneddon {
namespace {

using namespace testing;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pointwise;

constexpr double sentinel = 1.7976931348623157e308, N_per_kgf = 9.80665;
constexpr double stiffness = 500, spring = 0.01, drift = 2e-8;  // kgf/mm, kgf/mm, mm/s

const std::string depth_formula =
    "_Displacement - _Displacement[SurfaceMarker]  -DriftCorrection*(_Time - "
    "_Time[SurfaceMarker]) - ((_Load-_Load[SurfaceMarker] )/( _Frame+FrameStiffnessCorrection))";
const std::string load_formula =
    "_Load-_Load[SurfaceMarker] "
    "-(_Displacement-_Displacement[SurfaceMarker])*_Column[SurfaceMarker]";

const MssValues specimen_results = {{"SurfaceMarker", val0(1)},
                                    {"DriftCorrection", val0(drift)},
                                    {"UnloadingStiffness", val0(21.)},
                                    {"HardnessFromUnload", val0(800.)},
                                    {"UnloadingContactArea", val0(8e-6)},
                                    {"MaxPlottedHMarker", val0(sentinel)},
                                    {"TimeAtStartOfApproach", val0("6:54:10 PM")},
                                    {"_ExportFileName", val0("Test016")}};

MssValues stamped(int hour) {
    return {{"Stamp0",
             {MssValues{{"Year", {2024}},
                        {"Month", {2}},
                        {"Day", {6}},
                        {"Hour", {hour}},
                        {"Minute", {53}},
                        {"Second", {56}}}}}};
}

OleStreams specimen(const std::string& folder, const MssValues& results) {
    const std::string path = "Specimen/" + folder + "/";
    return {
        {path + "Formulae", mss_table(results)},
        {path + "Inputs", mss_table({{"_XLocation", val0(140)}, {"_YLocation", val0(58.5)}})},
        {path + "Properties", mss_table(stamped(18))},
        {path + "RawData/_Time", mss_column({60, 60.5, 61, 61.5, 62})},
        {path + "RawData/_Displacement", mss_column({0.1, 0.101, 0.102, 0.103, sentinel})},
        {path + "RawData/_Load", mss_column({-0.001, 0, 0.01, 0.02, 0.03})},
        {path + "RawData/_Frame", mss_column({stiffness, stiffness, stiffness, stiffness, 500})},
        {path + "RawData/_Column", mss_column({0.5, spring, 0.5, 0.5, 0.5})},
        {path + "RawData/_PhaseAngle", mss_column({0, 1, 1, 1, 1})},
        {path + "RawData/SegmentIndex", mss_column({0, 0, 0, 1, 1})},
        {path + "RawData/SegmentType", mss_column({0, 0, 0, 600, 600})}};
}

OleStreams method() {
    return {{"Specimen/Order", mss_table({{"0", {"zzz"}}, {"1", {"aaa"}}})},
            {"Inputs",
             mss_table(
                 {{"PoissonsRatio", described_value("Poissons Ratio", 0, 0, 0.18)},
                  {"Load", described_value("Load Segment Type", 501, 0, 0)},
                  {"UnloadFromPeak", described_value("Unload From Peak Segment Type", 501, 0, 600)},
                  {"PercentUnloadInStiffnessCalc", described_value("Percent Unload", 15, 0, 0.4)},
                  {"DepthLimit", described_value("Depth Limit", 14, 7, 0.00075)},
                  {"DeltaX", described_value("Delta X", 14, 8, -0.05)}})},
            {"Properties", mss_table({{"MethodName", {"C:\\Methods\\XP\\G-Series CSM.msm"}}})},
            {"Method/Prototype/Formulae",
             mss_table({{"DriftCorrection", described("Drift Correction", 23, 10)},
                        {"UnloadingStiffness",
                         described("Stiffness From Unload", 11, 8,
                                   "UnloadingStiffnessValue(DisplacementIntoSurface , LoadOnSample,"
                                   "UnloadStiffnessMarker +5,UnloadStiffnessMarker+Floor(1))")}})},
            {"Method/Prototype/Channels",
             mss_table({{"DisplacementIntoSurface",
                         described("Displacement Into Surface", 14, 7, depth_formula)},
                        {"LoadOnSample", described("Load On Sample", 10, 8, load_formula)},
                        {"_PhaseAngle", described("Phase Angle", 1, 1)},
                        {"_Load", described("Raw Load", 10, 8)}})}};
}

OleStreams file_of(std::vector<OleStreams> parts) {
    OleStreams all;
    for (OleStreams& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::string bytes_of(const OleStreams& streams) {
    return ole_parts_of(ole_tree(streams)).bytes;
}

const OleStreams two_tests =
    file_of({method(), specimen("aaa", specimen_results), specimen("zzz", specimen_results)});

std::vector<sneddon::Test> tests_of(const OleStreams& streams) {
    auto content = read_bytes(bytes_of(streams), "a.mss", {});
    if (content) return std::move(content).value().tests;
    ADD_FAILURE() << message(content.error());
    return {};
}

std::string error_of(const OleStreams& streams) {
    const auto content = read_bytes(bytes_of(streams), "a.mss", {});
    return content ? "no error" : content.error().code + ": " + content.error().found;
}

OleStreams with(OleStreams streams, const std::string& path, const std::string& content) {
    for (auto& [name, bytes] : streams)
        if (name == path) bytes = content;
    return streams;
}

OleStreams without(OleStreams streams, const std::string& path) {
    std::erase_if(streams, [&](const auto& stream) { return stream.first == path; });
    return streams;
}

std::string evidence_of(const sneddon::Test& test, std::string_view what) {
    const auto found = std::ranges::find(test.inferences, what, &Inference::what);
    return found == test.inferences.end() ? "" : found->value + ": " + found->evidence;
}

const VendorValue* value_of(const sneddon::Test& test, std::string_view id) {
    const auto found = std::ranges::find(test.vendor_values, id, &VendorValue::id);
    return found == test.vendor_values.end() ? nullptr : &*found;
}

TEST(NanosuiteMss, TestsStandInTheOrderOfTheFile) {
    const auto content = read_bytes(bytes_of(two_tests), "a.mss", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "nanosuite-mss");
    auto streams =
        with(two_tests, "Specimen/zzz/Formulae", mss_table({{"_ExportFileName", val0("Test001")}}));
    streams = file_of({streams, specimen("bbb", {})});  // not in the stream of the order
    const auto tests = tests_of(streams);
    ASSERT_EQ(tests.size(), 3u);
    EXPECT_EQ(tests[0].name, "Test001");
    EXPECT_EQ(tests[1].name, "Test016");
    EXPECT_EQ(tests[2].name, "bbb");
    EXPECT_EQ(tests[2].number, 3);
}

// By the formulae in the file: from the surface on, less drift, frame and spring of the column.
TEST(NanosuiteMss, TheCurveIsThatOfNanosuitesFormulae) {
    const auto tests = tests_of(two_tests);
    ASSERT_EQ(tests.size(), 2u);
    const Curve& curve = tests[0].curve;
    EXPECT_THAT(curve.time_s, ElementsAre(-0.5, 0, 0.5, 1, 1.5));
    ASSERT_EQ(curve.depth_nm.size(), 5u);
    const auto depth_nm = [&](double h_mm, double t_s, double P_kgf) {
        return 1e6 * (h_mm - drift * t_s - P_kgf / stiffness);
    };
    EXPECT_NEAR(curve.depth_nm[0], depth_nm(-0.001, -0.5, -0.001), 1e-6);
    EXPECT_EQ(curve.depth_nm[1], 0);
    EXPECT_NEAR(curve.depth_nm[3], depth_nm(0.002, 1, 0.02), 1e-6);
    EXPECT_TRUE(std::isnan(curve.depth_nm[4]));
    EXPECT_NEAR(curve.load_uN[2], 1e6 * N_per_kgf * (0.01 - 0.001 * spring), 1e-6);
    ASSERT_TRUE(tests[0].applied.frame_compliance_nm_per_uN.has_value());
    EXPECT_DOUBLE_EQ(*tests[0].applied.frame_compliance_nm_per_uN, 1 / (stiffness * N_per_kgf));
    EXPECT_DOUBLE_EQ(tests[0].applied.drift_nm_per_s.value(), 0.02);
    EXPECT_FALSE(tests[0].stated.frame_compliance_nm_per_uN.has_value());
    EXPECT_EQ(evidence_of(tests[0], "formula of 'Displacement Into Surface'"), "");
}

TEST(NanosuiteMss, AnotherFormulaInTheFileIsTold) {
    const auto tests = tests_of(
        with(two_tests, "Method/Prototype/Channels",
             mss_table({{"LoadOnSample", described("Load On Sample", 10, 8, "_Load * 2")}})));
    ASSERT_EQ(tests.size(), 2u);
    EXPECT_THAT(evidence_of(tests[0], "formula of 'Load On Sample'"), HasSubstr("_Load*2"));
    EXPECT_THAT(evidence_of(tests[0], "formula of 'DisplacementIntoSurface'"),
                HasSubstr("the file has none"));
}

TEST(NanosuiteMss, ATestWithoutASurfaceBeginsAtItsFirstSample) {
    const auto tests =
        tests_of(with(two_tests, "Specimen/zzz/Formulae", mss_table({{"SurfaceMarker", val0(5)}})));
    ASSERT_EQ(tests.size(), 2u);
    EXPECT_EQ(tests[0].curve.time_s[0], 0);
    EXPECT_THAT(evidence_of(tests[0], "zero of load, depth and time"), HasSubstr("first sample"));
}

TEST(NanosuiteMss, FurtherColumnsAreChannelsInTheUnitsThatNanosuiteShows) {
    const auto tests = tests_of(two_tests);
    ASSERT_EQ(tests.size(), 2u);
    const auto& channels = tests[0].curve.channels;
    const auto phase = std::ranges::find(channels, "Phase Angle", &Channel::name);
    ASSERT_NE(phase, channels.end());
    EXPECT_EQ(phase->unit, "deg");
    EXPECT_NEAR(phase->values[1], 57.29577951308232, 1e-12);
    const auto load = std::ranges::find(channels, "Raw Load", &Channel::name);
    ASSERT_NE(load, channels.end());
    EXPECT_EQ(load->unit, "mN");
    EXPECT_NEAR(load->values[3], 196.133, 1e-9);
    EXPECT_THAT(evidence_of(tests[0], "columns in an unknown unit"), HasSubstr("'_Column'"));
}

TEST(NanosuiteMss, SegmentsAreThoseOfTheColumnsAndTheLoadingBeginsAtTheSurface) {
    const auto tests = tests_of(two_tests);
    ASSERT_EQ(tests.size(), 2u);
    std::vector<std::string> marks;
    for (const SegmentMark& mark : tests[0].marks)
        marks.push_back(std::to_string(mark.first) + " " + mark.label);
    EXPECT_THAT(
        marks, ElementsAre("0 Approach", "1 Load Segment Type", "3 Unload From Peak Segment Type"));
}

TEST(NanosuiteMss, ResultsAndInputsAreValuesOfTheVendor) {
    const auto tests = tests_of(two_tests);
    ASSERT_EQ(tests.size(), 2u);
    const auto expect_value = [&](std::string_view id, std::string_view unit, double value) {
        const VendorValue* found = value_of(tests[1], id);
        ASSERT_NE(found, nullptr) << id;
        EXPECT_EQ(found->unit, unit) << id;
        EXPECT_NEAR(found->value, value, 1e-9 * std::abs(value)) << id;
    };
    expect_value("S_uN_per_nm", "", 21 * N_per_kgf);
    expect_value("H_IT_GPa", "", 800 * N_per_kgf / 1000);
    expect_value("A_p_nm2", "", 8e6);
    expect_value("Drift Correction", "nm/s", 0.02);
    expect_value("Depth Limit", "nm", 750);
    expect_value("Delta X", "um", -50);
    EXPECT_EQ(value_of(tests[1], "MaxPlottedHMarker"), nullptr);
    EXPECT_EQ(tests[1].poisson_ratio, 0.18);
    ASSERT_TRUE(tests[1].position.has_value());
    EXPECT_DOUBLE_EQ(tests[1].position->x_um, 140000);
    EXPECT_DOUBLE_EQ(tests[1].position->y_um, 58500);
    EXPECT_THAT(evidence_of(tests[1], "method"), HasSubstr("G-Series CSM: "));
}

TEST(NanosuiteMss, TheRuleForStiffnessIsThatOfTheFile) {
    const auto tests = tests_of(two_tests);
    ASSERT_EQ(tests.size(), 2u);
    EXPECT_EQ(tests[0].stated.unloading_points_skipped, 5);
    EXPECT_EQ(tests[0].stated.unloading_points_share, 0.4);
    const auto skipped_by = [](const std::string& formula) {
        const auto all =
            tests_of(with(two_tests, "Method/Prototype/Formulae",
                          mss_table({{"UnloadingStiffness", described("S", 11, 8, formula)}})));
        return all.empty() ? std::nullopt : all[0].stated.unloading_points_skipped;
    };
    EXPECT_EQ(skipped_by("F(h,P,UnloadStiffnessMarker,UnloadStiffnessMarker+9)"), 0);
    EXPECT_EQ(skipped_by("F(h,P,UnloadStiffnessMarker*2,9)"), std::nullopt);
    EXPECT_EQ(skipped_by(""), std::nullopt);
}

TEST(NanosuiteMss, TheTimeIsThatOfTheApproachEvenAfterMidnight) {
    auto streams = with(two_tests, "Specimen/aaa/Properties", mss_table(stamped(23)));
    streams = with(streams, "Specimen/aaa/Formulae",
                   mss_table({{"TimeAtStartOfApproach", val0("12:04:10 AM")}}));
    const auto tests = tests_of(streams);
    ASSERT_EQ(tests.size(), 2u);
    EXPECT_EQ(tests[0].time_stamp, "2024-02-06T18:54:10");
    EXPECT_EQ(tests[1].time_stamp, "2024-02-07T00:04:10");
    EXPECT_EQ(tests_of(with(two_tests, "Specimen/zzz/Formulae", mss_table({})))[0].time_stamp,
              "2024-02-06T18:53:56");
}

TEST(NanosuiteMss, ATestWithoutAColumnOfLoadStaysATestWithItsReason) {
    const auto tests = tests_of(without(two_tests, "Specimen/aaa/RawData/_Load"));
    ASSERT_EQ(tests.size(), 2u);
    EXPECT_EQ(tests[1].curve.size(), 0u);
    EXPECT_THAT(tests[1].reader_flags, ElementsAre("SND-R010"));
    EXPECT_THAT(evidence_of(tests[1], "no curve"), HasSubstr("'_Load'"));
    EXPECT_NE(value_of(tests[1], "S_uN_per_nm"), nullptr);
    EXPECT_THAT(tests[0].reader_flags, IsEmpty());
}

TEST(NanosuiteMss, ColumnsThatContradictEachOtherAreADamagedFile) {
    const std::string load = "Specimen/aaa/RawData/_Load";
    EXPECT_THAT(error_of(with(two_tests, load, mss_column({1, 2, 3}))),
                HasSubstr("SND-R033: a NanoSuite file (.mss) whose stream "
                          "'Specimen/aaa/RawData/_Load' has 3 numbers, '_Time' 5"));
    EXPECT_THAT(error_of(with(two_tests, load, mss_column({1, 2, 3, 4, 5}, 6))),
                HasSubstr("hold less than they declare"));
    EXPECT_THAT(error_of(with(two_tests, load, mss_column({1, 2, 3, 4, 5}, 0x1FFFFFFF))),
                HasSubstr("declares 4294967288 bytes, more than this file can hold"));
    EXPECT_THAT(error_of(with(two_tests, load, "no column at all")),
                HasSubstr("has not the head of a column"));
    EXPECT_THAT(error_of(with(two_tests, "Inputs", mss_column({1}))),
                HasSubstr("'Inputs' has not the head of a table"));
    MssPages pages;
    pages.add_table({});
    EXPECT_THAT(error_of(with(two_tests, "Inputs", mss_table_of_pages(pages.bytes, 1u << 30))),
                HasSubstr("with a table that leads nowhere"));
}

// Streams that share sectors would make more of a file than it is.
TEST(NanosuiteMss, StreamsThatLieOneUponTheOtherAreADamagedFile) {
    OleStreams streams = two_tests;
    const std::vector<double> numbers(1000, 1.25);
    for (int i = 0; i < 40; ++i)
        streams.emplace_back("Specimen/aaa/RawData/c" + std::to_string(i), "");
    streams.emplace_back("Specimen/aaa/RawData/x", mss_column(numbers));
    auto nodes = ole_tree(streams);
    auto parts = ole_parts_of(nodes);
    std::size_t x = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].name == "x") x = i;
    const auto entry = [&](std::size_t i) { return parts.directory_at + 128 * (i + 1); };
    const std::string place = parts.bytes.substr(entry(x) + 116, 12);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].name.starts_with("c")) put(parts.bytes, entry(i) + 116, place);
    const auto content = read_bytes(parts.bytes, "a.mss", {});
    ASSERT_FALSE(content.ok());
    EXPECT_THAT(content.error().found, HasSubstr("together they are longer than the file"));
}

TEST(NanosuiteMss, CutAnywhereIsAnErrorAndNeverATestLess) {
    const std::string bytes = bytes_of(two_tests);
    for (std::size_t length = 1; length < bytes.size(); length += 61) {
        const auto content = read_bytes(std::string_view(bytes).substr(0, length), "a.mss", {});
        EXPECT_TRUE(!content.ok() || content->tests.size() == 2) << length;
    }
    const auto cut = read_bytes(std::string_view(bytes).substr(0, bytes.size() / 2), "a.mss", {});
    ASSERT_FALSE(cut.ok());
    EXPECT_EQ(cut.error().code, "SND-R033") << message(cut.error());
}

TEST(NanosuiteMss, AnyOtherByteIsAnErrorOrTests) {
    const std::string bytes = bytes_of(two_tests);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(~changed[at]);
        const auto content = read_bytes(changed, "a.mss", {});
        if (content) {
            EXPECT_GE(content->tests.size(), 1u) << at;
        }
    }
}

}  // namespace
}  // namespace sneddon
