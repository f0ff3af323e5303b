// Real files of instruments: their numbers as an independent script parsed them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/files/file_bytes.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;

std::vector<sneddon::Test> tests_of(const std::string& file) {
    const auto path = testing::shared_folder() / "data" / file;
    const auto bytes = FileBytes::open(path);
    if (!bytes) {
        ADD_FAILURE() << message(bytes.error());
        return {};
    }
    auto content = read_bytes(bytes->bytes(), path.string(), {});
    if (!content) {
        ADD_FAILURE() << message(content.error());
        return {};
    }
    return std::move(content).value().tests;
}

double largest(const std::vector<double>& values) {
    double found = -INFINITY;
    for (const double value : values)
        if (value > found) found = value;
    return found;
}

struct Golden {
    std::string file;
    std::size_t test;
    std::size_t points;
    double load_uN, depth_nm;
    double load_digit, depth_digit;  // half of the last printed digit
};

class GoldenValuesTest : public ::testing::TestWithParam<Golden> {};

TEST_P(GoldenValuesTest, PointsAndMaximaAreThoseOfTheFile) {
    SNEDDON_NEEDS_SHARED();
    const Golden& golden = GetParam();
    const auto tests = tests_of("instruments/" + golden.file);
    ASSERT_GT(tests.size(), golden.test);
    const Curve& curve = tests[golden.test].curve;
    EXPECT_EQ(curve.size(), golden.points);
    EXPECT_EQ(curve.load_uN.size(), golden.points);
    EXPECT_EQ(curve.depth_nm.size(), golden.points);
    EXPECT_NEAR(largest(curve.load_uN), golden.load_uN, golden.load_digit * 1.001);
    EXPECT_NEAR(largest(curve.depth_nm), golden.depth_nm, golden.depth_digit * 1.001);
    EXPECT_THAT(tests[golden.test].reader_flags, ::testing::IsEmpty());
}

const std::string b = "bruker_hysitron/", a = "anton_paar_csm/";
INSTANTIATE_TEST_SUITE_P(
    Files, GoldenValuesTest,
    ::testing::Values(
        Golden{b + "301122X65NG_00000.txt", 0, 4300, 11032.7193, 389.3281, 5e-5, 5e-5},
        Golden{b + "301122X65NG_00001.txt", 0, 4300, 11028.8542, 405.2737, 5e-5, 5e-5},
        Golden{b + "301122X65NG_00002.txt", 0, 4300, 11036.4653, 392.1702, 5e-5, 5e-5},
        Golden{b + "301122X65NG_00003.txt", 0, 4300, 11037.1601, 395.0771, 5e-5, 5e-5},
        Golden{b + "RobinSteel0000LC.txt", 0, 5304, 3000.0270, 159.7452, 5e-5, 5e-5},
        Golden{"../vendor_oracles/triboscan_map63/maptriplepoint_0000.txt", 0, 3000, 5999.4896,
               158.8005, 5e-5, 5e-5},
        Golden{b + "xpm_TestMappingOutput_0000.txt", 0, 2200, 10999.5950, 364.1674, 5e-5, 5e-5},
        Golden{b + "ti990_grain1_6um_indent01_HL_QS_LC.txt", 0, 16390, 200206.3983, 863.5831, 5e-5,
               5e-5},
        Golden{b + "ti990_grain2_6um_indent01_HL_QS_LC.txt", 0, 16397, 200193.8461, 819.0598, 5e-5,
               5e-5},
        Golden{b + "nanoDMA_Hysitron_dma.txt", 0, 3098, 297.070632, 23.718686, 5e-7, 5e-7},
        Golden{a + "multicurve_HT_V_100mN.TXT", 0, 7009, 99967, 599.179, 0.5, 5e-4},
        Golden{a + "multicurve_HT_V_100mN.TXT", 1, 7009, 100003, 614.980, 0.5, 5e-4},
        Golden{a + "multicurve_HT_V_100mN.TXT", 2, 7009, 100001, 592.145, 0.5, 5e-4},
        Golden{a + "multicurve_HT_V_100mN.TXT", 3, 7009, 100016, 585.706, 0.5, 5e-4},
        Golden{a + "indentation_ref.TXT", 0, 6407, 8002.7, 756.831, 0.05, 5e-4},
        Golden{a + "indentation_P200_1.TXT", 0, 2697, 4890.3, 2336.277, 0.05, 5e-4}));

