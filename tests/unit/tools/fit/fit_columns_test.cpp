#include "tools/fit/fit_columns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Numbers = std::vector<double>;

Result<NumberColumns> read(std::string_view text, const std::vector<std::string>& names,
                           std::size_t fewest_rows = 1) {
    return columns_of_text(text, "a.csv", names, fewest_rows);
}

TEST(FitColumns, AreFoundByNameInTheOrderAskedFor) {
    const auto found = read("t,h,P\n1,2,3\n4,5,6\n", {"P", "t"});
    ASSERT_TRUE(found.ok());
    EXPECT_THAT(found->names, ElementsAre("P", "t"));
    EXPECT_THAT(found->columns, ElementsAre(Numbers{3, 6}, Numbers{1, 4}));
}

TEST(FitColumns, QuotedHeadsAreNamedWithoutQuotes) {
    const auto found = read("\"Sepal, L\",\"w\"\n1,2\n", {"Sepal, L", "\"w\""});
    ASSERT_TRUE(found.ok());
    EXPECT_THAT(found->names, ElementsAre("Sepal, L", "w"));
}

TEST(FitColumns, TabAndSemicolonTablesMayHaveADecimalComma) {
    for (const char* text : {"a\tb\r\n1,5\t2\r\n", "a;b\n1,5;2\n", "a;b\r1.5;2\r"}) {
        const auto found = read(text, {"a"});
        ASSERT_TRUE(found.ok()) << text;
        EXPECT_EQ(found->columns[0], Numbers{1.5});
    }
}

TEST(FitColumns, ATableOfNumbersAloneHasNumberedHeads) {
    const auto found = read("1.5\n2.5\n", {"1"});
    ASSERT_TRUE(found.ok());
    EXPECT_THAT(found->columns[0], ElementsAre(1.5, 2.5));
}

TEST(FitColumns, MarksCommentsAndEmptyLinesAreNoRows) {
    const auto found = read("\xEF\xBB\xBF# made by hand\n\na,b\n1,2\n\n", {"a"});
    ASSERT_TRUE(found.ok());
    EXPECT_THAT(found->columns[0], ElementsAre(1));
    EXPECT_EQ(read(std::string_view("\xFF\xFE"
                                    "a\0\n\0"
                                    "7\0",
                                    8),
                   {"a"})
                  ->columns[0],
              Numbers{7});
}

// Many exports have it. A row of words, or one further below, is still refused.
TEST(FitColumns, ARowOfUnitsUnderTheHeadsIsPassedOver) {
    const auto found = read("\"t\",\"h\"\n\"s\",\"(nm)\"\n1,2\n3,4\n", {"h"});
    ASSERT_TRUE(found.ok());
    EXPECT_THAT(found->columns[0], ElementsAre(2, 4));
    EXPECT_TRUE(read("t\th\ns\t\xB5m\n1\t2\n", {"h"}).ok());
    EXPECT_EQ(read("t,h\ns,depth\n1,2\n", {"h"}).error().where, "a.csv:2");
    EXPECT_EQ(read("t,h\n1,2\ns,nm\n", {"h"}).error().where, "a.csv:3");
    EXPECT_EQ(read("t,h\ns,nm\ns,nm\n", {"h"}).error().where, "a.csv:3");
}

TEST(FitColumns, UnitsAreKnownInTheirUsualClothes) {
    for (const std::string cell : {"nm",      "mN",
                                   "s",       "GPa",
                                   "(nm)",    "[uN]",
                                   " s ",     "\u00B5N",
                                   "\u03BCm", "\u00B5m\u00B2",
                                   "nm/s",    "1/s",
                                   "s^-1",    "s\u207B\u00B9",
                                   "N/m",     "N m",
                                   "%",       "\u00B0C",
                                   "pJ",      "min"})
        EXPECT_TRUE(read("h\n" + cell + "\n1\n", {"h"}).ok()) << cell;
    for (const std::string cell : {"nan", "NA", "n/a", "inf", "x", "depth", "nm/", "/", "-", "N/A",
                                   "missing", "()", "m m m x"})
        EXPECT_FALSE(read("h\n" + cell + "\n1\n", {"h"}).ok()) << cell;
    EXPECT_TRUE(read("t\th\n-\tnm\n1\t2\n", {"h"}).ok());
    EXPECT_FALSE(read("t\th\n3\tnm\n1\t2\n", {"h"}).ok());
}

