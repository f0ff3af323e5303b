// Facts of samples by name, and what the name of a load function says without its sample.
#include "study/samples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "study/compare/number_facts.hpp"

namespace sneddon {
namespace {

StudyResult of_one_sample() {
    StudyResult study;
    study.facts.sample = "glass";
    study.facts.stated = {{"temperature_C", "300", 300.0},
                          {"heat_treatment", "none", std::nullopt}};
    return study;
}

StudyResult of_two_samples() {
    StudyResult study = of_one_sample();
    StudyFacts cast, annealed;
    cast.stated = {{"temperature_C", "25", 25.0}, {"order", "1", 1.0}};
    annealed.stated = {{"temperature_C", "400", 400.0}, {"state", "annealed", std::nullopt}};
    study.samples = {{"cast", cast}, {"annealed", annealed}};
    return study;
}

TEST(Samples, OneAloneIsTheStudyItself) {
    const StudyResult one = of_one_sample(), two = of_two_samples();
    EXPECT_EQ(sample_name(one, 0), "glass");
    EXPECT_EQ(&facts_of(one, 0), &one.facts);
    EXPECT_EQ(sample_name(two, 1), "annealed");
    EXPECT_EQ(&facts_of(two, 1), &two.samples[1].facts);
}

TEST(Samples, ALoadFunctionIsToldWithoutTheNameOfItsSample) {
    EXPECT_EQ(without_sample(of_one_sample(), 0, "glass, hold 60 s"), "glass, hold 60 s");
    const StudyResult two = of_two_samples();
    EXPECT_EQ(without_sample(two, 0, "cast, hold 60 s"), "hold 60 s");
    EXPECT_EQ(without_sample(two, 1, "annealed, hold 60 s"), "hold 60 s");
    EXPECT_EQ(without_sample(two, 1, "cast, hold 60 s"), "cast, hold 60 s");
    EXPECT_EQ(without_sample(two, 0, "cast"), "cast");
}

TEST(Samples, OneIsSharedByRowsThatAreAllOfIt) {
    std::vector<TestRow> rows(4);
    rows[1].sample = rows[2].sample = 1;
    const auto shared = [&](std::vector<std::size_t> of) { return shared_sample(rows, of); };
    EXPECT_EQ(shared({1, 2}), std::optional<std::size_t>(1));
    EXPECT_EQ(shared({0, 3}), std::optional<std::size_t>(0));
    EXPECT_EQ(shared({1}), std::optional<std::size_t>(1));
    EXPECT_FALSE(shared({0, 1}));
    EXPECT_FALSE(shared({1, 2, 3}));
    EXPECT_FALSE(shared({}));
}

TEST(Samples, AFactIsFoundByItsName) {
    StudyFacts facts;
    for (const auto* name : {"nu", "roughness_nm", "tip", "temperature_C", "other"})
        EXPECT_FALSE(fact_of(facts, name)) << name;
    EXPECT_EQ(fact_of(facts, "simulated")->text, "false");
    facts.is_simulated = true;
    EXPECT_EQ(fact_of(facts, "simulated")->text, "true");
    facts.poisson_ratio = 0.25;
    facts.roughness_nm = 3.5;
    facts.area_function = AreaFunction{};
    facts.area_function->source = "tip.toml";
    facts.stated = {{"temperature_C", "300", 300.0}};
    EXPECT_EQ(fact_of(facts, "nu")->number, 0.25);
    EXPECT_EQ(fact_of(facts, "nu")->text, "0.25");
    EXPECT_EQ(fact_of(facts, "nu")->name, "nu");
    EXPECT_EQ(fact_of(facts, "roughness_nm")->number, 3.5);
    EXPECT_EQ(fact_of(facts, "tip")->text, "tip.toml");
    EXPECT_EQ(fact_of(facts, "temperature_C")->number, 300);
    facts.stated.push_back({"nu", "as stated", 0.3});  // what is stated comes first
    EXPECT_EQ(fact_of(facts, "nu")->text, "as stated");
}

TEST(Samples, NamesOfFactsAreThoseOfAllOfThem) {
    const std::vector<std::string> expected = {"temperature_C", "heat_treatment", "temperature_C",
                                               "order",         "temperature_C",  "state"};
    EXPECT_EQ(fact_names(of_two_samples()), expected);
    EXPECT_EQ(number_facts(of_two_samples()), std::set<std::string>{"temperature_C"});
    EXPECT_EQ(number_of(of_two_samples().samples[1].facts, "temperature_C"), 400);
    EXPECT_FALSE(number_of(of_two_samples().samples[1].facts, "state"));
    EXPECT_FALSE(number_of(of_two_samples().samples[1].facts, "order"));
    EXPECT_EQ(std::ranges::count(known_fact_names(), "Tg_C"), 1);
    EXPECT_EQ(std::ranges::count(known_fact_names(), "order"), 0);
}

TEST(Samples, AGridIsThatOfTheStudyOrOfAnySample) {
    StudyResult one = of_one_sample(), two = of_two_samples();
    EXPECT_FALSE(has_grid(one) || has_grid(two));
    one.facts.grid.emplace();
    EXPECT_TRUE(has_grid(one));
    two.facts.grid.emplace();  // which speaks for none of the samples
    EXPECT_FALSE(has_grid(two));
    two.samples[1].facts.grid.emplace();
    EXPECT_TRUE(has_grid(two));
}

}  // namespace
}  // namespace sneddon
