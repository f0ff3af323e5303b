#include "report/typeset.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(Typeset, SymbolsAndIdsOfQuantitiesAreSymbols) {
    EXPECT_EQ(typeset("r(H_IT, creep_nm) falls"),
              "r(<i>H</i><sub>IT</sub>, <i>Δh</i><sub>creep</sub>) falls");
    EXPECT_EQ(typeset("eta_IT < 0.5"), "<i>η</i><sub>IT</sub> &lt; 0.5");
    EXPECT_EQ(typeset("tau_b -0.14"), "<i>τ</i><sub>b</sub> −0.14");
    EXPECT_EQ(typeset("√A_p"), "√<i>A</i><sub>p</sub>");
    EXPECT_EQ(typeset("W_elast/W_total"), "<i>W</i><sub>elast</sub>/<i>W</i><sub>total</sub>");
}

TEST(Typeset, AMinusIsNoHyphen) {
    EXPECT_EQ(typeset("r -0.22 (limit -0.75)"), "r −0.22 (limit −0.75)");
    EXPECT_EQ(typeset("W_plast - W_hold"), "<i>W</i><sub>plast</sub> − <i>W</i><sub>hold</sub>");
    EXPECT_EQ(typeset("2025-01-06, back-flow, ISO 14577-1, --set"),
              "2025-01-06, back-flow, ISO 14577-1, --set");
}

TEST(Typeset, NamesOfChecksAreWordsAndOthersAreCode) {
    EXPECT_EQ(typeset("tip_and_zero: not_seen"), "tip and zero: not seen");
    EXPECT_EQ(typeset("see a_1/b_0003.txt."), "see <code>a_1/b_0003.txt</code>.");
    EXPECT_EQ(typeset("unloading_window_low"), "<code>unloading_window_low</code>");
}

TEST(Typeset, PowersAreRaised) {
    EXPECT_EQ(typeset("a t + b t^c (h_1)"), "a t + b t<sup>c</sup> (<i>h</i><sub>1</sub>)");
    EXPECT_EQ(typeset("a ^ b"), "a ^ b");
}

TEST(Typeset, NothingIsLostAndEverythingIsEscaped) {
    EXPECT_EQ(typeset(""), "");
    EXPECT_EQ(typeset("a < b & c"), "a &lt; b &amp; c");
    EXPECT_EQ(typeset("<b>_x</b>_"), "&lt;b&gt;<code>_x</code>&lt;/b&gt;<code>_</code>");
}

}  // namespace
}  // namespace sneddon
