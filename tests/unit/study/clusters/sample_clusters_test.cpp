#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "study/clusters/sample_cluster_study.hpp"
#include "study/clusters/sample_shares.hpp"
#include "study/clusters/sample_strata.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

StudyOptions quick() {
    StudyOptions options;
    options.most_clusters = 3;
    options.k_resamples = 0;
    options.k_simulations = 0;
    options.share_fits = 60;
    options.permutations = 199;
    return options;
}

/// Two states far apart; `soft` of the `n` tests of each sample and hold are of the soft one.
void add_sample(StudyResult& study, const std::string& name, double hold_s, int n, int soft,
                RandomStream& random, double shift_GPa = 0) {
    std::size_t sample = 0;
    while (sample < study.samples.size() && study.samples[sample].name != name) ++sample;
    if (sample == study.samples.size()) study.samples.push_back({name, {}});
    for (int i = 0; i < n; ++i) {
        const bool is_soft = i < soft;
        TestRow row = testing::used_row(static_cast<int>(study.tests.size()), hold_s,
                                        (is_soft ? 4.0 : 5.0) + shift_GPa + 0.1 * random.normal(),
                                        (is_soft ? 6.0 : 2.0) + 0.3 * random.normal());
        row.sample = sample;
        row.load_function = name + ", " + row.load_function;
        study.tests.push_back(row);
    }
}

const SampleShare& share_of(const SampleClusters& found, std::size_t sample, int label,
                            const std::string& load_function = "") {
    return *std::ranges::find_if(found.shares, [&](const SampleShare& share) {
        return share.sample == sample && share.label == label &&
               share.load_function == load_function;
    });
}

TEST(ChiSquared, IsPearsonsOverWhatHasTests) {
    // Snedecor and Cochran's way of writing: rows 10 20 | 30 40; n = 100, expected 12 18 28 42.
    const ChiSquared found = chi_squared({10, 20, 30, 40}, 2);
    EXPECT_NEAR(found.value, 4 / 12.0 + 4 / 18.0 + 4 / 28.0 + 4 / 42.0, 1e-12);
    EXPECT_EQ(found.df, 1);
    EXPECT_EQ(chi_squared({10, 20, 0, 0, 30, 40}, 2).df, 1) << "a sample without tests";
    EXPECT_EQ(chi_squared({10, 0, 30, 0}, 2).df, 0) << "one label";
    EXPECT_EQ(chi_squared({10, 20}, 2).df, 0) << "one sample";
}

TEST(SampleClusters, PooledLabelsMeanOneClusterInAllSamples) {
    RandomStream random(1);
    StudyResult study;
    add_sample(study, "A", 60, 60, 45, random);
    add_sample(study, "B", 60, 60, 15, random);
    StudyOptions options = quick();
    options.clusters_of = ClustersOf::pooled;
    StudyFindings findings;
    find_clusters_of_study(study, options, findings);
    ASSERT_TRUE(findings.clusters);
    EXPECT_EQ(findings.clusters->n, 120u);
    ASSERT_TRUE(findings.sample_clusters);
    const SampleClusters& found = *findings.sample_clusters;
    EXPECT_TRUE(found.alone.empty());
    EXPECT_EQ(share_of(found, 0, 0).n, 45u) << "label 0 creeps most: the soft state";
    EXPECT_EQ(share_of(found, 1, 0).n, 15u);
    EXPECT_EQ(share_of(found, 1, 0).n_sample, 60u);
    EXPECT_LT(found.tests.front().p, 0.01);
    EXPECT_THAT(found.text, HasSubstr("clustered together"));
    EXPECT_THAT(found.text, HasSubstr("cluster 0, A less B: +50 %"));
}

