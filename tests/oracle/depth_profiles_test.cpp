// Depth profiles against the instrument's own columns and means of hardness and modulus.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "analyse/depth_profile/profile_cells.hpp"
#include "analyse/depth_profile/profile_means.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using sneddon::testing::shared_folder;

/// NanoSuite's choices with the tip and Poisson's ratio that the file states.
AnalysisRecipe recipe_for(const sneddon::Test& test) {
    AnalysisRecipe recipe = profile_recipe("nanosuite").value();
    recipe.area_function = parse_area_function("of-file").value();
    recipe.poisson_ratio = test.poisson_ratio;
    return recipe;
}

const Channel* channel_of(const sneddon::Test& test, const std::string& name) {
    const auto found = std::ranges::find(test.curve.channels, name, &Channel::name);
    return found == test.curve.channels.end() ? nullptr : &*found;
}

double vendor_value(const sneddon::Test& test, const std::string& id) {
    const auto found = std::ranges::find(test.vendor_values, id, &VendorValue::id);
    return found == test.vendor_values.end() ? std::nan("") : found->value;
}

struct Compared {
    std::size_t tests = 0, points = 0, means = 0;
    double worst_H = 0, worst_E = 0, worst_mean_H = 0, worst_mean_E = 0;
    double worst_mended = 0;  ///< of the means of tests with single readings that stand out
};

double relative(double ours, double theirs) {
    return std::fabs(ours / theirs - 1);
}

/// Results are printed with 3 decimals.
double beyond_print(double ours, double theirs) {
    constexpr double half_a_digit = 0.0005;
    return std::max(0.0, std::fabs(ours - theirs) - half_a_digit) / theirs;
}

/// Point by point: the profile leaves points out, but keeps their order.
void compare_points(const sneddon::Test& test, const DepthProfile& profile, Compared& all,
                    const std::string& H_name = "Hardness", const std::string& E_name = "Modulus") {
    const Channel* H = channel_of(test, H_name);
    const Channel* E = channel_of(test, E_name);
    if (H == nullptr || E == nullptr) return;
    std::size_t at = 0;
    for (std::size_t i = 0; i < test.curve.size() && at < profile.size(); ++i) {
        const bool is_depth = test.curve.depth_nm[i] == profile.depth_nm[at];
        const bool is_load = test.curve.load_uN[i] == profile.load_uN[at];
        if (!is_depth && !is_load) continue;
        const std::size_t k = at++;
        if (!is_depth || !is_load) continue;  // a single reading that was mended
        if (std::isnan(profile.hardness_GPa[k]) || !(H->values[i] > 0)) continue;
        ++all.points;
        all.worst_H = std::max(all.worst_H, relative(profile.hardness_GPa[k], H->values[i]));
        if (std::isnan(profile.modulus_GPa[k]) || !(E->values[i] > 0)) continue;
        all.worst_E = std::max(all.worst_E, relative(profile.modulus_GPa[k], E->values[i]));
    }
}

void compare_test(const sneddon::Test& test, Compared& all) {
    const AnalysisRecipe recipe = recipe_for(test);
    TestResult result = analyse(test, recipe);
    const auto found = add_depth_profile(test, recipe, result);
    if (!found) return;
    ++all.tests;
    compare_points(test, found->profile, all);
    const auto& values = result.cycles.front().values;
    const double H = vendor_value(test, "H Average Over Defined Range");
    const double E = vendor_value(test, "E Average Over Defined Range");
    // Sheets of tests that never met the sample have a hardness of 0.
    if (!(H > 0.5) || std::isnan(values["H_profile_GPa"_q])) return;
    ++all.means;
    if (std::ranges::find(result.cycles.front().flags, "SND-A022", &Flag::code) !=
        result.cycles.front().flags.end()) {
        all.worst_mended = std::max({all.worst_mended, beyond_print(values["H_profile_GPa"_q], H),
                                     beyond_print(values["E_profile_GPa"_q], E)});
        return;
    }
    all.worst_mean_H = std::max(all.worst_mean_H, beyond_print(values["H_profile_GPa"_q], H));
    all.worst_mean_E = std::max(all.worst_mean_E, beyond_print(values["E_profile_GPa"_q], E));
}

