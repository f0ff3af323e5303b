#include "analyse/propagation.hpp"

#include <algorithm>
#include <cmath>

#include "analyse/measured_changes.hpp"
#include "analyse/peak.hpp"
#include "analyse/quantities_of.hpp"
#include "analyse/unloading_noise.hpp"
#include "base/nan.hpp"
#include "correct/frame_compliance.hpp"
#include "model/units.hpp"
#include "numeric/sum/residual_correlation.hpp"

namespace sneddon {
namespace {

constexpr double rms_over_Ra = 1.2533141373155003;  // sqrt(pi/2): normally distributed heights
/// A height is felt until the depth is some 5 times the rms of heights.
constexpr double levelled_at = 5;

/// Weights of the points in the value at `at_s` of a fitted polynomial of degree 1 or 2.
std::vector<double> estimator_weights(const Curve& curve, const DepthEstimator& estimator) {
    const Segment& part = estimator.part;
    const auto n = static_cast<double>(part.size());
    double mean = 0, u2 = 0, u3 = 0, qq = 0;
    for (std::size_t i = part.begin; i < part.end; ++i) mean += curve.time_s[i] / n;
    const auto u_of = [&](double time_s) { return time_s - mean; };
    for (std::size_t i = part.begin; i < part.end; ++i) {
        const double u = u_of(curve.time_s[i]);
        u2 += u * u;
        u3 += u * u * u;
    }
    const auto q_of = [&](double u) { return u * u - (u2 > 0 ? u3 / u2 : 0) * u - u2 / n; };
    for (std::size_t i = part.begin; i < part.end; ++i) {
        const double q = q_of(u_of(curve.time_s[i]));
        qq += q * q;
    }
    const double u_at = u_of(estimator.at_s), q_at = q_of(u_at);
    std::vector<double> weights;
    weights.reserve(part.size());
    for (std::size_t i = part.begin; i < part.end; ++i) {
        const double u = u_of(curve.time_s[i]);
        double weight = 1 / n;
        if (u2 > 0) weight += u * u_at / u2;
        if (estimator.degree == 2 && qq > 0) weight += q_of(u) * q_at / qq;
        weights.push_back(weight);
    }
    return weights;
}

class InputList {
  public:
    InputList(const Curve& curve, const Cycle& cycle, const TestCorrection& correction,
              const AnalysisRecipe& recipe, const StartWeights& weights, const Measured& base)
        : curve_(curve),
          cycle_(cycle),
          correction_(correction),
          recipe_(recipe),
          weights_(weights),
          base_(base),
          noise_(unloading_noise(curve, cycle, base, recipe)) {
        if (!noise_.is_known) noise_.sd_nm = correction.noise_depth_nm;
    }

    UncertainInputs take(const DriftedMeasurements& drifted) {
        unloading_fit();
        peak_load();
        depths();
        unloading_start();
        areas();
        zero();
        baseline();
        drift(drifted);
        frame_compliance();
        area_function();
        calibration();
        return {std::move(list_), noise_.sd_nm, noise_.correlation};
    }

  private:
    void add(std::string_view name, std::string_view unit, std::string_view source, Share share,
             double u, std::function<void(Measured&, double)> change) {
        list_.push_back({name, unit, source, share, u, std::move(change)});
    }

    void unloading_fit() {
        if (!noise_.is_known) return;
        for (const auto& along : noise_.directions)
            add("unloading fit", "", "fit residuals", Share::random, 1,
                [along](Measured& measured, double step) {
                    add_to_unloading(measured, step * along[0], step * along[1], step * along[2]);
                });
    }

    double u_of_peak_load() const {
        const double noise = correction_.noise_load_uN;
        if (recipe_.peak_load != PeakLoadRule::mean_of_hold) return noise;
        if (!cycle_.hold.is_empty())
            return noise / std::sqrt(static_cast<double>(cycle_.hold.size()));
        return noise * std::sqrt(ar1_variance(
                           estimator_weights(curve_, estimator_at_peak(curve_, cycle_,
                                                                       PeakDepthRule::end_of_hold)),
                           0));
    }

