#include "sneddon/tools/pages.hpp"

#include <gtest/gtest.h>

#include "recipe/study_file.hpp"
#include "support/places.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

TEST(Pages, TheExampleOfTheStudyFileIsReadAsItStands) {
    const testing::TemporaryFolder folder;
    const std::string page = study_file_page();
    const auto begin = page.find("```toml\n") + 8;
    folder.write("xrd.csv", "");
    folder.write("tip.ara",
                 "Hysitron Area Function Coefficients, File Version: 4.00\n"
                 "C0\n24.5\nC1\n2460.6\nC2\n0\nC3\n0\nC4\n0\nC5\n0\nB\n0.0\n");
    const std::string example = page.substr(begin, page.find("```\n", begin) - begin);
    const auto facts = read_study_file(folder.write("study.toml", example));
    ASSERT_TRUE(facts) << message(facts.error());
    EXPECT_EQ(facts->grid->nx, 20);
}

TEST(Pages, TheCommittedPageOfTheStudyFileIsTheOneOfTheTable) {
    EXPECT_TRUE(testing::file_text(std::string(testing::source_folder) + "/docs/study-file.md") ==
                study_file_page())
        << "write it anew: sneddon explain --study > docs/study-file.md";
}

TEST(Pages, TheCommittedPageOfTheRecipeIsTheOneOfTheTable) {
    EXPECT_TRUE(testing::file_text(std::string(testing::source_folder) + "/docs/recipe.md") ==
                recipe_page())
        << "write it anew: sneddon explain --recipe > docs/recipe.md";
}

}  // namespace
}  // namespace sneddon
