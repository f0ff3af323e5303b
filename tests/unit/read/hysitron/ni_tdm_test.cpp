#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "sneddon/read/read_file.hpp"
#include "support/temporary_folder.hpp"
#include "unit/read/container/tdm/tdm_bytes.hpp"
#include "unit/read/container/zip_bytes.hpp"
#include "unit/read/hysitron/hysitron_text.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::MadeTdm;
using testing::TemporaryFolder;

constexpr double nm_per_V = -7865.9, frame_nm_per_uN = 0.0115, drift_nm_per_s = -0.25;

/// A test as TriboScan writes it: averages first, then all points; 4 segments of 30 points.
MadeTdm triboscan() {
    std::vector<double> time, depth, load, volts, storage;
    for (int i = 0; i < 120; ++i) {
        const double t = 0.1 * i, P = 100 * t * (12 - t), V = -0.01 * t - 2e-4 * t * t * t;
        time.push_back(t);
        load.push_back(P);
        volts.push_back(V);
        depth.push_back(nm_per_V * V - frame_nm_per_uN * P - drift_nm_per_s * t + 3);
        storage.push_back(i == 5 ? 1.1e308 : i);
    }
    const auto group = [](const std::string& name, std::vector<double> t, std::vector<double> h,
                          std::vector<double> P) {
        return testing::MadeGroup{name,
                                  {{"Test Time", "s", std::move(t)},
                                   {"Indent Disp.", "nm", std::move(h)},
                                   {"Indent Act. Load", "µN", P},
                                   {"Indent Load", "µN", std::move(P)}}};
    };
    MadeTdm made;
    made.groups = {group("Indentation Averaged Values", {1}, {2}, {3}),
                   group("Indentation All Data Points", time, depth, load),
                   {"Visco-Elastic: Indentation All Data Points 1",
                    {{"Storage Mod.", "GPa", storage}, {"Indent Load", "µN", load}}},
                   {"Segments", {{"Segment Points", "Points", {30, 0, 60, 30}, "eInt32Usi"}}}};
    made.groups[1].channels.push_back({"Indent Disp. Volt.", "V", volts});
    made.attributes = {{"Acquisition_Timestamp", "2019-04-11T14:43:08.84099999999999997"},
                       {"Acquisition_X_Optic__mm__", "-81.90711"},
                       {"Acquisition_Y_Optic__mm__", "42.5"},
                       {"Current_Sample_Poissons_Ratio", "0.29"},
                       {"Current_Machine_Compliance__nm___mN__", "11.5"},
                       {"Current_Drift_Correction", "1"},
                       {"Current_Drift_Rate__nm___s__", "-0.25"},
                       {"Quasi_Analysis_Fit_Has_Been_Done", "0"},
                       {"Quasi_Analysis_Hardness__GPa__", "0.485"}};
    return made;
}

Result<FileContent> read_pair(const MadeTdm& made, const std::string& body_name = "made.tdx") {
    const TemporaryFolder folder;
    folder.write(body_name, made.body());
    return read_file(folder.write("made.tdm", made.head()));
}

const Inference* find_inference(const sneddon::Test& test, const std::string& what) {
    const auto found = std::ranges::find(test.inferences, what, &Inference::what);
    return found == test.inferences.end() ? nullptr : &*found;
}

TEST(NiTdm, IsOneTestOfAllDataPoints) {
    const MadeTdm made = triboscan();
    const auto content = read_pair(made);
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "ni-tdm");
    ASSERT_EQ(content->tests.size(), 1u);
    const sneddon::Test& test = content->tests[0];
    EXPECT_EQ(test.curve.time_s, made.groups[1].channels[0].values);
    EXPECT_EQ(test.curve.depth_nm, made.groups[1].channels[1].values);
    EXPECT_EQ(test.curve.load_uN, made.groups[1].channels[3].values);
    EXPECT_EQ(test.time_stamp, "2019-04-11T14:43:08");
    ASSERT_TRUE(test.position.has_value());
    EXPECT_DOUBLE_EQ(test.position->x_um, -81907.11);
    EXPECT_EQ(test.poisson_ratio, 0.29);
    std::vector<std::string> names;
    for (const Channel& channel : test.curve.channels) names.push_back(channel.name);
    EXPECT_THAT(names, ElementsAre("Indent Act. Load", "Indent Disp. Volt.", "Storage Mod.",
                                   "Visco-Elastic: Indentation All Data Points 1: Indent Load"));
    EXPECT_TRUE(std::isnan(test.curve.channels[2].values[5])) << "1.1e308 is no value";
    const Inference* left_out = find_inference(test, "channels left out");
    ASSERT_NE(left_out, nullptr);
    EXPECT_THAT(left_out->value, HasSubstr("4 of 'Indentation Averaged Values'"));
    ASSERT_NE(find_inference(test, "file of the numbers"), nullptr);
}

