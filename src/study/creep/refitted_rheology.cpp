#include "study/creep/refitted_rheology.hpp"

namespace sneddon {

RefittedRheology::RefittedRheology(const HoldRheology& rheology, const CreepCurve& curve,
                                   const CompressedHolds& holds)
    : rheology_(rheology) {
    const RetardationFit* chosen = curve.rheology.choice.best();
    if (chosen == nullptr || !curve.fit.is_fitted()) return;
    refit_.emplace(rheology.basis(), *chosen);
    const std::vector<double>& mean_nm = curve.curve.mean_nm;
    beyond_tangent_ = holds.axis().compress(rheology.compliance().of(mean_nm));
    const std::vector<double> along =
        along_tangent(holds.axis().compress(mean_nm), holds.at_nodes(curve.fit));
    for (std::size_t k = 0; k < along.size(); ++k) beyond_tangent_[k] -= along[k];
}

RetardationFit RefittedRheology::of(std::span<const double> mean_nm,
                                    std::span<const double> law_nm) const {
    if (!refit_) return {};
    std::vector<double> compliance = along_tangent(mean_nm, law_nm);
    for (std::size_t k = 0; k < compliance.size(); ++k) compliance[k] += beyond_tangent_[k];
    return (*refit_)(std::move(compliance));
}

std::vector<double> RefittedRheology::along_tangent(std::span<const double> mean_nm,
                                                    std::span<const double> law_nm) const {
    const auto weights = rheology_.basis().axis().weights();
    std::vector<double> along;
    along.reserve(law_nm.size());
    for (const ContactCompliance::Tangent& at : rheology_.compliance().tangents(law_nm)) {
        const std::size_t k = along.size();
        along.push_back(weights[k] * at.value + at.slope * (mean_nm[k] - weights[k] * law_nm[k]));
    }
    return along;
}

}  // namespace sneddon
