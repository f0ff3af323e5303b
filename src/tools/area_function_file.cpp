#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "sneddon/base/text.hpp"
#include "sneddon/tools/calibrate.hpp"

namespace sneddon {
namespace {

constexpr std::size_t terms_of_file = 6;

struct Term {
    double value = 0, u = 0;
};
using Terms = std::array<Term, terms_of_file>;

/// The form as a series of Oliver and Pharr, where it is one.
std::optional<Terms> series_of(const AreaCalibration& found) {
    using std::numbers::pi;
    Terms terms{};
    const double R = found.area.radius_nm;
    const double tangent = std::tan(found.area.half_angle_deg * pi / 180);
    switch (found.area.kind) {
        case AreaFunction::Kind::polynomial:
            if (found.parameters.size() > terms_of_file) return std::nullopt;
            for (std::size_t k = 0; k < found.parameters.size(); ++k)
                terms[k] = {found.area.coefficients[k], found.standard_error(k)};
            return terms;
        case AreaFunction::Kind::sphere:
            terms[0] = {-pi, 0};
            terms[1] = {2 * pi * R, 2 * pi * found.standard_error(0)};
            return terms;
        case AreaFunction::Kind::sphero_cone:
            terms[0] = {pi * tangent * tangent, 2 * pi * tangent * (1 + tangent * tangent) * pi /
                                                    180 * found.standard_error(1)};
            terms[1] = {2 * pi * R, 2 * pi * found.standard_error(0)};
            return terms;
        default:
            return std::nullopt;
    }
}

bool is_round(const AreaFunction& area) {
    return area.kind != AreaFunction::Kind::polynomial;
}

}  // namespace

// The order of lines is that of the program whose format it is; its "N/mm^2" holds GPa.
std::optional<std::string> area_function_file_text(const AreaCalibration& found,
                                                   const CalibrationOptions& options) {
    const auto terms = series_of(found);
    if (!terms) return std::nullopt;
    std::string text = "Hysitron Area Function Coefficients, File Version: 4.00\n";
    const auto add = [&](std::string_view label, const std::string& value) {
        text += std::string(label) + "\n" + value + "\n";
    };
    for (std::size_t k = 0; k < terms_of_file; ++k)
        add(fmt::format("C{}", k), number_text((*terms)[k].value));
    add("B", "0.0");
    for (std::size_t k = 0; k < terms_of_file; ++k)
        add(fmt::format("C{} Uncertainty", k), number_text((*terms)[k].u));
    add("B Uncertainty", "0.0");
    add("Tip Poisson's Ratio", number_text(options.indenter_poisson_ratio));
    add("Tip Modulus (N/mm^2)", number_text(options.indenter_E_GPa));
    add("Tip Types: Berkovich=0 Cono-spherical=1, Cube-Corner=2, Flat-Punch=3, Knoop=4, Vickers=5, "
        "Other=99\nTip Type",
        is_round(found.area) ? "1" : "0");
    if (is_round(found.area)) add("Tip Radius (nm)", number_text(found.area.radius_nm));
    return text;
}

std::string umis_area_file_text(const AreaCalibration& found) {
    constexpr int depths = 200;
    constexpr double face_angle_deg = 65.27;
    constexpr double ideal = 24.494340;  // 3 sqrt(3) tan²(65.27 degrees)
    const double low = found.classes.front().h_c_low_nm;
    double high = low, shallowest = low;
    for (const CalibrationClass& each : found.classes) {
        high = std::max(high, each.h_c_high_nm);
        shallowest = std::min(shallowest, each.h_c_low_nm);
    }
    std::string text = fmt::format(
        "AF;BE;{:.1f};{:.3f};0.035315;0.062;,hc,A/Ai(Raw),A/Ai(Fitted),dPdh/E/b,"
        "Tip radius\n",
        face_angle_deg, 1e3 * found.C_f_nm_per_uN);
    for (int i = 0; i < depths; ++i) {
        const double h =
            shallowest * std::pow(high / shallowest, static_cast<double>(i) / (depths - 1));
        const double ratio = projected_area_nm2(found.area, h) / (ideal * h * h);
        text += fmt::format("Sneddon_{},{:.8f},{:.6f},{:.6f},0.50000000,{:.5f}\n", i + 1, 1e-3 * h,
                            ratio, ratio, std::sqrt(ratio / std::numbers::pi));
    }
    return text;
}

}  // namespace sneddon
