// Workbooks of NanoSuite: their tests as python3-xlrd parsed them, and the vendor's own stiffness.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "analyse/oliver_pharr.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

std::vector<sneddon::Test> tests_of(const std::filesystem::path& path) {
    auto content = read_file(path.string());
    if (content) return std::move(content).value().tests;
    ADD_FAILURE() << message(content.error());
    return {};
}

/// False where tar or xz is not installed.
bool unpack(const std::string& archive, const std::filesystem::path& folder) {
    const auto path = testing::shared_folder() / "data/nanosuite_g200" / archive;
    const std::string command = "tar xJf '" + path.string() + "' -C '" + folder.string() +
                                "' 2> '" + (folder / "log").string() + "'";
    return std::system(command.c_str()) == 0;
}

struct Book {
    std::string name;
    std::size_t tests, tagged;
    std::vector<int> without_curve;  ///< sheets of heads alone, or of sentinels alone
};

void expect_book(const std::filesystem::path& folder, const Book& book) {
    const auto tests = tests_of(folder / book.name);
    EXPECT_EQ(tests.size(), book.tests) << book.name;
    std::vector<int> without_curve;
    std::size_t tagged = 0;
    for (std::size_t i = 0; i < tests.size(); ++i) {
        EXPECT_EQ(tests[i].number, static_cast<int>(i) + 1) << book.name;
        if (tests[i].curve.size() == 0) without_curve.push_back(tests[i].number);
        tagged += tests[i].name.ends_with("Tagged") ? 1 : 0;
        EXPECT_EQ(tests[i].reader_flags.empty(), tests[i].curve.size() > 0) << book.name;
        EXPECT_TRUE(tests[i].position.has_value()) << book.name;
    }
    EXPECT_EQ(tagged, book.tagged) << book.name;
    EXPECT_EQ(without_curve, book.without_curve) << book.name;
}

TEST(NanosuiteWorkbooks, NoTestIsLostAndNoneMerged) {
    SNEDDON_NEEDS_SHARED();
    const testing::TemporaryFolder folder;
    if (!unpack("g200_nanosuite_mss_xls.tar.xz", folder.path()))
        GTEST_SKIP() << "tar and xz are not installed";
    for (const Book& book :
         {Book{"HEC12_2_03132025.xls", 20, 6, {2, 5, 7, 9, 11, 18}},
          Book{"HEC14 SP1_03132025.xls", 20, 3, {3, 16}},
          Book{"HEC14 SP2_Layer3_03132025.xls", 20, 5, {3, 5, 7, 11, 14, 17, 18}},
          Book{"HEC14 SP2_layer1_03132025.xls", 22, 8, {5, 16}},
          Book{"Silica After.xls", 20, 9, {}}, Book{"Silica Before.xls", 20, 5, {}},
          Book{"SilicaAfter.xls", 20, 6, {}}})
        expect_book(folder.path(), book);
}

struct Golden {
    std::string file;
    std::size_t tests, last_points;
    double load_uN, depth_nm;  ///< largest of the last test
};

TEST(NanosuiteWorkbooks, PointsAndMaximaAreThoseOfTheFile) {
    SNEDDON_NEEDS_SHARED();
    const auto folder = testing::shared_folder() / "data/instruments/kla_agilent_mts";
    for (const Golden& golden :
         {Golden{"nanosuite_csm_Example.xls", 2, 1220, 407813.5309668936, 1928.3196901111592},
          Golden{"nanosuite_csm_Popin.xls", 12, 375, 90332.06153184509, 996.7193754128892},
          Golden{"nanosuite_iso_multicycle_FQ.xls", 10, 2980, 500542.9975671573,
                 2126.0872779721026},
          Golden{"nanosuite_qs_example_0_II_a.xls", 25, 404, 509.5405001728595,
                 50.01789580984485}}) {
        const auto tests = tests_of(folder / golden.file);
        ASSERT_EQ(tests.size(), golden.tests) << golden.file;
        const Curve& curve = tests.back().curve;
        EXPECT_EQ(curve.size(), golden.last_points) << golden.file;
        EXPECT_DOUBLE_EQ(*std::ranges::max_element(curve.load_uN), golden.load_uN);
        EXPECT_DOUBLE_EQ(*std::ranges::max_element(curve.depth_nm), golden.depth_nm);
        EXPECT_TRUE(tests.back().applied.drift_nm_per_s.has_value()) << golden.file;
    }
    const auto other = read_file((folder / "analyst_mean_curve_1film.xls").string());
    ASSERT_TRUE(other.ok()) << message(other.error());
    EXPECT_TRUE(other->companion.starts_with("mean curve of several tests")) << other->companion;
}

