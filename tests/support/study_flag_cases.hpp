// Flags and warnings that need other tests (G): rows made by hand, through the study.
#pragma once

#include "pipeline/repeated_tests.hpp"
#include "pipeline/vendor_tables.hpp"
#include "sneddon/pipeline/run.hpp"
#include "study/checks/checks.hpp"
#include "study/groups/groups.hpp"
#include "study/maps/order.hpp"
#include "support/flag_cases.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon::testing {

/// Test i of a sound group of 20: 300 uN, 42 nm under an ideal tip, 5 um apart.
inline TestRow sound_row(int i, double hold_s) {
    TestRow row;
    row.file = row.test_id = "h" + std::to_string(hold_s) + "_" + std::to_string(i);
    const double spread = 0.5 * ((i * 7) % 5 - 2);
    row.values["F_max_uN"_q] = 300 + 0.1 * spread;
    row.values["ramp_s"_q] = 10;
    row.values["hold_s"_q] = hold_s;
    row.values["h_c_nm"_q] = 42 + spread;
    row.values["h_max_nm"_q] = 54 + spread;
    row.values["S_uN_per_nm"_q] = 18.75 + 0.1 * spread;
    row.values["P_per_S2_per_GPa"_q] = 8.53e-4;
    row.values["W_total_pJ"_q] = 6.97 + 0.3 * spread;
    row.values["W_load_pJ"_q] = 5.8 + 0.1 * spread;
    row.values["W_elast_pJ"_q] = 2.88;
    row.values["creep_nm"_q] = 4 + spread;
    row.values["E_r_GPa"_q] = 79.9 + 0.2 * spread;
    row.position = StagePosition{5.0 * (i % 5), 5.0 * (i / 5)};
    row.applied.frame_compliance_nm_per_uN = 1.2e-3;
    return row;
}

using ChangeOfRow = std::function<void(TestRow&, int)>;

inline void add_sound_group(StudyResult& study, double hold_s, const ChangeOfRow& change) {
    for (int i = 0; i < 20; ++i) {
        TestRow row = sound_row(i, hold_s);
        change(row, i);
        const double h_c = row.values["h_c_nm"_q];
        row.values["A_p_nm2"_q] = 24.5 * h_c * h_c;
        row.values["H_IT_GPa"_q] = 1e3 * row.values["F_max_uN"_q] / row.values["A_p_nm2"_q];
        row.values["eta_IT"_q] = row.values["W_elast_pJ"_q] / row.values["W_total_pJ"_q];
        study.tests.push_back(row);
    }
}

inline Codes codes_of(StudyResult study, bool is_area_known = true) {
    StudyOptions options;
    options.area_function = AreaFunction{};
    if (is_area_known) options.area_relative = 0.03;
    arrange_study(study, GroupBy::load_function);
    describe_groups(study);
    StudyFindings findings;
    findings.order = find_order(study.tests);
    check_groups(study, findings, options);
    Codes codes;
    for (const Warning& warning : study.warnings) codes.insert(warning.code);
    for (const TestRow& row : study.tests)
        for (const Flag& flag : row.flags) codes.insert(flag.code);
    return codes;
}

template <class Change>
FlagCase by_row(std::string_view code, Change change, double wrong, double right) {
    const auto run = [change](double value) {
        StudyResult study;
        add_sound_group(study, 10, [&](TestRow& row, int i) { change(row, i, value); });
        return codes_of(std::move(study));
    };
    return {code, [=] { return run(wrong); }, [=] { return run(right); }};
}

/// The quantity of one test is `wrong` or `right`.
inline FlagCase by_value(std::string_view code, QuantityIndex quantity, double wrong,
                         double right) {
    return by_row(
        code,
        [quantity](TestRow& row, int i, double value) {
            if (i == 7) row.values[quantity] = value;
        },
        wrong, right);
}

/// Two arrays on a grid of 2 by 2, and a file that could not be read: between the arrays, where it
/// may belong to either, or within the first.
inline Codes codes_of_arrays(std::size_t tests, bool is_refused_between) {
    StudyResult study;
    study.facts.grid = Grid{2, 2, 5, 5, GridOrder::raster};
    for (std::size_t i = 0; i < tests; ++i) {
        TestRow row = sound_row(static_cast<int>(i), 0);
        row.position.reset();
        row.file = row.test_id = "a" + std::to_string(i);
        study.tests.push_back(row);
    }
    TestRow other = sound_row(0, 60);
    other.position.reset();
    other.file = other.test_id = "b1";
    study.tests.push_back(other);
    InputFile refused;
    refused.path = is_refused_between ? "a9" : "a1x";
    refused.status = Status::refused;
    study.inputs.push_back(refused);
    return codes_of(std::move(study));
}

