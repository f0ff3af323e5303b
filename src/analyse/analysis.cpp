#include "sneddon/analyse/analysis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "analyse/curve_flags.hpp"
#include "analyse/flags.hpp"
#include "analyse/oliver_pharr.hpp"
#include "analyse/peak.hpp"
#include "analyse/pop_in_values.hpp"
#include "analyse/propagation.hpp"
#include "analyse/unloading.hpp"
#include "analyse/works.hpp"
#include "base/nan.hpp"
#include "correct/corrections.hpp"
#include "model/complete_points.hpp"
#include "segment/find_segments.hpp"
#include "sneddon/model/units.hpp"

namespace sneddon {
namespace {

/// One cycle, step by step; each step reads what the steps before it have written.
class CycleAnalysis {
  public:
    CycleAnalysis(const CompleteTest& complete, const Curve& corrected, const TestResult& test,
                  const AnalysisRecipe& recipe, CycleResult& result)
        : complete_(complete),
          test_(test),
          curve_(corrected),
          recipe_(recipe),
          cycle_(result.parts),
          result_(result),
          values_(result.values) {}

    void run() {
        durations();
        peak();
        creep();
        works();
        pop_in_values(curve_, recipe_, result_);
        if (unloading()) {
            contact();
            moduli();
        }
        flag_unloading_tail(curve_, cycle_, F_max_uN_, result_.flags);
        uncertainties();
        doubts();
        result_.is_usable = result_.reason.empty();
    }

  private:
    void durations() {
        const auto duration = [&](const Segment& part) {
            return part.is_empty() ? 0 : curve_.time_s[part.end - 1] - curve_.time_s[part.begin];
        };
        values_["hold_s"_q] = duration(cycle_.hold);
        if (!cycle_.load.is_empty()) values_["ramp_s"_q] = duration(cycle_.load);
    }

    void peak() {
        F_max_uN_ = peak_load_uN(curve_, cycle_, recipe_.peak_load);
        h_max_robust_nm_ = depth_at_peak_nm(curve_, cycle_);
        h_1_nm_ = depth_at_hold_begin_nm(curve_, cycle_, recipe_.creep_start, F_max_uN_);
        values_["F_max_uN"_q] = F_max_uN_;
        values_["h_max_nm"_q] = h_max_robust_nm_;
    }

    void creep() {
        if (std::isnan(h_1_nm_)) return;
        values_["creep_nm"_q] = h_max_robust_nm_ - h_1_nm_;
        values_["C_IT_percent"_q] = 100 * (h_max_robust_nm_ - h_1_nm_) / h_1_nm_;
    }

    void works() {
        if (cycle_.load.is_empty()) return;
        const Works works =
            mechanical_works(curve_, work_limits(cycle_, recipe_, h_1_nm_, h_max_robust_nm_));
        values_["W_load_pJ"_q] = works.W_load_pJ;
        values_["W_hold_pJ"_q] = works.W_hold_pJ;
        values_["W_total_pJ"_q] = works.W_total_pJ;
        values_["W_elast_pJ"_q] = works.W_elast_pJ;
        values_["W_plast_pJ"_q] = works.W_plast_pJ;
        values_["eta_IT"_q] = works.eta_IT;
    }

    bool unloading() {
        const UnloadingFit fit =
            fit_unloading(curve_, cycle_.unload, F_max_uN_, unloading_options(recipe_));
        if (!fit.is_fitted) {
            flag_no_fit(fit, result_.flags);
            return false;
        }
        const std::size_t missing = complete_.missing_between(fit.first, fit.last);
        if (missing > 0) {
            flag_missing_in_window(missing, result_.flags);
            result_.reason = result_.flags.back().text;
            return false;
        }
        values_["S_uN_per_nm"_q] = fit.S_uN_per_nm;
        values_["m"_q] = fit.m;
        values_["h_p_nm"_q] = fit.h_p_nm;
        values_["fit_rms_nm"_q] = fit.rms_nm;
        values_["P_per_S2_per_GPa"_q] =
            per_GPa_per_nm2_per_uN * F_max_uN_ / (fit.S_uN_per_nm * fit.S_uN_per_nm);
        if (recipe_.peak_depth == PeakDepthRule::fitted) values_["h_max_nm"_q] = fit.h_at_F_max_nm;
        result_.fit = {true,
                       fit.h_p_nm,
                       fit.h_at_F_max_nm - fit.h_p_nm,
                       fit.m,
                       F_max_uN_,
                       recipe_.window_low * F_max_uN_,
                       recipe_.window_high * F_max_uN_};
        flag_fit(fit, recipe_, result_.flags);
        flag_residual(fit, curve_, cycle_, result_.flags);
        return true;
    }

