#include "recipe/simulation_keys.hpp"

#include <gtest/gtest.h>

#include <set>

namespace sneddon {
namespace {

TEST(SimulationKeys, EveryKeyIsThereOnceWithAMeaning) {
    std::set<std::string_view> seen;
    for (const auto& key : simulation_keys()) {
        EXPECT_TRUE(seen.insert(key.rule.key).second) << key.rule.key;
        EXPECT_FALSE(key.rule.text.empty()) << key.rule.key;
    }
}

/// What a key may hold; lists of two numbers, since two load functions and two classes are made.
std::vector<OptionValue> values_of(const OptionRule& rule) {
    std::vector<OptionValue> values;
    for (const std::string_view word : rule.words) values.emplace_back(std::string(word));
    if (!values.empty()) return values;
    if (rule.kind == OptionKind::numbers) return {std::vector{rule.low, rule.high}};
    if (rule.kind == OptionKind::text) return {std::string("steel")};
    return {rule.low, rule.high};
}

TEST(SimulationKeys, EveryValueReadsBackAsItWasSet) {
    SimulationPlan plan;
    for (const auto& key : simulation_keys())
        for (const OptionValue& value : values_of(key.rule)) {
            ASSERT_FALSE(check_value(key.rule, value, "")) << key.rule.key;
            ASSERT_FALSE(key.set(plan, value, {})) << key.rule.key;
            EXPECT_EQ(key.value(plan), value) << key.rule.key;
        }
}

// The list before says that there are three.
TEST(SimulationKeys, AListOfAnotherLengthIsRefused) {
    SimulationPlan plan;
    ASSERT_FALSE(find_option(simulation_keys(), "classes.creep_nm")
                     ->set(plan, std::vector<double>{6, 3, 1}, {}));
    const auto* c = find_option(simulation_keys(), "classes.c");
    const auto error = c->set(plan, std::vector<double>{0.5, 0.4}, {"--set", {}});
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, "SND-U004");
    EXPECT_EQ(error->where, "--set");
    ASSERT_FALSE(c->set(plan, std::vector<double>{0.4}, {}));
    EXPECT_EQ(plan.classes[2].c, 0.4);
}

}  // namespace
}  // namespace sneddon
