#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "numeric/least_squares/linear_least_squares.hpp"
#include "simulate/export_text.hpp"
#include "simulate/tip_shape.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fitted_coefficients = 5;  // C1 to C5; C0 is held
constexpr double C0 = 24.5;

std::vector<double> depths(double from_nm, double to_nm) {
    constexpr int count = 800;
    std::vector<double> h;
    for (int i = 0; i < count; ++i) h.push_back(from_nm + (to_nm - from_nm) * i / (count - 1));
    return h;
}

double true_area_nm2(const TipShape& shape, double h_c_nm) {
    const double a = shape.contact_radius_nm(h_c_nm);
    return std::numbers::pi * a * a;
}

void fit_polynomial_to_tip(AreaFunction& area, const TipShape& shape, const SimulatedTip& tip) {
    const std::vector<double> h = depths(tip.calibrated_from_nm, tip.calibrated_to_nm);
    std::vector<double> columns, y;
    for (const double depth : h) y.push_back(1 - C0 * depth * depth / true_area_nm2(shape, depth));
    for (std::size_t k = 0; k < fitted_coefficients; ++k)
        for (const double depth : h)
            columns.push_back(std::pow(depth, std::ldexp(1.0, -static_cast<int>(k))) /
                              true_area_nm2(shape, depth));
    const LinearFit fit = fit_linear(columns, y);
    area.coefficients = {C0};
    std::ranges::copy(fit.coefficients, area.coefficients.begin() + 1);
}

double rms_error(const AreaFunction& area, const TipShape& shape, const SimulatedTip& tip) {
    const std::vector<double> h = depths(tip.usable_from_nm, tip.calibrated_to_nm);
    double sum = 0;
    for (const double depth : h) {
        const double error = projected_area_nm2(area, depth) / true_area_nm2(shape, depth) - 1;
        sum += error * error;
    }
    return std::sqrt(sum / static_cast<double>(h.size()));
}

}  // namespace

TipCalibration calibrate_tip(const SimulatedTip& tip) {
    const TipShape shape(tip);
    TipCalibration calibration;
    AreaFunction& area = calibration.area;
    area.h_c_min_nm = tip.usable_from_nm;
    area.h_c_max_nm = tip.calibrated_to_nm;
    area.half_angle_deg = tip.half_angle_deg;
    area.radius_nm = tip.radius_nm;
    if (tip.area_given == SimulatedTip::AreaGiven::exact && tip.radius_nm > 0) {
        area.kind = AreaFunction::Kind::cap_cone;
        return calibration;
    }
    area.kind = AreaFunction::Kind::polynomial;
    if (tip.radius_nm > 0)
        fit_polynomial_to_tip(area, shape, tip);
    else
        area.coefficients = {true_area_nm2(shape, 1)};
    calibration.u_relative = tip.radius_nm > 0 ? rms_error(area, shape, tip) : 0;
    return calibration;
}

}  // namespace sneddon
