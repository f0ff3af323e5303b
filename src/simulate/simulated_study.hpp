// A study with known truth, drawn from a plan and a seed; tests are made one by one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/model/test.hpp"
#include "sneddon/simulate/plan.hpp"

namespace sneddon {

/// What is true of one test, without the instrument. "apparent": as an analysis of the noise-free
/// curve with the true tip sees it; back-flow and nose make it differ from 2 E_r a.
struct TestTruth {
    std::size_t load_function = 0;
    std::size_t place = 0;  ///< in the grid of its load function
    double x_um = 0, y_um = 0;
    double hold_s = 0, ramp_s = 0;
    int creep_class = 0;
    double E_r_GPa = 0;
    double H_load_GPa = 0;  ///< limit of the pressure during loading
    double a_end_nm = 0;    ///< contact radius at the end of the hold
    double H_end_GPa = 0;
    double h_1_nm = 0, h_max_nm = 0, creep_nm = 0;
    double a_nm_per_s = 0, b_nm = 0, c = 0;                       ///< creep law a t + b t^c
    double retardation_L_per_GPa = nan, retardation_tau_s = nan;  ///< of a Kelvin or Burgers hold
    double flow_per_GPa_s = nan;
    double m = 0;                    ///< exponent of the elastic unloading
    double S_elastic_uN_per_nm = 0;  ///< 2 E_r a
    double S_apparent_uN_per_nm = 0;
    double h_c_apparent_nm = 0, H_apparent_GPa = 0, E_r_apparent_GPa = 0;
    double W_total_pJ = 0, W_elast_pJ = 0, W_plast_pJ = 0;
    double popin_load_uN = nan, popin_jump_nm = nan;
    double popin_drop_uN = nan;  ///< under depth control, in place of the jump
    double popout_load_uN = nan, popout_jump_nm = nan;  ///< works and S are those without it
    // The instrument of this test.
    double height_nm = 0;  ///< of the surface, felt as depth
    double zero_nm = 0, tare_uN = 0;
    double F_peak_uN = 0;
    double frame_left_nm_per_uN = 0;   ///< that the exported depths still hold
    double drift_nm_per_s = 0;         ///< true
    double drift_header_nm_per_s = 0;  ///< measured, and corrected for
    std::string fault;                 ///< empty: none
};

struct SimulatedStudy {
    SimulationPlan plan;
    std::uint64_t seed = 0;
    std::uint64_t asked_seed = 0;  ///< that of a study of several samples, which have seeds of it
    int nx = 0, ny = 0;            ///< grid of each load function
    std::vector<TestTruth> tests;  ///< in the order of measurement; what is emergent is still empty
    std::vector<double> start_s;   ///< of each test, from the beginning of the first
    double duration_s = 0;         ///< from there to where a next test would begin
};

struct SimulatedTest {
    Test test;  ///< as the instrument exports it: corrected for frame compliance and drift
    TestTruth truth;
};

/// Peak load of a test: its load function's own, or that of the programme.
inline double peak_load_uN(const SimulationPlan& plan, const TestTruth& truth) {
    const bool is_stated = truth.load_function < plan.load_functions.size() &&
                           plan.load_functions[truth.load_function].peak_uN > 0;
    return is_stated ? plan.load_functions[truth.load_function].peak_uN : plan.programme.peak_uN;
}

/// Errors: SND-U031 (a plan that cannot be simulated). Fields and classes are drawn for all tests
/// of a load function together, so the moments of the plan are met for every seed.
Result<SimulatedStudy> draw_study(const SimulationPlan& plan, std::uint64_t seed);

/// Depends on the study and `index` alone: any order and any number of threads.
SimulatedTest simulated_curve(const SimulatedStudy& study, std::size_t index);

}  // namespace sneddon
