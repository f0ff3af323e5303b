// Every code a user can meet has a page, and every page is of a code one can meet.
#include "sneddon/base/codes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

constexpr std::string_view pages_file = "src/base/codes/codes.cpp";

/// codes.cpp and its parts, codes_analyse.cpp and others: there every code stands.
bool holds_pages(const std::filesystem::path& path) {
    return path.generic_string().starts_with("src/base/codes/");
}

std::set<std::string> codes_in(std::initializer_list<std::string_view> folders,
                               const std::regex& pattern) {
    std::set<std::string> codes;
    for (const auto& path : source_files(folders)) {
        if (holds_pages(path)) continue;
        const auto text = text_of(source_root / path);
        for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
            codes.insert((*at)[1]);
    }
    return codes;
}

std::set<std::string> codes_with_a_page() {
    std::set<std::string> codes;
    for (const auto& page : code_pages()) codes.emplace(page.code);
    return codes;
}

TEST(Codes, EveryCodeThatTheProgramGivesHasAPage) {
    const auto pages = codes_with_a_page();
    for (const auto& code : codes_in({"src", "apps"}, std::regex("\"(SND-[A-Z][0-9]{3})\"")))
        EXPECT_TRUE(pages.contains(code)) << code << " has no page in " << pages_file;
}

TEST(Codes, EveryPageIsOfACodeThatTheProgramGives) {
    const auto given = codes_in({"src", "apps"}, std::regex("\"(SND-[A-Z][0-9]{3})\""));
    for (const auto& code : codes_with_a_page())
        EXPECT_TRUE(given.contains(code)) << code << " has a page and is never given";
}

TEST(Codes, PagesAreSortedAndUniqueAndWhole) {
    std::string_view before;
    for (const auto& page : code_pages()) {
        EXPECT_LT(before, page.code);
        before = page.code;
        EXPECT_TRUE(std::regex_match(std::string(page.code), std::regex("SND-[URSCAGO][0-9]{3}")));
        for (const auto text : {page.title, page.meaning, page.remedy})
            EXPECT_FALSE(text.empty()) << page.code;
        EXPECT_EQ(find_code(page.code), &page);
    }
}

}  // namespace
}  // namespace sneddon::testing
