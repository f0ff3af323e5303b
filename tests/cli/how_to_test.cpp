// The how-to pages whose commands can be run as they stand: each text below a command is in what it
// prints.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "support/places.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using ::testing::HasSubstr;

struct Block {
    std::string kind;  ///< "sh", "text", "toml"
    std::vector<std::string> lines;
};

std::vector<Block> blocks_of(const std::filesystem::path& page) {
    std::istringstream text(file_text(page));
    std::vector<Block> blocks;
    bool is_inside = false;
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with("```")) {
            is_inside = !is_inside;
            if (is_inside) blocks.push_back({line.substr(3), {}});
        } else if (is_inside) {
            blocks.back().lines.push_back(line);
        }
    }
    return blocks;
}

/// As a shell does: blanks part, single quotes keep together.
std::vector<std::string> words_of(const std::string& command) {
    std::vector<std::string> words(1);
    bool is_quoted = false;
    for (const char c : command) {
        if (c == '\'')
            is_quoted = !is_quoted;
        else if (c == ' ' && !is_quoted)
            words.emplace_back();
        else
            words.back() += c;
    }
    return words;
}

/// What a refused command says: "$ sneddon ..." and the lines on stderr.
void expect_refusal(const TemporaryFolder& folder, const Block& block) {
    std::vector<std::string> words = words_of(block.lines.front());
    ASSERT_GT(words.size(), 2u);
    const Ending end = sneddon(folder, {words.begin() + 2, words.end()});
    EXPECT_NE(end.code, 0) << block.lines.front();
    for (std::size_t i = 1; i < block.lines.size(); ++i)
        EXPECT_THAT(end.err, HasSubstr(block.lines[i]));
}

/// The tables in the form asked for, as far as runs into out/... have written them.
std::string chosen_tables(const TemporaryFolder& folder) {
    std::string text;
    std::error_code error;
    for (const auto& out : std::filesystem::directory_iterator(folder.path() / "out", error))
        if (const auto table = out.path() / "tests_chosen.csv"; std::filesystem::exists(table))
            text += file_text(table);
    return text;
}

/// Runs the commands of a page; TOML goes to the end of `studies`, one after the other. How many
/// lines of output the page has, each of which is in what the command above it printed.
std::size_t follow(const std::string& page, const std::vector<std::string>& studies) {
    const TemporaryFolder folder;
    std::filesystem::create_directory_symlink(std::filesystem::path(source_folder) / "examples",
                                              folder.path() / "examples");
    std::string out;
    std::size_t asked = 0, written = 0;
    for (const Block& block :
         blocks_of(std::filesystem::path(source_folder) / "docs/how-to" / page)) {
        if (block.kind == "toml") {
            if (written == studies.size()) {
                ADD_FAILURE() << "no study for the TOML of " << page;
                return asked;
            }
            std::ofstream file(folder.path() / studies[written++], std::ios::app);
            file << "\n";
            for (const std::string& line : block.lines) file << line << "\n";
        } else if (block.kind == "sh") {
            for (const std::string& line : block.lines) {
                std::vector<std::string> words = words_of(line);
                EXPECT_EQ(words.front(), "sneddon");
                words.erase(words.begin());
                const Ending end = sneddon(folder, words);
                EXPECT_EQ(end.code, 0) << line << "\n" << end.err;
                out = end.out + chosen_tables(folder);
            }
        } else if (block.kind == "console") {
            expect_refusal(folder, block);
        } else {
            for (const std::string& line : block.lines) {
                EXPECT_THAT(out, HasSubstr(line));
                ++asked;
            }
        }
    }
    return asked;
}

TEST(HowTo, ComparingSamplesGivesWhatItsPageSays) {
    EXPECT_EQ(follow("compare-samples.md", {"study/study.toml", "study/annealed/study.toml"}), 9u)
        << "lines of output on the page";
}

TEST(HowTo, DepthProfilesCanBeFollowed) {
    EXPECT_EQ(follow("depth-profiles.md", {}), 4u) << "lines of output on the page";
}

TEST(HowTo, ResultsGoToExcelAsTheirPageSays) {
    EXPECT_EQ(follow("take-the-results-to-excel.md", {}), 5u) << "lines of output on the page";
}

}  // namespace
}  // namespace sneddon::testing
