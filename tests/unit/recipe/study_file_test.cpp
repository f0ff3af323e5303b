#include "recipe/study_file.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

class StudyFile : public ::testing::Test {
  protected:
    StudyFacts read(const std::string& text) {
        const auto facts = read_study_file(folder_.write("study.toml", text));
        if (!facts) {
            ADD_FAILURE() << message(facts.error());
            return {};
        }
        return *facts;
    }
    Error refused(const std::string& text) {
        const auto facts = read_study_file(folder_.write("study.toml", text));
        if (facts) {
            ADD_FAILURE() << "was not refused:\n" << text;
            return {};
        }
        return facts.error();
    }
    std::string line(int number) const {
        return (folder_.path() / "study.toml").string() + ":" + std::to_string(number);
    }
    testing::TemporaryFolder folder_;
};

TEST_F(StudyFile, EveryKeyArrivesWhereItBelongs) {
    folder_.write("xrd.csv", "1,2\n");
    const StudyFacts facts = read(
        "sample = \"Zr50Cu40Al10\"\n"
        "simulated = true\n"
        "nu = 0.365\n"
        "u_area_relative = 0.03\n"
        "u_drift_nm_per_s = 0.01\n"
        "roughness_nm = 1\n"
        "[indenter]\n"
        "E_GPa = 1140\n"
        "nu = 0.08\n"
        "[area_function]\n"
        "C = [24.5, 2460.6]\n"
        "h_c_min_nm = 20\n"
        "h_c_max_nm = 150\n"
        "[grid]\n"
        "nx = 20\n"
        "ny = 15\n"
        "pitch_um = [2, 2.5]\n"
        "order = \"serpentine\"\n"
        "[load_functions]\n"
        "\"hold 60 s\" = \"Type 60\"\n"
        "\"hold 0.5 s\" = \"Type 0.5\"\n"
        "[[attachments]]\n"
        "kind = \"xrd\"\n"
        "file = \"xrd.csv\"\n"
        "caption = \"as cast\"\n"
        "um_per_pixel = 0.5\n");
    EXPECT_EQ(facts.sample, "Zr50Cu40Al10");
    EXPECT_TRUE(facts.is_simulated);
    EXPECT_EQ(facts.poisson_ratio, 0.365);
    EXPECT_EQ(facts.u_area_relative, 0.03);
    EXPECT_EQ(facts.u_drift_nm_per_s, 0.01);
    EXPECT_EQ(facts.roughness_nm, 1);
    EXPECT_EQ(facts.indenter_E_GPa, 1140);
    EXPECT_EQ(facts.indenter_poisson_ratio, 0.08);
    ASSERT_TRUE(facts.area_function);
    EXPECT_EQ(facts.area_function->kind, AreaFunction::Kind::polynomial);
    EXPECT_EQ(facts.area_function->coefficients[1], 2460.6);
    EXPECT_EQ(facts.area_function->coefficients[2], 0);
    EXPECT_EQ(facts.area_function->h_c_min_nm, 20);
    EXPECT_EQ(facts.area_function->h_c_max_nm, 150);
    ASSERT_TRUE(facts.grid);
    EXPECT_EQ(facts.grid->nx, 20);
    EXPECT_EQ(facts.grid->ny, 15);
    EXPECT_EQ(facts.grid->pitch_x_um, 2);
    EXPECT_EQ(facts.grid->pitch_y_um, 2.5);
    EXPECT_EQ(facts.grid->order, GridOrder::serpentine);
    EXPECT_EQ(facts.load_function_names.at("hold 60 s"), "Type 60");
    EXPECT_EQ(facts.load_function_names.at("hold 0.5 s"), "Type 0.5");
    ASSERT_EQ(facts.attachments.size(), 1u);
    EXPECT_EQ(facts.attachments[0].kind, "xrd");
    EXPECT_EQ(facts.attachments[0].file, (folder_.path() / "xrd.csv").string());
    EXPECT_EQ(facts.attachments[0].caption, "as cast");
    EXPECT_EQ(facts.attachments[0].um_per_pixel, 0.5);
    EXPECT_EQ(facts.source, (folder_.path() / "study.toml").string());
}

