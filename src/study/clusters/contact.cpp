#include "study/clusters/contact.hpp"

#include <cmath>
#include <numbers>

#include "base/nan.hpp"
#include "model/units.hpp"

namespace sneddon {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr double face_angle = 65.27 * degree;  // of a modified Berkovich tip (ISO 14577-2)
double radius_nm(const TestRow& row, ContactRadiusRule rule) {
    const double h_c_nm = row.values["h_c_nm"_q];
    switch (rule) {
        case ContactRadiusRule::sqrt_A_over_pi:
            return radius_of_area_nm(row.values["A_p_nm2"_q]);
        case ContactRadiusRule::h_c_tan:
            return radius_of_cone_nm(h_c_nm);
        case ContactRadiusRule::paper_eq3:
            return edge_of_triangle_nm(h_c_nm);
    }
    return nan;
}

Summary summary_by(const std::vector<TestRow>& tests, const Rows& rows, ContactRadiusRule rule) {
    std::vector<double> radii;
    for (const std::size_t row : rows) radii.push_back(radius_nm(tests[row], rule));
    return summarise(radii);
}

/// In equal steps of the pressure: r = a/cosh(sigma) stands close where the curve bends, at the
/// pole and at the edge, whose tangent is upright.
void set_profile(ContactFinding& contact) {
    constexpr int points = 64;
    constexpr double nearest = 0.02;  // of a: the pole is not physical
    const double a_nm = contact.radius_nm.mean;
    const double deepest = std::acosh(1 / nearest);
    for (int i = 0; i < points; ++i) {
        const double sigma = deepest * (points - 1 - i) / (points - 1);
        contact.r_nm.push_back(a_nm / std::cosh(sigma));  // the last one is a itself
        contact.sigma_z_over_p_m.push_back(cone_pressure(contact.r_nm.back(), a_nm));
    }
}

}  // namespace

double radius_of_area_nm(double A_p_nm2) {
    return A_p_nm2 > 0 ? std::sqrt(A_p_nm2 / std::numbers::pi) : nan;
}

double radius_of_cone_nm(double h_c_nm) {
    return h_c_nm * std::tan(face_angle) * std::sqrt(3 * std::numbers::sqrt3 / std::numbers::pi);
}

double edge_of_triangle_nm(double h_c_nm) {
    return 2 * std::numbers::sqrt3 * h_c_nm * std::tan(face_angle);
}

double cone_pressure(double r_nm, double a_nm) {
    return r_nm >= a_nm ? 0 : -std::acosh(a_nm / r_nm);
}

void set_contact_radii(std::vector<TestRow>& tests, const StudyOptions& options) {
    for (TestRow& row : tests)
        if (row.status == Status::used)
            row.values["contact_radius_nm"_q] = radius_nm(row, options.contact_radius);
}

std::vector<ContactFinding> find_contact(const std::vector<TestRow>& tests, std::size_t clusters,
                                         const StudyOptions& options) {
    std::vector<ContactFinding> list;
    for (const LoadFunctionRows& group : by_load_function(tests))
        for (const Label label : all_and_labels(clusters)) {
            const Rows rows = with_label(tests, group.rows, label);
            ContactFinding contact;
            contact.label = label;
            contact.load_function = group.name;
            contact.rule = options.contact_radius;
            contact.radius_nm = summary_by(tests, rows, options.contact_radius);
            contact.n = contact.radius_nm.n;
            if (contact.n == 0) continue;
            contact.sqrt_A_over_pi_nm = summary_by(tests, rows, ContactRadiusRule::sqrt_A_over_pi);
            contact.h_c_tan_nm = summary_by(tests, rows, ContactRadiusRule::h_c_tan);
            contact.paper_eq3_nm = summary_by(tests, rows, ContactRadiusRule::paper_eq3);
            const double F_uN = summarise(values_of(tests, rows, "F_max_uN"_q)).mean;
            const double a_nm = contact.radius_nm.mean;
            contact.p_m_GPa = GPa_per_uN_per_nm2 * F_uN / (std::numbers::pi * a_nm * a_nm);
            set_profile(contact);
            list.push_back(std::move(contact));
        }
    return list;
}

}  // namespace sneddon
