#include "study/pop_ins/pop_in_statistics.hpp"

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
    const auto all = find_pop_ins_of_groups(study, {});
    ASSERT_EQ(all.size(), 1u);
    const PopInCounts& counts = all[0].counts;
    EXPECT_EQ(counts.searched, 4u);
    EXPECT_EQ(counts.with, 3u);
    EXPECT_EQ(counts.total, 4u);
    EXPECT_EQ(counts.first_load_uN.front(), (std::pair{0.0, 100.0}));
    EXPECT_EQ(counts.first_load_uN.back(), (std::pair{1.0, 140.0}));
    EXPECT_FALSE(all[0].fits.front().is_fitted());
}

TEST(PopInStatistics, AGroupWithoutPopInsIsLeftOut) {
    EXPECT_TRUE(find_pop_ins_of_groups(study_with_loads({0, 0}), {}).empty());
}

/// Loadings with a limit of 0.5 nm up to 300 uN; jumps of 20 nm at 100 uN are all seen.
StudyResult searched_study(std::size_t with, std::size_t without) {
    std::vector<double> loads;
    for (std::size_t i = 0; i < with; ++i)
        loads.push_back(105 * std::pow(-std::log(1 - (static_cast<double>(i) + 0.5) /
                                                         static_cast<double>(with)),
                                       1.0 / 6));
    loads.resize(with + without, 0);
    StudyResult study = study_with_loads(loads);
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        TestRow& row = study.tests[i];
        row.values["pop_in_limit_nm"_q] = 0.5;
        row.values["pop_in_noise_nm"_q] = 0.09;
        row.values["pop_in_from_uN"_q] = 4;
        row.values["F_max_uN"_q] = 300;
        for (PopIn& event : row.pop_ins)
            event.jump_nm = 20 * std::exp(0.3 * std::sin(static_cast<double>(i)));
    }
    return study;
}

// Quantiles of a Weibull distribution k 6, lambda 105 uN, in half of the tests. A fit of quantiles
// at (i - 1/2)/n finds k a little too large: 0.1 at 200.
TEST(PopInStatistics, FirstLoadsGetALawAndTheShareThatPopsIn) {
    const auto findings = find_pop_ins_of_groups(searched_study(200, 200), {});
    ASSERT_EQ(findings.size(), 1u);
    const PopInFinding& finding = findings.front();
    EXPECT_EQ(finding.group, "hold 10 s");
    EXPECT_NEAR(finding.fits.front().parameters.share, 0.5, 1e-3);
    const auto [k, lambda_uN] = finding.fits.front().parameters.law.parameters();
    EXPECT_NEAR(k, 6, 0.15);
    EXPECT_NEAR(lambda_uN, 105, 0.5);
    EXPECT_EQ(finding.preferred, FirstLoadFamily::weibull);
    EXPECT_NEAR(finding.events_per_test.mean, 0.5, 1e-12);
    EXPECT_EQ(finding.survival.size(), 200u);
    EXPECT_NEAR(finding.survival.back().survival, 0.5, 1e-12);
    EXPECT_NEAR(finding.curves.front().popped.back(), 0.5, 1e-3);
    EXPECT_NEAR(finding.curves.front().shown.back(), 0.5, 1e-3);
    EXPECT_EQ(finding.jumps.n, 200u);
    EXPECT_TRUE(finding.jumps.preferred.has_value());
    EXPECT_NEAR(finding.detect[30], 0.5, 1e-6);  // at the limit, the middle of the curve
}

TEST(PopInStatistics, FewLoadsHaveNoLawButAnEstimate) {
    const auto findings = find_pop_ins_of_groups(searched_study(5, 5), {});
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].fits[0].state, FirstLoadState::too_few);
    EXPECT_FALSE(findings[0].preferred.has_value());
    EXPECT_EQ(findings[0].survival.size(), 5u);
}

// Jumps of 15 to 27 nm above a limit of 0.7 nm follow no falling law.
TEST(PopInStatistics, TheLawsOfTheSizesAreJudgedTheSameForAnyNumberOfThreads) {
    StudyResult study = searched_study(100, 0);
    study.groups.push_back({"hold 60 s", 40, {}});
    for (std::size_t i = 0; i < 40; ++i) study.tests[i].load_function = "hold 60 s";
    StudyOptions options;
    options.fit_simulations = 99;
    const auto alone = find_pop_ins_of_groups(study, options);
    options.threads = 3;
    const auto together = find_pop_ins_of_groups(study, options);
    ASSERT_EQ(alone.size(), 2u);
    for (std::size_t group = 0; group < 2; ++group)
        for (std::size_t law = 0; law < 3; ++law) {
            const SizeGoodness &a = alone[group].jumps.goodness[law],
                               &b = together[group].jumps.goodness[law];
            if (!alone[group].jumps.fits[law].is_fitted()) continue;
            EXPECT_EQ(a.p, b.p);
            EXPECT_EQ(a.ks, b.ks);
            EXPECT_EQ(a.replicates, 99u);
            if (all_size_families[law] != SizeFamily::cut_off) {
                EXPECT_EQ(a.p, 0.01);
            }
        }
    EXPECT_TRUE(alone[0].jumps.fits.front().is_fitted());
}

}  // namespace
}  // namespace sneddon