std::vector<std::size_t> segment_sizes(const sneddon::Test& test) {
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < test.marks.size(); ++i) {
        const bool is_last = i + 1 == test.marks.size();
        sizes.push_back((is_last ? test.curve.size() : test.marks[i + 1].first) -
                        test.marks[i].first);
    }
    return sizes;
}

TEST(ReadInstruments, BlankLinesOfTriboScanAreItsSegments) {
    SNEDDON_NEEDS_SHARED();
    const auto premier = tests_of("instruments/bruker_hysitron/301122X65NG_00000.txt");
    ASSERT_EQ(premier.size(), 1u);
    EXPECT_EQ(premier[0].mark_source, MarkSource::blank_line);
    EXPECT_THAT(segment_sizes(premier[0]), ElementsAre(1, 200, 200, 200, 3000, 200, 499));
    EXPECT_EQ(premier[0].time_stamp, "2022-11-22T15:55:04");
    const auto steel = tests_of("instruments/bruker_hysitron/RobinSteel0000LC.txt");
    ASSERT_EQ(steel.size(), 1u);
    EXPECT_THAT(segment_sizes(steel[0]), ElementsAre(201, 104, 2000, 1000, 1999));
}

TEST(ReadInstruments, MapsAndTheTi990HaveNoMarks) {
    SNEDDON_NEEDS_SHARED();
    for (const char* file : {"xpm_TestMappingOutput_0000.txt", "xpm_maptriplepoint_0003.txt",
                             "ti990_grain1_6um_indent01_HL_QS_LC.txt"}) {
        const auto tests = tests_of(std::string("instruments/bruker_hysitron/") + file);
        ASSERT_EQ(tests.size(), 1u);
        EXPECT_EQ(tests[0].mark_source, MarkSource::none) << file;
        EXPECT_TRUE(tests[0].marks.empty()) << file;
    }
}

// "a = 5329.36 nm/V" as the inference prints it.
double scale_of(const sneddon::Test& test) {
    for (const Inference& inference : test.inferences)
        if (inference.value.starts_with("a = "))
            return parse_number(inference.value.substr(4, inference.value.find(" nm/V") - 4))
                .value_or(NAN);
    return NAN;
}

// Twelve files of one Premier: one scale and one compliance, and a drift of their own. The standard
// error of a from volts rounded to 1e-6 is about 0.006 nm/V in the short tests of maps, so 0.02
// is 3.
TEST(ReadInstruments, TheHiddenCalibrationOfOneInstrumentIsTheSameInAllItsFiles) {
    SNEDDON_NEEDS_SHARED();
    std::vector<std::string> files;
    for (int i = 0; i < 4; ++i) {
        files.push_back("301122X65NG_0000" + std::to_string(i));
        files.push_back("xpm_TestMappingOutput_000" + std::to_string(i));
        files.push_back("xpm_maptriplepoint_000" + std::to_string(i));
    }
    for (const std::string& file : files) {
        const auto tests = tests_of("instruments/bruker_hysitron/" + file + ".txt");
        ASSERT_EQ(tests.size(), 1u);
        const auto& applied = tests[0].applied;
        EXPECT_NEAR(scale_of(tests[0]), 5329.35, file.starts_with("xpm") ? 0.02 : 0.01) << file;
        ASSERT_TRUE(applied.frame_compliance_nm_per_uN.has_value()) << file;
        EXPECT_NEAR(*applied.frame_compliance_nm_per_uN * 1e3, 1.31935, 1e-4) << file;
        ASSERT_TRUE(applied.drift_nm_per_s.has_value()) << file;
        if (file.starts_with("xpm")) {
            EXPECT_NEAR(*applied.drift_nm_per_s, 0, 1e-4) << file;
        }
    }
    const double drifts[] = {0.0107, -0.0195, -0.0842, -0.1022};
    for (int i = 0; i < 4; ++i) {
        const auto tests =
            tests_of("instruments/bruker_hysitron/301122X65NG_0000" + std::to_string(i) + ".txt");
        EXPECT_NEAR(*tests.at(0).applied.drift_nm_per_s, drifts[i], 5e-5) << i;
    }
}