/// Of the sheet of results, each with its cycle. Of E and H three digits are printed.
double vendor_value(const sneddon::Test& test, std::string_view id, int cycle) {
    for (const VendorValue& value : test.vendor_values)
        if (value.id == id && value.cycle == cycle) return value.value;
    ADD_FAILURE() << test.name << " has no " << id << " of cycle " << cycle;
    return 0;
}

double modulus_GPa(double S_uN_per_nm, double A_nm2) {
    const double E_r_GPa = reduced_modulus_GPa(S_uN_per_nm, A_nm2, 1, 3.141592653589793);
    return indentation_modulus_GPa(E_r_GPa, 0.18, 1141, 0.07);
}

// A frame of 9.2 + 3.6 MN/m taken off twice would move S of the deepest cycle by 5 %. The fifth
// unloading ends with a withdrawal that the markers do not tell apart.
TEST(NanosuiteWorkbooks, TheProfileGivesTheSheetOfResults) {
    SNEDDON_NEEDS_SHARED();
    const auto tests =
        tests_of(testing::shared_folder() / "data/vendor_oracles/fused_silica_kla/FQ.xls");
    ASSERT_EQ(tests.size(), 10u);
    const AnalysisRecipe recipe = profile_recipe("nanosuite").value();
    std::array<double, 5> S_difference{}, E_difference{};
    for (const auto& test : tests) {
        const TestResult result = analyse(test, recipe);
        ASSERT_GE(result.cycles.size(), 5u) << test.name;
        for (int cycle = 1; cycle <= 5; ++cycle) {
            const auto i = static_cast<std::size_t>(cycle - 1);
            const QuantityValues& values = result.cycles[i].values;
            const double S = vendor_value(test, "S_uN_per_nm", cycle);
            const double F_mN = vendor_value(test, "Load", cycle);
            const double H_GPa = vendor_value(test, "H_IT_GPa", cycle);
            const double E_GPa = vendor_value(test, "E_IT_GPa", cycle);
            EXPECT_NEAR(values["F_max_uN"_q] / 1000, F_mN, 5.1e-4) << test.name;
            EXPECT_NEAR(values["h_max_nm"_q], vendor_value(test, "Displacement", cycle), 0.051);
            const double A_nm2 = 1e6 * F_mN / H_GPa;
            EXPECT_NEAR(indentation_hardness_GPa(values["F_max_uN"_q], A_nm2), H_GPa, 2e-4);
            EXPECT_NEAR(modulus_GPa(S, A_nm2) / E_GPa, 1, 1e-3) << test.name << " " << cycle;
            S_difference[i] += (values["S_uN_per_nm"_q] / S - 1) / 10;
            E_difference[i] += (modulus_GPa(values["S_uN_per_nm"_q], A_nm2) / E_GPa - 1) / 10;
        }
    }
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_NEAR(S_difference[i], 0, i < 4 ? 2e-4 : 1e-3) << i + 1;
        EXPECT_NEAR(E_difference[i], 0, 1e-3) << i + 1;
    }
}

}  // namespace
}  // namespace sneddon
