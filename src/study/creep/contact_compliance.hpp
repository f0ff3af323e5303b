// Depth gained in a hold at constant load -> compliance of the contact, for any tip.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/model/area_function.hpp"
#include "study/creep/rheology_contact.hpp"

namespace sneddon {

/// The contact of a hold: means over its tests.
struct RheologyHold {
    double F_uN = nan;
    double h_1_nm = nan;                  ///< depth where the hold begins: for cone and sphere
    double h_max_nm = nan, h_c_nm = nan;  ///< at its end: for the contact radius
    const AreaFunction* area = nullptr;   ///< none: not known
    std::optional<double> tip_radius_nm;  ///< for the sphere
};

/// y(h) with dy/dh = 2 a(h)/F, a the contact radius: the rate of contact creep compliance is
/// L' = 2 a h'/F whatever plastic deformation the loading left (Vandamme et al. 2012, J. Mater.
/// Res. 27, 302). After a ramp it is L' averaged over the ramp, exactly for a viscoelastic
/// half-space, whose contact grows: a = (2/pi) h tan(alpha) gives y = (2/pi) tan(alpha) h^2/F of a
/// cone and a = sqrt(R h) gives y = (4/3) sqrt(R) h^(3/2)/F of a sphere (Lee and Radok 1960, J.
/// Appl. Mech. 27, 438), which hold L itself and not only its rate.
/// Contact radius: a = sqrt(A_p(h_c)/pi) with h = h_c + (h_max - h_c,end) sqrt(A_p,end/A_p(h_c)):
/// what bends under the contact goes with F/S, and S with sqrt(A_p). The elastic part and A_p at
/// the end of the hold are those of the unloading.
class ContactCompliance {
  public:
    /// Depths gained from `least_nm` to `most_nm` are asked for, `end_nm` at the end of the hold.
    /// Nothing, and why in `reason`, without what the contact needs.
    static std::optional<ContactCompliance> make(RheologyContact contact, const RheologyHold& hold,
                                                 double least_nm, double end_nm, double most_nm,
                                                 std::string& reason);

    /// 1/GPa. Contact radius: 0 where the hold begins; cone and sphere: from depth 0.
    double at(double gained_nm) const;
    std::vector<double> of(std::span<const double> gained_nm) const;
    /// dy/dh in 1/(GPa nm).
    double slope(double gained_nm) const;
    struct Tangent {
        double value, slope;
    };
    std::vector<Tangent> tangents(std::span<const double> gained_nm) const;
    /// At the end of the hold; cone and sphere: of an elastic contact of that depth.
    double end_radius_nm() const { return end_radius_nm_; }
    bool has_instantaneous() const { return exponent_ > 0; }

  private:
    struct Node {
        double gained_nm, radius_nm, compliance;
    };
    /// Between two nodes the radius is a straight line.
    const Node& node_below(double gained_nm) const;
    /// Place of the same node, looked for from that at `low` on.
    std::size_t walk(std::size_t low, double gained_nm) const;
    double at(const Node& low, double gained_nm) const;
    double slope(const Node& low, double gained_nm) const;
    bool fill(const RheologyHold& hold, double least_nm, double end_nm, double most_nm);

    double two_over_F_ = 0;  ///< in 1/(GPa nm^2)
    double exponent_ = 0, factor_ = 0, h_1_nm_ = 0;
    double end_radius_nm_ = nan;
    std::vector<Node> nodes_;
};

}  // namespace sneddon
