#include "simulate/fault.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "simulate/simulated_study.hpp"
#include "support/simulation_plans.hpp"

namespace sneddon {
namespace {

using testing::three_classes;

SimulatedStudy large_study() {
    SimulationPlan plan = three_classes();
    plan.tests_per_load_function = 200;
    return std::move(draw_study(plan, 2)).value();
}

TEST(Fault, NamesAreFoundAgain) {
    for (const std::string_view each : fault_names()) {
        const auto kind = find_fault(each);
        ASSERT_TRUE(kind.has_value());
        EXPECT_EQ(name(*kind), each);
    }
    EXPECT_FALSE(find_fault("gremlins").has_value());
}

TEST(Fault, RatesAreMetAndNoTestIsChosenTwice) {
    SimulatedStudy study = large_study();
    const std::vector<FaultRate> rates = {{FaultKind::spike, 0.02},
                                          {FaultKind::duplicate_file, 0.01}};
    ASSERT_FALSE(add_faults(study, rates).has_value());
    std::map<std::string, int> counts;
    for (const TestTruth& test : study.tests) {
        ++counts[test.fault];
        if (test.place == 0) {
            EXPECT_EQ(test.fault, "");
        }
    }
    EXPECT_EQ(counts["spike"], 8);
    EXPECT_EQ(counts["duplicate-file"], 4);
    EXPECT_EQ(counts[""], 388);
}

TEST(Fault, MoreThanFivePercentIsRefused) {
    SimulatedStudy study = large_study();
    const std::vector<FaultRate> rates = {{FaultKind::spike, 0.03}, {FaultKind::saturated, 0.03}};
    const auto error = add_faults(study, rates);
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->code, "SND-U032");
}

TEST(Fault, DuplicatesRepeatAGoodTestOfTheirLoadFunction) {
    SimulatedStudy study = large_study();
    const std::vector<FaultRate> rates = {{FaultKind::duplicate_columns, 0.03},
                                          {FaultKind::truncated, 0.02}};
    ASSERT_FALSE(add_faults(study, rates).has_value());
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        const std::size_t source = source_of(study, i);
        if (study.tests[i].fault != "duplicate-columns") {
            EXPECT_EQ(source, i);
            continue;
        }
        EXPECT_LT(source, i);
        EXPECT_EQ(study.tests[source].fault, "");
        EXPECT_EQ(study.tests[source].load_function, study.tests[i].load_function);
    }
}

TEST(Fault, LeavesTheOtherTestsAsTheyWere) {
    const SimulatedStudy clean = large_study();
    SimulatedStudy study = large_study();
    const std::vector<FaultRate> rates = {{FaultKind::spike, 0.05}};
    ASSERT_FALSE(add_faults(study, rates).has_value());
    int differ = 0;
    for (std::size_t i = 0; i < 150; ++i) {
        const bool is_same = simulated_curve(clean, i).test.curve.depth_nm ==
                             simulated_curve(study, i).test.curve.depth_nm;
        EXPECT_EQ(is_same, study.tests[i].fault.empty());
        differ += !is_same;
    }
    EXPECT_GT(differ, 0);
}

}  // namespace
}  // namespace sneddon
