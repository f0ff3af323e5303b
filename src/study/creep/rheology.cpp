#include "study/creep/rheology.hpp"

#include <algorithm>
#include <cmath>

#include "model/units.hpp"
#include "numeric/sum/moments.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

/// The area function that the tests of a table were analysed with.
const AreaFunction* area_of(const std::vector<TestRow>& tests, const HoldTable& table,
                            const StudyOptions& options) {
    const std::size_t sample = tests[table.rows.front()].sample;
    if (sample < options.tips.size() && options.tips[sample].area)
        return &*options.tips[sample].area;
    return options.area_function ? &*options.area_function : nullptr;
}

double mean_h_1_nm(const HoldTable& table, std::span<const std::size_t> members) {
    double sum = 0;
    for (const std::size_t i : members) sum += table.curves[i]->h_1_nm;
    return sum / static_cast<double>(members.size());
}

}  // namespace

HoldRheology::HoldRheology(const std::vector<TestRow>& tests, const HoldTable& table,
                           std::span<const std::size_t> members, const CreepCurve& curve,
                           const StudyOptions& options)
    : instants_s_(table.instants_s), contact_(options.rheology) {
    Rows rows;
    for (const std::size_t i : members) rows.push_back(table.rows[i]);
    const auto mean_of = [&](QuantityIndex quantity) {
        return mean(finite_values(tests, rows, quantity));
    };
    RheologyHold hold;
    hold.F_uN = F_uN_ = mean_of("F_max_uN"_q);
    hold.h_1_nm = mean_h_1_nm(table, members);
    hold.h_max_nm = mean_of("h_max_nm"_q);
    hold.h_c_nm = mean_of("h_c_nm"_q);
    hold.area = area_of(tests, table, options);
    hold.tip_radius_nm = options.tip_radius_nm;
    if (!hold.tip_radius_nm && hold.area != nullptr)
        hold.tip_radius_nm = known_tip_radius_nm(*hold.area);
    ramp_s_ = mean_of("ramp_s"_q);
    const auto [least_nm, most_nm] = std::ranges::minmax(curve.curve.mean_nm);
    compliance_ = ContactCompliance::make(contact_, hold, least_nm, curve.curve.mean_nm.back(),
                                          most_nm, reason_);
    if (!compliance_) return;
    if (!(ramp_s_ >= 0)) {
        reason_ = "the tests have no time of loading";
        return;
    }
    basis_ = RetardationBasis::make(table.instants_s, ramp_s_);
    if (!basis_) reason_ = "the times of the hold are not ascending";
}

RheologyFinding HoldRheology::find(const CreepCurve& curve) const {
    RheologyFinding finding;
    finding.reason = reason_;
    finding.contact = contact_;
    if (!basis_) return finding;
    finding.ramp_s = ramp_s_;
    finding.F_uN = F_uN_;
    finding.contact_radius_nm = compliance_->end_radius_nm();
    finding.has_instantaneous = compliance_->has_instantaneous();
    const std::vector<double> compliance = compliance_->of(curve.curve.mean_nm);
    finding.choice = choose_retardation(*basis_, compliance);
    double log_slope = 0;
    for (const double gained_nm : curve.curve.mean_nm)
        log_slope += std::log(compliance_->slope(gained_nm));
    const double n = basis_->count();
    finding.nm_per_compliance = std::exp(-log_slope / n);
    // A likelihood of compliances is one of depths times the product of dy/dh (Box and Cox 1964).
    const double count = finding.choice.effective_count;
    for (RetardationFit& fit : finding.choice.fits)
        fit.aicc += 2 * count * std::log(finding.nm_per_compliance);
    if (curve.fit.is_fitted())
        finding.creep_law_aicc = corrected_aic(curve.fit.ssr, n, count, curve.fit.parameters);
    finding.u_drift_flow =
        2 * uN_per_GPa_nm2 * finding.contact_radius_nm * curve.u_drift_nm_per_s / F_uN_;
    const RetardationFit* best = finding.choice.best();
    if (best == nullptr) {
        finding.reason = "no model has all its terms in the curve";
        return finding;
    }
    finding.profile = rheology_profile(instants_s_, compliance, *best, finding.nm_per_compliance);
    finding.spectrum = retardation_spectrum(*best, basis_->axis().first_step(), instants_s_.back());
    return finding;
}

void RheologyReplicates::add(const RetardationFit& fit) {
    if (!fit.is_fitted()) return;  // a term of it is missing: not a value of the model's parameters
    ++replicates_;
    instantaneous_.push_back(fit.instantaneous);
    flow_.push_back(fit.point.flow);
    for (std::size_t i = 0; i < terms_of(fit.model).elements; ++i) {
        strength_[i].push_back(fit.point.strength[i]);
        tau_[i].push_back(fit.point.tau[i]);
    }
}

RheologyResampling RheologyReplicates::intervals() const {
    RheologyResampling found;
    found.replicates = replicates_;
    if (replicates_ == 0) return found;
    found.instantaneous = ci95_of(instantaneous_);
    found.flow = ci95_of(flow_);
    for (std::size_t i = 0; i < most_elements && !tau_[i].empty(); ++i) {
        found.strength[i] = ci95_of(strength_[i]);
        found.tau[i] = ci95_of(tau_[i]);
    }
    return found;
}

}  // namespace sneddon
