#include "study/maps/space.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "study/maps/order.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

/// 10 x 8 places; hardness rises along x, creep is white.
std::vector<TestRow> tests_on_grid() {
    RandomStream random(41);
    std::vector<TestRow> tests;
    for (int i = 0; i < 80; ++i) {
        tests.push_back(testing::used_row(i, 60, 4 + 0.05 * (i % 10) + 0.01 * random.normal(),
                                          3 + random.normal()));
        tests.back().position = StagePosition{100 + 2.0 * (i % 10), 50 + 2.0 * (i / 10)};
        tests.back().cluster = i % 10 < 5 ? 0 : 1;
    }
    return tests;
}

StudyResult study_on_grid() {
    StudyResult study;
    study.tests = tests_on_grid();
    study.facts.grid = Grid{10, 8, 2, 2, GridOrder::raster};
    return study;
}

TEST(FindMaps, ATrendIsSeenAndNoiseIsNot) {
    StudyOptions options;
    options.permutations = 199;
    const auto maps = find_maps(study_on_grid(), options);
    ASSERT_EQ(maps.size(), 1u);
    ASSERT_EQ(maps[0].quantities.size(), 3u);  // no E_r
    EXPECT_EQ(maps[0].quantities[0].quantity, "H_IT_GPa"_q);
    EXPECT_EQ(maps[0].quantities[0].autocorrelation.n, 80u);
    EXPECT_LT(maps[0].quantities[0].p_holm, 0.05);
    EXPECT_GT(maps[0].quantities[1].autocorrelation.moran.p_greater, 0.01);
    ASSERT_TRUE(maps[0].labels);
    EXPECT_LT(maps[0].labels->same_label.p_greater, 0.01);
}

TEST(FindMaps, WithoutAGridThereAreNone) {
    StudyResult study = study_on_grid();
    study.facts.grid.reset();
    EXPECT_TRUE(find_maps(study, {}).empty());
}

/// The same tests as rows of a table, without a grid.
StudyResult table_of(std::vector<TestRow> tests) {
    StudyResult study;
    study.tests = std::move(tests);
    for (TestRow& row : study.tests) row.source = RowSource::table;
    return study;
}

TEST(FindMaps, ATableInRowsAndColumnsIsAGrid) {
    StudyOptions options;
    options.permutations = 199;
    const auto stated = find_maps(study_on_grid(), options);
    const auto found = find_maps(table_of(tests_on_grid()), options);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].places, MapPlaces::lattice);
    EXPECT_EQ(found[0].pitch_x_um, 2);
    ASSERT_EQ(found[0].quantities.size(), stated[0].quantities.size());
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(found[0].quantities[i].autocorrelation.moran.value,
                  stated[0].quantities[i].autocorrelation.moran.value);
}

// Each place moved by up to a third of the pitch: the trend and the halves stay seen among the
// eight nearest neighbours, noise does not become a trend.
TEST(FindMaps, ATrendIsSeenAmongFreePlacesToo) {
    RandomStream random(43);
    std::vector<TestRow> tests = tests_on_grid();
    for (TestRow& row : tests) {
        row.position->x_um += 0.66 * (2 * random.uniform() - 1);
        row.position->y_um += 0.66 * (2 * random.uniform() - 1);
    }
    tests[7].position.reset();
    tests[8].cluster.reset();
    tests[9].values["H_IT_GPa"_q] = std::nan("");
    StudyOptions options;
    options.permutations = 199;
    const auto found = find_maps(table_of(tests), options);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].places, MapPlaces::free);
    EXPECT_GT(found[0].pitch_x_um, 1);
    EXPECT_LT(found[0].pitch_x_um, 2);
    ASSERT_EQ(found[0].quantities.size(), 3u);
    EXPECT_EQ(found[0].quantities[0].autocorrelation.n, 78u);  // without position, without value
    EXPECT_EQ(found[0].quantities[1].autocorrelation.n, 79u);
    EXPECT_LT(found[0].quantities[0].p_holm, 0.05);
    EXPECT_GT(found[0].quantities[1].autocorrelation.moran.p_greater, 0.01);
    ASSERT_FALSE(found[0].quantities[0].variogram.empty());
    EXPECT_LT(found[0].quantities[0].variogram.front().matheron,
              0.2 * found[0].quantities[0].variogram.back().matheron);
    ASSERT_TRUE(found[0].labels);
    EXPECT_LT(found[0].labels->same_label.p_greater, 0.01);
}

TEST(FindMaps, FewFreePlacesOrOneAreNoMap) {
    std::vector<TestRow> few = tests_on_grid();
    for (std::size_t i = 3; i < few.size(); ++i) few[i].position.reset();
    EXPECT_TRUE(find_maps(table_of(few), {}).empty());
    std::vector<TestRow> one = tests_on_grid();
    for (TestRow& row : one) row.position = StagePosition{3, 4};
    EXPECT_TRUE(find_maps(table_of(one), {}).empty());
}

TEST(FindOrder, AFallAlongTheOrderHasItsSlope) {
    RandomStream random(42);
    std::vector<TestRow> tests;
    for (int i = 0; i < 60; ++i) {
        const double creep_nm = 3 + random.normal();
        const double H_IT_GPa = 5 - 0.01 * i + 0.02 * random.normal();
        tests.push_back(testing::used_row(i, 60, H_IT_GPa, creep_nm));
    }
    number_tests(tests);
    EXPECT_EQ(tests[59].order, 60u);
    const auto found = find_order(tests);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].quantity, "H_IT_GPa"_q);
    EXPECT_NEAR(found[0].slope.slope, -0.01, 0.001);
    EXPECT_LT(found[0].p_holm, 1e-6);
    EXPECT_GT(found[1].trend.p, 0.01);
}

}  // namespace
}  // namespace sneddon
