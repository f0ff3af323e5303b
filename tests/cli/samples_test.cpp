// Samples in folders: however they are typed, each test is of its sample and has its facts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "support/places.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;

const std::filesystem::path first_run = source_folder / std::filesystem::path("examples/first-run");

class Samples : public ::testing::Test {
  protected:
    /// A folder of curves `first` to `last` of the example, 1 to 8, with what study.toml says.
    void make(const std::string& folder, int first, int last, const std::string& facts) {
        std::filesystem::create_directories(folder_.path() / folder);
        for (int i = first; i <= last; ++i) {
            const std::string name = "example_000" + std::to_string(i - 1) + "_LC.txt";
            std::filesystem::copy_file(first_run / name, folder_.path() / folder / name);
        }
        if (!facts.empty()) folder_.write(folder + "/study.toml", facts);
    }
    json run(std::vector<std::string> paths) {
        paths.insert(paths.begin(), "run");
        paths.insert(paths.end(), {"-o", "out", "-f", "--json", "-q"});
        const Ending end = sneddon(folder_, paths);
        EXPECT_EQ(end.code, 0) << end.err;
        return end.code == 0 ? json::parse(end.out) : json();
    }
    static std::map<std::string, int> tests_by_sample(const json& results) {
        std::map<std::string, int> count;
        for (const json& test : results.at("tests"))
            if (test.at("status") == "used") ++count[test.at("sample").get<std::string>()];
        return count;
    }
    static std::vector<std::string> warnings(const json& results, const std::string& code) {
        std::vector<std::string> texts;
        for (const json& warning : results.at("warnings"))
            if (warning.at("code") == code) texts.push_back(warning.at("text"));
        return texts;
    }
    TemporaryFolder folder_;
};

TEST_F(Samples, AParentItsFoldersAndTheirFilesAreTheSameStudy) {
    make("p/A", 1, 5, "sample = \"as cast\"\nnu = 0.36\ntemperature_C = 25\n");
    make("p/B", 6, 8, "sample = \"annealed\"\nnu = 0.35\ntemperature_C = 750\n");
    const json parent = run({"p"});
    EXPECT_THAT(tests_by_sample(parent), ElementsAre(Pair("annealed", 3), Pair("as cast", 5)));
    EXPECT_EQ(parent["samples"][0]["facts"]["stated"]["temperature_C"], 750);
    EXPECT_EQ(parent["samples"][1]["facts"]["poisson_ratio"], 0.36);
    EXPECT_TRUE(parent["study"]["poisson_ratio"].is_null()) << "it is not one for all";
    for (const auto& paths : std::vector<std::vector<std::string>>{
             {"p/A", "p/B"}, {"p/B", "p/A"}, {"p/A/*.txt", "p/B/*.txt"}, {"p/A/", "./p/B"}}) {
        const json others = run(paths);
        EXPECT_EQ(others["groups"], parent["groups"]) << paths[0];
        EXPECT_EQ(tests_by_sample(others), tests_by_sample(parent)) << paths[0];
        EXPECT_EQ(others["samples"], parent["samples"]) << paths[0];
    }
}

TEST_F(Samples, AGroupHasItsSampleAndItsLoadFunction) {
    make("A", 1, 8, "sample = \"as cast\"\n");
    make("B", 1, 4, "sample = \"annealed\"\n");
    const json groups = run({"A", "B"})["groups"];
    ASSERT_EQ(groups.size(), 3u) << "B has one load function of the two";
    EXPECT_EQ(groups[0]["sample"], "annealed");
    EXPECT_EQ(groups[0]["n"], 4);
    const std::string name = groups[0]["name"], load_function = groups[0]["load_function"];
    EXPECT_EQ(name, "annealed, " + load_function);
    EXPECT_EQ(groups[1]["sample"], "as cast");
}

TEST_F(Samples, TheNearestStudyHoldsWholeAndCommonFactsAreInherited) {
    make("p", 1, 2, "sample = \"outer\"\nroughness_nm = 5\n[common]\nnu = 0.3\n");
    make("p/inner", 3, 4, "sample = \"inner\"\nheat_treatment = \"1 h at 400\"\n");
    const json results = run({"p"});
    EXPECT_THAT(tests_by_sample(results), ElementsAre(Pair("inner", 2), Pair("outer", 2)));
    const json& inner = results["samples"][0]["facts"];
    EXPECT_EQ(inner["poisson_ratio"], 0.3);
    EXPECT_TRUE(inner["roughness_nm"].is_null()) << "not common";
    EXPECT_EQ(inner["inherited"]["nu"], "p/study.toml:4");
    EXPECT_EQ(run({"p/inner"})["study"]["poisson_ratio"], 0.3) << "named alone it is the same";
}

