// Load and depth of a contact whose state is its radius a (docs/methods/simulator.md).
//   p_m(a) = (p_elastic(a)^-q + H^-q)^(-1/q),  P = pi a^2 p_m,  h = h_c(a) + 0.75 P/(2 E_r a)
// Hertz where H is large, Oliver and Pharr's relation at every a.
#pragma once

#include <cmath>
#include <limits>

#include "model/units.hpp"
#include "simulate/tip_shape.hpp"

namespace sneddon {

class ContactLaw {
  public:
    /// With h* > 0 the hardness H is H0 of a size effect, H0 sqrt(1 + h*/h_c) (Nix and Gao 1998).
    ContactLaw(const TipShape& tip, double E_r_GPa, double H_GPa, double blending,
               double h_star_nm = 0)
        : tip_(tip), E_r_GPa_(E_r_GPa), H_GPa_(H_GPa), blending_(blending), h_star_nm_(h_star_nm) {}

    double load_uN(double a_nm) const;
    /// Of a contact of radius a under any load: what lies below the contact and what bends.
    double depth_nm(double a_nm, double load_uN) const;
    /// Newton's method on logarithms, from `guess_nm`; to rounding.
    double radius_at_load_nm(double load_uN, double guess_nm) const;
    /// The larger of the two radii whose depth under this load is h; that of the least depth where
    /// h is below it.
    double radius_at_depth_nm(double depth_nm, double load_uN) const;
    double stiffness_uN_per_nm(double a_nm) const { return 2 * E_r_GPa_ * a_nm * uN_per_GPa_nm2; }

  private:
    /// (p_elastic/H)^q
    double ratio(double a_nm) const {
        return std::pow(tip_.elastic_pressure_GPa(a_nm, E_r_GPa_) / hardness_GPa(a_nm), blending_);
    }
    double hardness_GPa(double a_nm) const;
    /// d ln H / d ln a.
    double hardness_growth(double a_nm) const;

    const TipShape& tip_;
    double E_r_GPa_, H_GPa_, blending_, h_star_nm_;
};

/// H of a law that carries `load_uN` on a contact of radius a; the elastic pressure must be above
/// it by 5e-4, else the contact is elastic and the hardness `elastic_GPa` stands for "any".
double limit_hardness_GPa(const TipShape& tip, double E_r_GPa, double a_nm, double load_uN,
                          double blending);

}  // namespace sneddon