TEST(ReadInstruments, TheHiddenCalibrationOfAnotherInstrumentIsAnother) {
    SNEDDON_NEEDS_SHARED();
    const auto steel = tests_of("instruments/bruker_hysitron/RobinSteel0000LC.txt");
    ASSERT_EQ(steel.size(), 1u);
    EXPECT_NEAR(scale_of(steel[0]), 6053.26, 0.005);
    EXPECT_NEAR(*steel[0].applied.frame_compliance_nm_per_uN * 1e3, 3.4206, 5e-5);
    EXPECT_NEAR(*steel[0].applied.drift_nm_per_s, 0.5675, 5e-5);
}

double vendor_value(const sneddon::Test& test, std::string_view id, int cycle) {
    for (const VendorValue& value : test.vendor_values)
        if (value.id == id && value.cycle == cycle) return value.value;
    return NAN;
}

TEST(ReadInstruments, AntonPaarResultsStandBesideTheCurve) {
    SNEDDON_NEEDS_SHARED();
    const auto ref = tests_of("instruments/anton_paar_csm/indentation_ref.TXT");
    ASSERT_EQ(ref.size(), 1u);
    EXPECT_EQ(ref[0].declared_cycles, 2);
    EXPECT_EQ(ref[0].time_stamp, "2021-12-02T10:54:08");
    EXPECT_EQ(ref[0].poisson_ratio, 0.3);
    EXPECT_DOUBLE_EQ(vendor_value(ref[0], "H_IT_GPa", 1), 0.69339);
    EXPECT_DOUBLE_EQ(vendor_value(ref[0], "S_uN_per_nm", 1), 143.3);
    EXPECT_DOUBLE_EQ(vendor_value(ref[0], "A_p_nm2", 1), 11538032.47);
    EXPECT_DOUBLE_EQ(vendor_value(ref[0], "eta_IT", 1), 0.0999);
    EXPECT_DOUBLE_EQ(vendor_value(ref[0], "C_IT_percent", 1), 1.24);
    EXPECT_DOUBLE_EQ(vendor_value(ref[0], "h_c_nm", 2), 713.43);
    EXPECT_TRUE(std::isnan(vendor_value(ref[0], "eta_IT", 2))) << "the file says INF";
    // The vendor's hardness is its load over its area: the conversions belong together.
    const double hardness_GPa =
        vendor_value(ref[0], "F_max_uN", 1) / vendor_value(ref[0], "A_p_nm2", 1) * 1e3;
    EXPECT_NEAR(hardness_GPa / vendor_value(ref[0], "H_IT_GPa", 1), 1, 1e-3);  // 3 digits of Fmax
    EXPECT_EQ(ref[0].mark_source, MarkSource::segment_column);
    ASSERT_EQ(ref[0].marks.size(), 8u);
    const auto& hold = ref[0].marks[2];
    EXPECT_EQ(hold.label, "2");
    EXPECT_NEAR(ref[0].curve.time_s[hold.first], 160.1, 0.051);  // one sample
    EXPECT_NEAR(ref[0].curve.time_s[ref[0].marks[3].first - 1], 170.1, 0.051);

    const auto p200 = tests_of("instruments/anton_paar_csm/indentation_P200_1.TXT");
    ASSERT_EQ(p200.size(), 1u);
    EXPECT_EQ(p200[0].declared_cycles, 0);
    EXPECT_DOUBLE_EQ(vendor_value(p200[0], "H_IT_GPa", 1), 0.042484);
    EXPECT_DOUBLE_EQ(vendor_value(p200[0], "W_total_pJ", 1), 4973.62);
    EXPECT_EQ(p200[0].time_stamp, "2021-11-24T15:10:20");
}

