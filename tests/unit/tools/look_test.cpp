#include "sneddon/tools/look.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "sneddon/pipeline/run.hpp"
#include "support/places.hpp"
#include "support/temporary_folder.hpp"
#include "unit/read/container/tdm/tdm_bytes.hpp"
#include "unit/read/container/xls_bytes.hpp"

namespace sneddon {
namespace {

const std::string first_run = std::string(testing::source_folder) + "/examples/first-run";

Look looked(const RunRequest& request) {
    auto found = look(request, {});
    if (!found) {
        ADD_FAILURE() << message(found.error());
        return {};
    }
    return *std::move(found);
}

/// One curve of the example, beside nothing else.
std::string copy_of_a_curve(const testing::TemporaryFolder& folder, const std::string& name) {
    return folder.write(name, testing::file_text(first_run + "/example_0000_LC.txt"));
}

bool says_missing(const Look& look, const std::string& words) {
    return std::ranges::any_of(look.missing, [&](const Warning& each) {
        return each.text.find(words) != std::string::npos;
    });
}

TEST(Look, CountsFilesTestsAndLoadFunctionsOfAFolder) {
    RunRequest request;
    request.paths = {first_run};
    const Look found = looked(request);
    const auto tests = std::ranges::count(found.files, "hysitron-txt", &LookedFile::format);
    EXPECT_EQ(tests, 8);
    ASSERT_EQ(found.load_functions.size(), 2u);
    EXPECT_EQ(found.load_functions[0].name, "hold 0 s");
    EXPECT_EQ(found.load_functions[0].cycles, 4u);
    EXPECT_EQ(found.load_functions[1].name, "hold 10 s");
    EXPECT_EQ(found.load_functions[1].cycles, 4u);
    EXPECT_EQ(found.tests_without_load_function, 0u);
    EXPECT_EQ(found.study_file, first_run + "/study.toml");
    EXPECT_TRUE(found.missing.empty()) << found.missing[0].text;
}

TEST(Look, AtHeadsTellsAllButLoadFunctions) {
    RunRequest request;
    request.paths = {first_run};
    const auto heads = look(request, {}, GlanceAt::heads);
    ASSERT_TRUE(heads.ok());
    const Look whole = looked(request);
    ASSERT_EQ(heads->files.size(), whole.files.size());
    for (std::size_t i = 0; i < whole.files.size(); ++i) {
        EXPECT_EQ(heads->files[i].format, whole.files[i].format);
        EXPECT_EQ(heads->files[i].status, whole.files[i].status);
        EXPECT_EQ(heads->files[i].tests, whole.files[i].tests);
        EXPECT_EQ(heads->files[i].is_sampled, whole.files[i].tests > 0) << whole.files[i].path;
    }
    EXPECT_TRUE(heads->load_functions.empty());
    EXPECT_EQ(heads->channels.size(), whole.channels.size());
    // A regression over the first points of a curve would tell nonsense of frame and drift.
    EXPECT_EQ(std::ranges::find(heads->inferences, "corrections applied by the instrument",
                                &LookedInference::what),
              heads->inferences.end());
    EXPECT_NE(look_text(*heads).find("without --heads load functions are told too"),
              std::string::npos);
}

TEST(Look, AtHeadsLooksFurtherWhereAHeadIsLong) {
    const testing::TemporaryFolder folder;
    std::string text = testing::file_text(first_run + "/example_0000_LC.txt");
    for (int line = 0; line < 20; ++line) text.insert(0, std::string(1024, 'x') + "\n");
    RunRequest request;
    request.paths = {folder.write("a.txt", text)};
    const auto heads = look(request, {}, GlanceAt::heads);
    ASSERT_TRUE(heads.ok());
    EXPECT_EQ(heads->files[0].status, Status::used) << heads->files[0].reason;
    EXPECT_EQ(looked(request).files[0].status, Status::used);
}

// Half of an XML head is no head.
TEST(Look, AtHeadsReadsAHeadInXmlWhole) {
    const testing::TemporaryFolder folder;
    testing::MadeTdm made;
    const std::vector<double> rows(50, 1.0);
    made.groups = {{"test", {{"Time", "s", rows}, {"Depth", "nm", rows}, {"Load", "uN", rows}}}};
    std::string head = made.head();
    const std::string note = "<!--" + std::string(std::size_t{40} << 10, ' ') + "-->";
    head.insert(head.find("?>") + 2, note);
    const std::string path = folder.write("a.tdm", head);
    folder.write("a.tdx", made.body());
    RunRequest request;
    request.paths = {path};
    const auto heads = look(request, {}, GlanceAt::heads);
    ASSERT_TRUE(heads.ok());
    EXPECT_EQ(heads->files[0].code, looked(request).files[0].code);
    EXPECT_EQ(heads->files[0].tests, looked(request).files[0].tests);
}

/// What a look says of the tip of a study.toml beside one curve of the example.
std::vector<std::string> codes_of_tip(const std::string& study) {
    const testing::TemporaryFolder folder;
    copy_of_a_curve(folder, "a.txt");
    folder.write("study.toml", "nu = 0.3\n" + study);
    RunRequest request;
    request.paths = {folder.path().string()};
    std::vector<std::string> codes;
    for (const Warning& each : looked(request).missing)
        if (each.code.starts_with("SND-G06")) codes.push_back(each.code);
    return codes;
}

// The example was measured in January 2025, to some 50 nm at peak load.
TEST(Look, TellsOfATipThatIsOlderThanTheTests) {
    using Codes = std::vector<std::string>;
    const std::string tip = "[area_function]\nC = [24.5]\n";
    EXPECT_EQ(codes_of_tip("tip_date = \"2023-12-31\"\n" + tip), Codes{"SND-G063"});
    EXPECT_EQ(codes_of_tip("tip_date = \"2024-12-31\"\n" + tip), Codes{});
    EXPECT_EQ(codes_of_tip(tip), Codes{}) << "its day is not known";
}

TEST(Look, TellsOfDepthsThatAreSurelyOutsideOfTheCalibration) {
    using Codes = std::vector<std::string>;
    const std::string tip = "[area_function]\nC = [24.5]\n";
    EXPECT_EQ(codes_of_tip(tip + "h_c_min_nm = 5000\n"), Codes{"SND-G064"});
    EXPECT_EQ(codes_of_tip(tip + "h_c_max_nm = 1\n"), Codes{"SND-G064"});
    EXPECT_EQ(codes_of_tip(tip + "h_c_min_nm = 10\nh_c_max_nm = 5000\n"), Codes{});
}

TEST(Look, NamesTheColumnsBesideTheCurveAndCountsTheirTests) {
    const testing::TemporaryFolder folder;
    folder.write("a.csv",
                 "time (s),depth (nm),load (uN),phase (deg),gain\n"
                 "0,1,2,3,4\n1,2,3,4,5\n");
    folder.write("b.csv", "time (s),depth (nm),load (uN),phase (deg)\n0,1,2,3\n1,2,3,4\n");
    RunRequest request;
    request.paths = {folder.path().string()};
    const Look found = looked(request);
    ASSERT_EQ(found.channels.size(), 2u);
    EXPECT_EQ(found.channels[0].name, "phase (deg)");
    EXPECT_EQ(found.channels[0].tests, 2u);
    EXPECT_EQ(found.channels[1].name, "gain");
    EXPECT_EQ(found.channels[1].tests, 1u);
    EXPECT_NE(look_text(found).find("  channels  2, of so many tests\n"
                                    "            phase (deg) 2, gain 1\n"),
              std::string::npos)
        << look_text(found);
}

TEST(Look, SaysWhatARunWouldLackAndNamesTheTipFileThatLiesThere) {
    const testing::TemporaryFolder folder;
    copy_of_a_curve(folder, "a.txt");
    RunRequest request;
    request.paths = {folder.path().string()};
    Look found = looked(request);
    EXPECT_TRUE(says_missing(found, "no area function"));
    EXPECT_TRUE(says_missing(found, "--area-function FILE"));
    EXPECT_TRUE(says_missing(found, "--poisson"));
    EXPECT_TRUE(says_missing(found, "no positions"));

    const std::string tip = folder.write("tip.ara", testing::file_text(first_run + "/tip.ara"));
    found = looked(request);
    EXPECT_TRUE(says_missing(found, "--area-function '" + tip + "'"));

    request.area_function = tip;
    request.poisson_ratio = 0.3;
    found = looked(request);
    EXPECT_FALSE(says_missing(found, "area function"));
    EXPECT_FALSE(says_missing(found, "poisson"));
}

TEST(Look, RefusedFilesKeepTheirReasonAndTheOthersAreStillCounted) {
    const testing::TemporaryFolder folder;
    const std::string good = copy_of_a_curve(folder, "a.txt");
    const std::string empty = folder.write("b.txt", "");
    RunRequest request;
    request.paths = {good, empty, (folder.path() / "absent.txt").string()};
    const Look found = looked(request);
    ASSERT_EQ(found.files.size(), 3u);
    EXPECT_EQ(found.files[0].status, Status::used);
    for (const std::size_t i : {1u, 2u}) {
        EXPECT_EQ(found.files[i].status, Status::refused);
        EXPECT_FALSE(found.files[i].reason.empty());
        EXPECT_FALSE(found.files[i].code.empty());
    }
    EXPECT_NE(look_text(found).find("refused 2"), std::string::npos) << look_text(found);
}

TEST(Look, AnInferenceOfEachTestItsOwnIsOneEntry) {
    RunRequest request;
    request.paths = {first_run};
    const Look found = looked(request);
    const auto of = [&](const std::string& what) {
        return std::ranges::count(found.inferences, what, &LookedInference::what);
    };
    EXPECT_EQ(of("unit of load"), 1);
    EXPECT_EQ(of("corrections applied by the instrument"), 1) << "8 calibrations, all different";
    const auto one = std::ranges::find(found.inferences, "corrections applied by the instrument",
                                       &LookedInference::what);
    EXPECT_EQ(one->tests, 8u);
    EXPECT_EQ(one->value, "");
}

TEST(Look, IsTheSameForAnyNumberOfThreads) {
    RunRequest request;
    request.paths = {first_run};
    request.threads = 1;
    const std::string one = look_text(looked(request));
    request.threads = 4;
    EXPECT_EQ(look_text(looked(request)), one);
}

TEST(Look, AStopRequestEndsIt) {
    RunRequest request;
    request.paths = {first_run};
    std::atomic<bool> source = false;
    source = true;
    const auto found = look(request, {{}, Stop(source)});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, "SND-U130");
}

TEST(Look, AnErrorOfStudyTomlIsAnErrorOfTheLook) {
    const testing::TemporaryFolder folder;
    copy_of_a_curve(folder, "a.txt");
    folder.write("study.toml", "nu = 7\n");
    RunRequest request;
    request.paths = {folder.path().string()};
    const auto found = look(request, {});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, "SND-U004");
}

