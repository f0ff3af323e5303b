// Depth during the hold: the creep law a t + b t^c, or a contact compliance of rheological elements
// after the ramp (docs/methods/simulator.md).
//   Kelvin, Burgers: int 2 a(h) dh/F from h_1 = the compliance gained, a the contact's radius
#pragma once

#include <vector>

#include "simulate/contact_law.hpp"
#include "simulate/simulated_study.hpp"

namespace sneddon {

class HoldLaw {
  public:
    /// The truth's depths are known. A rheological hold writes its parameters into the truth, which
    /// then has no creep law.
    HoldLaw(const SimulationPlan& plan, const ContactLaw& contact, TestTruth& truth);

    double depth_nm(double t_s) const;
    /// What the nose goes on with: the creep law, or the rate at the end of the hold as its a.
    double a_nm_per_s() const { return a_nm_per_s_; }
    double b_nm() const { return b_nm_; }
    double c() const { return c_; }

  private:
    struct Node {
        double depth_nm, radius_nm, compliance;
    };
    /// Of the whole compliance that the hold gains.
    double gained_part(double t_s) const;
    double gained_part_per_s(double t_s) const;

    double h_1_nm_, a_nm_per_s_, b_nm_, c_;
    double two_over_F_ = 0, hold_s_ = 0, tau_s_ = 0, flow_share_ = 0;
    std::vector<Node> nodes_;  ///< empty: the creep law
};

}  // namespace sneddon