TEST(ReadInstruments, AreaFunctionsWhateverTheirName) {
    SNEDDON_NEEDS_SHARED();
    const auto data = testing::shared_folder() / "data";
    const auto tip =
        read_area_function_file(data / "instruments/bruker_hysitron/area_Tip-Cal-Test.ara");
    ASSERT_TRUE(tip.ok()) << message(tip.error());
    EXPECT_EQ(tip->coefficients[1], 2460.555732);
    const auto map = read_area_function_file(
        data / "vendor_oracles/triboscan_map63/area_function_120122precalanalysis.txt");
    ASSERT_TRUE(map.ok()) << message(map.error());
    EXPECT_EQ(map->coefficients[5], 402336605.252534);
    // The first rows of the vendor's results, hc -> A: hc is rounded to 5e-7 nm, that is 1e-8 of A.
    EXPECT_NEAR(projected_area_nm2(*map, 103.219383) / 486665.267370, 1, 2e-8);
    EXPECT_NEAR(projected_area_nm2(*map, 138.972940) / 786908.828862, 1, 2e-8);
}

TEST(ReadInstruments, OfTheInstrumentFilesMostGiveTestsOrAreCompanions) {
    SNEDDON_NEEDS_SHARED();
    const std::vector<std::string> folder = {
        (testing::shared_folder() / "data/instruments").string()};
    std::size_t files = 0, answered = 0;
    for (const InputPath& input : expand_paths(folder, "")) {
        if (input.path.ends_with("PROVENANCE.txt") || input.path.find(".zip/") != input.path.npos)
            continue;
        ++files;
        answered += read_file(input.path).ok() ? 1 : 0;
    }
    EXPECT_EQ(files, 73u);
    EXPECT_GE(answered, 73u);  // scripts/list-read-formats prints them
}

// Every file ends as exactly one of tests, companion or error, and an error says what it is.
TEST(ReadInstruments, EveryFileIsReadOrNamed) {
    SNEDDON_NEEDS_SHARED();
    const std::vector<std::string> folder = {(testing::shared_folder() / "data").string()};
    std::size_t read = 0, companions = 0, refused = 0;
    const auto inputs = expand_paths(folder, "");
    for (const InputPath& input : inputs) {
        ASSERT_FALSE(input.error.has_value()) << message(*input.error);
        const auto content = read_file(input.path);  // of an archive too
        if (!content) {
            ++refused;
            EXPECT_FALSE(content.error().found.empty()) << input.path;
            // Nothing of an instrument is unknown: a code other than "no known format".
            const bool is_instrument = input.path.find("/instruments/") != std::string::npos;
            if (is_instrument) {
                EXPECT_EQ(content.error().code, "SND-R004") << message(content.error());
            }
            continue;
        }
        EXPECT_NE(content->tests.empty(), content->companion.empty()) << input.path;
        ++(content->tests.empty() ? companions : read);
        for (const auto& test : content->tests) {
            EXPECT_EQ(test.curve.depth_nm.size(), test.curve.size());
            EXPECT_EQ(test.curve.load_uN.size(), test.curve.size());
            for (const Channel& channel : test.curve.channels)
                EXPECT_EQ(channel.values.size(), test.curve.size());
        }
    }
    EXPECT_EQ(read + companions + refused, inputs.size());
    EXPECT_GE(read, 80u);
}

}  // namespace
}  // namespace sneddon
