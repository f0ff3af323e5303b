#include "report/methods/methods_paragraph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "results/study_of_json.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

/// results.json and tests.csv of a study, to be changed.
struct Draft {
    Json results;
    std::string tests_csv;
};

MethodText methods_of(const Draft& draft) {
    WrittenStudy study = study_of(std::make_shared<const Json>(draft.results));
    study.tests = {parse_column_table(draft.tests_csv)};
    return methods_of(study);
}

/// Everything was done: each sentence can stand in the paragraph.
Draft findings() {
    Draft all;
    all.results = Json::parse(R"json({
        "version": "1.0.0", "simulated": false,
        "counts": {"tests": 1200},
        "study": {},
        "recipe": {"profile": "sneddon",
            "correct.tare": "value", "correct.load_offset_uN": 0.5,
            "correct.frame_compliance": "value", "correct.frame_compliance_nm_per_uN": 0.001,
            "correct.drift": "value", "correct.drift_nm_per_s": 0.01,
            "correct.zero": "hertz", "correct.tip_radius_nm": 300,
            "unloading.fit_space": "h(P)", "unloading.window_high": 0.95,
            "unloading.window_low": 0.2, "unloading.m_min": 1, "unloading.m_max": 5,
            "peak.load": "mean-of-hold", "peak.depth": "end-of-hold",
            "contact.epsilon_rule": "constant", "contact.epsilon": 0.75, "contact.beta": 1,
            "contact.pi": 3.141592653589793, "indenter.E_GPa": 1141, "indenter.nu": 0.07,
            "area.function": "tip.ara", "area.h_c_min_nm": 20, "area.h_c_max_nm": 150,
            "sample.nu": 0.36, "sample.roughness_nm": 1, "creep.start": "quadratic-before-hold",
            "work.ends": "robust", "pop_in.noise_factor": 5, "pop_in.least_jump_nm": 0.5,
            "uncertainty.area_relative": 0.03, "uncertainty.drift_nm_per_s": 0.005,
            "uncertainty.zero_nm": 0.5, "uncertainty.frame_compliance_nm_per_uN": 0.0001,
            "uncertainty.load_relative": 0.0005, "uncertainty.depth_relative": 0.001,
            "uncertainty.poisson_ratio": 0.02, "uncertainty.monte_carlo": 0,
            "study.group_by": "load-function", "study.features": "H_IT_GPa, creep_nm",
            "study.hold_min_s": 1, "study.hold_max_s": 1000000000, "study.k_max": 7,
            "study.k_resamples": 200, "study.fit_simulations": 1000, "study.permutations": 999,
            "study.contact_radius": "sqrt-A-over-pi", "study.ccdf_quantities": "W_plast_pJ",
            "study.seed": 1, "study.exclude_flags": "none",
            "units.load": "none", "units.depth": "none", "units.time": "none"
}
, "comparisons" : [ {} ],
                  "clusters"
    : {"n" : 900, "chosen" : 3, "items" : [ {} ], "features" : [ "H_IT_GPa", "creep_nm" ]},
      "creep_curves" : [ {} ],
                       "contact" : [ {"rule" : "sqrt-A-over-pi"} ],
                                   "ccdf" : [ {} ],
                                            "space" : {"maps" : [ {} ]},
                                                      "pop_ins" : [ {} ]
})json");
    all.tests_csv =
        "test_id,H_IT_GPa,E_r_GPa,E_IT_GPa,W_total_pJ,creep_nm,h_max_nm_u_random\n"
        "a,4.5,48,45,6,2,0.1\n";
    return all;
}

/// The facts that follow the recipe in a run.
void set_option(Draft& study, const std::string& key, const Json& value) {
    study.results["recipe"][key] = value;
    if (key == "study.features") study.results["clusters"]["features"] = {value};
    if (key == "study.contact_radius") study.results["contact"][0]["rule"] = value;
}

TEST(MethodsParagraph, EqualRecipesGiveEqualParagraphs) {
    EXPECT_EQ(methods_of(findings()).plain(), methods_of(findings()).plain());
    EXPECT_EQ(methods_of(findings()).latex(), methods_of(findings()).latex());
}

TEST(MethodsParagraph, AnInputThatNobodyStatedIsAssumed) {
    Draft study = findings();
    study.results["recipe_origins"] = Json::object();
    study.results["recipe_origins"]["uncertainty.area_relative"] = "study.toml";
    EXPECT_EQ(methods_of(study).plain().find("assumed"), std::string::npos);
    study.results["recipe_origins"]["uncertainty.area_relative"] = "default";
    EXPECT_NE(methods_of(study).plain().find("of the contact area (assumed)"), std::string::npos);
}

