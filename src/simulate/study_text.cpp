#include <fmt/core.h>

#include <array>
#include <cmath>
#include <numbers>

#include "simulate/apply_fault.hpp"
#include "simulate/export_text.hpp"
#include "simulate/fault.hpp"
#include "simulate/random_streams.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct TruthColumn {
    std::string_view head;
    double TestTruth::*value;
};

constexpr std::array truth_columns = {
    TruthColumn{"x_um", &TestTruth::x_um},
    TruthColumn{"y_um", &TestTruth::y_um},
    TruthColumn{"hold_s", &TestTruth::hold_s},
    TruthColumn{"ramp_s", &TestTruth::ramp_s},
    TruthColumn{"a_end_nm", &TestTruth::a_end_nm},
    TruthColumn{"E_r_GPa", &TestTruth::E_r_GPa},
    TruthColumn{"E_r_apparent_GPa", &TestTruth::E_r_apparent_GPa},
    TruthColumn{"S_elastic_uN_per_nm", &TestTruth::S_elastic_uN_per_nm},
    TruthColumn{"S_apparent_uN_per_nm", &TestTruth::S_apparent_uN_per_nm},
    TruthColumn{"H_load_GPa", &TestTruth::H_load_GPa},
    TruthColumn{"H_end_GPa", &TestTruth::H_end_GPa},
    TruthColumn{"H_apparent_GPa", &TestTruth::H_apparent_GPa},
    TruthColumn{"h_c_apparent_nm", &TestTruth::h_c_apparent_nm},
    TruthColumn{"W_total_pJ", &TestTruth::W_total_pJ},
    TruthColumn{"W_elast_pJ", &TestTruth::W_elast_pJ},
    TruthColumn{"W_plast_pJ", &TestTruth::W_plast_pJ},
    TruthColumn{"h_1_nm", &TestTruth::h_1_nm},
    TruthColumn{"h_max_nm", &TestTruth::h_max_nm},
    TruthColumn{"creep_nm", &TestTruth::creep_nm},
    TruthColumn{"creep_a_nm_per_s", &TestTruth::a_nm_per_s},
    TruthColumn{"creep_b_nm", &TestTruth::b_nm},
    TruthColumn{"creep_c", &TestTruth::c},
    TruthColumn{"m", &TestTruth::m},
    TruthColumn{"drift_nm_per_s", &TestTruth::drift_nm_per_s},
    TruthColumn{"drift_header_nm_per_s", &TestTruth::drift_header_nm_per_s},
    TruthColumn{"popin_load_uN", &TestTruth::popin_load_uN},
    TruthColumn{"popin_jump_nm", &TestTruth::popin_jump_nm},
    TruthColumn{"popin_drop_uN", &TestTruth::popin_drop_uN},
    TruthColumn{"popout_load_uN", &TestTruth::popout_load_uN},
    TruthColumn{"popout_jump_nm", &TestTruth::popout_jump_nm},
    TruthColumn{"surface_height_nm", &TestTruth::height_nm},
    TruthColumn{"zero_nm", &TestTruth::zero_nm},
    TruthColumn{"tare_uN", &TestTruth::tare_uN},
    TruthColumn{"retardation_L_per_GPa", &TestTruth::retardation_L_per_GPa},
    TruthColumn{"retardation_tau_s", &TestTruth::retardation_tau_s},
    TruthColumn{"flow_per_GPa_s", &TestTruth::flow_per_GPa_s},
    TruthColumn{"F_peak_uN", &TestTruth::F_peak_uN},
    TruthColumn{"frame_left_nm_per_uN", &TestTruth::frame_left_nm_per_uN},
};

/// Ra of the heights, as one number for the study: sqrt(2/pi) of their root mean square.
double Ra_nm(const SimulationPlan& plan) {
    double sum = 0;
    for (const SimulatedLoadFunction& function : plan.load_functions)
        sum += function.roughness_nm * function.roughness_nm;
    const double mean_square = sum / static_cast<double>(plan.load_functions.size());
    return std::sqrt(2 / std::numbers::pi * mean_square);
}

std::string area_function_table(const TipCalibration& calibration) {
    const AreaFunction& area = calibration.area;
    std::string text = "\n[area_function]\n";
    if (area.kind == AreaFunction::Kind::cap_cone)
        text += fmt::format("type = \"cap-cone\"\nradius_nm = {}\nhalf_angle_deg = {}\n",
                            number_text(area.radius_nm), number_text(area.half_angle_deg));
    else
        text += "file = \"tip.ara\"\n";
    return text + fmt::format("h_c_min_nm = {}\nh_c_max_nm = {}\n", number_text(*area.h_c_min_nm),
                              number_text(*area.h_c_max_nm));
}

}  // namespace

