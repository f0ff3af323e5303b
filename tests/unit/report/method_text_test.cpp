#include "report/methods/method_text.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(MethodText, AFormulaIsPlainHereAndLatexThere) {
    MethodText text;
    text.say("The load was [[F_max|$F_\\mathrm{max}$]], 95 % of it.");
    text.say("Second {{oliver1992}}.");
    EXPECT_EQ(text.plain(), "The load was F_max, 95 % of it. Second [1].");
    EXPECT_EQ(text.latex(),
              "The load was $F_\\mathrm{max}$, 95 \\% of it. Second \\cite{oliver1992}.");
}

TEST(MethodText, ReferencesAreNumberedAsTheyAreCited) {
    MethodText text;
    text.say("A {{iso14577}} b {{oliver1992}} c {{iso14577}}.");
    EXPECT_EQ(text.plain(), "A [1] b [2] c [1].");
    EXPECT_EQ(text.cited(), (std::vector<std::string>{"iso14577", "oliver1992"}));
}

TEST(MethodText, EveryReferenceHasItsBibtex) {
    for (const char* key : {"oliver1992", "pharr2002", "iso14577", "schwarz1978", "dempster1977",
                            "sneddon1965", "vuong1989", "moran1950", "welch1947"}) {
        const Reference* reference = find_reference(key);
        ASSERT_NE(reference, nullptr) << key;
        EXPECT_NE(reference->bibtex.find(std::string("{") + key + ","), std::string::npos) << key;
    }
    EXPECT_EQ(find_reference("nobody2000"), nullptr);
}

}  // namespace
}  // namespace sneddon