TEST_F(Samples, ASampleWithoutStudyHasItsFolderAndNobodysFacts) {
    make("A", 1, 4, "sample = \"as cast\"\nnu = 0.36\n");
    make("B", 5, 8, "");
    const json results = run({"A", "B"});
    EXPECT_THAT(tests_by_sample(results), ElementsAre(Pair("B", 4), Pair("as cast", 4)));
    EXPECT_TRUE(results["samples"][0]["facts"]["poisson_ratio"].is_null());
    EXPECT_THAT(warnings(results, "SND-U016").at(0), HasSubstr("2 samples"));
}

TEST_F(Samples, FoldersWithoutAnyStudyAreSamplesWhereTheyAreNamed) {
    make("p/A", 1, 4, "");
    make("p/B", 5, 8, "");
    EXPECT_THAT(tests_by_sample(run({"p/A", "p/B"})), ElementsAre(Pair("A", 4), Pair("B", 4)));
    const json pooled = run({"p"});
    EXPECT_TRUE(pooled["samples"].empty());
    EXPECT_THAT(warnings(pooled, "SND-U016").at(0),
                HasSubstr("2 folders are taken for one sample"));
    folder_.write("p/study.toml", "sample = \"one\"\n");
    EXPECT_TRUE(warnings(run({"p"}), "SND-U016").empty()) << "it is stated";
}

TEST_F(Samples, AFolderNameTwiceAndASampleNameTwiceStayApart) {
    make("A/x", 1, 2, "nu = 0.3\n");
    make("B/x", 3, 4, "nu = 0.3\n");
    EXPECT_THAT(tests_by_sample(run({"A", "B"})), ElementsAre(Pair("A/x", 2), Pair("B/x", 2)));
    folder_.write("A/x/study.toml", "sample = \"s\"\n");
    folder_.write("B/x/study.toml", "sample = \"s\"\n");
    const json results = run({"A", "B"});
    EXPECT_THAT(tests_by_sample(results), ElementsAre(Pair("A/x", 2), Pair("B/x", 2)));
    EXPECT_THAT(warnings(results, "SND-U017").at(0), HasSubstr("kept apart as A/x and B/x"));
}

TEST_F(Samples, OneTestAndUnequalNumbersAreHandled) {
    make("A", 1, 8, "sample = \"many\"\n");
    make("B", 1, 1, "sample = \"one\"\n");
    make("C", 1, 2, "sample = \"two\"\n");
    const json results = run({"A", "B", "C"});
    EXPECT_THAT(tests_by_sample(results),
                ElementsAre(Pair("many", 8), Pair("one", 1), Pair("two", 2)));
    for (const json& comparison : results["comparisons"])
        for (const char* side : {"a", "b"})
            EXPECT_THAT(comparison[side].get<std::string>(), Not(HasSubstr("one, ")))
                << "one test has no scatter";
}

TEST_F(Samples, FactsAgainstEachOtherAreSaid) {
    folder_.write("p/study.toml", "[common]\nnu = 0.36\n");
    make("p/A", 1, 4, "nu = 0.3\n");
    make("p/B", 5, 8, "temperature_C = 20\n");
    const json results = run({"p"});
    EXPECT_EQ(results["samples"][0]["facts"]["poisson_ratio"], 0.3);
    EXPECT_EQ(results["samples"][1]["facts"]["poisson_ratio"], 0.36);
    EXPECT_THAT(warnings(results, "SND-U017"),
                ElementsAre("p/A/study.toml:1: nu is 0.3, but p/study.toml:2 says 0.36: the "
                            "nearest study.toml holds"));
}

TEST_F(Samples, FactsChooseTests) {
    make("A", 1, 4, "sample = \"cold\"\ntemperature_C = 25\n[facts]\nbatch = \"B7\"\n");
    make("B", 5, 8, "sample = \"hot\"\ntemperature_C = 750\n");
    EXPECT_THAT(tests_by_sample(run({"A", "B", "--exclude", "temperature_C > 100"})),
                ElementsAre(Pair("cold", 4)));
    EXPECT_THAT(tests_by_sample(run({"A", "B", "--only", "batch = none"})),
                ElementsAre(Pair("hot", 4)));
    EXPECT_THAT(tests_by_sample(run({"A", "B", "--exclude", "sample = cold and batch = B*"})),
                ElementsAre(Pair("hot", 4)));
    const Ending end = sneddon(folder_, {"run", "A", "B", "--exclude", "temperature > 1"});
    EXPECT_EQ(end.code, 2);
    EXPECT_THAT(end.err, HasSubstr("did you mean temperature_C?"));
}