    void contact() {
        const double S = values_["S_uN_per_nm"_q], h_max_nm = values_["h_max_nm"_q];
        values_["h_r_nm"_q] = h_max_nm - F_max_uN_ / S;
        values_["h_c_nm"_q] =
            contact_depth_nm(h_max_nm, F_max_uN_, S, epsilon_of(recipe_, values_["m"_q]));
    }

    void moduli() {
        if (!recipe_.area_function) {
            flag_no_area_function(result_.flags);
            return;
        }
        const double h_c_nm = values_["h_c_nm"_q];
        const double A_p_nm2 = projected_area_nm2(*recipe_.area_function, h_c_nm);
        flag_contact_depth(h_c_nm, A_p_nm2, *recipe_.area_function, result_.flags);
        if (std::isnan(A_p_nm2)) return;
        values_["A_p_nm2"_q] = A_p_nm2;
        values_["H_IT_GPa"_q] = indentation_hardness_GPa(F_max_uN_, A_p_nm2);
        const double E_r_GPa =
            reduced_modulus_GPa(values_["S_uN_per_nm"_q], A_p_nm2, recipe_.beta, recipe_.pi);
        values_["E_r_GPa"_q] = E_r_GPa;
        if (!recipe_.poisson_ratio) {
            flag_no_poisson_ratio(result_.flags);
            return;
        }
        const double E_IT_GPa =
            indentation_modulus_GPa(E_r_GPa, *recipe_.poisson_ratio, recipe_.indenter_E_GPa,
                                    recipe_.indenter_poisson_ratio);
        values_["E_IT_GPa"_q] = E_IT_GPa;
        if (std::isnan(E_IT_GPa)) flag_no_modulus(E_r_GPa, recipe_, result_.flags);
    }

    /// What the uncertainties and other choices are counted from.
    Measured measured() const {
        Measured base;
        base.F_max_uN = F_max_uN_;
        base.h_peak_nm = h_max_robust_nm_;
        base.h_1_nm = h_1_nm_;
        base.is_fitted = result_.fit.is_fitted;
        base.h_p_nm = result_.fit.h_p_nm;
        base.k_nm = result_.fit.k_nm;
        base.q = base.is_fitted ? 1 / result_.fit.m : 0;
        base.W_load_pJ = values_["W_load_pJ"_q];
        base.W_hold_pJ = values_["W_hold_pJ"_q];
        base.W_total_pJ = values_["W_total_pJ"_q];
        base.W_elast_pJ = values_["W_elast_pJ"_q];
        base.poisson_ratio = recipe_.poisson_ratio.value_or(nan);
        return base;
    }

    void uncertainties() {
        const Measured base = measured();
        const TestCorrection& correction = test_.correction;
        const DriftedMeasurements drifted =
            measure_drifted(curve_, cycle_, correction, recipe_, base);
        const UncertainInputs inputs =
            uncertain_inputs(curve_, cycle_, correction, recipe_, base, drifted);
        result_.uncertainty = propagate(inputs, base, recipe_);
        result_.monte_carlo = monte_carlo(inputs, curve_, base, recipe_);
        result_.variants = sensitivity(curve_, cycle_, correction, recipe_, base, drifted);
        flag_negative_creep(values_["creep_nm"_q], result_.uncertainty.random["creep_nm"_q],
                            result_.flags);
        flag_nonlinear(result_.monte_carlo, result_.flags);
    }

    void doubts() {
        const double h_max_nm = values_["h_max_nm"_q];
        flag_curve({curve_, test_.segments, cycle_, F_max_uN_, h_max_nm,
                    test_.correction.noise_depth_nm, test_.correction.noise_load_uN},
                   result_.flags);
        if (result_.fit.is_fitted) flag_final_depth(values_, result_.flags);
        flag_large_pop_in(result_.pop_ins, h_max_nm, result_.flags);
        flag_roughness(h_max_nm, recipe_.roughness_nm, result_.flags);
    }

