// Classes of depth of a calibration: where the found area has the reference's modulus, and whether
// the form follows the tip.
#pragma once

#include <vector>

#include "analyse/calibrate/area_fit.hpp"
#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {

/// Places of `areas` whose depths (depth_nm) differ by less than a quarter, shallow ones first, of
/// one material after the other. A deepest class of less than a quarter of the points of the one
/// before belongs to it.
std::vector<std::vector<std::size_t>> depth_classes(const ContactAreas& areas);

/// Of each point, relative to its area: A(h_c)/A_contact - 1 to the first order in the errors.
std::vector<double> area_residuals(const AreaFunction& area, const ContactAreas& areas);

/// E that the area gives at a contact whose stiffness demands `A_contact_nm2`.
double calibrated_modulus_GPa(const AreaFunction& area, double h_c_nm, double A_contact_nm2,
                              const CalibrationOptions& options, std::size_t material);

/// Fills classes, u_area_relative, the range of validity, E_GPa, residual_rms and p_form.
void judge_calibration(const ContactAreas& areas, const CalibrationOptions& options,
                       AreaCalibration& found);

/// P of so few runs of one sign, or fewer, by the normal distribution that the number of runs has
/// for chance (Wald and Wolfowitz 1940). NaN for under 10 residuals.
double p_of_few_runs(const std::vector<double>& residuals);

/// g of sd ~ h_c^g, from the scatter within the classes (ln |r - mean| against ln h_c, Harvey 1976,
/// Econometrica 44, 461); 0 where it is within 3 standard errors of 0.
double scatter_exponent(const ContactAreas& areas, const std::vector<double>& residuals);

}  // namespace sneddon