TEST_F(Samples, EveryFindingSaysItsSampleAndTheReportItsSimulatedOnes) {
    for (const char* seed : {"1", "2"})
        ASSERT_EQ(sneddon(folder_, {"simulate", "zr50cu40al10", "-o", std::string("p/s") + seed,
                                    "--seed", seed, "--tests-per-load-function", "12", "--set",
                                    "programme.points_per_s=10", "--set",
                                    std::string("material.name=steel ") + seed})
                      .code,
                  0);
    const json results = run({"p", "--set", "study.k_resamples=5", "--set", "study.k_max=3"});
    for (const char* list : {"groups", "creep_curves", "contact", "energies", "sensitivity"}) {
        ASSERT_FALSE(results[list].empty()) << list;
        for (const json& found : results[list])
            EXPECT_THAT(found["sample"].get<std::string>(), ::testing::StartsWith("steel "))
                << list;
    }
    EXPECT_EQ(results["groups"][1]["load_function"], "hold 10 s");
    EXPECT_EQ(results["comparisons"][0]["sample_a"], "steel 1");
    const json& clusters = results["sample_clusters"];
    EXPECT_EQ(clusters["clusters_of"], "compared");
    EXPECT_EQ(clusters["own"][1]["sample"], "steel 2");
    EXPECT_EQ(clusters["own"][1]["clusters"]["n"], 36);
    EXPECT_EQ(results["clusters"]["n"], 72);
    EXPECT_EQ(clusters["share_tests"][0]["method"], "permutation");
    double sum = 0;
    for (const json& share : clusters["shares"])
        if (share["sample"] == "steel 2" && share["load_function"] == "hold 60 s")
            sum += share["share"].get<double>();
    EXPECT_NEAR(sum, 1, 1e-12);
    const std::string values = file_text(folder_.path() / "out/figures/samples.csv");
    EXPECT_THAT(values, HasSubstr("steel 1, tests"));
    EXPECT_THAT(values, HasSubstr("steel 2, mean"));
    for (const char* figure : {"clusters-samples.svg", "shares-samples.svg"})
        EXPECT_TRUE(std::filesystem::exists(folder_.path() / "out/figures" / figure)) << figure;
    const std::string page = file_text(folder_.path() / "out/report.html");
    EXPECT_THAT(page, HasSubstr("<section id=\"samples\">"));
    EXPECT_THAT(page,
                ::testing::ContainsRegex("SIMULATED: the curves of <span[^>]*>steel 1.*</span> "
                                         "and <span[^>]*>steel 2"));
    EXPECT_THAT(page, HasSubstr("2 samples were tested: steel 1 (simulated"));
    EXPECT_THAT(page, HasSubstr("and beside it each sample alone"));

    const json alone = run({"p", "--set", "study.clusters_of=per-sample", "--set",
                            "study.k_resamples=5", "--set", "study.k_max=3"});
    EXPECT_TRUE(alone["clusters"].is_null());
    EXPECT_TRUE(alone["sample_clusters"]["shares"].empty());
    std::map<std::string, std::string> file_of;
    for (const json& curve : alone["creep_curves"]) file_of[curve["load_function"]] = curve["file"];
    std::set<std::string> files;
    for (const auto& [load_function, file] : file_of) files.insert(file);
    EXPECT_EQ(file_of.size(), 6u);
    EXPECT_EQ(files.size(), 6u) << "each load function of each sample has a file of its own";
}

TEST_F(Samples, AFolderOfTipsAndTablesMakesNoSample) {
    make("A", 1, 8, "sample = \"as cast\"\nnu = 0.36\n");
    folder_.write("tips/notes.md", "# tip\n");
    const json alone = run({"A"}), with = run({"A", "tips"});
    EXPECT_TRUE(with["samples"].empty());
    EXPECT_EQ(with["groups"], alone["groups"]);
    EXPECT_EQ(with["study"]["poisson_ratio"], 0.36);
}

}  // namespace
}  // namespace sneddon::testing