Compared compare_file(const std::filesystem::path& path) {
    Compared all;
    const auto content = read_file(path.string());
    if (!content) {
        ADD_FAILURE() << message(content.error());
        return all;
    }
    for (const sneddon::Test& test : content->tests) compare_test(test, all);
    return all;
}

struct Book {
    const char* name;
    std::size_t tests;  ///< with a curve that gives a profile
    std::size_t means;  ///< that the vendor has too
};

TEST(DepthProfiles, OfNanosuiteAreTheColumnsAndMeansOfTheFile) {
    SNEDDON_NEEDS_SHARED();
    const testing::TemporaryFolder folder;
    const auto archive = shared_folder() / "data/nanosuite_g200/g200_nanosuite_mss_xls.tar.xz";
    const std::string command = "tar xJf '" + archive.string() + "' -C '" + folder.path().string() +
                                "' 2> '" + (folder.path() / "log").string() + "'";
    if (std::system(command.c_str()) != 0) GTEST_SKIP() << "tar and xz are not installed";
    for (const Book& book :
         {Book{"HEC12_2_03132025.xls", 14, 14}, Book{"HEC14 SP1_03132025.xls", 18, 18},
          Book{"HEC14 SP2_Layer3_03132025.xls", 13, 0},
          Book{"HEC14 SP2_layer1_03132025.xls", 20, 14}, Book{"Silica After.xls", 20, 20},
          Book{"Silica Before.xls", 20, 20}, Book{"SilicaAfter.xls", 20, 20},
          Book{"Silica after 750 nm.mss", 20, 20}}) {
        const Compared all = compare_file(folder.path() / book.name);
        EXPECT_EQ(all.tests, book.tests) << book.name;
        EXPECT_EQ(all.means, book.means) << book.name;
        // The columns are doubles of the same formulae.
        EXPECT_LE(all.worst_H, 1e-6) << book.name << ", points " << all.points;
        EXPECT_LE(all.worst_E, 1e-6) << book.name;
        // Half a digit of the print and rounding.
        EXPECT_LE(all.worst_mean_H, 1e-6) << book.name;
        EXPECT_LE(all.worst_mean_E, 1e-6) << book.name;
        // The vendor leaves such readings in: 0.06 % is asked for, one makes 0.011 %.
        EXPECT_LE(all.worst_mended, 2e-4) << book.name;
    }
}

/// Means over the tests of a book.
struct Flatness {
    double E_at_200_GPa = 0, E_at_1800_GPa = 0, rise_nm = 0;
    std::size_t tests = 0, flagged = 0, flagged_rise = 0;
};

void add_flatness(const sneddon::Test& test, Flatness& of) {
    const AnalysisRecipe recipe = recipe_for(test);
    TestResult result = analyse(test, recipe);
    const auto found = add_depth_profile(test, recipe, result);
    if (!found) return;
    const auto cells = cells_of(found->profile);
    const auto modulus_at = [&](double depth_nm) {
        const auto cell = std::ranges::find(cells, cell_of(depth_nm), &ProfileCell::cell);
        return cell == cells.end() ? std::nan("") : cell->modulus_GPa;
    };
    ++of.tests;
    of.E_at_200_GPa += modulus_at(200);
    of.E_at_1800_GPa += modulus_at(1750);  // the last cell that every test reaches
    of.rise_nm += found->profile.rise_nm;
    const auto& flags = result.cycles.front().flags;
    of.flagged += std::ranges::count(flags, "SND-A061", &Flag::code) > 0;
    of.flagged_rise += std::ranges::count(flags, "SND-A062", &Flag::code) > 0;
}

Flatness flatness_of(const std::filesystem::path& path) {
    Flatness of;
    const auto content = read_file(path.string());
    if (!content) return of;
    for (const sneddon::Test& test : content->tests) add_flatness(test, of);
    const auto n = static_cast<double>(of.tests);
    return {of.E_at_200_GPa / n, of.E_at_1800_GPa / n, of.rise_nm / n, of.tests,
            of.flagged,          of.flagged_rise};
}

