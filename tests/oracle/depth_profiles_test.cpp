// Depth profiles against the instrument's own columns and means of hardness and modulus.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

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
void compare_points(const sneddon::Test& test, const DepthProfile& profile, Compared& all) {
    const Channel* H = channel_of(test, "Hardness");
    const Channel* E = channel_of(test, "Modulus");
    if (H == nullptr || E == nullptr) return;
    std::size_t at = 0;
    for (std::size_t i = 0; i < test.curve.size() && at < profile.size(); ++i) {
        if (test.curve.depth_nm[i] != profile.depth_nm[at]) continue;
        const std::size_t k = at++;
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
    }
}

}  // namespace
}  // namespace sneddon
