#include "sneddon/pipeline/calibrate.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "area_text.hpp"
#include "calibration_points.hpp"
#include "sneddon/base/text.hpp"
#include "text_table.hpp"

namespace sneddon {
namespace {

constexpr std::size_t terms_of_tip_file = 6;

Result<ReferenceMaterial> reference_of(const CalibrationRequest& request) {
    static const std::array<ReferenceMaterial, 3> known = {
        ReferenceMaterial{"fused-silica", 72, 0.17}, ReferenceMaterial{"tungsten", 411, 0.28},
        ReferenceMaterial{"aluminium", 70.4, 0.345}};
    std::array<std::string_view, known.size()> names;
    for (std::size_t i = 0; i < known.size(); ++i) {
        names[i] = known[i].name;
        if (known[i].name != request.reference) continue;
        ReferenceMaterial found = known[i];
        found.E_GPa = request.E_GPa.value_or(found.E_GPa);
        found.poisson_ratio = request.poisson_ratio.value_or(found.poisson_ratio);
        return found;
    }
    if (request.E_GPa && request.poisson_ratio)
        return ReferenceMaterial{request.reference, *request.E_GPa, *request.poisson_ratio};
    const std::string nearest = nearest_name(request.reference, names);
    return Error{"SND-U040", "--reference", "\"" + request.reference + "\"",
                 "fused-silica, tungsten or aluminium, or any name with --E and --nu",
                 nearest.empty() ? "" : "did you mean " + nearest + "?"};
}

std::string frame_text(const FrameCompliance& frame, bool is_given) {
    if (is_given)
        return fmt::format("frame compliance  {:.4g} nm/mN, given\n", 1e3 * frame.C_f_nm_per_uN);
    std::string text = fmt::format(
        "frame compliance  {:.4g} +- {:.2g} nm/mN from 1/S against 1/sqrt(F), {} unloadings of "
        "{:.4g} to {:.4g} nm\nF/S²              {:.5g} 1/GPa\n",
        1e3 * frame.C_f_nm_per_uN, 1e3 * frame.u_C_f_nm_per_uN, frame.n, frame.h_low_nm,
        frame.h_high_nm, frame.F_per_S2_per_GPa);
    if (frame.is_zero_within_error)
        text +=
            "                  (the fit was negative by less than twice its error: 0 is taken)\n";
    return text;
}

std::string study_table(const AreaCalibration& found) {
    std::string text = "[area_function]\n";
    const AreaFunction& area = found.area;
    if (area.kind == AreaFunction::Kind::cap_cone)
        text += "type = \"cap-cone\"\nradius_nm = " + number_text(area.radius_nm) +
                "\nhalf_angle_deg = " + number_text(area.half_angle_deg) + "\n";
    else
        text += "C = [" + area_text(area) + "]\n";
    return text + "h_c_min_nm = " + number_text(*area.h_c_min_nm) +
           "\nh_c_max_nm = " + number_text(*area.h_c_max_nm) + "\n";
}

std::string area_report(const AreaCalibration& found) {
    std::string text = fmt::format(
        "area function     {} unloadings, residual {:.2g} % rms, of class means {:.2g} %\n",
        found.n, 100 * found.residual_rms, 100 * found.u_area_relative);
    const std::size_t count = found.parameters.size();
    const bool is_cap = found.area.kind == AreaFunction::Kind::cap_cone;
    std::vector<std::vector<std::string>> rows = {{"parameter", "value", "u"}};
    for (std::size_t k = 0; k < count; ++k)
        rows.push_back(
            {is_cap ? (k == 0 ? "radius (nm)" : "half-angle (degrees)") : fmt::format("C{}", k),
             short_number(found.parameters[k]),
             short_number(std::sqrt(found.covariance[k * count + k]))});
    text += text_table(rows, "  ", {1, 2});
    rows = {{"h_c (nm)", "unloadings", "E (GPa)", "sd", "A residual (%)"}};
    for (const CalibrationClass& each : found.classes)
        rows.push_back({short_number(each.h_c_nm), fmt::format("{}", each.n),
                        fmt::format("{:.2f}", each.E_GPa),
                        std::isnan(each.sd_E_GPa) ? "" : fmt::format("{:.2f}", each.sd_E_GPa),
                        fmt::format("{:+.2f}", 100 * each.area_residual)});
    text += text_table(rows, "  ", {0, 1, 2, 3, 4});
    return text + fmt::format("valid for h_c from {:.4g} to {:.4g} nm\n", *found.area.h_c_min_nm,
                              *found.area.h_c_max_nm);
}

}  // namespace

Result<CalibrationReport> calibrate(const CalibrationRequest& request) {
    const auto reference = reference_of(request);
    if (!reference) return reference.error();
    const auto recipe = make_recipe(request.run, {});
    if (!recipe) return recipe.error();
    const auto points = calibration_points(request, *recipe);
    if (!points) return points.error();

    CalibrationOptions options;
    options.reference = *reference;
    options.indenter_E_GPa = recipe->analysis.indenter_E_GPa;
    options.indenter_poisson_ratio = recipe->analysis.indenter_poisson_ratio;
    options.epsilon = recipe->analysis.epsilon;
    options.beta = recipe->analysis.beta;
    options.h_min_nm = request.from_depth_nm;

    CalibrationReport report;
    const bool is_given = request.frame_compliance_nm_per_uN.has_value();
    if (is_given) {
        report.frame.C_f_nm_per_uN = *request.frame_compliance_nm_per_uN;
    } else {
        const auto frame = calibrate_frame(*points, options);
        if (!frame) return frame.error();
        report.frame = *frame;
    }
    report.text = fmt::format("reference         {}: E = {} GPa, nu = {}\n", reference->name,
                              reference->E_GPa, reference->poisson_ratio) +
                  frame_text(report.frame, is_given);
    if (request.kind == CalibrationKind::frame) return report;

    auto area =
        calibrate_area(*points, report.frame.C_f_nm_per_uN, request.form, request.terms, options);
    if (!area) return area.error();
    report.area = std::move(area).value();
    report.study_table = study_table(*report.area);
    report.text += area_report(*report.area) + "\nfor study.toml:\n" + report.study_table;
    const AreaFunction& found = report.area->area;
    if (found.kind == AreaFunction::Kind::polynomial &&
        report.area->parameters.size() <= terms_of_tip_file)
        report.tip_file_text = area_function_file_text(found, options);
    return report;
}

}  // namespace sneddon
