// Depth while the load rises: the contact law, before a first pop-in Hertz's elastic branch.
#pragma once

#include "base/nan.hpp"
#include "simulate/contact_law.hpp"

namespace sneddon {

class LoadingLaw {
  public:
    /// `popin_load_uN`: nan for none.
    LoadingLaw(const ContactLaw& contact, double E_r_GPa, double radius_nm, double popin_load_uN)
        : contact_(contact),
          E_r_GPa_(E_r_GPa),
          radius_nm_(radius_nm),
          popin_load_uN_(popin_load_uN) {}

    /// Loads are asked for in rising order: each radius starts from the last one.
    double depth_nm(double load_uN);
    double popin_jump_nm();
    /// The other way round, depths in rising order: from the depth of the pop-in on, the plastic
    /// branch.
    double load_uN(double depth_nm);
    double popin_drop_uN();
    /// Integral of P dh from 0 to the peak, the jump included.
    double work_pJ(double peak_uN);

  private:
    double elastic_depth_nm(double load_uN) const;
    double plastic_depth_nm(double load_uN);

    const ContactLaw& contact_;
    double E_r_GPa_, radius_nm_, popin_load_uN_;
    double last_radius_nm_ = 1;
};

}  // namespace sneddon