TEST(FitColumns, AMissingColumnIsAnsweredWithTheNearest) {
    const auto found = read("h_nm,P_uN\n1,2\n", {"P_un"});
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, "SND-U021");
    EXPECT_EQ(found.error().fix, "did you mean \"P_uN\"?");
    EXPECT_THAT(found.error().expected, HasSubstr("h_nm, P_uN"));
}

// A dropped row would change a fit unseen.
TEST(FitColumns, ACellWithoutANumberIsRefusedWithItsPlace) {
    for (const char* cell : {"", "nan", "inf", "1e999", "x", "1 2", "1,2,3"}) {
        const std::string text = "a\tb\n1\t2\n" + std::string(cell) + "\t2\n";
        const auto found = read(text, {"a"});
        ASSERT_FALSE(found.ok()) << cell;
        EXPECT_EQ(found.error().code, "SND-U022");
        EXPECT_EQ(found.error().where, "a.csv:3");
        EXPECT_TRUE(read(text, {"b"}).ok()) << "another column does not matter";
    }
    EXPECT_EQ(read("a,b\n1\n", {"b"}).error().found, "an empty cell");
}

TEST(FitColumns, TooFewRowsAreRefused) {
    EXPECT_EQ(read("", {"a"}).error().code, "SND-U023");
    EXPECT_EQ(read("a,b\n", {"a"}).error().code, "SND-U023");
    EXPECT_EQ(read("a,b\n1,2\n", {"a"}, 2).error().code, "SND-U023");
}

TEST(FitColumns, AFileThatIsNotThereIsAnErrorOfReading) {
    EXPECT_EQ(read_columns("/nowhere/a.csv", {"a"}).error().code, "SND-R001");
}

TEST(FitColumns, TwoColumnsOfOneNameAreRefusedWhereThatNameIsAskedFor) {
    const auto refused = read("A,H,A\n1,2,3\n", {"A"});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-U021");
    EXPECT_EQ(refused.error().found, "two columns are called \"A\": 1 and 3");
    EXPECT_TRUE(read("A,H,A\n1,2,3\n", {"H"}).ok());
}

TEST(FitColumns, ATableOfTriboScanBeginsAtItsHeads) {
    const auto found = read(
        "Number of Data Points = 2\n         \nFile\thc(nm)\tPmax(\xB5N)\tA(nm^2)\tA\n"
        "a.hys\t103.2\t5997.5\t1\t2\na.hys\t138.9\t5997.4\t3\t4\n",
        {"hc(nm)", "Pmax(\u00B5N)"});
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_THAT(found->columns, ElementsAre(Numbers{103.2, 138.9}, Numbers{5997.5, 5997.4}));
}

TEST(FitColumns, AListByAntonPaarHasAColumnForEachParameter) {
    const std::string list =
        "Group\tMeasurement\tParameter\tUnit\tValue\nA\t1\tHIT (O&P)\tGPa\t6,3\n"
        "A\t1\tHVIT (O&P)\tVickers\t586\nA\t2\tHIT (O&P)\tGPa\t6,5\n";
    const auto found = read(list, {"HIT (O&P)"});
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_THAT(found->columns, ElementsAre(Numbers{6.3, 6.5}));
    EXPECT_THAT(found->units, ElementsAre("GPa"));
    EXPECT_EQ(read(list, {"HVIT (O&P)"}).error().code, "SND-U022") << "test 2 has none";
}

}  // namespace
}  // namespace sneddon
