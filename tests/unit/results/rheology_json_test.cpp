#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "results/write_results.hpp"
#include "whole_study.hpp"

namespace sneddon {
namespace {

using nlohmann::ordered_json;

ordered_json rheology_of(const StudyResult& study) {
    const auto json = ordered_json::parse(testing::text_of(write_results_json, study));
    return json["creep_curves"][0]["rheology"];
}

// tau: a factor exp(t u) of Student's t for 80 degrees of freedom, 1.990.
TEST(RheologyJson, AModelThatIsSeparableHasIntervals) {
    const ordered_json rheology = rheology_of(testing::whole_study());
    EXPECT_EQ(rheology["chosen"], "Burgers");
    EXPECT_EQ(rheology["contact"], "cone");
    const ordered_json model =
        rheology["models"][static_cast<std::size_t>(RetardationModel::burgers)];
    EXPECT_EQ(model["state"], "fitted");
    EXPECT_EQ(model["L_0_per_GPa"], 0.011);
    EXPECT_NEAR(model["flow_ci95"][1].get<double>(), 2e-5 + 1.990 * 1e-6, 1e-8);
    EXPECT_NEAR(model["elements"][0]["tau_ci95"][1].get<double>(), 6 * std::exp(0.1990), 1e-3);
    EXPECT_NEAR(model["rms_nm"].get<double>(), 0.02, 1e-12);
    EXPECT_EQ(rheology["profile"]["residual_nm"], ordered_json({-0.2, 0.2}));
    EXPECT_EQ(rheology["bootstrap"]["replicates"], 200);
}

TEST(RheologyJson, OneThatIsNotHasNone) {
    const ordered_json rheology = rheology_of(testing::whole_study());
    const ordered_json model =
        rheology["models"][static_cast<std::size_t>(RetardationModel::kelvin_1)];
    EXPECT_EQ(model["is_separable"], false);
    EXPECT_TRUE(model["elements"][0]["L_ci95"][0].is_null());
    EXPECT_FALSE(model.contains("flow_per_GPa_s"));
    EXPECT_FALSE(rheology["models"][0].contains("aicc"));
}

TEST(RheologyJson, WithoutAModelTheReasonStands) {
    StudyResult study = testing::whole_study();
    StudyFindings findings = findings_of(study);
    findings.creep_curves[0].rheology = {};
    findings.creep_curves[0].rheology.reason = "no area function is given";
    study.findings = HeldFindings(std::move(findings));
    EXPECT_EQ(rheology_of(study), ordered_json({{"reason", "no area function is given"}}));
}

}  // namespace
}  // namespace sneddon