    const CompleteTest& complete_;
    const TestResult& test_;  ///< segments and corrections
    const Curve& curve_;
    const AnalysisRecipe& recipe_;
    const Cycle& cycle_;
    CycleResult& result_;
    QuantityValues& values_;
    double F_max_uN_ = 0, h_max_robust_nm_ = 0, h_1_nm_ = 0;
};

/// Points and largest values of the samples [begin, end), whatever else can be said of them.
void raw_values(const Curve& curve, std::size_t begin, std::size_t end, std::size_t missing,
                QuantityValues& values) {
    values["points"_q] = static_cast<double>(curve.size());
    values["points_missing"_q] = static_cast<double>(missing);
    if (begin >= end) return;
    const auto at = [](const std::vector<double>& v, std::size_t i) {
        return v.begin() + static_cast<std::ptrdiff_t>(i);
    };
    values["F_max_raw_uN"_q] = *std::max_element(at(curve.load_uN, begin), at(curve.load_uN, end));
    values["h_max_raw_nm"_q] =
        *std::max_element(at(curve.depth_nm, begin), at(curve.depth_nm, end));
}

CorrectionRecipe corrections_of(const AnalysisRecipe& recipe) {
    CorrectionRecipe correction = recipe.correction;
    if (!correction.tip_radius_nm && recipe.area_function)
        correction.tip_radius_nm = known_tip_radius_nm(*recipe.area_function);
    return correction;
}

/// Another zero of the load moves the sample from which work counts.
void find_contacts(const Curve& curve, std::vector<Cycle>& cycles) {
    std::size_t lowest = 0;
    for (Cycle& cycle : cycles) {
        std::size_t i = cycle.load.begin;
        while (i > lowest && curve.load_uN[i - 1] > 0) --i;
        if (!cycle.load.is_empty()) cycle.contact = i > lowest ? i - 1 : cycle.load.begin;
        lowest = cycle.end;
    }
}

CycleResult unusable(const Curve& curve, std::size_t missing, Flag flag) {
    CycleResult result;
    raw_values(curve, 0, curve.size(), missing, result.values);
    result.reason = flag.text;
    result.flags.push_back(std::move(flag));
    return result;
}

}  // namespace

TestResult analyse_test(const Test& test, const AnalysisRecipe& recipe) {
    TestResult result;
    const CompleteTest complete(test);
    const Curve& curve = complete.test().curve;
    const auto total = static_cast<double>(test.curve.size());
    if (static_cast<double>(complete.missing()) > 0.01 * total) {
        result.cycles.push_back(
            unusable(curve, complete.missing(), too_many_missing(complete.missing(), total)));
        return result;
    }
    Segmentation segmentation = find_segments(complete.test());
    result.segments = segmentation.segments;
    result.inferences = segmentation.inferences;
    if (segmentation.cycles.empty()) {
        result.cycles.push_back(unusable(curve, complete.missing(), no_cycle(curve)));
        return result;
    }
    result.correction = correct_test(complete.test(), segmentation.segments, segmentation.cycles,
                                     corrections_of(recipe));
    std::optional<Curve> changed;
    if (!result.correction.change.is_none())
        changed = corrected_curve(curve, result.correction.change);
    const Curve& corrected = changed ? *changed : curve;
    if (result.correction.change.load_offset_uN != 0) find_contacts(corrected, segmentation.cycles);
    const std::size_t cycles = segmentation.cycles.size();
    for (std::size_t i = 0; i < cycles; ++i) {
        CycleResult cycle;
        cycle.cycle = static_cast<int>(i) + 1;
        cycle.parts = segmentation.cycles[i];
        cycle.flags = segmentation.flags;
        cycle.flags.insert(cycle.flags.end(), result.correction.flags.begin(),
                           result.correction.flags.end());
        // A test of one cycle owns all samples; of several, each cycle its own.
        const std::size_t begin = i == 0 ? 0 : segmentation.cycles[i - 1].end;
        const std::size_t end = i + 1 == cycles ? curve.size() : cycle.parts.end;
        raw_values(curve, begin, end, complete.missing(), cycle.values);
        if (complete.missing() > 0) flag_missing(complete.missing(), total, cycle.flags);
        CycleAnalysis(complete, corrected, result, recipe, cycle).run();
        result.cycles.push_back(std::move(cycle));
    }
    return result;
}

}  // namespace sneddon
