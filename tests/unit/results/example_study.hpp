// A study by hand: numbers without meaning, names with every character that could break a file.
#pragma once

#include <cmath>
#include <sstream>
#include <string>

#include "sneddon/study/study_result.hpp"

namespace sneddon::testing {

inline TestRow example_row(int number, const std::string& load_function, double H_IT_GPa) {
    TestRow row;
    row.test_id = "a" + std::to_string(number);
    row.file = "bmg/a" + std::to_string(number) + ".txt";
    row.load_function = load_function;
    row.time_stamp = "2022-11-22T15:55:0" + std::to_string(number);
    row.position = StagePosition{2.0 * number, 0};
    row.values["points"_q] = 4300;
    row.values["F_max_uN"_q] = 300.0625;
    row.values["H_IT_GPa"_q] = H_IT_GPa;
    row.values["creep_nm"_q] = 0.1 + 0.2;  // 0.30000000000000004: all 17 digits are needed
    return row;
}

inline CurvePreview example_preview(const std::string& test_id, const std::string& load_function) {
    CurvePreview preview;
    preview.test_id = test_id;
    preview.load_function = load_function;
    preview.time_s = {0, 5, 10, 12, 17, 22};
    preview.depth_nm = {0, 25, 50, 54, 45, 31};
    preview.load_uN = {0, 150, 300, 300, 150, 1.0 / 3};
    preview.segments = {
        {SegmentKind::load, 0, 10}, {SegmentKind::hold, 10, 12}, {SegmentKind::unload, 12, 22}};
    preview.fit_depth_nm = {53, 45, 36};
    preview.fit_load_uN = {285, 150, 60};
    return preview;
}

/// 4 files: 2 used, 1 excluded, 1 refused; 3 rows: 2 used (1 flagged), 1 excluded.
inline StudyResult example_study() {
    StudyResult study;
    study.version = "0.1.0";
    study.facts.sample = "glass <&\"'>";
    study.facts.poisson_ratio = 0.36;
    study.recipe = {{"profile", "\"sneddon\"", "documented list of choices", "default"},
                    {"unloading.window_high", "0.95", "upper end, fraction of F_max", "profile"},
                    {"unloading.fit_space", "\"h(P)\"", "what is fitted", "default"},
                    {"area.coefficients", "[24.5, 1]", "C0, C1 in nm", "command line"},
                    {"area.poisson_ratio", "", "of the specimen", "default"},
                    {"unloading.is_robust", "true", "a bool", "default"}};
    study.inputs = {
        {"bmg/a1.txt", std::string(64, 'a'), "hysitron-txt", 1, Status::used, "", "", false},
        {"bmg/a2.txt", std::string(64, 'b'), "hysitron-txt", 2, Status::used, "", "", false},
        {"bmg/tip.ara", std::string(64, 'c'), "hysitron-ara", 0, Status::excluded,
         "area function (Hysitron .ara)", "SND-R001", true},
        {"bmg/<b>&\".txt", "", "", 0, Status::refused, "ends after the loading segment", "SND-R001",
         false}};
    study.tests = {example_row(1, "hold 0 s", 4.5), example_row(2, "hold 10 s", 4.25),
                   example_row(3, "hold 10 s", std::nan(""))};
    study.tests[0].file = "bmg/a,\"1\".txt";
    study.tests[0].vendor_values = {{"Hardness [O&P]", "GPa", 4.75, 1},
                                    {"H_IT_GPa", "", 4.0, 1},
                                    {"h_c_nm", "", 40.5, 2}};  // of another cycle
    study.tests[1].flags = {{"SND-R001", 5, 5, "m = 5 at its bound"},
                            {"SND-R001", 0.1, 0.05, "drift"}};
    study.tests[1].applied.frame_compliance_nm_per_uN = 0.001;
    study.tests[1].inferences = {{"unit of load", "µN", "column head 'Load (µN)'"}};
    study.tests[2].status = Status::excluded;
    study.tests[2].reason = "no unloading,\nnothing to fit";
    study.groups = {{"hold 0 s", 1, {{("H_IT_GPa"_q).at, {4.5, std::nan(""), 1}}}},
                    {"hold 10 s", 1, {{("H_IT_GPa"_q).at, {4.25, std::nan(""), 1}}}}};
    study.warnings = {{"SND-R001", "one test at a bound & <odd>", {"a2"}}};
    study.previews = {example_preview("a1", "hold 0 s"), example_preview("a2", "hold 10 s")};
    return study;
}

template <class Write>
std::string text_of(Write write, const StudyResult& study) {
    std::ostringstream out;
    write(out, study);
    return out.str();
}

}  // namespace sneddon::testing
