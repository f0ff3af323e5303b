// Pop-ins of 24 real curves (TI 990, 6 um tip, minerals): loads and jumps do not depend on the
// limit.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "sneddon/analyse/analyse_test.hpp"
#include "sneddon/base/mapped_file.hpp"
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
    const auto file = MappedFile::open(path.string());
    const auto content = read_bytes(file->bytes(), path.string(), {});
    EXPECT_TRUE(content) << path;
    return analyse_test(content->tests.at(0), recipe).cycles.at(0);
}

std::vector<PopIn> pop_ins(const fs::path& path, double factor, double& limit_nm) {
    AnalysisRecipe recipe;
    recipe.pop_ins.noise_factor *= factor;
    recipe.pop_ins.least_jump_nm *= factor;
    const CycleResult cycle = analysed(path, recipe);
    limit_nm = cycle.values["pop_in_limit_nm"_q];
    return cycle.pop_ins;
}

/// The same pop-in: it begins at the same sample and gains the same to 5 %.
bool holds(const std::vector<PopIn>& list, const PopIn& wanted) {
    return std::ranges::any_of(list, [&](const PopIn& each) {
        return each.first == wanted.first && std::fabs(each.jump_nm / wanted.jump_nm - 1) < 0.05;
    });
}

TEST(PopIns, LoadsAndJumpsOfRealOnesAreStableUnderTheLimit) {
    SNEDDON_NEEDS_SHARED();
    const testing::TemporaryFolder folder;
    const auto archive =
        testing::shared_folder() / "data/popin_ti990/6microntip_slowloading_grains1-8.tar.xz";
    const std::string command =
        "tar -xJf '" + archive.string() + "' -C '" + folder.path().string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    const auto files = files_in(folder.path(), "grain");
    ASSERT_EQ(files.size(), 24u);
    std::size_t with = 0, clear = 0, stable = 0;
    for (const fs::path& path : files) {
        double limit_nm = 0, unused = 0;
        const auto usual = pop_ins(path, 1, limit_nm), low = pop_ins(path, 0.5, unused),
                   high = pop_ins(path, 1.5, unused);
        if (!usual.empty()) ++with;
        for (const PopIn& each : usual) {
            EXPECT_TRUE(holds(low, each)) << path << " " << each.load_uN;
            if (each.jump_nm < 2 * limit_nm) continue;
            ++clear;
            if (holds(high, each)) ++stable;
        }
    }
    EXPECT_GE(with, 22u);
    EXPECT_GE(clear, 30u);
    EXPECT_EQ(stable, clear);
}

}  // namespace
}  // namespace sneddon
