// A table of results without its curves is a study: sneddon run map.csv.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "numeric/mixture/partition_agreement.hpp"
#include "support/program.hpp"
#include "support/sanitized.hpp"
#include "support/shared_data.hpp"
#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class PropertyTables : public ::testing::Test {
  protected:
    Ending run(std::vector<std::string> args) { return sneddon(folder_, std::move(args)); }

    nlohmann::json results(const std::string& out = "out") {
        return nlohmann::json::parse(file_text(folder_.path() / out / "results.json"));
    }

    /// A column of tests.csv without commas in its cells.
    std::vector<std::string> column(const std::string& head, const std::string& out = "out") {
        std::istringstream lines(file_text(folder_.path() / out / "tests.csv"));
        std::vector<std::string> cells;
        std::string line, cell;
        std::size_t place = 0;
        std::getline(lines, line);
        std::istringstream heads(line);
        while (std::getline(heads, cell, ',') && cell != head) ++place;
        while (std::getline(lines, line)) {
            std::istringstream row(line);
            for (std::size_t i = 0; i <= place; ++i) {
                cell.clear();
                std::getline(row, cell, ',');
            }
            cells.push_back(cell);
        }
        return cells;
    }

    /// 8 x 8 places of two phases, side by side.
    static std::string two_phases() {
        std::string text = "X (um);Y (um);Hardness (GPa);Modulus (GPa)\n";
        for (int i = 0; i < 64; ++i) {
            const int x = i % 8, y = i / 8;
            const double H = (x < 4 ? 3 : 6) + 0.02 * ((i * 37) % 11 - 5);
            const double E = (x < 4 ? 90 : 120) + 0.4 * ((i * 29) % 13 - 6);
            text += std::to_string(x) + ";" + std::to_string(y) + ";" + std::to_string(H) + ";" +
                    std::to_string(E) + "\n";
        }
        return text;
    }

    TemporaryFolder folder_;
};

TEST_F(PropertyTables, ARowIsATestWithAClusterAndAMap) {
    folder_.write("map.csv", two_phases());
    const Ending end = run({"run", "map.csv", "-o", "out"});
    ASSERT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("analysed  64 tests   used 64"));
    EXPECT_THAT(end.out, HasSubstr("2 by BIC"));
    EXPECT_THAT(end.out, HasSubstr("H_IT and E_IT are not independent"));
    const auto study = results();
    EXPECT_EQ(study["clusters"]["features"], nlohmann::json({"H_IT_GPa", "E_IT_GPa"}));
    EXPECT_EQ(study["recipe_origins"]["study.features"], "results table");
    const auto& map = study["space"]["maps"][0];
    EXPECT_EQ(map["places"], "lattice");
    EXPECT_EQ(map["nx"], 8);
    EXPECT_EQ(map["quantities"].size(), 2u);
    EXPECT_GT(map["quantities"][0]["moran_i"].get<double>(), 0.5);
    EXPECT_EQ(study["tests"][0]["source"], "table");
    EXPECT_EQ(study["inputs"][0]["columns"][2]["value"], "H_IT");
    EXPECT_THAT(study["not_computed"]["creep_curves"].get<std::string>(), HasSubstr("curve"));
    EXPECT_THAT(column("source"), ::testing::Each("table"));
    EXPECT_EQ(column("cluster")[0], "1");  // label 0 is the harder phase
    EXPECT_EQ(column("cluster")[7], "0");
    for (const char* name : {"map.svg", "map-hardness.svg", "map-modulus.svg", "moran.svg",
                             "variogram.svg", "clusters.svg", "ccdf.svg"})
        EXPECT_TRUE(fs::exists(folder_.path() / "out/figures" / name)) << name;
    EXPECT_THAT(file_text(folder_.path() / "out/report.html"), Not(HasSubstr("tests with a hold")));
}

TEST_F(PropertyTables, RowsWithoutANumberAreExcludedAndSayWhy) {
    std::string text = two_phases();
    text += "20;20;;95\n20;21;--.--;95\n20;22;1.797e308;95\n20;23;4;-5\n0;0;3.02;90\n";
    folder_.write("map.csv", text);
    const Ending end = run({"run", "map.csv", "-o", "out"});
    ASSERT_EQ(end.code, 0) << end.err;
    const auto counts = results()["counts"];
    EXPECT_EQ(counts["rows"], 69);
    EXPECT_EQ(counts["rows_used"], 65);
    EXPECT_EQ(counts["rows_excluded"], 4);
    const auto reasons = column("reason");
    for (std::size_t i = 64; i < 67; ++i) EXPECT_EQ(reasons[i], "no number in column Hardness");
    EXPECT_EQ(reasons[67], "E_IT = -5 in column Modulus is not above zero");
    EXPECT_EQ(column("flags")[68], "SND-G061");
    EXPECT_THAT(end.out, HasSubstr("4 left out, the first: no number in column Hardness"));
}

