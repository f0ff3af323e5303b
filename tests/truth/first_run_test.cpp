// examples/first-run from the command's point of view, against the closed forms it is made from.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "sneddon/pipeline/run.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using Answers = std::map<std::string, double>;  // column -> value, NaN where the cell is empty

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found(1);
    for (const char c : line)
        if (c == ',')
            found.emplace_back();
        else
            found.back() += c;
    return found;
}

std::map<std::string, Answers> answers_of_files() {
    std::istringstream table(testing::text_of(testing::source_root / "tests/truth/first_run.csv"));
    std::string line;
    std::getline(table, line);
    const auto heads = cells(line);
    std::map<std::string, Answers> answers;
    while (std::getline(table, line)) {
        const auto row = cells(line);
        for (std::size_t i = 1; i < row.size(); ++i)
            answers[row[0]][heads[i]] = row[i].empty() ? std::nan("") : std::stod(row[i]);
    }
    return answers;
}

const StudyResult& first_run() {
    static const StudyResult study = [] {
        const testing::TemporaryFolder folder;
        RunRequest request;
        request.paths = {(testing::source_root / "examples/first-run").string()};
        request.output_folder = folder.path() / "out";
        auto result = run(request, {});
        EXPECT_TRUE(result.ok()) << (result.ok() ? "" : message(result.error()));
        return result.ok() ? std::move(*result) : StudyResult{};
    }();
    return study;
}

struct Tolerance {
    const char* id;
    double relative;
};

TEST(FirstRun, UsesEveryCurveAndNamesEveryCompanion) {
    ASSERT_EQ(first_run().inputs.size(), 11u);
    for (const auto& input : first_run().inputs) {
        const bool is_curve = input.path.ends_with("_LC.txt");
        EXPECT_EQ(input.status, is_curve ? Status::used : Status::excluded)
            << input.path << ": " << input.reason;
        EXPECT_EQ(input.is_companion, !is_curve) << input.path;
    }
    ASSERT_EQ(first_run().tests.size(), 8u);
    EXPECT_TRUE(first_run().facts.is_simulated);
}

TEST(FirstRun, AgreesWithTheClosedForms) {
    const auto answers = answers_of_files();
    ASSERT_EQ(answers.size(), first_run().tests.size());
    // Depths are written to 1e-6 nm: the fit has them to 1e-7. The line over the last second of
    // the hold is 5e-4 nm above the creep law at its end, and A_p changes by 4 % for each nm. The
    // trapezoid over 250 samples is 4e-5 above the works.
    constexpr Tolerance tolerances[] = {
        {"m", 1e-6},          {"h_p_nm", 1e-6},     {"S_uN_per_nm", 1e-6},
        {"h_max_nm", 2e-5},   {"h_r_nm", 3e-5},     {"h_c_nm", 3e-5},
        {"A_p_nm2", 4e-5},    {"H_IT_GPa", 4e-5},   {"E_r_GPa", 2e-5},
        {"E_IT_GPa", 2e-5},   {"W_total_pJ", 4e-5}, {"P_per_S2_per_GPa", 1e-6},
        {"W_elast_pJ", 1e-4}, {"W_plast_pJ", 6e-5}, {"eta_IT", 1e-4},
    };
    for (const auto& row : first_run().tests) {
        const auto& expected = answers.at(std::filesystem::path(row.file).filename().string());
        for (const auto& [id, relative] : tolerances) {
            const double value = expected.at(id);
            EXPECT_NEAR(row.values[*find_quantity(id)], value, relative * std::abs(value))
                << id << " of " << row.test_id;
        }
        EXPECT_EQ(row.load_function, expected.at("hold_s") > 0 ? "hold 10 s" : "hold 0 s");
    }
}

// h_1 is a parabola through the last 0.2 s of loading, six samples, where the ramp reaches F_max;
// h_2 lies 5e-4 nm above the creep law's end. The hold of a file begins one sample, 0.04 s, late:
// its mark puts the peak sample into the loading.
TEST(FirstRun, HasTheCreep) {
    const auto answers = answers_of_files();
    for (const auto& row : first_run().tests) {
        const auto& expected = answers.at(std::filesystem::path(row.file).filename().string());
        const double creep_nm = row.values["creep_nm"_q];
        EXPECT_EQ(std::isnan(creep_nm), std::isnan(expected.at("creep_nm"))) << row.test_id;
        if (std::isnan(creep_nm)) continue;
        EXPECT_NEAR(creep_nm, expected.at("creep_nm"), 1e-3) << row.test_id;
        EXPECT_NEAR(row.values["hold_s"_q], expected.at("hold_s"), 0.04 + 1e-9) << row.test_id;
    }
}

// Volts are written to 1e-6, which is 5e-3 nm of depth; the compliance moves it by 0.4 nm.
TEST(FirstRun, FindsTheHiddenComplianceAndDrift) {
    const auto answers = answers_of_files();
    for (const auto& row : first_run().tests) {
        const auto& expected = answers.at(std::filesystem::path(row.file).filename().string());
        ASSERT_TRUE(row.applied.frame_compliance_nm_per_uN && row.applied.drift_nm_per_s);
        const double compliance = expected.at("frame_compliance_nm_per_uN");
        EXPECT_NEAR(*row.applied.frame_compliance_nm_per_uN, compliance, 0.015 * compliance);
        EXPECT_NEAR(*row.applied.drift_nm_per_s, expected.at("drift_nm_per_s"), 2e-4);
    }
}

TEST(FirstRun, PutsEveryLoadFunctionOnItsOwnGrid) {
    std::map<std::string, std::vector<std::pair<double, double>>> places;
    for (const auto& row : first_run().tests) {
        ASSERT_TRUE(row.position) << row.test_id;
        places[row.load_function].emplace_back(row.position->x_um, row.position->y_um);
    }
    const std::vector<std::pair<double, double>> raster = {{0, 0}, {2, 0}, {0, 2}, {2, 2}};
    EXPECT_EQ(places["hold 0 s"], raster);
    EXPECT_EQ(places["hold 10 s"], raster);
}

}  // namespace
}  // namespace sneddon
