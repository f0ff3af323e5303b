// One idea, one file; and a core that touches nothing but its arguments.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

std::vector<std::filesystem::path> all_files() {
    return source_files({"src", "include", "apps", "tests", "bench", "fuzz"});
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