TEST_F(PropertyTables, UnitsThatNobodyStatesAreAskedFor) {
    folder_.write("map.csv", "X,Y,HARDNESS,MODULUS\n0,0,4.7,92\n1,0,4.1,90\n");
    const Ending end = run({"run", "map.csv", "-o", "out"});
    EXPECT_NE(end.code, 0);
    EXPECT_THAT(end.out + end.err, HasSubstr("--column H='HARDNESS:GPa' --column E='MODULUS:GPa'"));
    EXPECT_EQ(run({"run", "map.csv", "-f", "-o", "out", "--column", "H=HARDNESS:GPa", "--column",
                   "E=MODULUS:GPa"})
                  .code,
              0);
    EXPECT_THAT(column("H_IT_GPa"), ::testing::ElementsAre("4.7", "4.1"));
    folder_.write("study.toml", "[columns]\nH = \"HARDNESS:MPa\"\nE = \"MODULUS:GPa\"\n");
    EXPECT_EQ(run({"run", "map.csv", "study.toml", "-f", "-o", "out"}).code, 0);
    EXPECT_EQ(column("H_IT_GPa")[0], "0.0047");
}

TEST_F(PropertyTables, LookShowsWhatEachColumnIsTakenFor) {
    folder_.write("map.csv", two_phases());
    const std::string shown = run({"look", "map.csv"}).out;
    EXPECT_THAT(shown, HasSubstr("column Hardness: H_IT   1 table (in GPa)"));
    EXPECT_THAT(shown, HasSubstr("column X: x   1 table (in um)"));
    EXPECT_THAT(run({"look", "map.csv", "--column", "E=Hardness"}).out,
                HasSubstr("column Hardness: E_IT"));
}

TEST_F(PropertyTables, FreePositionsHaveAMapToo) {
    std::string text = "X (um);Y (um);H (GPa);E (GPa)\n";
    for (int i = 0; i < 60; ++i) {
        const double x = (i * 7919 % 1009) / 10.0, y = (i * 104729 % 997) / 10.0;
        text += std::to_string(x) + ";" + std::to_string(y) + ";" + std::to_string(3 + x / 50) +
                ";" + std::to_string(90 + y / 10) + "\n";
    }
    folder_.write("free.csv", text);
    ASSERT_EQ(run({"run", "free.csv", "-o", "out"}).code, 0);
    const auto map = results()["space"]["maps"][0];
    EXPECT_EQ(map["places"], "free");
    EXPECT_GT(map["quantities"][0]["moran_i"].get<double>(), 0.5);
}

TEST_F(PropertyTables, ATableBesideItsCurvesStaysWhatTheVendorSays) {
    const fs::path example = source_root / "examples/first-run";
    fs::create_directory(folder_.path() / "study");
    for (const auto& entry : fs::directory_iterator(example))
        fs::copy_file(entry.path(), folder_.path() / "study" / entry.path().filename());
    ASSERT_EQ(run({"run", "study", "-o", "before"}).code, 0);
    folder_.write("study/map.csv", two_phases());
    ASSERT_EQ(run({"run", "study", "-o", "after"}).code, 0);
    EXPECT_EQ(file_text(folder_.path() / "before/tests.csv"),
              file_text(folder_.path() / "after/tests.csv"));
}

TEST_F(PropertyTables, KAtTheEndOfItsRangeIsSaidFirst) {
    folder_.write("map.csv", two_phases());
    const Ending end = run({"run", "map.csv", "-o", "out", "--set", "study.k_max=2"});
    ASSERT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("clusters  k at the end of its range: BIC still falls at 2"));
    EXPECT_THAT(file_text(folder_.path() / "out/report.html"), HasSubstr("BIC still falls at"));
}

// Acceptance: the labels of the mixture against those of an oracle that knows the true parameters.
TEST_F(PropertyTables, TheSimulatedMapIsPartedAsAnOracleWould) {
    SNEDDON_TOO_LARGE_FOR_SANITIZERS();
    ASSERT_EQ(run({"simulate", "property-map", "-o", "sim", "--seed", "3"}).code, 0);
    const Ending end = run({"run", "sim/map.csv", "sim/study.toml", "-o", "out"});
    ASSERT_EQ(end.code, 0) << end.err;
    const auto study = results();
    EXPECT_TRUE(study["simulated"].get<bool>());
    EXPECT_EQ(study["clusters"]["chosen"], 3);
    EXPECT_TRUE(study["tests"].empty());  // above 20,000 rows
    EXPECT_EQ(study["tests_in"], "tests.csv");
    EXPECT_LE(fs::file_size(folder_.path() / "out/report.html"),
              8u << 20);  // the page carries every row

    struct Phase {
        double share, H, sd_H, E, sd_E, r = 0.4;
    };
    const Phase phases[] = {
        {0.5, 3.6, 0.22, 205, 8}, {0.3, 5.4, 0.26, 188, 8}, {0.2, 8.2, 0.45, 262, 12}};
    const auto H = column("H_IT_GPa"), E = column("E_IT_GPa"), labels = column("cluster");
    std::vector<int> found, oracle;
    for (std::size_t i = 0; i < H.size(); ++i) {
        int best = 0;
        double most = -1e300;
        for (int j = 0; j < 3; ++j) {
            const Phase& phase = phases[j];
            const double u = (std::stod(H[i]) - phase.H) / phase.sd_H;
            const double v = (std::stod(E[i]) - phase.E) / phase.sd_E;
            const double rest = 1 - phase.r * phase.r;
            const double density = std::log(phase.share / (phase.sd_H * phase.sd_E)) -
                                   (u * u - 2 * phase.r * u * v + v * v) / (2 * rest);
            if (density <= most) continue;
            most = density;
            best = j;
        }
        oracle.push_back(best);
        found.push_back(std::stoi(labels[i]));
    }
    ASSERT_EQ(found.size(), 40000u);
    EXPECT_GE(adjusted_rand_index(found, oracle), 0.95);
}