// The vendor's own E of fused silica is not flat: 8, 15 and 6 % from 200 to 1,800 nm
// (reference/formats). The stiffness rises some 30 nm below the surface of the file, 15 % of
// 200 nm; its area function belongs to that surface, and with the other E would fall with depth.
TEST(DepthProfiles, OfTheVendorsSilicaAreNotFlatAndAreFlagged) {
    SNEDDON_NEEDS_SHARED();
    const testing::TemporaryFolder folder;
    const auto archive = shared_folder() / "data/nanosuite_g200/g200_nanosuite_mss_xls.tar.xz";
    const std::string command = "tar xJf '" + archive.string() + "' -C '" + folder.path().string() +
                                "' 2> '" + (folder.path() / "log").string() + "'";
    if (std::system(command.c_str()) != 0) GTEST_SKIP() << "tar and xz are not installed";
    struct Sheet {
        const char* name;
        double E_at_200_GPa, E_at_1800_GPa;
        std::size_t fewest_flagged;
    };
    for (const Sheet& sheet :
         {Sheet{"Silica Before.xls", 66.7, 72.0, 13}, Sheet{"Silica After.xls", 63.7, 73.0, 17},
          Sheet{"SilicaAfter.xls", 67.9, 72.1, 7}}) {
        const Flatness of = flatness_of(folder.path() / sheet.name);
        ASSERT_EQ(of.tests, 20u) << sheet.name;
        // The printed means were taken over other widths of depth: a third of a GPa.
        EXPECT_NEAR(of.E_at_200_GPa, sheet.E_at_200_GPa, 0.3) << sheet.name;
        EXPECT_NEAR(of.E_at_1800_GPa, sheet.E_at_1800_GPa, 0.3) << sheet.name;
        EXPECT_GE(of.flagged, sheet.fewest_flagged) << sheet.name;
        EXPECT_EQ(of.flagged_rise, 20u) << sheet.name;
        EXPECT_GT(of.rise_nm, 20) << sheet.name;
        EXPECT_LT(of.rise_nm, 40) << sheet.name;
    }
}

/// What InView's columns of these files follow to the last digit: C0 to C4 by least squares of A =
/// LOAD/HARDNESS (rms 3e-13), the moduli by a straight line of 1/E_r in 1/MODULUS (7e-15), whose
/// constants are E_i 1140, nu_i 0.07, nu 0.188 and pi 3.1415.
AnalysisRecipe recipe_of_inview() {
    AnalysisRecipe recipe = profile_recipe("nanosuite").value();
    AreaFunction area;
    area.coefficients = {24.03957683399026, 1038.7932742102307, 7837.256725403227,
                         -30118.675209538123, 24286.90719205158};
    recipe.area_function = area;
    recipe.indenter_E_GPa = 1140;
    recipe.indenter_poisson_ratio = 0.07;
    recipe.poisson_ratio = 0.188;
    recipe.pi = 3.1415;
    return recipe;
}

TEST(DepthProfiles, OfInViewAreTheColumnsOfTheFiles) {
    SNEDDON_NEEDS_SHARED();
    const testing::TemporaryFolder folder;
    const auto archive = shared_folder() / "data/kla_csm_curves/training_curves_100.tar.xz";
    const std::string command = "tar xJf '" + archive.string() + "' -C '" + folder.path().string() +
                                "' 2> '" + (folder.path() / "log").string() + "'";
    if (std::system(command.c_str()) != 0) GTEST_SKIP() << "tar and xz are not installed";
    const AnalysisRecipe recipe = recipe_of_inview();
    Compared all;
    for (const auto& entry :
         std::filesystem::directory_iterator(folder.path() / "training_curves")) {
        const auto content = read_file(entry.path().string());
        if (!content) continue;  // what else lies there
        for (const sneddon::Test& test : content->tests) {
            TestResult result = analyse(test, recipe);
            const auto found = add_depth_profile(test, recipe, result);
            if (!found) continue;
            ++all.tests;
            EXPECT_EQ(found->profile.source, "column 'STIFFNESS (N/m)'");
            EXPECT_TRUE(std::isnan(found->profile.rise_nm)) << "its column begins in contact";
            compare_points(test, found->profile, all, "HARDNESS", "MODULUS");
        }
    }
    EXPECT_EQ(all.tests, 100u);
    EXPECT_GT(all.points, 30'000u);
    // Coefficients of 16 digits, and pi to the digits that were found.
    EXPECT_LE(all.worst_H, 1e-9);
    EXPECT_LE(all.worst_E, 1e-6);
}

}  // namespace
}  // namespace sneddon