TEST_F(StudyFile, AnEmptyFileStatesNothing) {
    const StudyFacts facts = read("");
    EXPECT_TRUE(facts.sample.empty());
    EXPECT_FALSE(facts.is_simulated);
    EXPECT_FALSE(facts.poisson_ratio);
    EXPECT_FALSE(facts.area_function);
    EXPECT_FALSE(facts.grid);
}

TEST_F(StudyFile, OnePitchIsForBothDirectionsAndRasterIsTheDefault) {
    const StudyFacts facts = read("[grid]\nnx = 3\nny = 2\npitch_um = 1.5\n");
    EXPECT_EQ(facts.grid->pitch_x_um, 1.5);
    EXPECT_EQ(facts.grid->pitch_y_um, 1.5);
    EXPECT_EQ(facts.grid->order, GridOrder::raster);
}

TEST_F(StudyFile, TheFormsOfAnAreaFunction) {
    EXPECT_EQ(read("area_function = \"ideal\"\n").area_function->kind, AreaFunction::Kind::ideal);
    EXPECT_EQ(read("[area_function]\ntype = \"ideal\"\n").area_function->kind,
              AreaFunction::Kind::ideal);
    EXPECT_EQ(read("area_function = \"24.5, 3\"\n").area_function->coefficients[1], 3);
    const auto cap =
        *read("[area_function]\ntype = \"cap-cone\"\nradius_nm = 300\nhalf_angle_deg = 70.3\n")
             .area_function;
    EXPECT_EQ(cap.kind, AreaFunction::Kind::cap_cone);
    EXPECT_EQ(cap.radius_nm, 300);
    EXPECT_EQ(cap.half_angle_deg, 70.3);
    EXPECT_EQ(cap.source, "cap-cone:300:70.3");
}

TEST_F(StudyFile, AnUnknownKeyIsAnsweredWithTheNearestAndItsLine) {
    const Error error = refused("sample = \"a\"\n[grid]\nnx = 2\npitch = 2\n");
    EXPECT_EQ(error.code, "SND-U002");
    EXPECT_EQ(error.where, line(4));
    EXPECT_EQ(error.fix, "did you mean \"grid.pitch_um\"?");
}

TEST_F(StudyFile, ATableWithoutAKeyStatesNothingIfThereIsOne) {
    EXPECT_EQ(refused("[gird]\n").fix, "did you mean [grid]?");
    EXPECT_EQ(refused("[common.gird]\n").fix, "did you mean [grid]?");
    EXPECT_EQ(refused("nu = 0.3\n[[excludes]]\n").where, line(2));
    for (const char* name : {"grid", "facts", "clusters", "columns", "load_functions", "common",
                             "common.grid", "area_function"})
        EXPECT_EQ(read("nu = 0.3\n[" + std::string(name) + "]\n").poisson_ratio, 0.3) << name;
}

TEST_F(StudyFile, AKeyBelowATableIsSentAboveIt) {
    const Error error = refused("[grid]\nnx = 2\nny = 2\npitch_um = 1\nnu = 0.3\n");
    EXPECT_EQ(error.code, "SND-U002");
    EXPECT_EQ(error.fix, "write nu above the first [table]");
}

TEST_F(StudyFile, WrongTypesAndRangesAreRefusedWithTheirLine) {
    EXPECT_EQ(refused("nu = \"0.3\"").code, "SND-U003");
    EXPECT_EQ(refused("nu = 0.6").code, "SND-U004");
    EXPECT_EQ(refused("simulated = 1").code, "SND-U003");
    EXPECT_EQ(refused("sample = 5").code, "SND-U003");
    EXPECT_EQ(refused("[grid]\nnx = 2.5").where, line(2));
    EXPECT_EQ(refused("[grid]\norder = \"snake\"").code, "SND-U004");
    EXPECT_EQ(refused("[load_functions]\n\"hold 60 s\" = 60").code, "SND-U003");
    EXPECT_EQ(refused("[area_function]\nC = [1,2,3,4,5,6,7,8,9,10]").code, "SND-U004");
    EXPECT_EQ(refused("[area_function]\nC = []").code, "SND-U004");
    EXPECT_EQ(refused("attachments = 3").code, "SND-U002");
    EXPECT_EQ(refused("[attachments]\nkind = \"xrd\"").code, "SND-U003");
    EXPECT_EQ(refused("[[grid]]\nnx = 2").code, "SND-U003");
}