TEST(NiTdm, SegmentsAreThoseOfItsTable) {
    const auto content = read_pair(triboscan());
    ASSERT_TRUE(content.ok());
    std::vector<std::size_t> first;
    for (const SegmentMark& mark : content->tests[0].marks) first.push_back(mark.first);
    EXPECT_THAT(first, ElementsAre(0, 30, 90));
    MadeTdm other = triboscan();
    other.groups[3].channels[0].values = {30, 0, 60, 31};
    EXPECT_TRUE(read_pair(other).value().tests.at(0).marks.empty());
}

TEST(NiTdm, WhatTriboscanTookOffTheDepthIsFound) {
    const auto content = read_pair(triboscan());
    ASSERT_TRUE(content.ok());
    const sneddon::Test& test = content->tests[0];
    ASSERT_TRUE(test.applied.frame_compliance_nm_per_uN && test.applied.drift_nm_per_s);
    EXPECT_NEAR(*test.applied.frame_compliance_nm_per_uN, frame_nm_per_uN, 1e-9);
    EXPECT_NEAR(*test.applied.drift_nm_per_s, drift_nm_per_s, 1e-8);
    EXPECT_THAT(test.applied.evidence, HasSubstr("regression"));
    EXPECT_EQ(test.stated.frame_compliance_nm_per_uN, 0.0115);
}

// The sensor of a TI 990 is a cubic; volts that tell nothing leave the head's word.
TEST(NiTdm, ACubicSensorIsSeenAndVoltsThatTellNothingAreSaid) {
    MadeTdm made = triboscan();
    auto& channels = made.groups[1].channels;
    for (std::size_t i = 0; i < channels[1].values.size(); ++i) {
        const double V = channels[4].values[i];
        channels[1].values[i] += 500 * V * V + 900 * V * V * V;
    }
    const auto cubic = read_pair(made);
    ASSERT_TRUE(cubic.ok());
    EXPECT_NEAR(*cubic->tests[0].applied.frame_compliance_nm_per_uN, frame_nm_per_uN, 1e-7);
    EXPECT_THAT(cubic->tests[0].applied.evidence, HasSubstr("cubic"));
    for (double& V : channels[4].values) V = 1;
    const auto silent = read_pair(made);
    ASSERT_TRUE(silent.ok());
    EXPECT_EQ(silent->tests[0].applied.frame_compliance_nm_per_uN, 0.0115);
    EXPECT_EQ(silent->tests[0].applied.drift_nm_per_s, -0.25);
    EXPECT_THAT(silent->tests[0].applied.evidence, HasSubstr("the volts do not tell"));
}

TEST(NiTdm, TheVendorsAnalysisIsTakenOnlyWhenItWasDone) {
    MadeTdm made = triboscan();
    const auto stale = read_pair(made);
    ASSERT_TRUE(stale.ok());
    EXPECT_TRUE(stale->tests[0].vendor_values.empty());
    EXPECT_NE(find_inference(stale->tests[0], "analysis by TriboScan"), nullptr);
    made.attributes[7].second = "1";
    const auto done = read_pair(made);
    ASSERT_TRUE(done.ok());
    ASSERT_EQ(done->tests[0].vendor_values.size(), 1u);
    EXPECT_EQ(done->tests[0].vendor_values[0].id, "H_IT_GPa");
    EXPECT_EQ(done->tests[0].vendor_values[0].value, 0.485);
}

TEST(NiTdm, TheNumbersMayHaveTheNameInTheHead) {
    MadeTdm made = triboscan();
    made.url = "before it was renamed.tdx";
    EXPECT_TRUE(read_pair(made, made.url).ok());
    const auto renamed = read_pair(made);
    ASSERT_TRUE(renamed.ok());
    const Inference* file = find_inference(renamed->tests[0], "file of the numbers");
    ASSERT_NE(file, nullptr);
    EXPECT_THAT(file->evidence, HasSubstr("names it 'before it was renamed.tdx'"));
}

TEST(NiTdm, CutNumbersAreAnErrorWherever) {
    const MadeTdm made = triboscan();
    const std::string body = made.body();
    const TemporaryFolder folder;
    const std::string head = folder.write("made.tdm", made.head());
    for (const std::size_t left : {std::size_t{0}, std::size_t{8}, body.size() / 2}) {
        folder.write("made.tdx", body.substr(0, left));
        const auto content = read_file(head);
        ASSERT_FALSE(content.ok()) << left;
        EXPECT_TRUE(content.error().code == "SND-R051") << content.error().code;
    }
}