    void peak_load() {
        add("noise of the load", "uN", "noise of the samples", Share::random, u_of_peak_load(),
            [](Measured& measured, double change) { measured = with_peak_load(measured, change); });
        const auto tare = std::ranges::find(correction_.steps, "tare", &Correction::what);
        if (tare == correction_.steps.end() || !(tare->u > 0)) return;
        add("load offset", "uN", "correction", Share::random, tare->u,
            [](Measured& measured, double change) {
                measured = with_load_offset(measured, change);
            });
    }

    double u_of(const DepthEstimator& estimator) const {
        return noise_.sd_nm *
               std::sqrt(ar1_variance(estimator_weights(curve_, estimator), noise_.correlation));
    }

    /// Works end at these depths too, or at the points themselves.
    void depths() {
        const bool is_raw = recipe_.work_ends == WorkEndsRule::raw;
        const bool has_hold = !cycle_.hold.is_empty() && !cycle_.load.is_empty();
        const auto work_per_nm = [&](double u) {
            return pJ_per_uN_nm * base_.F_max_uN * (is_raw && u > 0 ? noise_.sd_nm / u : 1);
        };
        const double u_peak = u_of(estimator_at_peak(curve_, cycle_, recipe_.peak_depth));
        const double at_peak = work_per_nm(u_peak);
        add("depth at the peak", "nm", "fit residuals", Share::random, u_peak,
            [at_peak, has_hold](Measured& measured, double change) {
                measured.h_peak_nm += change;
                measured.W_total_pJ += at_peak * change;
                measured.W_elast_pJ += at_peak * change;
                (has_hold ? measured.W_hold_pJ : measured.W_load_pJ) += at_peak * change;
            });
        if (!has_hold) return;
        const double u_begin = u_of(estimator_at_hold_begin(curve_, cycle_, base_.F_max_uN));
        const double at_begin = work_per_nm(u_begin);
        add("depth at the start of the hold", "nm", "fit residuals", Share::random, u_begin,
            [at_begin](Measured& measured, double change) {
                measured.h_1_nm += change;
                measured.W_load_pJ += at_begin * change;
                measured.W_hold_pJ -= at_begin * change;
            });
    }

    double u_of(const WeightedPoints& value) const {
        return noise_.sd_nm * std::sqrt(ar1_variance(value.weights, noise_.correlation));
    }

    /// The noise of these points is in the unloading fit and in the depth at the peak too. S is
    /// that of one of the two, so that only h_c of S_e counts a part of it twice.
    void unloading_start() {
        if (!std::isfinite(base_.start.compliance_nm_per_uN)) return;
        add("creep rate at the end of the hold", "nm/s", "fit residuals", Share::random,
            u_of(weights_.hold_rate),
            [](Measured& measured, double change) { measured.start.hold_rate_nm_per_s += change; });
        add("slope where the unloading begins", "nm/uN", "fit residuals", Share::random,
            u_of(weights_.compliance), [](Measured& measured, double change) {
                measured.start.compliance_nm_per_uN += change;
            });
    }

    /// Noise of depth weighs by the step of load, noise of load by the step of depth: over a ramp
    /// of n points the sums of squared steps are F_max^2/n and h_max^2/n.
    double u_area_pJ(const Segment& ramp) const {
        if (ramp.is_empty()) return 0;
        const auto n = static_cast<double>(ramp.size());
        const double r = noise_.correlation, load = correction_.noise_load_uN;
        const double of_depth = noise_.sd_nm * base_.F_max_uN * ar1_inflation(r);
        const double of_load = load * base_.h_peak_nm;
        const double of_both = load * noise_.sd_nm * n * std::sqrt(2 * (1 - r));
        return pJ_per_uN_nm *
               std::sqrt((of_depth * of_depth + of_load * of_load + of_both * of_both) / n);
    }