TEST_F(StudyFile, ClustersHaveNames) {
    const auto facts = read("[clusters]\n0 = \"creeping\"\n1 = \"stiff\"\n");
    ASSERT_EQ(facts.stated.size(), 2u);
    EXPECT_EQ(facts.stated[0].name, "cluster 0");
    EXPECT_EQ(facts.stated[0].text, "creeping");
    EXPECT_EQ(facts.stated[1].name, "cluster 1");
    EXPECT_EQ(refused("[clusters]\n0 = 5").code, "SND-U003");
    EXPECT_EQ(refused("[clusters]\n0 = \"\"").code, "SND-U004");
    EXPECT_EQ(refused("[clusters]\nfirst = \"a\"").code, "SND-U004");
    EXPECT_EQ(refused("[clusters]\n01 = \"a\"").code, "SND-U004");
    EXPECT_EQ(refused("[clusters]\n0 = \"a\"\n1 = \"a\"").where, line(3));
}

TEST_F(StudyFile, WhatBelongsTogetherMustBeTogether) {
    EXPECT_EQ(refused("[grid]\nnx = 2\nny = 3\n").code, "SND-U013");
    EXPECT_EQ(refused("[grid]\norder = \"raster\"\n").code, "SND-U013");
    EXPECT_EQ(refused("[area_function]\ntype = \"cap-cone\"\n").code, "SND-U013");
    EXPECT_EQ(refused("[area_function]\nC = [24.5]\nradius_nm = 3\n").code, "SND-U013");
    EXPECT_EQ(refused("[area_function]\nh_c_min_nm = 3\n").code, "SND-U013");
    EXPECT_EQ(refused("[area_function]\nC = [24.5]\nfile = \"a\"\n").code, "SND-U007");
    EXPECT_EQ(refused("[area_function]\nC = [24.5]\nh_c_min_nm = 3\nh_c_max_nm = 2\n").code,
              "SND-U007");
    EXPECT_EQ(refused("[[attachments]]\nkind = \"xrd\"\n").code, "SND-U013");
    EXPECT_EQ(refused("[[attachments]]\nfile = \"a\"\n").code, "SND-U013");
    EXPECT_EQ(refused("[[attachments]]\nkind = \"xrd\"\nfile = \"a\"\n").code, "SND-U014");
}

TEST_F(StudyFile, AMissingTipFileIsAnErrorWithItsLine) {
    const Error error = refused("[area_function]\nfile = \"tip.ara\"\n");
    EXPECT_EQ(error.code, "SND-U010");
    EXPECT_EQ(error.where, line(2));
    EXPECT_NE(error.found.find((folder_.path() / "tip.ara").string()), std::string::npos);
}

TEST_F(StudyFile, FactsWithoutAFormulaAreKeptUnderTheirNames) {
    const StudyFacts facts = read(
        "temperature_C = 750\nheat_treatment = \"2 h at 700\"\norder = 2\n"
        "density_g_cm3 = 4.43\nTg_C = 430\ntip_date = \"2025-01-06\"\n[facts]\nanneal_h = 2\nbatch "
        "= \"B7\"\n"
        "polished = true\n");
    ASSERT_EQ(facts.stated.size(), 9u);
    EXPECT_EQ(facts.stated[5], (StatedFact{"tip_date", "2025-01-06", std::nullopt}));
    EXPECT_EQ(facts.stated[0], (StatedFact{"temperature_C", "750", 750.0}));
    EXPECT_EQ(facts.stated[1], (StatedFact{"heat_treatment", "2 h at 700", std::nullopt}));
    EXPECT_EQ(facts.stated[6], (StatedFact{"anneal_h", "2", 2.0}));
    EXPECT_EQ(facts.stated[7], (StatedFact{"batch", "B7", std::nullopt}));
    EXPECT_EQ(facts.stated[8], (StatedFact{"polished", "true", std::nullopt}));
}

