#include "study/conclude.hpp"

#include <gtest/gtest.h>

#include "study/findings.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

ConcludeOptions quick() {
    ConcludeOptions options;
    options.study.area_function = AreaFunction{};
    options.study.most_clusters = 1;
    options.study.k_resamples = options.study.k_simulations = 0;
    options.study.fit_simulations = options.study.permutations = 0;
    return options;
}

/// 12 tests of one load function, in no order.
StudyResult collected() {
    StudyResult study;
    for (int i = 12; i > 0; --i) {
        TestRow row = testing::used_row(i, 60, 4 + 0.1 * (i % 3), 3 + 0.1 * (i % 4));
        row.values["ramp_s"_q] = 10;
        row.load_function.clear();
        study.tests.push_back(row);
    }
    study.warnings.push_back({"SND-U001", "before", {}});
    return study;
}

TEST(Conclude, OrdersGroupsAndJudgesTheTests) {
    const StudyResult study = conclude(collected(), HoldCurves(1000), quick());
    ASSERT_EQ(study.tests.size(), 12u);
    EXPECT_EQ(study.tests.front().test_id, "t1");
    EXPECT_EQ(study.tests.front().order, 1u);
    ASSERT_EQ(study.groups.size(), 1u);
    EXPECT_EQ(study.groups.front().name, "hold 60 s");
    ASSERT_FALSE(findings_of(study).group_checks.empty());
    EXPECT_EQ(findings_of(study).group_checks.front().group, "hold 60 s");
    EXPECT_EQ(findings_of(study).checks.size(), 9u);
}

// The radius is one of the quantities that the study itself adds to the rows.
TEST(Conclude, StatisticsHaveWhatTheStudyAddsToTheRows) {
    const StudyResult study = conclude(collected(), HoldCurves(1000), quick());
    EXPECT_EQ(study.groups.front().statistics.at("contact_radius_nm"_q.at).n, 12u);
}

TEST(Conclude, WarningsStandInTheOrderOfTheStages) {
    const StudyResult study = conclude(collected(), HoldCurves(1000), quick());
    ASSERT_GE(study.warnings.size(), 2u);
    EXPECT_EQ(study.warnings.front().code, "SND-U001");
    EXPECT_EQ(study.warnings.back().code, "SND-G059");
}

}  // namespace
}  // namespace sneddon
