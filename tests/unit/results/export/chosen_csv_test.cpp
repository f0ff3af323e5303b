#include "results/export/chosen_csv.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "base/nan.hpp"

namespace sneddon {
namespace {

ColumnTable small_table() {
    ColumnTable table;
    table.rows = 3;
    table.heads = {"test_id", "H_IT_GPa", "E_IT_GPa"};
    table.texts["test_id"] = {"a,1", "b;2", "=c"};
    table.numbers["H_IT_GPa"] = {12.824434546574555, 0.1 + 0.2, nan};
    table.numbers["E_IT_GPa"] = {123456789, -1e-7, 0};
    return table;
}

std::string written(const CsvForm& form, const std::vector<std::string>& heads = {}) {
    const ColumnTable table = small_table();
    std::ostringstream out;
    write_chosen_csv(out, shown_columns("tests", table, heads), form);
    return out.str();
}

TEST(ChosenCsv, PlainNumbersAreThoseOfTheTable) {
    EXPECT_EQ(written({}),
              "test_id,H_IT_GPa,E_IT_GPa\n"
              "\"a,1\",12.824434546574555,123456789\n"
              "b;2,0.30000000000000004,-1e-07\n"
              "'=c,,0\n");
}

TEST(ChosenCsv, DecimalCommaHasSemicolonsAndQuotesForThem) {
    EXPECT_EQ(written({true, {}}),
              "\xEF\xBB\xBF"
              "test_id;H_IT_GPa;E_IT_GPa\n"
              "a,1;12,824434546574555;123456789\n"
              "\"b;2\";0,30000000000000004;-1e-07\n"
              "'=c;;0\n");
}

TEST(ChosenCsv, DigitsAreSignificantOnes) {
    EXPECT_EQ(written({false, 4}, {"H_IT_GPa", "E_IT_GPa"}),
              "H_IT_GPa,E_IT_GPa\n12.82,123500000\n0.3,-1e-07\n,0\n");
    EXPECT_EQ(written({false, 17}, {"H_IT_GPa"}),
              "H_IT_GPa\n12.824434546574555\n0.30000000000000004\n\"\"\n")
        << "17 digits change no number";
}

TEST(ChosenCsv, AColumnThatTheStudyHasNotIsEmpty) {
    EXPECT_EQ(written({}, {"vendor_H", "test_id"}), "vendor_H,test_id\n,\"a,1\"\n,b;2\n,'=c\n");
}

}  // namespace
}  // namespace sneddon