TEST_F(StudyFile, ATipDateThatIsNoDayIsRefused) {
    for (const char* day : {"2025-02-30", "6.1.2025", "2025", "2025-01-06T08:00:00"})
        EXPECT_EQ(refused("tip_date = \"" + std::string(day) + "\"\n").code, "SND-U004") << day;
}

TEST_F(StudyFile, AFreeFactThatNoConditionCouldNameIsRefused) {
    EXPECT_EQ(refused("[facts]\n\"anneal h\" = 2\n").code, "SND-U004");
    EXPECT_EQ(refused("[facts]\nH_IT_GPa = 2\n").code, "SND-U004") << "a column";
    EXPECT_EQ(refused("[facts]\nnu = 0.3\n").code, "SND-U004") << "a key";
    EXPECT_EQ(refused("[facts]\nholds = [1, 2]\n").code, "SND-U004");
    EXPECT_EQ(refused("temperature_C = \"hot\"\n").code, "SND-U003");
}

TEST_F(StudyFile, WhatIsMarkedCommonHoldsInTheFolderAndBelow) {
    const std::string above = folder_.write("study.toml",
                                            "sample = \"all\"\nroughness_nm = 5\n[common]\n"
                                            "nu = 0.36\n[common.facts]\nbatch = \"B7\"\n");
    EXPECT_EQ(read_study(above, {})->facts.poisson_ratio, 0.36);
    const std::string file = folder_.write("A/study.toml", "temperature_C = 25\n");
    const auto study = read_study(file, std::vector{above});
    ASSERT_TRUE(study.ok());
    EXPECT_EQ(study->facts.poisson_ratio, 0.36);
    EXPECT_FALSE(study->facts.roughness_nm.has_value()) << "not marked common";
    EXPECT_TRUE(study->facts.sample.empty());
    EXPECT_EQ(study->facts.stated.back(), (StatedFact{"batch", "B7", std::nullopt}));
    ASSERT_EQ(study->facts.inherited.size(), 2u);
    EXPECT_EQ(study->facts.inherited[0].where, above + ":4");
    EXPECT_TRUE(study->contradictions.empty());
}

TEST_F(StudyFile, TheNearestOfTwoValuesHoldsAndTheOtherIsSaid) {
    const std::string above = folder_.write(
        "study.toml", "[common]\nnu = 0.36\narea_function = \"ideal\"\nroughness_nm = 2\n");
    const std::string file = folder_.write(
        "A/study.toml", "nu = 0.3\nroughness_nm = 2\n[area_function]\nC = [24.5, 100]\n");
    const auto study = read_study(file, std::vector{above});
    ASSERT_TRUE(study.ok());
    EXPECT_EQ(study->facts.poisson_ratio, 0.3);
    EXPECT_EQ(study->facts.area_function->coefficients[1], 100) << "a tip is one fact";
    ASSERT_EQ(study->contradictions.size(), 2u) << "the roughness is the same twice";
    EXPECT_EQ(study->contradictions[1].key, "nu");
    EXPECT_EQ(study->contradictions[1].value, "0.3");
    EXPECT_EQ(study->contradictions[1].other_value, "0.36");
    EXPECT_EQ(study->contradictions[1].other_where, above + ":2");
    EXPECT_TRUE(study->facts.inherited.empty());
}

TEST_F(StudyFile, ATipFileOfCommonIsSeenFromItsFolder) {
    const std::string above =
        folder_.write("study.toml", "[common.area_function]\nfile = \"tip.ara\"\n");
    const auto study = read_study(folder_.write("A/study.toml", ""), std::vector{above});
    ASSERT_FALSE(study.ok());
    EXPECT_EQ(study.error().where, above + ":2");
    EXPECT_NE(study.error().found.find((folder_.path() / "tip.ara").string()), std::string::npos);
}

TEST_F(StudyFile, NamesAndListsAreNotCommon) {
    EXPECT_EQ(refused("[common]\nsample = \"x\"\n").code, "SND-U003");
    EXPECT_EQ(refused("[[common.exclude]]\ntest = \"x\"\n").code, "SND-U003");
    EXPECT_EQ(refused("[common]\nnuu = 0.3\n").code, "SND-U002");
}

}  // namespace
}  // namespace sneddon
