// Anton Paar's own results for four 100 mN tests with 500 s hold, from the raw curves.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "analyse/oliver_pharr.hpp"
#include "analyse/works.hpp"
#include "base/files/file_bytes.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

std::filesystem::path folder() {
    return testing::shared_folder() / "data/vendor_oracles/antonpaar_hold500s";
}

std::vector<sneddon::Test> curves() {
    const auto path = folder() / "multicurve_HT_V_100mN.TXT";
    const auto file = FileBytes::open(path);
    return read_bytes(file->bytes(), path.string(), {}).value().tests;
}

/// Parameter -> value of one measurement of the group HT_V_100mN.
std::map<std::string, double> vendor_results(int measurement) {
    const auto file = FileBytes::open(folder() / "results_HT_V_100mN_data.TXT");
    const std::string_view text = file->bytes();
    std::map<std::string, double> results;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::vector<std::string_view> cells;
        for (std::size_t at = begin; at <= end;) {
            const std::size_t stop = std::min(text.find('\t', at), end);
            cells.push_back(trimmed(text.substr(at, stop - at)));
            at = stop + 1;
        }
        begin = end + 1;
        if (cells.size() < 5 || cells[0] != "HT_V_100mN" || cells[1] != std::to_string(measurement))
            continue;
        if (const auto value = parse_number(cells[4])) results[std::string(cells[2])] = *value;
    }
    return results;
}

class AntonPaarResults : public ::testing::TestWithParam<int> {};

// Limits: the printed digits of the vendor (m 3, depths 1e-3 nm) and, for works and creep, where it
// divides the curve: it knows the commanded times, we find the corners from the load.
TEST_P(AntonPaarResults, AreReproducedFromTheRawCurve) {
    SNEDDON_NEEDS_SHARED();
    const int number = GetParam();
    const auto tests = curves();
    ASSERT_EQ(tests.size(), 4u);
    const auto vendor = vendor_results(number);
    const AnalysisRecipe recipe = profile_recipe("antonpaar").value();
    const TestResult result = analyse(tests[static_cast<std::size_t>(number - 1)], recipe);
    ASSERT_EQ(result.cycles.size(), 1u);
    const QuantityValues& v = result.cycles[0].values;

    EXPECT_NEAR(v["m"_q], vendor.at("m (O&P)"), 0.001);
    EXPECT_NEAR(v["h_p_nm"_q], vendor.at("hp (O&P)"), 0.05);
    EXPECT_NEAR(v["h_c_nm"_q], vendor.at("hc (O&P)"), 0.1);
    EXPECT_NEAR(v["h_max_nm"_q], vendor.at("hm (O&P)"), 0.05);
    const double S = 1e3 * vendor.at("Fm (O&P)") / (vendor.at("hm (O&P)") - vendor.at("hr (O&P)"));
    EXPECT_NEAR(v["S_uN_per_nm"_q] / S, 1, 1e-4);
    EXPECT_NEAR(v["W_plast_pJ"_q] / vendor.at("Wplast"), 1, 1e-5);
    EXPECT_NEAR(v["W_elast_pJ"_q] / vendor.at("Welast"), 1, 2.5e-3);
    EXPECT_NEAR(v["W_total_pJ"_q] / vendor.at("Wtotal"), 1, 1e-3);
    EXPECT_NEAR(v["C_IT_percent"_q], vendor.at("CIT"), 0.16);  // a sample is 0.1 s
}

// H_IT and E_r from the vendor's own area: no area function is fitted to its answers.
TEST_P(AntonPaarResults, HardnessAndModulusFollowFromItsOwnArea) {
    SNEDDON_NEEDS_SHARED();
    const int number = GetParam();
    const auto tests = curves();
    const auto vendor = vendor_results(number);
    const AnalysisRecipe recipe = profile_recipe("antonpaar").value();
    const TestResult result = analyse(tests[static_cast<std::size_t>(number - 1)], recipe);
    const QuantityValues& v = result.cycles[0].values;
    const double A = vendor.at("Ap (O&P)");
    EXPECT_NEAR(indentation_hardness_GPa(v["F_max_uN"_q], A), vendor.at("HIT (O&P)"), 1e-3);
    EXPECT_NEAR(
        reduced_modulus_GPa(v["S_uN_per_nm"_q], A, recipe.beta, recipe.pi) / vendor.at("Er (O&P)"),
        1, 2e-4);
}

// Given the rows at which the vendor divides the curve, the areas are its areas.
TEST_P(AntonPaarResults, WorksAgreeToAPartInAHundredThousandWithItsSplitRows) {
    SNEDDON_NEEDS_SHARED();
    constexpr std::size_t hold_begin[] = {1004, 1007, 1004, 1004};
    constexpr std::size_t hold_end[] = {6005, 6008, 6005, 6005};
    const auto at = static_cast<std::size_t>(GetParam() - 1);
    const auto tests = curves();
    const auto vendor = vendor_results(GetParam());
    WorkLimits limits;
    limits.hold_begin = hold_begin[at];
    limits.peak = hold_end[at];
    limits.end = tests[at].curve.size();
    const Works works = mechanical_works(tests[at].curve, limits);
    EXPECT_NEAR(works.W_elast_pJ / vendor.at("Welast"), 1, 1e-5);
    EXPECT_NEAR(works.W_total_pJ / vendor.at("Wtotal"), 1, 1e-5);
    EXPECT_NEAR(works.W_plast_pJ / vendor.at("Wplast"), 1, 1e-5);
}

INSTANTIATE_TEST_SUITE_P(Tests, AntonPaarResults, ::testing::Values(1, 2, 3, 4));

}  // namespace
}  // namespace sneddon
