#include "read/tables/column_meaning.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

std::string what(std::string_view head, std::string_view unit = "") {
    const ColumnMeaning meaning = meaning_of_column(head, unit);
    if (meaning.role == ColumnRole::x) return "X";
    if (meaning.role == ColumnRole::y) return "Y";
    if (meaning.role == ColumnRole::unknown) return "";
    return std::string(meaning.quantity->info().id) + (meaning.lacks_unit ? ", no unit" : "");
}

double factor(std::string_view head, std::string_view unit = "") {
    const ResultUnit known = meaning_of_column(head, unit).factor;
    return known.times / known.per;
}

TEST(ColumnMeaning, HeadAndUnitSayWhatItIsInManyLanguages) {
    for (const char* head :
         {"HARDNESS (GPa)", "H(GPa)", "H.GPa", "H_GPa", "HIT (O&P) [MPa]", "Härte / MPa",
          "Eindringhärte (N/mm²)", "dureté (GPa)", "Dureza [GPa]", "Twardość (MPa)", "H_IT_GPa"})
        EXPECT_EQ(what(head), "H_IT_GPa") << head;
    for (const char* head : {"MODULUS (GPa)", "E.GPa", "E-Modul [GPa]", "Young's modulus (GPa)"})
        EXPECT_EQ(what(head), "E_IT_GPa") << head;
    EXPECT_EQ(what("Er(GPa)"), "E_r_GPa");
    EXPECT_EQ(what("Reduced Modulus (GPa)"), "E_r_GPa");
    EXPECT_EQ(what("Depth..nm."), "h_max_nm");
    EXPECT_EQ(what("Contact Depth (nm)"), "h_c_nm");
    EXPECT_EQ(what("STIFFNESS(N/m)"), "S_uN_per_nm");
    EXPECT_EQ(what("Load", "mN"), "F_max_uN");
    EXPECT_EQ(what("X Position", "µm"), "X");
    EXPECT_EQ(what("X Test Position (mm)"), "X");
    EXPECT_EQ(what("y_um"), "Y");
}

TEST(ColumnMeaning, AWordInTheCodePage1250IsReadByItsBeginning) {
    EXPECT_EQ(what("Twardo\x9C\xE6 [MPa]"), "H_IT_GPa");
}

TEST(ColumnMeaning, WhatIsAboutAQuantityIsNotTheQuantity) {
    for (const char* head :
         {"H/E", "H3/E2 (GPa)", "Hardness std (GPa)", "HM [MPa]", "Storage Modulus (GPa)",
          "Load rate (mN/s)", "Z Position (µm)", "Index", "E* (O&P) [GPa]", "Poisson's ratio"})
        EXPECT_EQ(what(head), "") << head;
}

TEST(ColumnMeaning, WithoutAUnitItIsNamedAndNotUsed) {
    EXPECT_EQ(what("HARDNESS"), "H_IT_GPa, no unit");
    EXPECT_EQ(what("H"), "H_IT_GPa, no unit");
    EXPECT_EQ(what("h"), "h_max_nm, no unit");
    EXPECT_EQ(what("HARDNESS", "None"), "H_IT_GPa, no unit");
    EXPECT_EQ(what("H (HV)"), "");  // another unit is another quantity
}

TEST(ColumnMeaning, UnitsAreTurnedIntoOurs) {
    EXPECT_DOUBLE_EQ(factor("H (MPa)"), 1e-3);
    EXPECT_DOUBLE_EQ(factor("H (N/mm2)"), 1e-3);
    EXPECT_DOUBLE_EQ(factor("S (N/m)"), 1e-3);
    EXPECT_DOUBLE_EQ(factor("S (mN/nm)"), 1e3);
    EXPECT_DOUBLE_EQ(factor("Depth", "µm"), 1e3);
    EXPECT_DOUBLE_EQ(factor("nIT (%)"), 1e-2);
}

TEST(ColumnKey, KnowsLettersAndIds) {
    EXPECT_EQ(column_key("H").value().quantity, "H_IT_GPa"_q);
    EXPECT_EQ(column_key("H_IT_GPa").value().quantity, "H_IT_GPa"_q);
    EXPECT_EQ(column_key("X").value().role, ColumnRole::x);
    EXPECT_FALSE(column_key("hardness"));
}

}  // namespace
}  // namespace sneddon
