// The true tip: a sphere of radius R with a tangent cone (docs/methods/simulator.md).
#pragma once

#include "sneddon/simulate/plan.hpp"

namespace sneddon {

class TipShape {
  public:
    explicit TipShape(const SimulatedTip& tip);

    double contact_depth_nm(double a_nm) const;     ///< of a contact of radius a
    double contact_depth_slope(double a_nm) const;  ///< d h_c/d a
    double contact_radius_nm(double h_c_nm) const;

    /// Mean pressure of an elastic contact: Hertz for the sphere, Sneddon for the cone alone.
    double elastic_pressure_GPa(double a_nm, double E_r_GPa) const;
    /// d ln p / d ln a of that pressure.
    double elastic_growth() const { return radius_nm_ > 0 ? 1 : 0; }
    double radius_nm() const { return radius_nm_; }

  private:
    double radius_nm_;
    double tan_angle_;
    double tangent_depth_nm_, tangent_radius_nm_;  ///< where sphere and cone meet
};

}  // namespace sneddon
