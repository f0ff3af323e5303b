#include "study/creep/contact_compliance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/units.hpp"

namespace sneddon {
namespace {

constexpr std::size_t panels = 200;  // over a tenth of the depth: the radius is off by 1e-7 of it

double radius_nm(const AreaFunction& area, double h_c_nm) {
    return std::sqrt(projected_area_nm2(area, h_c_nm) / std::numbers::pi);
}

/// Of the tip's cone; a pyramid of 24.5 h^2 has 70.3 degrees.
double tan_half_angle(const AreaFunction* area) {
    constexpr double degree = std::numbers::pi / 180;
    const AreaFunction ideal;
    return std::tan((area != nullptr ? area->half_angle_deg : ideal.half_angle_deg) * degree);
}

}  // namespace

std::optional<ContactCompliance> ContactCompliance::make(RheologyContact contact,
                                                         const RheologyHold& hold, double least_nm,
                                                         double end_nm, double most_nm,
                                                         std::string& reason) {
    ContactCompliance compliance;
    const auto refuse = [&](std::string why) {
        reason = std::move(why);
        return std::nullopt;
    };
    if (contact == RheologyContact::none) return refuse("study.rheology is none");
    if (!(hold.F_uN > 0)) return refuse("the tests have no peak load");
    compliance.two_over_F_ = 2 * uN_per_GPa_nm2 / hold.F_uN;
    if (contact == RheologyContact::contact_radius) {
        if (hold.area == nullptr)
            return refuse("no area function is given, so the contact radius is not known");
        if (!(hold.h_c_nm > 0) || !(hold.h_max_nm > hold.h_c_nm))
            return refuse("the tests have no contact depth below h_max");
        if (!compliance.fill(hold, least_nm, end_nm, most_nm))
            return refuse("the area function gives no contact that grows with the depth");
        compliance.end_radius_nm_ = radius_nm(*hold.area, hold.h_c_nm);
        return compliance;
    }
    if (!(hold.h_1_nm + least_nm > 0)) return refuse("the hold begins at no depth above 0");
    compliance.h_1_nm_ = hold.h_1_nm;
    const double h_end_nm = hold.h_1_nm + end_nm;
    if (contact == RheologyContact::cone) {
        const double slope = 2 / std::numbers::pi * tan_half_angle(hold.area);
        compliance.exponent_ = 2;
        compliance.factor_ = 0.5 * slope * compliance.two_over_F_;
        compliance.end_radius_nm_ = slope * h_end_nm;
        return compliance;
    }
    if (!hold.tip_radius_nm || !(*hold.tip_radius_nm > 0))
        return refuse("no tip radius is known: give correct.tip_radius_nm");
    constexpr double sphere = 1.5;  // a = sqrt(R h), integrated
    compliance.exponent_ = sphere;
    compliance.factor_ = std::sqrt(*hold.tip_radius_nm) / sphere * compliance.two_over_F_;
    compliance.end_radius_nm_ = std::sqrt(*hold.tip_radius_nm * h_end_nm);
    return compliance;
}

bool ContactCompliance::fill(const RheologyHold& hold, double least_nm, double end_nm,
                             double most_nm) {
    // Along h_c no equation is to be solved. The contact depth moves more than the depth does, by
    // up to 1/(1 - elastic part): nodes are added until they hold the depths that are asked for.
    const double elastic_nm = hold.h_max_nm - hold.h_c_nm;
    const double end_radius = radius_nm(*hold.area, hold.h_c_nm);
    const double step = (most_nm - least_nm) / static_cast<double>(panels);
    if (!(step > 0) || !(end_radius > 0)) return false;
    const auto node_at = [&](double h_c_nm) {
        const double radius = radius_nm(*hold.area, h_c_nm);
        const double depth_nm = h_c_nm + elastic_nm * end_radius / radius;
        return Node{depth_nm - hold.h_max_nm + end_nm, radius, 0};
    };
    // Half of the range more on each side, as far as the contact grows there: resamples reach it.
    const double more_nm = 0.5 * (most_nm - least_nm);
    constexpr std::size_t most_nodes = 20 * panels;
    std::vector<Node> below, above;
    const auto walk = [&](std::vector<Node>& nodes, double direction, double needed_nm) {
        Node last = node_at(hold.h_c_nm);
        while (direction * (last.gained_nm - needed_nm) <= more_nm && nodes.size() < most_nodes) {
            const double at_nm =
                hold.h_c_nm + direction * step * static_cast<double>(nodes.size() + 1);
            const Node next = node_at(at_nm);
            if (!(direction * (next.gained_nm - last.gained_nm) > 0)) break;
            nodes.push_back(last = next);
        }
        return direction * (last.gained_nm - needed_nm) > 0;
    };
    if (!walk(below, -1, std::min(least_nm, 0.0)) || !walk(above, 1, most_nm)) return false;
    nodes_.assign(below.rbegin(), below.rend());
    nodes_.push_back(node_at(hold.h_c_nm));
    nodes_.insert(nodes_.end(), above.begin(), above.end());
    for (std::size_t i = 1; i < nodes_.size(); ++i)
        nodes_[i].compliance = nodes_[i - 1].compliance +
                               two_over_F_ * 0.5 * (nodes_[i].radius_nm + nodes_[i - 1].radius_nm) *
                                   (nodes_[i].gained_nm - nodes_[i - 1].gained_nm);
    const double at_start = at(0);
    for (Node& node : nodes_) node.compliance -= at_start;
    return true;
}

const ContactCompliance::Node& ContactCompliance::node_below(double gained_nm) const {
    const auto above = std::ranges::upper_bound(nodes_, gained_nm, {}, &Node::gained_nm);
    const auto place =
        std::clamp<std::ptrdiff_t>(above - nodes_.begin() - 1, 0, std::ssize(nodes_) - 2);
    return nodes_[static_cast<std::size_t>(place)];
}

double ContactCompliance::at(const Node& low, double gained_nm) const {
    const double mean_radius = 0.5 * (low.radius_nm + slope(low, gained_nm) / two_over_F_);
    return low.compliance + two_over_F_ * mean_radius * (gained_nm - low.gained_nm);
}

double ContactCompliance::at(double gained_nm) const {
    if (exponent_ > 0) return factor_ * std::pow(h_1_nm_ + gained_nm, exponent_);
    return at(node_below(gained_nm), gained_nm);
}

double ContactCompliance::slope(const Node& low, double gained_nm) const {
    const Node& high = *(&low + 1);
    const double part = (gained_nm - low.gained_nm) / (high.gained_nm - low.gained_nm);
    return two_over_F_ * (low.radius_nm + part * (high.radius_nm - low.radius_nm));
}

double ContactCompliance::slope(double gained_nm) const {
    if (exponent_ > 0) return factor_ * exponent_ * std::pow(h_1_nm_ + gained_nm, exponent_ - 1);
    return slope(node_below(gained_nm), gained_nm);
}

// A hold's depths follow each other: the next node is the last one's or beside it.
std::size_t ContactCompliance::walk(std::size_t low, double gained_nm) const {
    while (low + 2 < nodes_.size() && nodes_[low + 1].gained_nm <= gained_nm) ++low;
    while (low > 0 && nodes_[low].gained_nm > gained_nm) --low;
    return low;
}

std::vector<double> ContactCompliance::of(std::span<const double> gained_nm) const {
    std::vector<double> values;
    values.reserve(gained_nm.size());
    if (exponent_ > 0) {
        for (const double gained : gained_nm) values.push_back(at(gained));
        return values;
    }
    std::size_t low = 0;
    for (const double gained : gained_nm) {
        low = walk(low, gained);
        values.push_back(at(nodes_[low], gained));
    }
    return values;
}

std::vector<ContactCompliance::Tangent> ContactCompliance::tangents(
    std::span<const double> gained_nm) const {
    std::vector<Tangent> found;
    found.reserve(gained_nm.size());
    std::size_t low = 0;
    for (const double gained : gained_nm) {
        if (exponent_ > 0) {
            found.push_back({at(gained), slope(gained)});
            continue;
        }
        low = walk(low, gained);
        found.push_back({at(nodes_[low], gained), slope(nodes_[low], gained)});
    }
    return found;
}

}  // namespace sneddon