inline Codes codes_of_repeated(bool is_file_repeated, bool are_columns_repeated) {
    StudyResult study;
    for (int i = 0; i < 2; ++i) {
        study.tests.push_back(sound_row(i, 10));
        InputFile input;
        input.path = study.tests.back().file;
        input.sha256 = is_file_repeated || i == 0 ? "ab" : "cd";
        study.inputs.push_back(input);
    }
    const std::vector<std::uint64_t> hashes = {7, are_columns_repeated ? 7u : 8u};
    study.warnings = flag_repeated_tests(study.inputs, study.tests, hashes);
    return codes_of(std::move(study));
}

inline Codes codes_of_table(double F_max_uN) {
    const TemporaryFolder folder;
    StudyResult study;
    InputFile table;
    table.path = folder.write("table.txt",
                              "Number of Data Points = 1\n         \nFile\tPmax(uN)\tS(uN/nm)\t"
                              "X(mm)\tY(mm)\nmap_00000 LC.hys\t1000\t10\t0.5\t0\n");
    table.format = "hysitron-results";
    study.inputs.push_back(table);
    TestRow row = sound_row(0, 10);
    row.file = (folder.path() / "map_0000.txt").string();
    row.values["F_max_uN"_q] = F_max_uN;
    study.tests.push_back(row);
    study.warnings = attach_vendor_tables(study.inputs, study.tests);
    return codes_of(std::move(study));
}

/// 60 s of hold with a hardness that 3.4 nm of depth would make, and `work_pJ` more work.
inline Codes codes_of_works(double work_pJ) {
    StudyResult study;
    add_sound_group(study, 10, [](TestRow&, int) {});
    add_sound_group(study, 60, [&](TestRow& row, int) {
        row.values["h_c_nm"_q] += 3.4;
        row.values["W_total_pJ"_q] += work_pJ;
    });
    return codes_of(std::move(study));
}

/// A second group of twice the load with another F/S^2.
inline Codes codes_of_loads(double factor) {
    StudyResult study;
    add_sound_group(study, 10, [](TestRow&, int) {});
    add_sound_group(study, 10, [&](TestRow& row, int) {
        row.values["F_max_uN"_q] *= 2;
        row.values["P_per_S2_per_GPa"_q] *= factor;
    });
    return codes_of(std::move(study));
}

/// Of 20 tests, so many with their fit at a bound.
inline Codes codes_of_bounds(int count) {
    StudyResult study;
    add_sound_group(study, 10, [count](TestRow& row, int i) {
        if (i < count) row.flags.push_back({"SND-A001", 5, 5, ""});
    });
    return codes_of(std::move(study));
}

/// With an exclusion by hardness; all tests have less than 10 GPa.
inline Codes codes_of_exclusion(const std::string& where) {
    StudyResult study;
    add_sound_group(study, 10, [](TestRow&, int) {});
    study.facts.exclusions = {{"", where, "", "study.toml:1"}};
    return codes_of(std::move(study));
}

/// A tip of this day under tests of 2025-01-06, and so many tests outside of its depths.
inline Codes codes_of_tip(const std::string& tip_date, int outside) {
    StudyResult study;
    add_sound_group(study, 10, [&](TestRow& row, int i) {
        row.time_stamp = "2025-01-06T08:00:00";
        if (i < outside) row.flags.push_back({"SND-A006", 19, 20, "h_c = 19 nm"});
    });
    study.facts.stated.push_back({"tip_date", tip_date, std::nullopt});
    return codes_of(std::move(study));
}

inline Codes codes_of_area(bool is_area_known) {
    StudyResult study;
    add_sound_group(study, 10, [](TestRow&, int) {});
    return codes_of(std::move(study), is_area_known);
}

