// The contact during a hold: how much of the depth that creeps is contact depth.
#pragma once

#include <optional>

#include "base/nan.hpp"
#include "sneddon/model/area_function.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// The contact at the end of a hold.
struct HoldContact {
    double F_uN = nan;
    double h_max_nm = nan;
    double compliance_nm_per_uN = nan;  ///< 1/S_e, without the creep of the unloading
    double epsilon = nan;               ///< of h_c = h_max - epsilon F/S

    double elastic_nm() const { return epsilon * F_uN * compliance_nm_per_uN; }
    double h_c_nm() const { return h_max_nm - elastic_nm(); }
    bool is_known() const;
};

/// That of a test; not known without S_e or h_c.
HoldContact contact_of(const TestRow& row);

/// The area function that a sample was analysed with; null: none.
const AreaFunction* area_of_sample(const StudyOptions& options, std::size_t sample);

/// Under a constant load F the depth is h = h_c + epsilon F/S, and S follows the area of the same
/// material, S(t) = S_end sqrt(A/A_end) (E_r constant, Oliver and Pharr 1992). Derived by d/dt:
/// dh_c = dh/(1 - epsilon (F/S) A'/(2 A)), which is dh where nothing is elastic, and 1.4 to 1.6 dh
/// where six tenths of the work are.
class ContactOfHold {
  public:
    /// None: h_c or the area is not positive, or the elastic part is so large that the depth would
    /// not grow with the contact (the denominator above is not above 0.05).
    static std::optional<ContactOfHold> make(const AreaFunction& area, const HoldContact& end);

    /// Contact depth when the depth was `less_nm` less than at the end; NaN where none has it.
    double h_c_nm(double less_nm) const;
    /// (1/2) d ln A/dt, the indentation strain rate, when the depth grows by this rate.
    double strain_rate_per_s(double h_c_nm, double rate_nm_per_s) const;
    double hardness_GPa(double h_c_nm) const;
    /// h_c A'/A at the end: 2 for a cone, 1 for a sphere.
    double growth_at_end() const;

  private:
    ContactOfHold(const AreaFunction& area, const HoldContact& end) : area_(area), end_(end) {}
    double elastic_nm(double h_c_nm) const;
    /// 1 - epsilon (F/S) A'/(2 A).
    double denominator(double h_c_nm) const;

    const AreaFunction& area_;
    HoldContact end_;
    double A_end_nm2_ = nan;
};

}  // namespace sneddon