    void areas() {
        if (std::isnan(base_.W_total_pJ)) return;
        add("noise under loading", "pJ", "fit residuals", Share::random, u_area_pJ(cycle_.load),
            [](Measured& measured, double change) {
                measured.W_load_pJ += change;
                measured.W_total_pJ += change;
            });
        add("noise under unloading", "pJ", "fit residuals", Share::random, u_area_pJ(cycle_.unload),
            [](Measured& measured, double change) { measured.W_elast_pJ += change; });
    }

    /// Of the loading, where the depth is first reached; F_max if it never is.
    double load_at_depth_uN(double depth_nm) const {
        for (std::size_t i = cycle_.contact; i < cycle_.load.end; ++i)
            if (curve_.depth_nm[i] >= depth_nm) return curve_.load_uN[i];
        return base_.F_max_uN;
    }

    void zero() {
        const auto& stated = recipe_.uncertainty.zero_nm;
        add("zero point", "nm", stated ? "uncertainty.zero_nm" : "correction", Share::random,
            stated.value_or(correction_.u_h0_nm),
            [](Measured& measured, double change) { measured = shifted(measured, change); });
        if (stated || !recipe_.roughness_nm) return;
        // The height of the surface under the tip passes for depth, and no zero method sees it. It
        // is levelled under small loads, with a work that is not the sample's.
        const double rms_nm = rms_over_Ra * *recipe_.roughness_nm;
        const double work_per_nm = pJ_per_uN_nm * load_at_depth_uN(levelled_at * rms_nm);
        add("surface roughness", "nm", "sample.roughness_nm", Share::random, rms_nm,
            [work_per_nm](Measured& measured, double change) {
                measured = shifted(measured, change);
                measured.W_load_pJ += work_per_nm * change;
                measured.W_total_pJ += work_per_nm * change;
            });
    }

    /// The line that was taken off turns about the contact: before it, the tare levels the load.
    void baseline() {
        const auto step = std::ranges::find(correction_.steps, "baseline", &Correction::what);
        if (step == correction_.steps.end() || !step->is_applied || !(step->u > 0)) return;
        const double u = step->u;
        add("tilted baseline", "uN/nm", "correction", Share::random, u,
            [u, up = tilted(u), down = tilted(-u)](Measured& measured, double change) {
                add_difference(measured, up, down, change / (2 * u));
            });
    }

    Measured tilted(double slope_uN_per_nm) const {
        Curve curve = curve_;
        for (std::size_t i = cycle_.contact; i < cycle_.end; ++i)
            curve.load_uN[i] -=
                slope_uN_per_nm * (curve.depth_nm[i] - curve.depth_nm[cycle_.contact]);
        return with_balanced_works(measure(curve, cycle_, recipe_));
    }

    void drift(const DriftedMeasurements& drifted) {
        const double u = drifted.u_nm_per_s;
        if (!(u > 0)) return;
        add("drift", "nm/s", drifted.is_stated ? "uncertainty.drift_nm_per_s" : "correction",
            Share::random, u, [drifted, u](Measured& measured, double change) {
                add_difference(measured, drifted.up, drifted.down, change / (2 * u));
            });
    }

    void frame_compliance() {
        const double known = correction_.u_frame_compliance_nm_per_uN;
        const bool is_known = std::isfinite(known);
        add("frame compliance", "nm/uN",
            is_known ? "correction" : "uncertainty.frame_compliance_nm_per_uN", Share::common,
            u_frame_compliance_nm_per_uN(correction_,
                                         recipe_.uncertainty.frame_compliance_nm_per_uN),
            [](Measured& measured, double change) {
                measured = with_frame_compliance(measured, change);
            });
    }

    void area_function() {
        if (!recipe_.area_function) return;
        const auto& stated = recipe_.uncertainty.area_relative;
        add("area function", "", stated ? "uncertainty.area_relative" : "not known", Share::common,
            stated.value_or(nan),
            [](Measured& measured, double change) { measured.area_factor *= 1 + change; });
    }