TEST(NiTdm, AHeadWithoutNumbersIsNamed) {
    const TemporaryFolder folder;
    const std::string head = folder.write("made.tdm", triboscan().head());
    const auto orphan = read_file(head);
    ASSERT_FALSE(orphan.ok());
    EXPECT_EQ(orphan.error().code, "SND-R050");
    EXPECT_THAT(orphan.error().found, HasSubstr("'made.tdx'"));
    folder.write("made.txt", testing::HysitronText{}.text());
    const auto beside = read_file(head);
    ASSERT_TRUE(beside.ok()) << message(beside.error());
    EXPECT_THAT(beside->companion, HasSubstr("raw form (.tdm) of the test in 'made.txt'"));
    folder.write("made.txt", "some notes on this test, of yesterday afternoon\n");
    EXPECT_FALSE(read_file(head).ok()) << "not any text of that name";
}

// The export and the pair are one test: two would count it twice.
TEST(NiTdm, BesideItsTextItIsNoSecondTest) {
    const TemporaryFolder folder;
    folder.write("made.tdx", triboscan().body());
    const std::string head = folder.write("made.tdm", triboscan().head());
    EXPECT_EQ(read_file(head).value().tests.size(), 1u);
    folder.write("made.txt", testing::HysitronText{}.text());
    EXPECT_TRUE(read_file(head).value().tests.empty());
}

TEST(NiTdm, APairInAnArchiveIsRead) {
    const TemporaryFolder folder;
    const MadeTdm made = triboscan();
    const std::string zip = folder.write(
        "a.zip", testing::zip_bytes({{"d/made.tdm", made.head()}, {"d/made.tdx", made.body()}}));
    const auto content = read_file(zip + "/d/made.tdm");
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->tests.at(0).curve.load_uN, made.groups[1].channels[3].values);
    EXPECT_EQ(read_file(zip + "/d/made.tdx").value().companion, "numbers (.tdx) of 'made.tdm'");
    EXPECT_EQ(read_file(folder.write("b.zip", testing::zip_bytes({{"made.tdm", made.head()}})) +
                        "/made.tdm")
                  .error()
                  .code,
              "SND-R050");
}

TEST(NiTdm, OfAnotherProgramEveryGroupWithACurveIsATest) {
    MadeTdm made;
    made.title = "DIAdem";
    made.groups = {{"settings", {{"gain", "", {1, 2}}}},
                   {"first",
                    {{"Load", "mN", {0, 1, 2}},
                     {"Depth", "nm", {0, 5, 9}},
                     {"Time", "s", {9, 9, 9}, "eFloat64Usi", "implicit_linear", "0 0.5"}}},
                   {"second", {{"Load", "mN", {0, 3}}, {"Depth", "nm", {0, 7}}}}};
    const auto content = read_pair(made);
    ASSERT_TRUE(content.ok()) << message(content.error());
    ASSERT_EQ(content->tests.size(), 2u);
    EXPECT_EQ(content->tests[0].name, "first");
    EXPECT_THAT(content->tests[0].curve.load_uN, ElementsAre(0, 1000, 2000));
    EXPECT_THAT(content->tests[0].curve.time_s, ElementsAre(0, 0.5, 1));
    EXPECT_EQ(content->tests[1].number, 2);
    EXPECT_THAT(content->tests[1].reader_flags, ElementsAre("SND-R032"));
    made.groups.resize(1);
    EXPECT_EQ(read_pair(made).error().code, "SND-R017");
}

// 100 channels in the same numbers are 100 times the memory of the file.
TEST(NiTdm, ManyChannelsInTheSameNumbersAreRefused) {
    MadeTdm made = triboscan();
    std::string head = made.head();
    const std::string one = "<block byteOffset=\"32\" id=\"inc4\"";
    ASSERT_NE(head.find(one), head.npos);
    for (int i = 0; i < 100; ++i)
        made.groups[1].channels.push_back(
            {"copy" + std::to_string(i), "V", std::vector<double>(120)});
    head = made.head();
    const TemporaryFolder folder;
    made.groups[1].channels.resize(5);
    folder.write("made.tdx", made.body());
    // Every block of the copies begins where the load begins.
    for (std::size_t at = head.find("id=\"inc9\""); at < head.find("</file>");
         at = head.find("<block byteOffset", at + 1)) {
        const std::size_t begin = head.find("byteOffset=\"", at), end = head.find('"', begin + 12);
        if (begin == head.npos || begin > head.find("</file>")) break;
        head.replace(begin + 12, end - begin - 12, "32");
    }
    const auto content = read_file(folder.write("made.tdm", head));
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R051");
    EXPECT_THAT(content.error().found, HasSubstr("more values than the .tdx has bytes"));
}

TEST(NiTdm, EveryTruncationOfTheHeadIsAnErrorOrNamed) {
    const MadeTdm made = triboscan();
    const std::string head = made.head();
    const TemporaryFolder folder;
    folder.write("made.tdx", made.body());
    for (std::size_t length = 0; length < head.size(); length += 7) {
        const auto content =
            read_bytes(head.substr(0, length), (folder.path() / "made.tdm").string(), {});
        EXPECT_FALSE(content.ok() && !content->tests.empty()) << length;
    }
}

}  // namespace
}  // namespace sneddon