TEST_F(PropertyTables, TheMapsOfTheShelfAreReadAsTheyAre) {
    SNEDDON_TOO_LARGE_FOR_SANITIZERS();
    SNEDDON_NEEDS_SHARED();
    const fs::path maps = shared_folder() / "data/maps";
    for (const char* name : {"Duplex_Steel_1um", "Al-Cu_Eutectic_5um"}) {
        const std::string file = (folder_.path() / (std::string(name) + ".csv")).string();
        ASSERT_EQ(std::system(
                      ("xz -dc '" + (maps / name).string() + ".csv.xz' > '" + file + "'").c_str()),
                  0);
        const Ending end = run({"run", file, "-f", "-o", "out"});
        ASSERT_EQ(end.code, 0) << end.err;
        const auto study = results();
        EXPECT_EQ(study["counts"]["rows"], 40000);
        EXPECT_GE(study["counts"]["rows_used"].get<int>(), 39990);
        EXPECT_EQ(study["space"]["maps"][0]["nx"], 200);
        EXPECT_EQ(study["space"]["maps"][0]["ny"], 200);
        EXPECT_LE(fs::file_size(folder_.path() / "out/report.html"),
                  8u << 20);  // the page carries every row
        EXPECT_THAT(column("cluster_posterior"), Not(Contains("nan")));
    }
}

TEST_F(PropertyTables, TheMetallicGlassMapOfTheShelfGivesMapClustersAndVariogram) {
    SNEDDON_NEEDS_SHARED();
    const std::string file = (shared_folder() /
                              "data/vendor_oracles/metallic_glass_map/"
                              "Be0_matryca15_50mN_spacing7um_strefa_przejsciowa.TXT")
                                 .string();
    const Ending end = run({"run", file, "-o", "out"});
    ASSERT_EQ(end.code, 0) << end.err;
    const auto study = results();
    EXPECT_EQ(study["counts"]["rows_used"], 225);
    EXPECT_EQ(study["space"]["maps"][0]["nx"], 15);
    EXPECT_NEAR(study["space"]["maps"][0]["pitch_x_um"].get<double>(), 7, 0.1);
    EXPECT_NEAR(std::stod(column("H_IT_GPa")[0]), 7.07341, 1e-9);
    EXPECT_NEAR(std::stod(column("eta_IT")[0]), 0.41166, 1e-9);
}

TEST_F(PropertyTables, TablesOfOtherVendorsOfTheShelfAreStudies) {
    SNEDDON_TOO_LARGE_FOR_SANITIZERS();
    SNEDDON_NEEDS_SHARED();
    const fs::path shelf = shared_folder() / "data/instruments";
    const std::pair<const char*, int> tables[] = {
        {"femtotools/map_results_data1.txt", 26030},
        {"bruker_hysitron/results_231122mapping_00000_LC.txt", 81},
        {"asmec_zwick/results_ASMEC_example_20x11.xlsx", 220},
        {"anton_paar_csm/results_HT_V_100mN_data.TXT", 0}};
    for (const auto& [name, rows] : tables) {
        const Ending end = run({"run", (shelf / name).string(), "-f", "-o", "out"});
        EXPECT_EQ(end.code, 0) << name << end.out << end.err;
        const auto counts = results()["counts"];
        EXPECT_GT(counts["rows_used"].get<int>(), 0) << name;
        if (rows > 0) {
            EXPECT_EQ(counts["rows"], rows) << name;
        }
    }
}

// The outputs that the page shows are those of the program.
TEST_F(PropertyTables, TheHowToPageShowsWhatTheProgramSays) {
    const std::string page = file_text(source_root / "docs/how-to/study-a-property-map.md");
    ASSERT_EQ(run({"simulate", "property-map", "-o", "sim"}).code, 0);
    const std::string said = run({"look", "sim/map.csv"}).out +
                             run({"run", "sim/map.csv", "sim/study.toml", "-o", "out"}).out;
    const std::regex block("```text\n([^`]*)```");
    std::size_t lines = 0;
    for (std::sregex_iterator at(page.begin(), page.end(), block), end; at != end; ++at) {
        std::istringstream shown((*at)[1]);
        for (std::string line; std::getline(shown, line); ++lines)
            EXPECT_THAT(said, HasSubstr(line + "\n"));
    }
    EXPECT_GE(lines, 8u);
}

}  // namespace
}  // namespace sneddon::testing
