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

TEST(HowTo, ComparingSamplesGivesWhatItsPageSays) {
    const TemporaryFolder folder;
    const auto page = std::filesystem::path(source_folder) / "docs/how-to/compare-samples.md";
    std::vector<std::string> studies = {"study/study.toml", "study/annealed/study.toml"};
    std::string out;
    std::size_t asked = 0, written = 0;
    for (const Block& block : blocks_of(page)) {
        if (block.kind == "toml") {
            ASSERT_LT(written, studies.size());
            std::ofstream file(folder.path() / studies[written++], std::ios::app);
            file << "\n";
            for (const std::string& line : block.lines) file << line << "\n";
        } else if (block.kind == "sh") {
            for (const std::string& line : block.lines) {
                std::vector<std::string> words = words_of(line);
                ASSERT_EQ(words.front(), "sneddon");
                words.erase(words.begin());
                const Ending end = sneddon(folder, words);
                ASSERT_EQ(end.code, 0) << line << "\n" << end.err;
                out = end.out;
            }
        } else {
            for (const std::string& line : block.lines) {
                EXPECT_THAT(out, HasSubstr(line));
                ++asked;
            }
        }
    }
    EXPECT_EQ(asked, 7u) << "lines of output on the page";
}

}  // namespace
}  // namespace sneddon::testing
