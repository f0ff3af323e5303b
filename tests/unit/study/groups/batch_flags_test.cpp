#include "study/groups/batch_flags.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace sneddon {
namespace {

// Loading F ~ h^n to 300 uN: W_load = F h/(n + 1).
TestRow row_of(double h_nm, double n) {
    TestRow row;
    row.load_function = "hold 0 s";
    row.values["F_max_uN"_q] = 300;
    row.values["h_max_nm"_q] = h_nm;
    row.values["W_load_pJ"_q] = 300 * h_nm / (n + 1) * 1e-3;
    return row;
}

std::vector<TestRow> batch() {
    std::vector<TestRow> rows;
    RandomStream random(1);
    for (int i = 0; i < 40; ++i)
        rows.push_back(row_of(48 + random.normal(), 1.35 + 0.02 * random.normal()));
    return rows;
}

std::vector<std::size_t> flagged(const std::vector<TestRow>& rows, std::string_view code) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const Flag& flag : rows[i].flags)
            if (flag.code == code && (places.empty() || places.back() != i)) places.push_back(i);
    return places;
}

TEST(BatchFlags, AnotherShapeOfLoadingIsFlagged) {
    auto rows = batch();
    flag_other_loading(rows);
    EXPECT_TRUE(flagged(rows, "SND-G006").empty());
    rows[7] = row_of(48, 1.55);  // as under a sharper tip
    rows[9] = row_of(60, 1.35);  // as with a wrong surface
    flag_other_loading(rows);
    EXPECT_EQ(flagged(rows, "SND-G006"), (std::vector<std::size_t>{7, 9}));
}

TEST(BatchFlags, LoadFunctionsAreJudgedEachOnItsOwn) {
    auto rows = batch();
    for (auto row : batch()) {
        row.load_function = "hold 60 s";
        row.values["h_max_nm"_q] += 20;
        row.values["creep_nm"_q] = 20;
        rows.push_back(row);
    }
    flag_other_loading(rows);
    EXPECT_TRUE(flagged(rows, "SND-G006").empty());
}

TEST(BatchFlags, AnotherFrameComplianceIsFlagged) {
    auto rows = batch();
    for (auto& row : rows) row.applied.frame_compliance_nm_per_uN = 1.2e-3;
    rows[3].applied.frame_compliance_nm_per_uN = 1.2;  // load in mN under a head of uN
    rows[4].applied.frame_compliance_nm_per_uN = std::nullopt;
    rows[5].applied.frame_compliance_nm_per_uN = 1.3e-3;
    flag_other_calibration(rows);
    EXPECT_EQ(flagged(rows, "SND-G005"), (std::vector<std::size_t>{3}));
}

// Of 0 nothing is a multiple.
TEST(BatchFlags, AFrameThatIsUsuallyZeroIsNoMeasure) {
    auto rows = batch();
    for (auto& row : rows) row.applied.frame_compliance_nm_per_uN = 0;
    rows[3].applied.frame_compliance_nm_per_uN = 1.2e-3;
    flag_other_calibration(rows);
    EXPECT_TRUE(flagged(rows, "SND-G005").empty());
}

TEST(BatchFlags, AFewTestsAreNoBatch) {
    auto rows = batch();
    rows.resize(8);
    rows[7] = row_of(60, 1.35);
    flag_other_loading(rows);
    EXPECT_TRUE(flagged(rows, "SND-G006").empty());
}

}  // namespace
}  // namespace sneddon
