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
    ContactLaw(const TipShape& tip, double E_r_GPa, double H_GPa, double blending)
        : tip_(tip), E_r_GPa_(E_r_GPa), H_GPa_(H_GPa), blending_(blending) {}

    double load_uN(double a_nm) const;
    /// Of a contact of radius a under any load: what lies below the contact and what bends.
    double depth_nm(double a_nm, double load_uN) const;
    /// Newton's method on logarithms, from `guess_nm`; to rounding.
    double radius_at_load_nm(double load_uN, double guess_nm) const;
    /// The larger of the two radii whose depth under this load is h; that of the least depth where
    /// h is below it.
    double radius_at_depth_nm(double depth_nm, double load_uN) const;

  private:
    /// (p_elastic/H)^q
    double ratio(double a_nm) const {
        return std::pow(tip_.elastic_pressure_GPa(a_nm, E_r_GPa_) / H_GPa_, blending_);
    }
    const TipShape& tip_;
    double E_r_GPa_, H_GPa_, blending_;
};

/// H of a law that carries `load_uN` on a contact of radius a; the elastic pressure must be above
/// it by 5e-4, else the contact is elastic and the hardness `elastic_GPa` stands for "any".
double limit_hardness_GPa(const TipShape& tip, double E_r_GPa, double a_nm, double load_uN,
                          double blending);

}  // namespace sneddon
