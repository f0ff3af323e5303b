// Least squares of an area function against contact areas, in relative residuals.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {

/// Contact depths with the area that the stiffness demands there.
struct ContactAreas {
    std::vector<double> h_c_nm, A_nm2;
};

struct AreaFit {
    AreaFunction area;
    std::vector<double> parameters, covariance;
    double residual_rms = 0;
};

/// C0 ... of `terms` terms; linear least squares. nullopt for dependent columns.
std::optional<AreaFit> fit_area_polynomial(const ContactAreas& areas, int terms);

/// Radius and half-angle; from an ideal Berkovich with 100 nm.
std::optional<AreaFit> fit_cap_cone(const ContactAreas& areas);

}  // namespace sneddon