// A results table beside the curves may be all that knows the positions, for a run as for a look.
// Its tables may lie behind the beginning that is enough of any other file.
TEST(Look, ReadsAWorkbookOfAnySizeWhole) {
    using namespace testing;
    const TemporaryFolder folder;
    const std::string filler(std::size_t{9} << 20, 'x');
    const std::string cells =
        rows_of_cells({{"Displacement Into Surface", "Load On Sample", "Time On Sample"},
                       {"nm", "mN", "s"},
                       {0., 0., 0.},
                       {1., 0.5, 0.2},
                       {2., 1.5, 0.4}});
    folder.write("large.xls",
                 ole_bytes({{"Filler", filler}, {"Workbook", book_stream({{"Test 001", cells}})}}));
    RunRequest request;
    request.paths = {folder.path().string()};
    const auto found = look(request, {});
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found->files.size(), 1u);
    EXPECT_EQ(found->files[0].status, Status::used) << found->files[0].reason;
    EXPECT_EQ(found->files[0].tests, 1u);
    EXPECT_FALSE(found->files[0].is_sampled);
}

TEST(Look, FindsThePositionsOfAVendorsTable) {
    const testing::TemporaryFolder folder;
    copy_of_a_curve(folder, "in/map_0000.txt");
    RunRequest request;
    request.paths = {(folder.path() / "in").string()};
    request.output_folder = folder.path() / "out";
    const auto study = run(request, {});
    ASSERT_TRUE(study.ok()) << message(study.error());
    EXPECT_TRUE(says_missing(looked(request), "no positions"));
    const double F_max_uN = study->tests.at(0).values["F_max_uN"_q];
    const auto table = [](double load_uN) {
        return "Number of Data Points = 1\n         \nFile\tPmax(uN)\tX(mm)\tY(mm)\nmap_00000 "
               "LC.hys\t" +
               std::to_string(load_uN) + "\t1\t2\n";
    };
    folder.write("in/map_00000 LC.txt", table(F_max_uN));
    EXPECT_FALSE(says_missing(looked(request), "no positions"));
    folder.write("in/map_00000 LC.txt", table(2 * F_max_uN));
    EXPECT_TRUE(says_missing(looked(request), "no positions")) << "the table is of other tests";
}

}  // namespace
}  // namespace sneddon
