// Two folders of one instrument, 25 and 750 C, each with a table of TriboScan's results: only the
// rows of the tests that lie beside a table are theirs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "support/program.hpp"
#include "support/shared_data.hpp"

namespace sneddon::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::Pair;

TEST(TemperatureSamples, EachHasItsFactsAndOnlyTheRowsOfItsTests) {
    SNEDDON_NEEDS_SHARED();
    const TemporaryFolder folder;
    const auto archive = shared_folder() / "data/ti33_temperature/ti33_25C_750C_txt.tar.xz";
    ASSERT_TRUE(std::filesystem::exists(archive)) << archive;
    const std::string unpack =
        "tar -xJf '" + archive.string() + "' -C '" + folder.path().string() + "' 2>/dev/null";
    if (std::system(unpack.c_str()) != 0) GTEST_SKIP() << "needs tar and xz";
    for (const char* celsius : {"25", "750"})
        folder.write(std::string(celsius) + "C/study.toml",
                     std::string("sample = \"Ti33, ") + celsius + " C\"\ntemperature_C = " +
                         celsius + "\nnu = 0.33\narea_function = \"ideal\"\n");
    const Ending end = sneddon(folder, {"run", "25C", "750C", "-o", "out", "--json", "-q"});
    ASSERT_EQ(end.code, 0) << end.err;
    const json results = json::parse(end.out);

    std::map<std::string, int> tests, joined;
    for (const json& test : results["tests"]) {
        const std::string sample = test["sample"];
        ++tests[sample];
        if (!test["vendor"].empty()) ++joined[sample];
    }
    EXPECT_THAT(tests, ElementsAre(Pair("Ti33, 25 C", 25), Pair("Ti33, 750 C", 28)));
    EXPECT_THAT(joined, ElementsAre(Pair("Ti33, 25 C", 25))) << "the table of 750 C is of others";
    EXPECT_EQ(results["samples"][1]["facts"]["stated"]["temperature_C"], 750);
    ASSERT_EQ(results["groups"].size(), 2u);
    EXPECT_EQ(results["groups"][0]["sample"], "Ti33, 25 C");

    std::vector<std::string> said;
    for (const json& warning : results["warnings"])
        if (warning["code"] == "SND-G010") said.push_back(warning["text"]);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_THAT(said[0], ::testing::HasSubstr("750C/total.txt: 28 of 28 rows belong to no test"));
}

}  // namespace
}  // namespace sneddon::testing
