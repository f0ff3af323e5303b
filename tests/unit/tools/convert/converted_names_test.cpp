#include "tools/convert/converted_names.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

std::string name_of(std::string_view path) {
    ConvertedNames names(".csv");
    return names.name_for(path);
}

TEST(ConvertedNames, AreTakenByEveryFileSystem) {
    EXPECT_EQ(name_of("a/x 1:2?.txt"), "x 1_2_.csv");
    EXPECT_EQ(name_of("a/Härte.txt"), "Härte.csv");
    EXPECT_EQ(name_of(".hidden"), "_hidden.csv");
}

// Windows: "con.csv" is the console, whatever stands behind the first dot.
TEST(ConvertedNames, AreNoDevices) {
    EXPECT_EQ(name_of("CON.txt"), "_CON.csv");
    EXPECT_EQ(name_of("nul.a.txt"), "_nul.a.csv");
    EXPECT_EQ(name_of("Lpt9.txt"), "_Lpt9.csv");
    EXPECT_EQ(name_of("com0.txt"), "com0.csv");
    EXPECT_EQ(name_of("com10.txt"), "com10.csv");
    EXPECT_EQ(name_of("console.txt"), "console.csv");
}

TEST(ConvertedNames, AreTakenOnce) {
    ConvertedNames names(".csv");
    EXPECT_EQ(names.name_for("a/x.txt"), "x.csv");
    EXPECT_EQ(names.name_for("b/X.txt"), "X_2.csv");
}

}  // namespace
}  // namespace sneddon
