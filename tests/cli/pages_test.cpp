// explain, formats, recipe: what the program says of itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sneddon/base/codes.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "sneddon/tools/pages.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class Pages : public ::testing::Test {
  protected:
    Ending run(const std::vector<std::string>& args) { return sneddon(folder_, args); }
    TemporaryFolder folder_;
};

TEST_F(Pages, ExplainAllHoldsEveryCode) {
    const auto end = run({"explain", "--all"});
    EXPECT_EQ(end.code, 0);
    for (const CodePage& page : code_pages()) {
        EXPECT_THAT(end.out, HasSubstr(std::string(page.code) + ": " + std::string(page.title)));
        EXPECT_THAT(end.out, HasSubstr(std::string(page.meaning)));
        EXPECT_THAT(end.out, HasSubstr(std::string(page.remedy)));
    }
}

TEST_F(Pages, ExplainTakesACodeInAnyCaseAndWithoutItsFirstLetters) {
    const std::string page = run({"explain", "SND-R001"}).out;
    EXPECT_THAT(page, StartsWith("SND-R001: file or folder cannot be read\n"));
    for (const char* code : {"snd-r001", "R001", "r001", "Snd-r001"}) {
        const auto end = run({"explain", code});
        EXPECT_EQ(end.code, 0);
        EXPECT_EQ(end.out, page);
    }
}

TEST_F(Pages, ExplainKnowsTheChecksOfAStudy) {
    for (const char* name : {"tip_and_zero", "Tip and zero", "tip-and-zero"}) {
        const auto end = run({"explain", name});
        EXPECT_EQ(end.code, 0);
        EXPECT_THAT(end.out, StartsWith("tip_and_zero: "));
        EXPECT_THAT(end.out, HasSubstr("What to do: "));
    }
    EXPECT_THAT(run({"explain", "circularty"}).err, HasSubstr("did you mean circularity?"));
}

TEST_F(Pages, ExplainAnswersAnUnknownCodeWithTheNearest) {
    const auto end = run({"explain", "SND-R01"});
    EXPECT_EQ(end.code, 2);
    EXPECT_THAT(end.err, HasSubstr("did you mean SND-R0"));
    EXPECT_THAT(end.err, HasSubstr("[SND-U009]"));
    EXPECT_EQ(run({"explain"}).code, 2);
}

TEST_F(Pages, PagesOfReferenceAreThoseOfTheDocumentation) {
    EXPECT_EQ(run({"explain", "--symbols"}).out, symbols_page());
    EXPECT_EQ(run({"explain", "--recipe"}).out, recipe_page());
    EXPECT_EQ(run({"explain", "--study"}).out, study_file_page());
    EXPECT_EQ(run({"explain", "--simulation"}).out, simulation_page());
}

TEST_F(Pages, FormatsListsEveryFormat) {
    const auto end = run({"formats"});
    EXPECT_EQ(end.code, 0);
    for (const KnownFormat& format : formats()) EXPECT_THAT(end.out, HasSubstr(format.id));
    EXPECT_EQ(run({"formats", "--json"}).out, formats_json());
    EXPECT_EQ(run({"explain", "--formats"}).out, formats_reference_page());
}

TEST_F(Pages, RecipeInitIsARecipeThatChangesNothing) {
    const auto init = run({"recipe", "init"});
    EXPECT_EQ(init.code, 0);
    folder_.write("r.toml", init.out);
    const auto check = run({"recipe", "check", "r.toml"});
    EXPECT_EQ(check.code, 0) << check.err;
    EXPECT_EQ(check.out, "r.toml: a recipe on profile sneddon\n");
}

TEST_F(Pages, RecipeInitOfAProfileStatesItsChoices) {
    folder_.write("r.toml", run({"recipe", "init", "--profile", "antonpaar"}).out);
    const auto check = run({"recipe", "check", "r.toml"});
    EXPECT_EQ(check.code, 0) << check.err;
    EXPECT_THAT(check.out, StartsWith("r.toml: a recipe on profile antonpaar\n"));
    EXPECT_THAT(check.out, HasSubstr("  unloading.fit_space = \"P(h)\"   (default \"h(P)\")\n"));
    EXPECT_THAT(check.out, HasSubstr("  unloading.window_low = 0.4   (default 0.2)\n"));
}

TEST_F(Pages, RecipeCheckNamesTheLineOfAMistake) {
    folder_.write("r.toml", "[unloading]\nwindow_low = 0.3\nwindow_hihg = 0.9\n");
    const auto end = run({"recipe", "check", "r.toml"});
    EXPECT_EQ(end.code, 2);
    EXPECT_EQ(end.err,
              "sneddon: r.toml:3: unknown key \"unloading.window_hihg\"; did you mean "
              "\"unloading.window_high\"? [SND-U002]\n");
    EXPECT_EQ(run({"recipe", "check", "absent.toml"}).code, 2);
}

}  // namespace
}  // namespace sneddon::testing
