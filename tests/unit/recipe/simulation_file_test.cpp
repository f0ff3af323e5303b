#include "sneddon/recipe/simulation_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "simulate/simulated_study.hpp"
#include "support/source_tree.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(SimulationFile, EveryPresetIsAStudyAndSaysWhatItIs) {
    ASSERT_GE(simulation_presets().size(), 3u);
    for (const SimulationPreset& preset : simulation_presets()) {
        EXPECT_THAT(std::string(preset.text), StartsWith("# ")) << preset.name;
        auto plan = simulation_plan(std::string(preset.name));
        ASSERT_TRUE(plan.ok()) << message(plan.error());
        if (!plan->phases.empty()) continue;  // a table, no curves: property_map_test
        plan->tests_per_load_function = 12;
        const auto study = draw_study(*plan, 1);
        ASSERT_TRUE(study.ok()) << message(study.error());
        EXPECT_EQ(study->tests.size(), 12 * plan->load_functions.size());
    }
}

TEST(SimulationFile, SamplesOfAPresetHaveFoldersAndDifferInWhatTheyState) {
    const auto plans = simulation_plans("structural-states", {{"programme.points_per_s", "20"}});
    ASSERT_TRUE(plans.ok()) << message(plans.error());
    ASSERT_EQ(plans->size(), 3u);
    EXPECT_EQ(plans->at(0).folder, "as-cast");
    EXPECT_EQ(plans->at(1).folder, "annealed");
    EXPECT_EQ(plans->at(1).load_functions[0].H_GPa, plans->at(0).load_functions[0].H_GPa + 0.5);
    EXPECT_EQ(plans->at(2).load_functions[0].H_sd_GPa, plans->at(0).load_functions[0].H_sd_GPa);
    for (const SimulationPlan& plan : *plans) EXPECT_EQ(plan.programme.points_per_s, 20);
    EXPECT_EQ(simulation_plans("zr50cu40al10")->at(0).folder, "");
    EXPECT_EQ(simulation_plans("zr50cu40al1").error().code, "SND-U030");
}

TEST(SimulationFile, EqualStatesDifferInTheirNamesAlone) {
    const auto plans = simulation_plans("equal-states").value();
    ASSERT_EQ(plans.size(), 2u);
    for (std::size_t i = 0; i < plans[0].load_functions.size(); ++i) {
        const SimulatedLoadFunction &first = plans[0].load_functions[i],
                                    &second = plans[1].load_functions[i];
        EXPECT_EQ(first.H_GPa, second.H_GPa);
        EXPECT_EQ(first.E_r_GPa, second.E_r_GPa);
        EXPECT_EQ(first.share_0, second.share_0);
    }
    EXPECT_NE(plans[0].material.name, plans[1].material.name);
}

TEST(SimulationFile, SettingsGoOverThePreset) {
    const auto plan = simulation_plan("zr50cu40al10", {{"instrument.depth_noise_nm", "0.5"},
                                                       {"load_functions.roughness_nm", "0"},
                                                       {"load_functions.H_GPa", "5, 4, 3, 2"}});
    ASSERT_TRUE(plan.ok());
    EXPECT_EQ(plan->instrument.depth_noise_nm, 0.5);
    EXPECT_EQ(plan->load_functions[3].roughness_nm, 0);
    EXPECT_EQ(plan->load_functions[3].H_GPa, 2);
    EXPECT_EQ(plan->load_functions[3].hold_s, 60);
}

TEST(SimulationFile, MistakesAreNamed) {
    const auto of = [](const std::string& key, const std::string& value) {
        return simulation_plan("zr50cu40al10", {{key, value}}).error();
    };
    EXPECT_EQ(simulation_plan("zr50cu40al1").error().code, "SND-U030");
    EXPECT_THAT(simulation_plan("zr50cu40al1").error().fix, HasSubstr("zr50cu40al10"));
    EXPECT_EQ(of("instrument.depth_noise", "1").code, "SND-U002");
    EXPECT_THAT(of("instrument.depth_noise", "1").fix, HasSubstr("depth_noise_nm"));
    EXPECT_EQ(of("load_functions.H_GPa", "five").code, "SND-U003");
    EXPECT_EQ(of("load_functions.H_GPa", "-1").code, "SND-U004");
    EXPECT_EQ(of("load_functions.H_GPa", "5,4").code, "SND-U004");
}

TEST(SimulationFile, PageOfTheKeysIsThatOfTheDocumentation) {
    EXPECT_EQ(testing::text_of(testing::source_root / "docs/simulation.md"), simulation_page())
        << "sneddon explain --simulation > docs/simulation.md";
}

}  // namespace
}  // namespace sneddon
