#include "study/groups/groups.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

namespace sneddon {
namespace {

using ::testing::ElementsAre;

TestRow row(const std::string& file, double hold_s, double H_IT_GPa) {
    TestRow made;
    made.file = made.test_id = file;
    made.values["F_max_uN"_q] = 300;
    made.values["ramp_s"_q] = 10;
    made.values["hold_s"_q] = hold_s;
    made.values["H_IT_GPa"_q] = H_IT_GPa;
    return made;
}

std::vector<std::string> files(const StudyResult& study) {
    std::vector<std::string> names;
    for (const TestRow& test : study.tests) names.push_back(test.file);
    return names;
}

StudyResult study_of(std::vector<TestRow> rows) {
    StudyResult study;
    study.tests = std::move(rows);
    for (const TestRow& test : study.tests) {
        InputFile input;
        input.path = test.file;
        input.tests = 1;
        study.inputs.push_back(input);
    }
    return study;
}

TEST(ArrangeStudy, TimeStampsDecideThenNaturalOrderOfThePath) {
    auto study = study_of({row("a10", 0, 1), row("a9", 0, 1), row("z", 0, 1), row("y", 0, 1)});
    study.tests[2].time_stamp = "2025-01-01T10:00:00";
    study.tests[3].time_stamp = "2025-01-01T09:59:59";
    arrange_study(study, GroupBy::load_function);
    EXPECT_THAT(files(study), ElementsAre("y", "z", "a9", "a10"));
}

TEST(ArrangeStudy, FitsAtABoundStayOutOfTheMeansOfWhatFollowsFromThem) {
    for (const auto& [at_bound, rule, n] :
         {std::tuple{3, FitsAtBound::leave_out, 2u}, std::tuple{3, FitsAtBound::keep, 5u},
          std::tuple{2, FitsAtBound::leave_out, 5u}, std::tuple{5, FitsAtBound::leave_out, 0u}}) {
        std::vector<TestRow> rows;
        for (int i = 0; i < 5; ++i) {
            rows.push_back(row(std::to_string(i), 0, 4));
            rows.back().values["S_uN_per_nm"_q] = 10;
            rows.back().values["W_total_pJ"_q] = 7;
            if (i < at_bound)
                rows.back().flags.push_back({i == 0 ? "SND-A047" : "SND-A001", 5, 5, ""});
        }
        auto study = study_of(std::move(rows));
        arrange_study(study, GroupBy::load_function);
        const std::size_t warnings = study.warnings.size();
        describe_groups(study, rule);
        const auto& statistics = study.groups.at(0).statistics;
        EXPECT_EQ(statistics.contains("H_IT_GPa"_q.at) ? statistics.at("H_IT_GPa"_q.at).n : 0, n);
        EXPECT_EQ(statistics.at("W_total_pJ"_q.at).n, 5u);
        EXPECT_EQ(study.groups[0].n, 5u);
        EXPECT_EQ(study.warnings.size() - warnings, at_bound > 2 ? 1u : 0u);
    }
}

TEST(ArrangeStudy, GroupsHaveMeanAndSampleSdOfUsedTests) {
    auto study = study_of({row("a", 0, 4), row("b", 0, 6), row("c", 10, 5), row("d", 0, 100),
                           row("e", 0, std::nan(""))});
    study.tests[3].status = Status::refused;
    arrange_study(study, GroupBy::load_function);
    describe_groups(study);
    ASSERT_EQ(study.groups.size(), 2u);
    EXPECT_EQ(study.groups[0].name, "hold 0 s");
    EXPECT_EQ(study.groups[0].n, 3u);
    const GroupStatistic& H = study.groups[0].statistics.at("H_IT_GPa"_q.at);
    EXPECT_EQ(H.n, 2u);
    EXPECT_DOUBLE_EQ(H.mean, 5);
    EXPECT_DOUBLE_EQ(H.sd, std::sqrt(2.0));
    EXPECT_TRUE(std::isnan(study.groups[1].statistics.at("H_IT_GPa"_q.at).sd));
}

TEST(ArrangeStudy, NamesOfTheStudyFileAreShown) {
    auto study = study_of({row("a", 60, 4)});
    study.facts.load_function_names["hold 60 s"] = "Type 60";
    arrange_study(study, GroupBy::load_function);
    EXPECT_EQ(study.tests.at(0).load_function, "Type 60");
}

StudyResult on_grid(std::vector<TestRow> rows, GridOrder order = GridOrder::raster) {
    auto study = study_of(std::move(rows));
    study.facts.grid = Grid{2, 2, 3, 5, order};
    return study;
}

std::vector<std::pair<double, double>> positions(const StudyResult& study) {
    std::vector<std::pair<double, double>> places;
    for (const TestRow& test : study.tests)
        places.emplace_back(test.position ? test.position->x_um : NAN,
                            test.position ? test.position->y_um : NAN);
    return places;
}

TEST(ArrangeStudy, EachLoadFunctionFillsTheGridInOrder) {
    auto study = on_grid({row("a1", 0, 1), row("b1", 60, 1), row("a2", 0, 1), row("a3", 0, 1)});
    arrange_study(study, GroupBy::load_function);
    using P = std::pair<double, double>;
    EXPECT_THAT(positions(study), ElementsAre(P(0, 0), P(3, 0), P(0, 5), P(0, 0)));
}

/// a1, a2 of the sample "a" with a grid of 3 µm, b1, b2 of "b" with another one.
StudyResult two_samples() {
    auto study = study_of({row("a1", 0, 4), row("b1", 0, 6), row("a2", 0, 4), row("b2", 0, 8)});
    study.samples = {{"a", {}}, {"b", {}}};
    study.samples[0].facts.grid = Grid{2, 1, 3, 3, GridOrder::raster};
    study.samples[1].facts.grid = Grid{1, 2, 7, 7, GridOrder::raster};
    for (TestRow& test : study.tests) test.sample = test.file[0] == 'a' ? 0 : 1;
    return study;
}

TEST(ArrangeStudy, EachSampleHasItsGridAndItsGroups) {
    auto study = two_samples();
    arrange_study(study, GroupBy::load_function);
    describe_groups(study);
    ASSERT_EQ(study.groups.size(), 2u);
    EXPECT_EQ(study.groups[0].sample, "a");
    EXPECT_EQ(study.groups[1].sample, "b");
    EXPECT_TRUE(study.groups[1].name.starts_with("b, "));
    EXPECT_DOUBLE_EQ(study.groups[1].statistics.at("H_IT_GPa"_q.at).mean, 7);
    using P = std::pair<double, double>;
    EXPECT_THAT(positions(study), ElementsAre(P(0, 0), P(3, 0), P(0, 0), P(0, 7)));
}

TEST(ArrangeStudy, SamplesInOneGroupAreSaid) {
    auto study = two_samples();
    arrange_study(study, GroupBy::none);
    describe_groups(study);
    ASSERT_EQ(study.groups.size(), 1u);
    EXPECT_EQ(study.groups[0].sample, "");
    ASSERT_FALSE(study.warnings.empty());
    EXPECT_EQ(study.warnings[0].code, "SND-U016");
}

TEST(ArrangeStudy, ASerpentineRunsBackOnEveryOtherLine) {
    auto study = on_grid({row("a1", 0, 1), row("a2", 0, 1), row("a3", 0, 1), row("a4", 0, 1)},
                         GridOrder::serpentine);
    arrange_study(study, GroupBy::load_function);
    using P = std::pair<double, double>;
    EXPECT_THAT(positions(study), ElementsAre(P(0, 0), P(3, 0), P(3, 5), P(0, 5)));
}

TEST(ArrangeStudy, ARefusedFileKeepsItsPlaceInTheGrid) {
    auto study = on_grid({row("a1", 0, 1), row("a3", 0, 1)});
    InputFile refused;
    refused.path = "a2";
    refused.status = Status::refused;
    study.inputs.push_back(refused);
    arrange_study(study, GroupBy::load_function);
    using P = std::pair<double, double>;
    EXPECT_THAT(positions(study), ElementsAre(P(0, 0), P(0, 5)));
}

TEST(ArrangeStudy, AFileThatIsNoTestTakesNoPlace) {
    auto study = on_grid({row("a1.txt", 0, 1), row("a3.txt", 0, 1)});
    InputFile refused;
    refused.path = "a2.xyz";
    refused.status = Status::refused;
    study.inputs.push_back(refused);
    arrange_study(study, GroupBy::load_function);
    using P = std::pair<double, double>;
    EXPECT_THAT(positions(study), ElementsAre(P(0, 0), P(3, 0)));
}

TEST(ArrangeStudy, APlaceThatIsNotKnownStaysEmptyWithAWarning) {
    auto study = on_grid({row("a1", 0, 1), row("b1", 60, 1)});
    InputFile refused;
    refused.path = "a2";  // the last of the first array or the first of the second
    refused.status = Status::refused;
    study.inputs.push_back(refused);
    arrange_study(study, GroupBy::load_function);
    EXPECT_TRUE(study.tests[0].position.has_value());
    EXPECT_FALSE(study.tests[1].position.has_value());
    ASSERT_FALSE(study.warnings.empty());
    EXPECT_EQ(study.warnings[0].code, "SND-G001");
}

TEST(ArrangeStudy, MoreTestsThanPlacesAreWarnedOf) {
    auto study =
        on_grid({row("1", 0, 1), row("2", 0, 1), row("3", 0, 1), row("4", 0, 1), row("5", 0, 1)});
    arrange_study(study, GroupBy::load_function);
    EXPECT_FALSE(study.tests[4].position.has_value());
    EXPECT_EQ(study.warnings.at(0).code, "SND-G002");
}

TEST(ArrangeStudy, CyclesAreComparedWithTheirLike) {
    auto first = row("a", 0, 1), second = row("a", 5, 1);
    second.cycle = 2;
    second.test_id = "a#1.2";
    auto study = study_of({first, second});
    arrange_study(study, GroupBy::load_function);
    EXPECT_EQ(study.tests[0].load_function, "cycle 1 of 2, hold 0 s");
    EXPECT_EQ(study.tests[1].load_function, "cycle 2 of 2, hold 5 s");
}

TEST(ArrangeStudy, FlagsBecomeWarningsWithTheirTests) {
    auto study = study_of({row("a", 0, 1), row("b", 0, 1)});
    study.tests[1].flags.push_back({"SND-A001", 5, 5, ""});
    arrange_study(study, GroupBy::folder);
    ASSERT_EQ(study.warnings.size(), 1u);
    EXPECT_EQ(study.warnings[0].code, "SND-A001");
    EXPECT_THAT(study.warnings[0].tests, ElementsAre("b"));
    EXPECT_EQ(study.tests.at(0).load_function, ".");
}

}  // namespace
}  // namespace sneddon
