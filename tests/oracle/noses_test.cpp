// The nose flag marks the real curves whose depth rises by more than 0.5 nm while the load falls,
// and no others. The rise is computed here from the files with a reader and a rule of this file's
// own.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "base/files/file_bytes.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

constexpr double limit_nm = 0.5;

std::vector<fs::path> curves_of_two_instruments() {
    std::vector<fs::path> files;
    for (const auto& [folder, beginning] :
         {std::pair("data/vendor_oracles/triboscan_map63", "maptriplepoint"),
          std::pair("data/instruments/bruker_hysitron", "301122X65NG")})
        for (const auto& entry : fs::directory_iterator(testing::shared_folder() / folder))
            if (entry.path().extension() == ".txt" &&
                entry.path().filename().string().starts_with(beginning))
                files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

struct Columns {
    std::vector<double> depth_nm, load_uN;
};

Columns columns_of(const fs::path& path) {
    Columns columns;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        double depth = 0, load = 0, time = 0;
        if (!(words >> depth >> load >> time)) continue;
        columns.depth_nm.push_back(depth);
        columns.load_uN.push_back(load);
    }
    return columns;
}

double mean_of_5(const std::vector<double>& column, std::size_t at) {
    double sum = 0;
    for (std::size_t i = at - 2; i <= at + 2; ++i) sum += column[i] / 5;
    return sum;
}

/// Backwards from the end: the last sample whose load is still within 0.25 % of the plateau.
std::size_t start_of_unloading(const std::vector<double>& load_uN) {
    const double highest = std::ranges::max(load_uN);
    std::vector<double> plateau;
    for (const double load : load_uN)
        if (load > 0.98 * highest) plateau.push_back(load);
    std::ranges::nth_element(plateau, plateau.begin() + std::ssize(plateau) / 2);
    const double level = plateau[plateau.size() / 2];
    std::size_t at = load_uN.size() - 3;
    while (mean_of_5(load_uN, at) < 0.9975 * level) --at;
    return at;
}

double rise_nm(const std::vector<double>& depth_nm, std::size_t start) {
    const double begin = mean_of_5(depth_nm, start);
    double highest = begin;
    for (std::size_t i = start; i + 2 < depth_nm.size(); ++i)
        highest = std::max(highest, mean_of_5(depth_nm, i));
    return highest - begin;
}

std::vector<Flag> noses(const fs::path& path, const std::vector<double>* other_depth_nm) {
    const auto file = FileBytes::open(path.string());
    auto content = read_bytes(file->bytes(), path.string(), {});
    EXPECT_TRUE(content) << path;
    if (other_depth_nm) content->tests.at(0).curve.depth_nm = *other_depth_nm;
    std::vector<Flag> flags = analyse(content->tests.at(0), {}).cycles.at(0).flags;
    std::erase_if(flags, [](const Flag& flag) { return flag.code != "SND-A020"; });
    return flags;
}

// The largest rise of the 67 is 0.06 nm in means of 5 samples.
TEST(Noses, TheRealCurvesHaveNoneAndNoneIsFlagged) {
    SNEDDON_NEEDS_SHARED();
    const auto files = curves_of_two_instruments();
    ASSERT_EQ(files.size(), 67u);
    for (const fs::path& path : files) {
        const Columns columns = columns_of(path);
        const double rise = rise_nm(columns.depth_nm, start_of_unloading(columns.load_uN));
        EXPECT_LT(rise, 0.1) << path;
        EXPECT_EQ(noses(path, nullptr).size(), rise > limit_nm ? 1u : 0u) << path;
    }
}

// The same curves with creep that goes on over the first 80 samples of unloading. The two rules
// place the start up to 3 samples apart, where the depth of these curves differs by up to 0.3 nm:
// that near to the limit they may disagree.
TEST(Noses, TheFlagMarksTheRealCurvesThatAreGivenOneAndNoOthers) {
    SNEDDON_NEEDS_SHARED();
    std::size_t with = 0, without = 0;
    for (const fs::path& path : curves_of_two_instruments())
        for (const double nose_nm : {0.05, 0.15, 1.0, 1.5}) {
            Columns columns = columns_of(path);
            const std::size_t start = start_of_unloading(columns.load_uN);
            const double top = mean_of_5(columns.depth_nm, start);
            for (std::size_t i = 0; i < 80; ++i)
                columns.depth_nm[start + i] =
                    top + nose_nm * std::sin(3.14159 * static_cast<double>(i) / 80);
            const double rise = rise_nm(columns.depth_nm, start);
            if (std::fabs(rise - limit_nm) < 0.3) continue;
            const auto flags = noses(path, &columns.depth_nm);
            ASSERT_EQ(flags.size(), rise > limit_nm ? 1u : 0u) << path << " " << nose_nm;
            ++(flags.empty() ? without : with);
            if (!flags.empty()) {
                EXPECT_NEAR(flags.front().number, rise, 0.3) << path;
            }
        }
    EXPECT_EQ(with, 134u);
    EXPECT_GE(without, 120u);
}

}  // namespace
}  // namespace sneddon