    void calibration() {
        const UncertaintyInputs& inputs = recipe_.uncertainty;
        add("load calibration", "", "uncertainty.load_relative", Share::common,
            inputs.load_relative,
            [](Measured& measured, double change) { scale_load(measured, 1 + change); });
        add("depth calibration", "", "uncertainty.depth_relative", Share::common,
            inputs.depth_relative,
            [](Measured& measured, double change) { scale_depth(measured, 1 + change); });
        if (recipe_.poisson_ratio)
            add("Poisson's ratio", "", "uncertainty.poisson_ratio", Share::common,
                inputs.poisson_ratio,
                [](Measured& measured, double change) { measured.poisson_ratio += change; });
    }

    const Curve& curve_;
    const Cycle& cycle_;
    const TestCorrection& correction_;
    const AnalysisRecipe& recipe_;
    const StartWeights& weights_;
    const Measured& base_;
    UnloadingNoise noise_;
    std::vector<UncertainInput> list_;
};

}  // namespace

DriftedMeasurements measure_drifted(const Curve& curve, const Cycle& cycle,
                                    const TestCorrection& correction, const AnalysisRecipe& recipe,
                                    const StartWeights& weights, const Measured& base) {
    DriftedMeasurements drifted;
    const auto& stated = recipe.uncertainty.drift_nm_per_s;
    drifted.is_stated = stated.has_value();
    drifted.u_nm_per_s = stated.value_or(correction.u_drift_nm_per_s);
    drifted.up = drifted.down = base;
    if (!(drifted.u_nm_per_s > 0)) return drifted;
    Curve sheared = drifted_curve(curve, cycle, drifted.u_nm_per_s, correction.t_ref_s);
    drifted.up = with_balanced_works(measure(sheared, cycle, recipe, weights));
    for (std::size_t i = cycle.contact; i < cycle.end; ++i)
        sheared.depth_nm[i] = 2 * curve.depth_nm[i] - sheared.depth_nm[i];
    drifted.down = with_balanced_works(measure(sheared, cycle, recipe, weights));
    return drifted;
}

UncertainInputs uncertain_inputs(const Curve& curve, const Cycle& cycle,
                                 const TestCorrection& correction, const AnalysisRecipe& recipe,
                                 const StartWeights& weights, const Measured& base,
                                 const DriftedMeasurements& drifted) {
    return InputList(curve, cycle, correction, recipe, weights, base).take(drifted);
}

Measured changed(Measured measured, const UncertainInput& input, double change) {
    input.change(measured, change);
    return with_balanced_works(measured);
}

UncertaintyBudget propagate(const UncertainInputs& inputs, const Measured& base,
                            const AnalysisRecipe& recipe) {
    UncertaintyBudget budget;
    budget.noise_nm = inputs.noise_nm;
    budget.noise_correlation = inputs.noise_correlation;
    const QuantityValues values = quantities_of(base, recipe);
    QuantityValues random, common;
    for (std::size_t i = 0; i < quantity_count; ++i) random[{i}] = common[{i}] = 0;
    for (const UncertainInput& input : inputs.list) {
        const QuantityValues high = quantities_of(changed(base, input, input.u), recipe);
        const QuantityValues low = quantities_of(changed(base, input, -input.u), recipe);
        Contribution contribution{input.name, input.unit, input.source, input.share, input.u, {}};
        for (std::size_t i = 0; i < quantity_count; ++i) {
            const double effect = (high[{i}] - low[{i}]) / 2;
            contribution.effect[{i}] = effect;
            (input.share == Share::random ? random : common)[{i}] += effect * effect;
        }
        budget.inputs.push_back(std::move(contribution));
    }
    for (std::size_t i = 0; i < quantity_count; ++i) {
        if (quantity_table[i].uncertainty == UncertaintyIs::none || std::isnan(values[{i}]))
            continue;
        budget.random[{i}] = std::sqrt(random[{i}]);
        budget.common[{i}] = std::sqrt(common[{i}]);
    }
    return budget;
}

}  // namespace sneddon
