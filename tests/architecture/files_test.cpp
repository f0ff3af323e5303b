// One idea, one file; and a core that touches nothing but its arguments.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

std::vector<std::filesystem::path> all_files() {
    return source_files({"src", "include", "apps", "python", "tests", "bench", "fuzz"});
}

// Over 400 lines is two ideas.
TEST(Files, NoneIsLongerThan400Lines) {
    for (const auto& path : all_files()) {
        const auto text = text_of(source_root / path);
        EXPECT_LE(std::ranges::count(text, '\n'), 400) << path;
    }
}

TEST(Files, NamesSayWhatIsInside) {
    const std::regex empty_words("(^|_)(utils?|helpers?|managers?|misc|common)(_|\\.)");
    for (const auto& path : all_files())
        EXPECT_FALSE(std::regex_search(path.filename().string(), empty_words)) << path;
}

// Under nine names it was nine questions whether two of them are the same.
TEST(Files, OneOfTheCoreSaysWhatNaNIs) {
    for (const auto& path : source_files({"src"})) {
        if (path == "src/base/nan.hpp") continue;
        const auto text = text_of(source_root / path);
        for (const auto word : {"quiet_NaN", "std::nan(", "NAN"})
            EXPECT_EQ(text.find(word), std::string::npos) << path << ": " << word;
    }
}

TEST(Files, OnlyTestsEndInTest) {
    for (const auto& path : source_files({"src", "include", "apps", "python"}))
        EXPECT_FALSE(path.stem().string().ends_with("_test")) << path;
    for (const auto& path : source_files({"tests"})) {
        if (path.extension() != ".cpp" || !path.stem().string().ends_with("_test")) continue;
        EXPECT_NE(text_of(source_root / path).find("TEST"), std::string::npos) << path;
    }
}

// The public headers are a promise, and nobody can keep a hundred.
TEST(Files, PublicHeadersAreFewAndShort) {
    const auto headers = source_files({"include"});
    EXPECT_LE(headers.size(), 45u);
    for (const auto& path : headers) {
        const auto text = text_of(source_root / path);
        EXPECT_LT(std::ranges::count(text, '\n'), 200) << path;
    }
}

// Two types of one name are one type to the linker: without inlining, one's constructor then makes
// the other.
TEST(Files, NoTwoTypesShareAName) {
    const std::regex opens_hidden("namespace \\{"), closes_hidden("\\}  // namespace");
    const std::regex type(
        "(?:template <.*> )?(?:struct|class|enum class) (\\w+)(?: final)?(?: : .*)? \\{.*");
    std::map<std::string, std::filesystem::path> first_in;
    for (const auto& path : source_files({"src", "include", "apps", "python"})) {
        std::istringstream lines(text_of(source_root / path));
        bool is_hidden = false;
        for (std::string line; std::getline(lines, line);) {
            if (std::regex_match(line, opens_hidden)) is_hidden = true;
            if (std::regex_match(line, closes_hidden)) is_hidden = false;
            std::smatch match;
            if (is_hidden || !std::regex_match(line, match, type)) continue;
            const auto [first, is_new] = first_in.emplace(match[1], path);
            EXPECT_TRUE(is_new) << match[1] << " in " << first->second << " and in " << path;
        }
    }
    EXPECT_GT(first_in.size(), 100u);
}

// Time, seed, threads, progress and stop come in as arguments; output goes to streams given.
TEST(Files, TheCoreNeitherPrintsNorExitsNorReadsClockLocaleOrEnvironment) {
    const std::regex forbidden(
        "std::(cout|cerr|clog|exit|abort|quick_exit|getenv|locale|setlocale|random_device|rand|"
        "stod|strtod|atof|time)\\b|_clock::now|\\bprintf\\(|\\bputs\\(|fmt::print|\\bgetenv\\(");
    for (const auto& path : source_files({"src", "include"})) {
        std::smatch match;
        const auto text = text_of(source_root / path);
        EXPECT_FALSE(std::regex_search(text, match, forbidden)) << path << ": " << match.str();
    }
}

}  // namespace
}  // namespace sneddon::testing
