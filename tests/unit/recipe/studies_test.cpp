#include "recipe/studies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class StudiesTest : public ::testing::Test {
  protected:
    void SetUp() override {
        for (const char* name : {"a/1.txt", "a/sub/2.txt", "b/3.txt", "c/4.txt"})
            folder_.write(name, "x");
    }
    Result<Studies> studies(const std::vector<std::string>& names) {
        std::vector<std::string> paths;
        for (const std::string& name : names) paths.push_back((folder_.path() / name).string());
        inputs_ = expand_paths(paths, {});
        return studies_of(paths, inputs_);
    }
    std::string study_of(const Studies& all, const std::string& ending) {
        for (std::size_t i = 0; i < inputs_.size(); ++i)
            if (inputs_[i].path.ends_with(ending)) return all.names[all.of_input[i]];
        return "not an input";
    }
    testing::TemporaryFolder folder_;
    std::vector<InputPath> inputs_;
};

TEST_F(StudiesTest, TheNearestStudyAboveAFileSpeaksForIt) {
    folder_.write("a/study.toml", "sample = \"iron\"\nnu = 0.29\n");
    folder_.write("b/study.toml", "nu = 0.17\n");
    const auto all = studies({"."});
    ASSERT_TRUE(all.ok());
    EXPECT_EQ(study_of(*all, "1.txt"), "iron");
    EXPECT_EQ(study_of(*all, "2.txt"), "iron");
    EXPECT_EQ(study_of(*all, "3.txt"), "b");
    EXPECT_EQ(study_of(*all, "4.txt"), "c") << "the folder of what has no study.toml";
    const StudyFacts shared = shared_facts(*all);
    EXPECT_FALSE(shared.poisson_ratio.has_value()) << "it is not one for all";
    EXPECT_THAT(studies_text(*all), HasSubstr("b (2 files, nu 0.17)"));
}

TEST_F(StudiesTest, AStudySpeaksForNoFolderBesideIt) {
    folder_.write("a/study.toml", "sample = \"iron\"\nnu = 0.29\n");
    const auto all = studies({"a", "b"});
    ASSERT_TRUE(all.ok());
    EXPECT_EQ(study_of(*all, "1.txt"), "iron");
    EXPECT_EQ(study_of(*all, "3.txt"), "b") << "another's nu is not a fact of it";
    EXPECT_FALSE(shared_facts(*all).poisson_ratio.has_value());
}

TEST_F(StudiesTest, AStudyAboveThePathsThatWereGivenSpeaksForThem) {
    folder_.write("study.toml", "sample = \"all\"\nnu = 0.2\n");
    const auto all = studies({"a", "b"});
    ASSERT_TRUE(all.ok());
    EXPECT_FALSE(all->are_several());
    EXPECT_EQ(study_of(*all, "3.txt"), "all");
    EXPECT_EQ(facts_of_file((folder_.path() / "a/sub/2.txt").string())->poisson_ratio, 0.2);
}

TEST_F(StudiesTest, FoldersThatAreGivenAreSamplesWithoutAStudy) {
    const auto both = studies({"a", "b"});
    EXPECT_TRUE(both->are_several());
    EXPECT_EQ(study_of(*both, "2.txt"), "a");
    EXPECT_EQ(study_of(*both, "3.txt"), "b");
    const auto files = studies({"a/1.txt", "b/3.txt"});
    EXPECT_EQ(study_of(*files, "1.txt"), "a") << "what a shell makes of a/*.txt b/*.txt";
    EXPECT_EQ(study_of(*files, "3.txt"), "b");
    EXPECT_FALSE(studies({"."})->are_several());
    EXPECT_FALSE(studies({"a/1.txt", "a/sub"})->are_several()) << "what a shell makes of a/*";
}

TEST_F(StudiesTest, OneFolderNameTwiceGetsThoseAboveIt) {
    folder_.write("p/x/study.toml", "nu = 0.1\n");
    folder_.write("q/x/study.toml", "nu = 0.2\n");
    folder_.write("p/x/5.txt", "x");
    folder_.write("q/x/6.txt", "x");
    const auto all = studies({"p", "q"});
    EXPECT_THAT(all->names, ElementsAre("p/x", "q/x"));
    folder_.write("p/x/study.toml", "sample = \"same\"\n");
    folder_.write("q/x/study.toml", "sample = \"same\"\n");
    EXPECT_THAT(studies({"p", "q"})->names, ElementsAre("p/x", "q/x"));
}

TEST_F(StudiesTest, NestedSamplesAndCommonFacts) {
    folder_.write("a/study.toml", "sample = \"outer\"\n[common]\nnu = 0.3\n");
    folder_.write("a/sub/study.toml", "sample = \"inner\"\n");
    const auto all = studies({"."});
    EXPECT_EQ(study_of(*all, "1.txt"), "outer");
    EXPECT_EQ(study_of(*all, "2.txt"), "inner");
    for (std::size_t i = 0; i < all->facts.size(); ++i)
        if (all->names[i] == "inner") {
            EXPECT_EQ(all->facts[i].poisson_ratio, 0.3);
        }
}

TEST_F(StudiesTest, SamplesStandInTheOrderTheyState) {
    folder_.write("a/study.toml", "order = 2\n");
    folder_.write("b/study.toml", "");
    folder_.write("c/study.toml", "order = 1\n");
    const auto all = studies({"."});
    EXPECT_THAT(all->names, ElementsAre("c", "a", "b"));
    EXPECT_EQ(study_of(*all, "4.txt"), "c");
    EXPECT_EQ(study_of(*all, "3.txt"), "b");
}

TEST_F(StudiesTest, FactsThatAllKeepAreFactsOfTheRun) {
    folder_.write("a/study.toml", "temperature_C = 25\n[facts]\nbatch = \"B7\"\n");
    folder_.write("b/study.toml", "temperature_C = 750\n[facts]\nbatch = \"B7\"\n");
    const StudyFacts shared = shared_facts(*studies({"a", "b"}));
    EXPECT_THAT(shared.stated, ElementsAre(StatedFact{"batch", "B7", std::nullopt}));
}

TEST_F(StudiesTest, WhatAllStateHoldsForTheRun) {
    folder_.write("a/study.toml",
                  "nu = 0.3\nroughness_nm = 2\n[load_functions]\n\"hold 5 s\" = \"x\"\n");
    folder_.write("b/study.toml", "nu = 0.3\nsimulated = true\n");
    const auto all = studies({"a", "b"});
    ASSERT_TRUE(all.ok());
    const StudyFacts shared = shared_facts(*all);
    EXPECT_EQ(shared.poisson_ratio, 0.3);
    EXPECT_FALSE(shared.roughness_nm.has_value());
    EXPECT_TRUE(shared.is_simulated);
    EXPECT_THAT(shared.load_function_names,
                ElementsAre(std::pair<const std::string, std::string>("a, hold 5 s", "a, x")));
}

TEST_F(StudiesTest, AGridThatDiffersIsOfItsSampleAlone) {
    const std::string grid = "[grid]\nnx = 3\nny = 3\npitch_um = 5\n";
    folder_.write("a/study.toml", grid);
    folder_.write("b/study.toml", grid);
    EXPECT_TRUE(shared_facts(*studies({"a", "b"})).grid.has_value());
    folder_.write("b/study.toml", "");
    const auto all = studies({"a", "b"});
    EXPECT_FALSE(shared_facts(*all).grid.has_value());
    EXPECT_EQ(all->facts[0].grid->nx, 3);
}

}  // namespace
}  // namespace sneddon