TEST(SampleClusters, PerSampleNothingIsPooled) {
    RandomStream random(2);
    StudyResult study;
    add_sample(study, "A", 60, 40, 20, random);
    add_sample(study, "B", 60, 40, 0, random, 3);  // one state, far from both of A
    StudyOptions options = quick();
    options.clusters_of = ClustersOf::per_sample;
    StudyFindings findings;
    find_clusters_of_study(study, options, findings);
    EXPECT_FALSE(findings.clusters);
    EXPECT_THAT(findings.not_computed["clusters"], HasSubstr("alone"));
    const SampleClusters& found = *findings.sample_clusters;
    ASSERT_EQ(found.alone.size(), 2u);
    EXPECT_EQ(found.alone[0].clusters->chosen, 2u);
    EXPECT_EQ(found.alone[1].clusters->chosen, 1u);
    EXPECT_EQ(found.alone[0].clusters->n, 40u);
    EXPECT_TRUE(found.shares.empty()) << "a label is another cluster in each";
    EXPECT_EQ(label_count(findings), 2u);
    EXPECT_EQ(study.tests[0].cluster, 0);
    EXPECT_EQ(study.tests[79].cluster, 0) << "the only cluster of B";
    EXPECT_THAT(found.text, HasSubstr("A has 2 clusters, B has 1 cluster"));
}

TEST(SampleClusters, ComparedHasCommonLabelsAndThoseOfEachBeside) {
    RandomStream random(3);
    StudyResult study;
    add_sample(study, "A", 60, 60, 30, random);
    add_sample(study, "B", 60, 60, 20, random);
    add_sample(study, "C", 60, 5, 2, random);
    StudyFindings findings;
    find_clusters_of_study(study, quick(), findings);
    ASSERT_TRUE(findings.clusters);
    EXPECT_EQ(findings.clusters->n, 125u);
    const SampleClusters& found = *findings.sample_clusters;
    EXPECT_EQ(found.rule, ClustersOf::compared) << "the default";
    EXPECT_GT(found.alone[0].agreement, 0.9) << "the same two states";
    EXPECT_FALSE(found.alone[2].clusters.has_value());
    EXPECT_THAT(found.alone[2].why_not, HasSubstr("5 tests"));
    EXPECT_EQ(share_of(found, 2, 0).n_sample, 5u) << "small, but of the common clusters";
    EXPECT_TRUE(is_nan(found.bic_alone)) << "not of the same tests";
    for (const ClusterCoordinates& at : found.alone[0].clusters->coordinates)
        EXPECT_EQ(at.load_function, "A, hold 60 s") << "no other sample in it";
}

TEST(SampleClusters, OneMixtureOrOneForEachIsToldByTheCriterion) {
    RandomStream random(4);
    StudyResult same, moved;
    for (StudyResult* study : {&same, &moved}) {
        add_sample(*study, "A", 60, 80, 40, random);
        add_sample(*study, "B", 60, 80, 40, random, study == &moved ? 0.35 : 0);
    }
    StudyFindings of_same, of_moved;
    find_clusters_of_study(same, quick(), of_same);
    find_clusters_of_study(moved, quick(), of_moved);
    EXPECT_LT(of_same.sample_clusters->bic_common, of_same.sample_clusters->bic_alone);
    EXPECT_THAT(of_same.sample_clusters->text, HasSubstr("common clusters suffice"));
    EXPECT_GT(of_moved.sample_clusters->bic_common, of_moved.sample_clusters->bic_alone);
    EXPECT_THAT(of_moved.sample_clusters->text, HasSubstr("differ"));
}

TEST(SampleClusters, ClustersThatAreTheSamplesAreSaid) {
    RandomStream random(5);
    StudyResult study;
    add_sample(study, "A", 60, 40, 40, random);
    add_sample(study, "B", 60, 40, 0, random);
    StudyFindings findings;
    find_clusters_of_study(study, quick(), findings);
    EXPECT_THAT(findings.sample_clusters->text, HasSubstr("nearly are the samples"));
}

TEST(SampleClusters, OneSampleHasNone) {
    RandomStream random(6);
    StudyResult study;
    study.tests = testing::three_clouds(30, 60, random);
    StudyFindings findings;
    find_clusters_of_study(study, quick(), findings);
    EXPECT_TRUE(findings.clusters);
    EXPECT_FALSE(findings.sample_clusters);
}

