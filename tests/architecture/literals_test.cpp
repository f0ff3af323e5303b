// A limit nobody explains is a limit nobody can doubt: every floating literal is a named constant,
// or its line or the one above carries a comment with its source or reason. Trivial: 0, 1, 2, 0.5.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

/// The rooms of the measurement; the mathematics of numeric and the looks of figure are not.
const std::vector<std::string_view> rooms = {"src/read", "src/segment", "src/correct",
                                             "src/analyse", "src/study"};

struct Line {
    std::string code;  ///< without comment and texts
    bool has_comment = false;
};

Line parted(const std::string& text) {
    static const std::regex quoted(R"re("(\\.|[^"\\])*")re");
    Line line;
    const std::string bare = std::regex_replace(text, quoted, "\"\"");
    const std::size_t comment = bare.find("//");
    line.code = bare.substr(0, comment);
    line.has_comment = comment != std::string::npos;
    return line;
}

bool has_untrivial_literal(const std::string& code) {
    static const std::regex literal(
        R"((^|[^\w.])((\d+\.\d*|\.\d+)([eE][-+]?\d+)?|\d+[eE][-+]?\d+))");
    static const std::set<double> trivial = {0, 0.5, 1, 2};
    for (std::sregex_iterator at(code.begin(), code.end(), literal), end; at != end; ++at)
        if (!trivial.contains(std::stod((*at)[2]))) return true;
    return false;
}

/// The lines of a source with a literal that nothing explains.
std::vector<std::string> unexplained(const std::string& source) {
    std::vector<std::string> found;
    std::istringstream lines(source);
    bool is_constant = false, was_comment = false;
    for (std::string text; std::getline(lines, text);) {
        const Line line = parted(text);
        if (line.code.find("constexpr") != std::string::npos) is_constant = true;
        if (has_untrivial_literal(line.code) && !is_constant && !line.has_comment && !was_comment)
            found.push_back(text);
        if (line.code.find(';') != std::string::npos) is_constant = false;
        was_comment = line.has_comment;
    }
    return found;
}

TEST(Literals, AreNamedOrExplained) {
    for (const std::string_view room : rooms)
        for (const auto& path : source_files({room}))
            EXPECT_THAT(unexplained(text_of(source_root / path)), ::testing::IsEmpty()) << path;
}

TEST(Literals, AreFoundWhereTheyAreNotExplained) {
    EXPECT_THAT(unexplained("    return x < 0.3;\n"), ::testing::SizeIs(1));
    EXPECT_THAT(unexplained("    tolerance = 1e-9 * h;\n"), ::testing::SizeIs(1));
    EXPECT_THAT(unexplained("    y = 0.5 * x + 2.0 * h_2.x1;\n"), ::testing::IsEmpty());
    EXPECT_THAT(unexplained("constexpr double limit = 0.3;\nuse(limit);\nuse(0.3);\n"),
                ::testing::ElementsAre("use(0.3);"));
    EXPECT_THAT(unexplained("// of F_max\nuse(0.3);\nuse(0.3);  // of F_max\n\nuse(0.4);\n"),
                ::testing::ElementsAre("use(0.4);"));
    EXPECT_THAT(unexplained("say(\"below 0.3 nm\");\n"), ::testing::IsEmpty());
}

}  // namespace
}  // namespace sneddon::testing
