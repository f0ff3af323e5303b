#include "pipeline/parts/outcome_archive.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "support/places.hpp"

namespace sneddon {
namespace {

FileOutcome outcome_of_example() {
    AnalysisRecipe recipe;
    recipe.area_function = parse_area_function("ideal").value();
    recipe.poisson_ratio = 0.36;
    const std::string path =
        std::string(testing::source_folder) + "/examples/first-run/example_0004_LC.txt";
    const InputPath input{path, std::nullopt};
    const std::string short_name = "example_0004_LC.txt";
    const ReadOptions reading;
    const DriftsOfOrder drifts;
    return analyse_file({input, short_name, reading, recipe, drifts}).outcome;
}

TEST(OutcomeArchive, GivesBackWhatWasPackedToTheLastBit) {
    const FileOutcome outcome = outcome_of_example();
    ASSERT_EQ(outcome.rows.size(), 1U);
    ASSERT_FALSE(outcome.holds.empty());
    const auto back = unpacked(packed(outcome));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->input.sha256, outcome.input.sha256);
    const TestRow &row = outcome.rows[0], &same = back->rows[0];
    for (std::size_t i = 0; i < quantity_count; ++i)
        EXPECT_EQ(std::bit_cast<std::uint64_t>(same.values[QuantityIndex{i}]),
                  std::bit_cast<std::uint64_t>(row.values[QuantityIndex{i}]))
            << quantity_table[i].id;
    EXPECT_EQ(same.test_id, row.test_id);
    ASSERT_EQ(same.corrections.size(), row.corrections.size());
    EXPECT_EQ(same.corrections.back().evidence, row.corrections.back().evidence);
    EXPECT_TRUE(same.variants.is_there());
    EXPECT_EQ(back->holds[0].depth_nm, outcome.holds[0].depth_nm);
    EXPECT_EQ(back->previews[0].load_uN, outcome.previews[0].load_uN);
    EXPECT_EQ(back->column_hashes, outcome.column_hashes);
    EXPECT_EQ(packed(*back), packed(outcome)) << "a field that is written and not read";
}

TEST(OutcomeArchive, RowsAndCurvesTogetherAreAllOfIt) {
    const FileOutcome outcome = outcome_of_example();
    FileOutcome back;
    ASSERT_TRUE(unpack_rows(packed_rows(outcome), back));
    EXPECT_TRUE(back.previews.empty());
    ASSERT_TRUE(unpack_curves(packed_curves(outcome), back));
    EXPECT_EQ(packed(back), packed(outcome));
    EXPECT_FALSE(unpack_rows(packed_curves(outcome), back));
}

TEST(OutcomeArchive, OfARefusedFileKeepsItsReason) {
    FileOutcome outcome;
    outcome.input.path = "a.txt";
    outcome.input.status = Status::refused;
    outcome.input.reason = "an empty file";
    outcome.input.code = "SND-R002";
    const auto back = unpacked(packed(outcome));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->input.status, Status::refused);
    EXPECT_EQ(back->input.reason, "an empty file");
    EXPECT_TRUE(back->rows.empty());
}

// Cut off at any place, or with a length that asks for more than there is.
TEST(OutcomeArchive, OfBytesThatEndTooEarlyIsNone) {
    FileOutcome outcome = outcome_of_example();
    outcome.holds.clear();
    outcome.previews.clear();
    outcome.residuals.clear();
    const std::string bytes = packed(outcome);
    for (std::size_t length = 0; length < bytes.size(); ++length)
        ASSERT_FALSE(unpacked(std::string_view(bytes).substr(0, length))) << length;
    EXPECT_FALSE(unpacked(bytes + "x"));
    EXPECT_FALSE(unpacked(std::string(64, '\xFF')));
}

TEST(OutcomeArchive, OfATruthThatIsNeitherYesNorNoIsNone) {
    FileOutcome outcome;
    std::string no = packed(outcome);
    outcome.input.is_companion = true;
    const std::string yes = packed(outcome);
    ASSERT_EQ(yes.size(), no.size());
    const auto place = std::ranges::mismatch(no, yes).in1;
    ASSERT_NE(place, no.end());
    *place = 2;
    EXPECT_FALSE(unpacked(no));
}

}  // namespace
}  // namespace sneddon
