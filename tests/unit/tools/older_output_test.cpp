// A folder that version 0.1.0 wrote (schema 1) is still read by `report` and `compare`. Made by:
//   sneddon simulate zr50cu40al10 -o study --seed 3 --tests-per-load-function 3
//       --set programme.points_per_s=3
//   sneddon run study -o out-0.1.0 --figures none --set report.reference=pomes2025
//       --set study.k_resamples=0 --set study.fit_simulations=0 --set study.permutations=0
// without its page, curves and longest hold curves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "results/written_study.hpp"
#include "sneddon/pipeline/run.hpp"
#include "sneddon/tools/compare.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const fs::path older = testing::source_root / "tests/data/out-0.1.0";

TEST(OlderOutput, IsReadWhole) {
    const auto study = read_study(older);
    ASSERT_TRUE(study) << message(study.error());
    EXPECT_EQ(study->results.version().value(), "0.1.0");
    EXPECT_TRUE(study->results.is_simulated().is_true());
    EXPECT_EQ(study->results.groups().size(), 4u);
    EXPECT_EQ(study->tests.rows, 12u);
    const WrittenGroup group = study->results.groups()[0];
    // The mean of tests.csv, and that of results.json: written by one run.
    double sum = 0;
    for (std::size_t row = 0; row < study->tests.rows; ++row)
        if (study->tests.text_of(column::load_function, row) == group.name().value())
            sum += study->tests.value("H_IT_GPa"_q, row);
    EXPECT_NEAR(group.of_quantity("H_IT_GPa"_q).mean().value(), sum / group.n().value(), 1e-12);
}

TEST(OlderOutput, IsDrawn) {
    const testing::TemporaryFolder folder;
    fs::copy(older, folder.path() / "out", fs::copy_options::recursive);
    const auto report = write_report({folder.path() / "out", "all", "", "svg"});
    ASSERT_TRUE(report) << message(report.error());
    EXPECT_THAT(report->figures, ::testing::Contains("hardness"));
    const std::string page = testing::file_text(folder.path() / "out" / "report.html");
    EXPECT_THAT(page, HasSubstr("Sneddon 0.1.0."));
    EXPECT_THAT(page, HasSubstr("<section id=\"glance\">"));
}

TEST(OlderOutput, IsCompared) {
    const auto text = compare_outputs(older.string(), older.string());
    ASSERT_TRUE(text) << message(text.error());
    EXPECT_THAT(text.value(), HasSubstr("12 tests in both"));
    EXPECT_THAT(text.value(), HasSubstr("every quantity of these tests is the same"));
}

}  // namespace
}  // namespace sneddon