std::string tip_file_text(const TipCalibration& calibration, const SimulatedTip& tip) {
    constexpr int coefficients = 6;
    std::string text = "Hysitron Area Function Coefficients, File Version: 4.00\n";
    const auto add = [&](std::string_view label, std::string_view value) {
        text += fmt::format("{}\n{}\n", label, value);
    };
    for (std::size_t k = 0; k < coefficients; ++k)
        add(fmt::format("C{}", k), number_text(calibration.area.coefficients[k]));
    add("B", "0.0");
    for (int k = 0; k < coefficients; ++k) add(fmt::format("C{} Uncertainty", k), "0.0");
    add("B Uncertainty", "0.0");
    add("Tip Poisson's Ratio", "0.07");
    add("Tip Modulus (N/mm^2)", "1141.0");
    add("Tip Types: Berkovich=0 Cono-spherical=1, Cube-Corner=2, Flat-Punch=3, Knoop=4, "
        "Vickers=5, Other=99",
        "Tip Type\n0");
    add("Max Events Between Cal", "100");
    add("Events Since Last Cal", "0");
    add("Total Events", "0");
    add("Tip Serial Number", "simulated");
    add("Tip Radius (nm)", number_text(tip.radius_nm));
    add("Tip Total Angle", "142.35");
    add("Tip Usuable Depth (M-5m)", "0.0");
    return text;
}

std::string study_file_text(const SimulatedStudy& study, const TipCalibration& calibration) {
    const SimulationPlan& plan = study.plan;
    const SimulatedInstrument& instrument = plan.instrument;
    const double u_drift =
        std::hypot(instrument.drift_header_nm_per_s, instrument.drift_residual_nm_per_s);
    std::string text = fmt::format(
        "# Simulated by Sneddon: preset {}{}, seed {}. Nothing here was measured; what is true of\n"
        "# each test is in truth.csv. Every key is explained in docs/study-file.md.\n"
        "sample = \"{}\"\nsimulated = true\nnu = {}\n",
        plan.preset, plan.folder.empty() ? "" : ", sample " + plan.folder, study.asked_seed,
        plan.material.name, number_text(plan.material.nu));
    if (instrument.frame_left_nm_per_uN > 0)
        text += fmt::format("# The depths still hold a frame compliance of {} nm/uN.\n",
                            number_text(instrument.frame_left_nm_per_uN));
    if (calibration.u_relative > 0)
        text += fmt::format("u_area_relative = {:.2g}\n", calibration.u_relative);
    if (u_drift > 0) text += fmt::format("u_drift_nm_per_s = {:.2g}\n", u_drift);
    if (const double roughness = Ra_nm(plan); roughness > 0)
        text += fmt::format("roughness_nm = {:.3g}\n", roughness);
    if (plan.material.popin_law == PopInLaw::hazard)
        text += fmt::format("temperature_C = {}\n", number_text(plan.material.temperature_C));
    text += area_function_table(calibration);
    return text + fmt::format(
                      "\n[grid] # of each load function\nnx = {}\nny = {}\npitch_um = {}\n"
                      "order = \"raster\"\n",
                      study.nx, study.ny, number_text(plan.grid.pitch_um));
}

std::string truth_head() {
    std::string text = "file,test,load_function,place,class";
    for (const TruthColumn& column : truth_columns) text += fmt::format(",{}", column.head);
    return text + ",fault\n";
}

std::string truth_row(std::string_view file, const TestTruth& truth) {
    std::string text = fmt::format("{},1,{},{},{}", file, truth.load_function + 1, truth.place + 1,
                                   truth.creep_class);
    for (const TruthColumn& column : truth_columns) text += "," + number_text(truth.*column.value);
    return text + "," + truth.fault + "\n";
}

std::string test_file_name(const SimulatedStudy& study, std::size_t index,
                           std::string_view extension) {
    const SimulationPlan& plan = study.plan;
    const std::string& name = plan.folder.empty() ? plan.preset : plan.folder;
    return fmt::format("{}_{:04}_LC.{}", name.empty() ? "test" : name, index, extension);
}

TestFile test_file(const SimulatedStudy& study, std::size_t index, CurveFormat format) {
    const bool is_csv = format == CurveFormat::csv;
    TestFile file;
    file.name = test_file_name(study, index, is_csv ? "csv" : "txt");
    SimulatedTest made = simulated_curve(study, index);
    file.truth_row = truth_row(file.name, made.truth);
    const auto fault = find_fault(made.truth.fault);
    if (const std::size_t source = source_of(study, index); source != index) {
        const auto own_time = made.test.time_stamp;
        made = simulated_curve(study, source);
        if (fault == FaultKind::duplicate_columns) made.test.time_stamp = own_time;
    }
    file.samples = made.test.curve.size();
    file.text = is_csv ? csv_text(made.test) : triboscan_text(made.test);
    if (fault == FaultKind::truncated) {
        const TestTruth& truth = study.tests[index];
        truncate(file.text,
                 random_stream(study.seed, Purpose::fault, truth.load_function, truth.place));
    }
    return file;
}

}  // namespace sneddon
