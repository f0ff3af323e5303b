// Who knows how results.json looks, and who knows the paper.
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

std::string without_comments(const std::string& text) {
    return std::regex_replace(text, std::regex("//[^\n]*"), "");
}

/// Matches in each file that has any.
std::map<std::string, long> count_by_file(const std::regex& pattern,
                                          const std::vector<std::string>& left_out) {
    std::map<std::string, long> counts;
    for (const auto& path : source_files({"src", "include"})) {
        const std::string name = path.generic_string();
        const auto is_above = [&](const std::string& folder) { return name.starts_with(folder); };
        if (std::ranges::any_of(left_out, is_above)) continue;
        const std::string text = without_comments(text_of(source_root / path));
        const std::sregex_iterator first(text.begin(), text.end(), pattern), end;
        if (const auto n = std::distance(first, end); n > 0) counts[name] = n;
    }
    return counts;
}

// Figures and page ask the views of src/results/written. "/dev/null" and "/proc/self/exe" are
// files.
TEST(Schema, NoPointerIntoResultsIsWrittenOutsideOfResults) {
    const std::regex pointer(R"re("/(?!dev/|proc/)[A-Za-z])re");
    EXPECT_EQ(count_by_file(pointer, {"src/results/", "src/read/"}),
              (std::map<std::string, long>()));
}

TEST(Schema, NoPointerIsPutTogetherOutsideOfResults) {
    const std::regex put_together(R"re("\{\w*\}/|" ?\+ ?"/)re");
    EXPECT_EQ(
        count_by_file(put_together, {"src/results/", "src/read/", "src/report/report_vendor"}),
        (std::map<std::string, long>()));
}

// A publication is a word of the recipe: the engine computes the same for any.
TEST(Schema, OnlyPapersNamesAPublication) {
    const std::regex name("Pomes|pomes");
    // The option cites the equation of one of its choices.
    EXPECT_EQ(count_by_file(name, {"src/papers/"}),
              (std::map<std::string, long>{{"src/recipe/recipe_keys_study.cpp", 1}}));
}

}  // namespace
}  // namespace sneddon::testing
