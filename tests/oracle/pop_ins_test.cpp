// Pop-ins of 24 real curves (TI 990, 6 um tip, minerals): loads and jumps do not depend on the
// limit.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "base/files/file_bytes.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder, std::string_view beginning) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".txt" &&
            entry.path().filename().string().starts_with(beginning))
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

CycleResult analysed(const fs::path& path, const AnalysisRecipe& recipe) {
    const auto file = FileBytes::open(path.string());
    const auto content = read_bytes(file->bytes(), path.string(), {});
    EXPECT_TRUE(content) << path;
    return analyse(content->tests.at(0), recipe).cycles.at(0);
}

std::vector<PopIn> pop_ins(const fs::path& path, double factor) {
    AnalysisRecipe recipe;
    recipe.pop_ins.noise_factor *= factor;
    recipe.pop_ins.least_jump_nm *= factor;
    std::vector<PopIn> of_loading;
    std::ranges::copy_if(analysed(path, recipe).pop_ins, std::back_inserter(of_loading),
                         [](const PopIn& each) { return each.kind == PopInKind::loading; });
    return of_loading;
}

void unpack(const std::string& archive, const fs::path& folder) {
    const auto path = testing::shared_folder() / "data/popin_ti990" / archive;
    const std::string command = "tar -xJf '" + path.string() + "' -C '" + folder.string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
}

/// Found by both, with the same load and jump.
std::size_t in_common(const std::vector<PopIn>& a, const std::vector<PopIn>& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](const PopIn& each) {
        return std::ranges::any_of(b, [&](const PopIn& other) {
            return each.first == other.first && each.load_uN == other.load_uN &&
                   each.jump_nm == other.jump_nm;
        });
    }));
}

bool have_the_same_first(const std::vector<PopIn>& a, const std::vector<PopIn>& b) {
    return !a.empty() && !b.empty() && a.front().first == b.front().first;
}

// The table of docs/validation.md. Every pop-in of a limit is one of any lower limit, with the same
// load and jump; eight tests have a small one before the first, and seven lose a small first one.
TEST(PopIns, LoadsAndJumpsOfRealOnesAreStableUnderTheLimit) {
    SNEDDON_NEEDS_SHARED();
    const testing::TemporaryFolder folder;
    unpack("6microntip_slowloading_grains1-8.tar.xz", folder.path());
    const auto files = files_in(folder.path(), "grain");
    ASSERT_EQ(files.size(), 24u);
    std::size_t with = 0, all = 0, all_low = 0, all_high = 0, first_low = 0, first_high = 0;
    for (const fs::path& path : files) {
        const auto usual = pop_ins(path, 1), low = pop_ins(path, 0.7), high = pop_ins(path, 1.5);
        EXPECT_EQ(in_common(usual, low), usual.size()) << path;
        EXPECT_EQ(in_common(high, usual), high.size()) << path;
        with += usual.empty() ? 0 : 1;
        all += usual.size();
        all_low += low.size();
        all_high += high.size();
        first_low += have_the_same_first(low, usual) ? 1 : 0;
        first_high += have_the_same_first(high, usual) ? 1 : 0;
    }
    EXPECT_EQ(with, 24u);
    EXPECT_EQ(all, 90u);
    EXPECT_EQ(all_high, 49u);
    EXPECT_EQ(all_low, 141u);
    EXPECT_EQ(first_low, 16u);
    EXPECT_EQ(first_high, 17u);
}

// Labelled so by who measured them (PROVENANCE.txt of the data).
TEST(PopIns, TheTwoLabelledCurvesHaveThemAtThePeakAndInUnloading) {
    SNEDDON_NEEDS_SHARED();
    const testing::TemporaryFolder folder;
    unpack("popin_ti990_fast_38.tar.xz", folder.path());
    const auto only = [&](std::string_view name, PopInKind kind) {
        const auto files = files_in(folder.path(), name);
        EXPECT_EQ(files.size(), 1u);
        std::vector<PopIn> all = analysed(files.at(0), {}).pop_ins;
        std::erase_if(all, [kind](const PopIn& each) { return each.kind != kind; });
        return all;
    };
    const auto at_peak = only("grain1_6um_indent06", PopInKind::at_peak);
    ASSERT_EQ(at_peak.size(), 1u);
    EXPECT_NEAR(at_peak[0].load_uN, 199703, 20);  // less the tare; points 5478 and 5479 of the file
    EXPECT_NEAR(at_peak[0].jump_nm, 130, 20);     // 116 nm in one point, 132 nm in five
    const auto unloading = only("grain9_6um_indent05", PopInKind::while_unloading);
    ASSERT_EQ(unloading.size(), 1u);
    EXPECT_NEAR(unloading[0].load_uN, 157332, 20);  // points 6902 to 6904
    EXPECT_NEAR(unloading[0].jump_nm, 38, 6);       // 35 nm in two points
}

}  // namespace
}  // namespace sneddon
