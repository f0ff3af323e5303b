#include "study/groups/pop_in_statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

StudyResult study_with_loads(const std::vector<double>& loads) {
    StudyResult study;
    study.groups.push_back({"hold 10 s", loads.size(), {}});
    for (const double load_uN : loads) {
        TestRow row;
        row.load_function = "hold 10 s";
        row.values["pop_ins"_q] = load_uN > 0 ? 1 : 0;
        if (load_uN > 0) row.pop_ins.push_back({0, 1, load_uN, 20, 2, 0.002 * load_uN});
        study.tests.push_back(row);
    }
    return study;
}

TEST(PopInStatistics, TestsWithAndWithoutAreCounted) {
    auto study = study_with_loads({100, 0, 120, 140});
    study.tests[3].pop_ins.push_back({5, 6, 200, 40, 1, 0.2});
    study.tests.push_back(study.tests[0]);
    study.tests.back().status = Status::refused;
    const auto all = pop_in_statistics(study);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].searched, 4u);
    EXPECT_EQ(all[0].with, 3u);
    EXPECT_EQ(all[0].total, 4u);
    EXPECT_EQ(all[0].first_load_uN.front(), (std::pair{0.0, 100.0}));
    EXPECT_EQ(all[0].first_load_uN.back(), (std::pair{1.0, 140.0}));
    EXPECT_TRUE(std::isnan(all[0].weibull_k));
}

TEST(PopInStatistics, AGroupWithoutPopInsIsLeftOut) {
    EXPECT_TRUE(pop_in_statistics(study_with_loads({0, 0})).empty());
}

// Quantiles of a Weibull distribution k 6, lambda 105 uN: the fit must give them back roughly.
TEST(PopInStatistics, FirstLoadsGetAWeibullDistribution) {
    std::vector<double> loads;
    for (int i = 0; i < 200; ++i)
        loads.push_back(105 * std::pow(-std::log(1 - (i + 0.5) / 200), 1.0 / 6));
    const auto all = pop_in_statistics(study_with_loads(loads));
    ASSERT_EQ(all.size(), 1u);
    EXPECT_NEAR(all[0].weibull_k, 6, 0.15);
    EXPECT_NEAR(all[0].weibull_lambda_uN, 105, 0.5);
}

}  // namespace
}  // namespace sneddon