// A version to come, or a file that was written by hand.
TEST(MethodsParagraph, AnUnknownWordIsQuotedAndTakesNoOtherSentence) {
    for (const char* key : {"correct.tare", "correct.frame_compliance", "correct.drift",
                            "correct.zero", "unloading.fit_space", "peak.load", "peak.depth",
                            "contact.epsilon_rule", "creep.start", "work.ends", "study.group_by"}) {
        Draft study = findings();
        set_option(study, key, "of-tomorrow");
        const std::string quoted = std::string(key) + " = \"of-tomorrow\"";
        EXPECT_THAT(methods_of(study).plain(), HasSubstr(quoted));
    }
    Draft study = findings();
    set_option(study, "correct.drift", "of-tomorrow");
    EXPECT_EQ(methods_of(study).plain().find("Thermal drift"), std::string::npos);
}

TEST(MethodsParagraph, AnOptionOfAnotherChoiceIsNotSaid) {
    Draft none = findings();
    set_option(none, "correct.tare", "none");
    const std::string before = methods_of(none).plain();
    set_option(none, "correct.load_offset_uN", 7);
    EXPECT_EQ(methods_of(none).plain(), before);
}

/// What the used rows of a study have had done to them.
Draft with_corrections(const Json& corrections, int used) {
    Draft study = findings();
    for (const char* key :
         {"correct.tare", "correct.frame_compliance", "correct.drift", "correct.zero"})
        set_option(study, key, "auto");
    study.results["counts"]["rows_used"] = used;
    study.results["corrections"] = corrections;
    return study;
}

// Not the rule that might have applied: what came of it in these tests.
TEST(MethodsParagraph, SaysWhatAnAutomaticRuleCameTo) {
    const std::string text = methods_of(with_corrections(Json::parse(R"([
            {"what": "tare", "method": "air", "by_instrument": false, "tests": 1200},
            {"what": "drift", "method": "instrument", "by_instrument": true, "tests": 1200},
            {"what": "zero", "method": "hertz", "by_instrument": false, "tests": 1150},
            {"what": "zero", "method": "poly2", "by_instrument": false, "tests": 30}])"),
                                                         1200))
                                 .plain();
    EXPECT_THAT(text, HasSubstr("before contact, was subtracted."));
    EXPECT_THAT(text, HasSubstr("The instrument had subtracted the thermal drift."));
    EXPECT_THAT(text, HasSubstr("has it (tip radius 300 nm) (1,150 of 1,200 tests)."));
    EXPECT_THAT(text, HasSubstr("has it [1] (30 of 1,200 tests)."));
    EXPECT_THAT(text, HasSubstr("where the file has it (20 of 1,200 tests)."));
    EXPECT_THAT(text, HasSubstr("No frame compliance was taken off: no file states one."));
    EXPECT_EQ(text.find(", else"), text.npos) << text;
    EXPECT_EQ(text.find("unless"), text.npos) << text;
}

TEST(MethodsParagraph, AWayOfAVersionToComeLeavesTheRule) {
    const Json unknown = Json::parse(
        R"([{"what": "zero", "method": "of-tomorrow", "by_instrument": false, "tests": 3}])");
    EXPECT_THAT(methods_of(with_corrections(unknown, 3)).plain(), HasSubstr("fit stands, else"));
}

TEST(MethodsParagraph, TheWordOnTestsWithoutAHoldStandsWhereThereAreSome) {
    const auto text_of = [](const std::string& rows) {
        Draft study = findings();
        study.tests_csv = "test_id,status,hold_s,H_IT_GPa\n" + rows;
        return methods_of(study).plain();
    };
    const std::string with = text_of("a,used,10,4\nb,used,60,4\nc,refused,0,4\n");
    EXPECT_EQ(with.find("without a hold"), with.npos) << with;
    EXPECT_THAT(with, HasSubstr("was the mean load of the hold, the depth"));
    const std::string without = text_of("a,used,0,4\n");
    EXPECT_THAT(without, HasSubstr("was the fitted peak of the last 0.2 s of loading, the depth at "
                                   "peak load that of a quadratic"));
    EXPECT_THAT(text_of("a,used,0,4\nb,used,10,4\n"), HasSubstr("without a hold"));
}

TEST(MethodsParagraph, OnlyWhatWasDone) {
    Draft few;
    few.results = Json::parse(R"({"version": "1.0.0", "counts": {"tests": 1}, "recipe": {}})");
    const std::string text = methods_of(few).plain();
    for (const char* step :
         {"Gaussian", "Moran", "Vuong", "pop-in", "seed", "Creep", "modulus", "drift"})
        EXPECT_EQ(text.find(step), text.npos) << step;
    EXPECT_THAT(text, HasSubstr("No area function was given"));
}

TEST(MethodsParagraph, AHoldRangeHasItsLimits) {
    Draft study = findings();
    set_option(study, "study.hold_max_s", 60);
    EXPECT_THAT(methods_of(study).plain(), HasSubstr("900 tests with a hold of 1 to 60 s"));
    EXPECT_THAT(methods_of(findings()).plain(), HasSubstr("900 tests with a hold of at least 1 s"));
}

}  // namespace
}  // namespace sneddon
