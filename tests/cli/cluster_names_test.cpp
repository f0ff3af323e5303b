// What study.toml calls a cluster is what every table, figure and sentence calls it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "support/program.hpp"

namespace sneddon::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class ClusterNames : public ::testing::Test {
  protected:
    void SetUp() override {
        ASSERT_EQ(sneddon(folder_,
                          {"simulate", "zr50cu40al10", "-o", "study", "--seed", "5",
                           "--tests-per-load-function", "40", "--set", "programme.points_per_s=10"})
                      .code,
                  0);
    }

    Ending analyse() {
        return sneddon(folder_, {"run", "study", "-o", "out", "-f", "--set", "study.k_resamples=10",
                                 "--set", "study.k_max=4", "--set", "report.reference=pomes2025"});
    }

    std::string text(const std::string& name) { return file_text(folder_.path() / name); }

    TemporaryFolder folder_;
};

/// What stands between tags: places such as data-ref="/study/stated/cluster 0" are not read.
std::string without_tags(const std::string& markup) {
    std::string text;
    bool is_inside = false;
    for (const char c : markup) {
        if (c == '<') is_inside = true;
        if (!is_inside) text += c;
        if (c == '>') is_inside = false;
    }
    return text;
}

/// How often "cluster 0" and the like are read.
int labels_in(const std::string& markup) {
    const std::string text = without_tags(markup), word = "cluster ";
    int found = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const std::size_t next = at + word.size();
        found += next < text.size() && text[next] >= '0' && text[next] <= '9' ? 1 : 0;
    }
    return found;
}

TEST_F(ClusterNames, StandInEveryTableFigureAndSentence) {
    ASSERT_EQ(analyse().code, 0);
    EXPECT_GT(labels_in(text("out/report.html")), 20) << "the search finds labels";
    std::ofstream(folder_.path() / "study/study.toml", std::ios::app)
        << "\n[clusters]\n0 = \"creeping\"\n1 = \"middling\"\n2 = \"stiff\"\n3 = \"hard\"\n";
    const Ending end = analyse();
    ASSERT_EQ(end.code, 0) << end.err;
    const auto results = nlohmann::json::parse(text("out/results.json"));
    ASSERT_GE(results["clusters"]["items"].size(), 2u);
    EXPECT_EQ(labels_in(text("out/report.html")), 0);
    for (const auto& entry : fs::directory_iterator(folder_.path() / "out/figures"))
        EXPECT_EQ(labels_in(file_text(entry.path())), 0) << entry.path();
    EXPECT_EQ(labels_in(end.out), 0) << end.out;
    EXPECT_THAT(results["mechanism"]["for"].dump() + results["mechanism"]["against"].dump(),
                HasSubstr("creeping: "));
}

}  // namespace
}  // namespace sneddon::testing
