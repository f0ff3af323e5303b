#include "study/creep/hold_contact.hpp"

#include <cmath>

#include "model/units.hpp"

namespace sneddon {
namespace {

constexpr double least_denominator = 0.05;  // dh_c = 20 dh: an error of S is all that is seen

}  // namespace

bool HoldContact::is_known() const {
    return is_finite(h_c_nm());
}

HoldContact contact_of(const TestRow& row) {
    const QuantityValues& values = row.values;
    HoldContact contact;
    contact.F_uN = values["F_max_uN"_q];
    contact.h_max_nm = values["h_max_nm"_q];
    contact.compliance_nm_per_uN = 1 / values["S_e_uN_per_nm"_q];
    contact.epsilon =
        (contact.h_max_nm - values["h_c_nm"_q]) * values["S_uN_per_nm"_q] / contact.F_uN;
    return contact;
}

const AreaFunction* area_of_sample(const StudyOptions& options, std::size_t sample) {
    if (sample < options.tips.size() && options.tips[sample].area)
        return &*options.tips[sample].area;
    return options.area_function ? &*options.area_function : nullptr;
}

std::optional<ContactOfHold> ContactOfHold::make(const AreaFunction& area, const HoldContact& end) {
    if (!(end.F_uN > 0) || !(end.compliance_nm_per_uN > 0) || !(end.h_c_nm() > 0))
        return std::nullopt;
    ContactOfHold contact(area, end);
    contact.A_end_nm2_ = projected_area_nm2(area, end.h_c_nm());
    if (!(contact.denominator(end.h_c_nm()) > least_denominator)) return std::nullopt;
    return contact;
}

double ContactOfHold::elastic_nm(double h_c_nm) const {
    return end_.elastic_nm() * std::sqrt(A_end_nm2_ / projected_area_nm2(area_, h_c_nm));
}

double ContactOfHold::denominator(double h_c_nm) const {
    return 1 - elastic_nm(h_c_nm) * log_area_slope_per_nm(area_, h_c_nm) / 2;
}

double ContactOfHold::h_c_nm(double less_nm) const {
    const double depth_nm = end_.h_max_nm - less_nm;
    double h_c = end_.h_c_nm();
    constexpr int most_steps = 50;      // Newton's method: 3 to 5 are enough
    constexpr double rounding = 1e-13;  // of the depth
    for (int i = 0; i < most_steps; ++i) {
        const double slope = denominator(h_c);
        if (!(slope > least_denominator)) return nan;
        const double step = (h_c + elastic_nm(h_c) - depth_nm) / slope;
        h_c -= step;
        if (!(h_c > 0)) return nan;
        if (std::fabs(step) <= rounding * depth_nm) return h_c;
    }
    return nan;
}

double ContactOfHold::strain_rate_per_s(double h_c_nm, double rate_nm_per_s) const {
    return 0.5 * log_area_slope_per_nm(area_, h_c_nm) * rate_nm_per_s / denominator(h_c_nm);
}

double ContactOfHold::hardness_GPa(double h_c_nm) const {
    return GPa_per_uN_per_nm2 * end_.F_uN / projected_area_nm2(area_, h_c_nm);
}

double ContactOfHold::growth_at_end() const {
    return end_.h_c_nm() * log_area_slope_per_nm(area_, end_.h_c_nm());
}

}  // namespace sneddon