inline std::vector<FlagCase> group_flag_cases() {
    const auto one_in = [](TestRow& row, int i, double every) {
        if (i % static_cast<int>(every) == 0) row.values["creep_nm"_q] = -1;
    };
    return {by_row(
                "SND-G005",
                [](TestRow& row, int i, double nm_per_uN) {
                    if (i == 7) row.applied.frame_compliance_nm_per_uN = nm_per_uN;
                },
                2.5e-3, 2.3e-3),
            by_value("SND-G006", "W_load_pJ"_q, 7.2, 5.9),
            by_value("SND-G050", "E_r_GPa"_q, 81.5, 80.5),
            by_value("SND-G051", "h_max_nm"_q, 58.5, 56.5),
            by_value("SND-G052", "F_max_uN"_q, 303.5, 302.5),
            by_row(
                "SND-G053",
                [](TestRow& row, int, double part) {
                    row.position->x_um *= part;
                    row.position->y_um *= part;
                },
                0.3, 0.45),
            by_row(
                "SND-G054",
                [](TestRow& row, int i, double nm) { row.values["h_c_nm"_q] -= nm * i; }, 0.2, 0),
            by_row(
                "SND-G056", [](TestRow& row, int, double pJ) { row.values["W_elast_pJ"_q] = pJ; },
                5.5, 2.9),
            by_row("SND-G057", one_in, 4, 20)};
}

inline constexpr const char* place_once =
    "X (um),Y (um),H (GPa),E (GPa)\n0,0,4,90\n1,0,4,90\n2,0,4,90\n";
inline constexpr const char* place_twice =
    "X (um),Y (um),H (GPa),E (GPa)\n0,0,4,90\n1,0,4,90\n0,0,4,90\n";

/// Of a run on this one file.
inline Codes codes_of_results_file(const char* text) {
    const TemporaryFolder folder;
    RunRequest request;
    request.paths = {folder.write("map.csv", text)};
    request.output_folder = (folder.path() / "out").string();
    request.figures = "none";
    Codes codes;
    const auto study = run(request, {});
    if (!study) return codes;
    for (const Warning& warning : study->warnings) codes.insert(warning.code);
    for (const TestRow& row : study->tests)
        for (const Flag& flag : row.flags) codes.insert(flag.code);
    return codes;
}

inline std::vector<FlagCase> study_flag_cases() {
    std::vector<FlagCase> cases = group_flag_cases();
    const std::vector<FlagCase> more = {
        {"SND-G001", [] { return codes_of_arrays(3, true); },
         [] { return codes_of_arrays(3, false); }},
        {"SND-G002", [] { return codes_of_arrays(5, false); },
         [] { return codes_of_arrays(3, false); }},
        {"SND-G003", [] { return codes_of_repeated(true, true); },
         [] { return codes_of_repeated(false, true); }},
        {"SND-G004", [] { return codes_of_repeated(false, true); },
         [] { return codes_of_repeated(false, false); }},
        {"SND-G010", [] { return codes_of_table(1030); }, [] { return codes_of_table(1010); }},
        {"SND-G055", [] { return codes_of_loads(1.15); }, [] { return codes_of_loads(1.05); }},
        {"SND-G058", [] { return codes_of_works(0); }, [] { return codes_of_works(1.02); }},
        {"SND-G059", [] { return codes_of_area(false); }, [] { return codes_of_area(true); }},
        {"SND-G060", [] { return codes_of_bounds(11); }, [] { return codes_of_bounds(10); }},
        {"SND-G061", [] { return codes_of_results_file(place_twice); },
         [] { return codes_of_results_file(place_once); }},
        {"SND-G062", [] { return codes_of_results_file(place_once); },
         [] { return codes_of_results_file("Notes on the measurement of March.\n"); }},
        {"SND-G063", [] { return codes_of_tip("2024-01-06", 0); },
         [] { return codes_of_tip("2024-01-07", 0); }},
        {"SND-G064", [] { return codes_of_tip("2025-01-06", 1); },
         [] { return codes_of_tip("2025-01-06", 0); }},
        {"SND-G070", [] { return codes_of_exclusion("test_id = *1"); },
         [] { return codes_of_exclusion("H_IT_GPa > 10"); }},
        {"SND-G071", [] { return codes_of_exclusion("H_IT_GPa > 10"); },
         [] { return codes_of_exclusion("test_id = *1"); }}};
    cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

}  // namespace sneddon::testing
