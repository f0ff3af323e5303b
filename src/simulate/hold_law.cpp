#include "simulate/hold_law.hpp"

#include <algorithm>
#include <cmath>

#include "model/units.hpp"

namespace sneddon {
namespace {

constexpr int panels = 400;

}  // namespace

HoldLaw::HoldLaw(const SimulationPlan& plan, const ContactLaw& contact, TestTruth& truth)
    : h_1_nm_(truth.h_1_nm), a_nm_per_s_(truth.a_nm_per_s), b_nm_(truth.b_nm), c_(truth.c) {
    const SimulatedMaterial& material = plan.material;
    const bool is_rheological =
        material.hold_law != SimulatedHoldLaw::power && truth.hold_s > 0 && truth.creep_nm > 0;
    if (!is_rheological) return;
    const double peak = peak_load_uN(plan, truth), ramp_s = truth.ramp_s;
    two_over_F_ = 2 * uN_per_GPa_nm2 / peak;
    hold_s_ = truth.hold_s;
    tau_s_ = material.retardation_s;
    flow_share_ = material.hold_law == SimulatedHoldLaw::burgers ? material.flow_share : 0;
    for (int i = 0; i <= panels; ++i) {
        const double depth_nm = truth.h_1_nm + truth.creep_nm * i / panels;
        Node node{depth_nm, contact.radius_at_depth_nm(depth_nm, peak), 0};
        if (i > 0) {
            const Node& last = nodes_.back();
            node.compliance = last.compliance + two_over_F_ * 0.5 *
                                                    (node.radius_nm + last.radius_nm) *
                                                    (node.depth_nm - last.depth_nm);
        }
        nodes_.push_back(node);
    }
    const double whole = nodes_.back().compliance;
    // After a ramp an element has already gained some: rho of its strength is still to come.
    const double rho = -std::expm1(-ramp_s / tau_s_) * tau_s_ / ramp_s;
    truth.retardation_tau_s = tau_s_;
    truth.retardation_L_per_GPa =
        whole * (1 - flow_share_) / (rho * -std::expm1(-hold_s_ / tau_s_));
    truth.flow_per_GPa_s = whole * flow_share_ / hold_s_;
    truth.a_nm_per_s = truth.b_nm = truth.c = nan;
    a_nm_per_s_ = whole * gained_part_per_s(hold_s_) / (two_over_F_ * nodes_.back().radius_nm);
    b_nm_ = 0;
    c_ = 1;  // of no power; 0 times its rate stays 0
}

double HoldLaw::gained_part(double t_s) const {
    return flow_share_ * t_s / hold_s_ +
           (1 - flow_share_) * std::expm1(-t_s / tau_s_) / std::expm1(-hold_s_ / tau_s_);
}

double HoldLaw::gained_part_per_s(double t_s) const {
    return flow_share_ / hold_s_ +
           (1 - flow_share_) * std::exp(-t_s / tau_s_) / (tau_s_ * -std::expm1(-hold_s_ / tau_s_));
}

double HoldLaw::depth_nm(double t_s) const {
    if (nodes_.empty()) return h_1_nm_ + a_nm_per_s_ * t_s + b_nm_ * std::pow(t_s, c_);
    const double wanted = nodes_.back().compliance * gained_part(t_s);
    const auto above = std::ranges::upper_bound(nodes_, wanted, {}, &Node::compliance);
    const auto place =
        std::clamp<std::ptrdiff_t>(above - nodes_.begin() - 1, 0, std::ssize(nodes_) - 2);
    const Node& low = nodes_[static_cast<std::size_t>(place)];
    const Node& high = nodes_[static_cast<std::size_t>(place) + 1];
    // Between two nodes the radius is a straight line: rest = two_over_F (r d + r' d^2/2).
    const double slope = (high.radius_nm - low.radius_nm) / (high.depth_nm - low.depth_nm);
    const double rest = (wanted - low.compliance) / two_over_F_;
    return low.depth_nm +
           2 * rest / (low.radius_nm + std::sqrt(low.radius_nm * low.radius_nm + 2 * slope * rest));
}

}  // namespace sneddon
