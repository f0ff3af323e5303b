#pragma once

#include "study/clusters/contact_finding.hpp"
#include "study/study_options.hpp"
#include "study/table.hpp"

namespace sneddon {

/// a = sqrt(A_p/pi).
double radius_of_area_nm(double A_p_nm2);
/// a = h_c tan 70.2996 deg: the equal-area cone of an ideal Berkovich tip.
double radius_of_cone_nm(double h_c_nm);
/// 2 sqrt(3) h_c tan 65.27 deg: the edge of the Berkovich triangle.
double edge_of_triangle_nm(double h_c_nm);

/// sigma_z/p_m = -acosh(a/r) below an elastic cone (Sneddon 1965);
/// 0 for r >= a. Its mean over the disc is -1; -infinity at the pole, which no material reaches.
double cone_pressure(double r_nm, double a_nm);

/// Writes contact_radius_nm, by the rule of the options, into the used rows.
void set_contact_radii(std::vector<TestRow>& tests, const StudyOptions& options);

/// Radii and the profile at the mean radius, per load function for all tests and each cluster.
std::vector<ContactFinding> find_contact(const std::vector<TestRow>& tests, std::size_t clusters,
                                         const StudyOptions& options);

}  // namespace sneddon
