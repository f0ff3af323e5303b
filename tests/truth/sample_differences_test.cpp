// Differences of samples against simulated truth, 25 studies of 12 tests a load function; the long
// run is bench/sample_coverage (docs/validation.md).
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "study/compare/compare_samples.hpp"
#include "support/simulated_samples.hpp"

namespace sneddon::testing {
namespace {

constexpr int studies = 25;

SampleSimulation small(const std::string& preset) {
    SampleSimulation simulation;
    simulation.preset = preset;
    simulation.tests_per_load_function = 12;
    return simulation;
}

std::vector<SampleDifference> hardness(const SimulatedSamples& made) {
    std::vector<SampleDifference> found = compare_samples(made.study, made.tips, 0.05);
    std::erase_if(found,
                  [](const SampleDifference& pair) { return !(pair.quantity == "H_IT_GPa"_q); });
    return found;
}

// 150 intervals, dependent in threes: 95 % of them scatter by some 3 %.
TEST(SampleDifferences, IntervalsHoldTheTrueDifference) {
    std::map<std::pair<std::string, bool>, double> truth;
    std::vector<SampleDifference> found;
    for (int seed = 1; seed <= studies; ++seed) {
        const SimulatedSamples made =
            simulated_samples(small("structural-states"), static_cast<std::uint64_t>(seed));
        for (std::size_t i = 0; i < made.truths.size(); ++i)
            truth[{made.study.samples[made.study.tests[i].sample].name,
                   made.truths[i].hold_s > 30}] += made.truths[i].H_apparent_GPa / (12 * studies);
        for (const SampleDifference& pair : hardness(made)) found.push_back(pair);
    }
    ASSERT_EQ(found.size(), 6u * studies);
    int holds = 0;
    for (const SampleDifference& pair : found) {
        const bool is_long = pair.load_function == "hold 60 s";
        const double difference = truth.at({pair.a, is_long}) - truth.at({pair.b, is_long});
        holds += pair.ci95.low <= difference && difference <= pair.ci95.high ? 1 : 0;
    }
    EXPECT_GE(holds, 0.88 * 6 * studies);
}

TEST(SampleDifferences, EqualSamplesAreSeldomSaidToDiffer) {
    int alarms = 0;
    for (int seed = 1; seed <= studies; ++seed) {
        bool is_raised = false;
        for (const auto& pair :
             hardness(simulated_samples(small("equal-states"), static_cast<std::uint64_t>(seed))))
            is_raised = is_raised || pair.p_holm < 0.05;
        alarms += is_raised ? 1 : 0;
    }
    EXPECT_LE(alarms, 5) << "1.25 are expected; more than 5 come once in 800";
}

TEST(SampleDifferences, AnAreaThatIsTenPercentTooLargeLeavesTheRatioAsItIs) {
    SampleSimulation simulation = small("structural-states");
    const auto right = hardness(simulated_samples(simulation, 1));
    simulation.area_factor = 1.1;
    const auto wrong = hardness(simulated_samples(simulation, 1));
    ASSERT_EQ(right.size(), wrong.size());
    for (std::size_t i = 0; i < right.size(); ++i) {
        EXPECT_NEAR(wrong[i].ratio, right[i].ratio, 1e-9);
        EXPECT_NEAR(wrong[i].welch.difference, right[i].welch.difference / 1.1, 1e-9);
    }
}

}  // namespace
}  // namespace sneddon::testing
