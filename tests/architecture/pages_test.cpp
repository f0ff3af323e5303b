// The pages that say where to change what: every path that they name is there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

namespace fs = std::filesystem;

const std::set<std::string> top_folders = {"apps",    "bench",   "docs",   "examples",
                                           "fuzz",    "include", "python", "recipes",
                                           "scripts", "src",     "tests",  "web"};

/// CONTRIBUTING.md, the how-to pages and the page of the architecture, as it is there.
std::vector<fs::path> guides() {
    std::vector<fs::path> pages = {"CONTRIBUTING.md"};
    if (exists(source_root / "docs/architecture.md")) pages.emplace_back("docs/architecture.md");
    for (const auto& entry : fs::directory_iterator(source_root / "docs/how-to"))
        pages.push_back(fs::relative(entry.path(), source_root));
    return pages;
}

/// Files and folders, relative to the root.
std::vector<std::string> paths_of_the_project() {
    std::vector<std::string> paths;
    for (const std::string& folder : top_folders) {
        if (!exists(source_root / folder)) continue;
        paths.push_back(folder);
        for (const auto& entry : fs::recursive_directory_iterator(source_root / folder))
            paths.push_back(fs::relative(entry.path(), source_root).generic_string());
    }
    return paths;
}

/// "src/read/<vendor>_*.cpp": what stands in <> and * is any part of a name.
std::regex pattern_of(const std::string& path) {
    std::string pattern;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '<') {
            pattern += "[^/]+";
            i = std::min(path.find('>', i), path.size() - 1);
        } else if (path[i] == '*') {
            pattern += "[^/]*";
        } else {
            if (std::string_view(".+()[]{}|^$?\\").find(path[i]) != std::string_view::npos)
                pattern += '\\';
            pattern += path[i];
        }
    }
    return std::regex(pattern);
}

/// A path that begins with a folder of the project, in the words of code of a page.
std::vector<std::string> named_paths(const std::string& page) {
    std::vector<std::string> named;
    const std::regex code("`([^`\n]+)`"), path("^(\\w+)/[^ ,;:]*");
    for (std::sregex_iterator at(page.begin(), page.end(), code), end; at != end; ++at) {
        const std::string text = (*at)[1];
        std::smatch match;
        if (!std::regex_search(text, match, path) || !top_folders.contains(match[1])) continue;
        std::string found = match[0];
        while (found.ends_with('/') || found.ends_with('.')) found.pop_back();
        named.push_back(found);
    }
    return named;
}

bool is_there(const std::string& path, const std::vector<std::string>& paths) {
    const std::regex pattern = pattern_of(path);
    return std::ranges::any_of(
        paths, [&](const std::string& known) { return std::regex_match(known, pattern); });
}

TEST(Pages, EveryPathThatAGuideNamesIsThere) {
    const auto paths = paths_of_the_project();
    std::size_t count = 0;
    for (const fs::path& page : guides())
        for (const std::string& path : named_paths(text_of(source_root / page))) {
            ++count;
            EXPECT_TRUE(is_there(path, paths)) << page << " names " << path;
        }
    EXPECT_GE(count, 15u);
}

TEST(Pages, APathThatIsNotThereIsSeen) {
    const std::vector<std::string> paths = {"src/read/csv.cpp", "docs/cli.md"};
    EXPECT_EQ(named_paths("in `src/read/csv.cpp`, not in `build/x` or `a b`; `docs/cli.md -x`"),
              paths);
    EXPECT_TRUE(is_there("src/read/<format>.cpp", paths));
    EXPECT_TRUE(is_there("src/*/csv.cpp", paths));
    EXPECT_FALSE(is_there("src/read/csv.hpp", paths));
    EXPECT_FALSE(is_there("src/<format>.cpp", paths));
}

TEST(Pages, EveryLinkLeadsSomewhere) {
    const std::regex link("\\]\\(([^)#: ]+)(#[^)]*)?\\)");
    std::size_t count = 0;
    std::vector<fs::path> pages = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"};
    for (const auto& entry : fs::recursive_directory_iterator(source_root / "docs"))
        if (entry.path().extension() == ".md") pages.push_back(entry.path());
    for (const fs::path& page : pages) {
        const auto text = text_of(source_root / page);
        for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at) {
            ++count;
            const auto target = (source_root / page).parent_path() / (*at)[1].str();
            EXPECT_TRUE(exists(target)) << page << " links to " << (*at)[1];
        }
    }
    EXPECT_GE(count, 50u);
}

// docs/how-to/add-a-format.md: a source, two declarations, a line, a test.
TEST(Pages, EveryFormatThatIsReadIsAddedAsThePageSays) {
    const auto list = text_of(source_root / "src/read/formats.cpp");
    const auto declarations = text_of(source_root / "src/read/readers.hpp");
    const auto paths = paths_of_the_project();
    const std::regex reader("is_(\\w+),\\s+read_(\\w+)\\)");
    std::size_t count = 0;
    for (std::sregex_iterator at(list.begin(), list.end(), reader), end; at != end; ++at) {
        const std::string format = (*at)[2];
        ++count;
        EXPECT_EQ((*at)[1], format) << "detector and reader of one line";
        EXPECT_THAT(declarations, ::testing::HasSubstr("bool is_" + format + "("));
        EXPECT_THAT(declarations, ::testing::HasSubstr("read_" + format + "(const Source&"));
        const auto has_ending = [&](const std::string& folder, const std::string& name) {
            return is_there(folder + "/" + name, paths) || is_there(folder + "/*/" + name, paths);
        };
        EXPECT_TRUE(has_ending("src/read", format + ".cpp")) << format;
        EXPECT_TRUE(has_ending("tests/unit/read", format + "_test.cpp")) << format;
    }
    EXPECT_GE(count, 5u);
}

}  // namespace
}  // namespace sneddon::testing