TEST(SampleShares, AreTestedWithinLoadFunctions) {
    // Within each hold the shares are equal; the holds differ, and the samples have other numbers
    // of each: pooled over holds the samples would seem to differ.
    RandomStream random(7);
    StudyResult study;
    add_sample(study, "A", 10, 90, 9, random);
    add_sample(study, "B", 10, 30, 3, random);
    add_sample(study, "A", 60, 30, 24, random);
    add_sample(study, "B", 60, 90, 72, random);
    StudyFindings findings;
    find_clusters_of_study(study, quick(), findings);
    const SampleClusters& found = *findings.sample_clusters;
    ASSERT_EQ(found.tests.size(), 3u);
    EXPECT_EQ(found.tests[0].load_function, "");
    EXPECT_EQ(found.tests[1].load_function, "hold 10 s");
    EXPECT_GT(found.tests[0].p, 0.5);
    EXPECT_EQ(found.tests[0].df, 2);
    EXPECT_THAT(found.text, HasSubstr("not seen to differ"));
    EXPECT_GT(share_of(found, 1, 0).share - share_of(found, 0, 0).share, 0.3) << "of all";
    EXPECT_NEAR(share_of(found, 1, 0, "hold 60 s").share, 0.8, 0.02);
}

TEST(SampleShares, TheSameForAnyNumberOfThreads) {
    RandomStream random(8);
    StudyResult one;
    add_sample(one, "A", 60, 50, 20, random);
    add_sample(one, "B", 60, 50, 30, random);
    StudyResult two = one;
    StudyOptions options = quick();
    StudyFindings first, second;
    find_clusters_of_study(one, options, first);
    options.threads = 3;
    find_clusters_of_study(two, options, second);
    EXPECT_EQ(first.sample_clusters->tests[0].p, second.sample_clusters->tests[0].p);
    EXPECT_EQ(share_of(*first.sample_clusters, 0, 0).ci95.low,
              share_of(*second.sample_clusters, 0, 0).ci95.low);
}

/// Shares of two samples drawn from `p` and `q`, 40 studies: findings and intervals that hold.
struct Studies {
    int raised = 0, covered = 0, all = 0;
};

Studies studies_of(double p, double q, std::uint64_t seed) {
    Studies count;
    StudyOptions options = quick();
    options.clusters_of = ClustersOf::pooled;
    options.most_clusters = 2;
    options.fewest_clusters = 2;
    for (std::uint64_t i = 0; i < 100; ++i) {
        RandomStream random(seed, i);
        StudyResult study;
        int soft[2] = {0, 0};
        for (int sample = 0; sample < 2; ++sample)
            for (int test = 0; test < 50; ++test)
                if (random.uniform() < (sample == 0 ? p : q)) ++soft[sample];
        add_sample(study, "A", 60, 50, soft[0], random);
        add_sample(study, "B", 60, 50, soft[1], random);
        StudyFindings findings;
        find_clusters_of_study(study, options, findings);
        if (!findings.sample_clusters || findings.sample_clusters->differences.empty()) continue;
        ++count.all;
        if (findings.sample_clusters->tests.front().p < 0.05) ++count.raised;
        const Interval ci = findings.sample_clusters->differences.front().ci95;
        if (ci.low <= p - q && p - q <= ci.high) ++count.covered;
    }
    return count;
}

// 100 studies at a level of 5 %: 11 raised have a chance of 1 in 100 (binomial), and so have 88
// intervals of 95 % that hold.
TEST(SampleShares, EqualSharesAreSeldomCalledDifferent) {
    const Studies equal = studies_of(0.5, 0.5, 100);
    EXPECT_EQ(equal.all, 100);
    EXPECT_LE(equal.raised, 10);
    EXPECT_GE(equal.covered, 88);
}

TEST(SampleShares, ATrueDifferenceIsFoundAndIsInItsInterval) {
    const Studies different = studies_of(0.7, 0.3, 200);
    EXPECT_GE(different.raised, 90) << "power of chi squared at n = 50, 0.4 apart: 0.98";
    EXPECT_GE(different.covered, 88);
}

}  // namespace
}  // namespace sneddon
