#include "sneddon/tools/calibrate.hpp"

#include <fmt/core.h>

#include <array>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "base/text_table.hpp"
#include "model/fact_words.hpp"
#include "model/units.hpp"
#include "recipe/area_text.hpp"
#include "sneddon/base/text.hpp"
#include "tools/calibration_points.hpp"

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

constexpr std::string_view zero_is_taken =
    "                  (the fit was negative by less than 3 standard errors: 0 is taken)\n";

std::string frame_text(const FrameCompliance& frame) {
    const bool is_on_area = is_finite(frame.E_r_GPa);
    std::string text = fmt::format(
        "frame compliance  {} nm/mN from 1/S against 1/sqrt({}), {} unloadings of "
        "{:.4g} to {:.4g} nm\n",
        said_with_u(uN_per_mN * frame.C_f_nm_per_uN, uN_per_mN * frame.u_C_f_nm_per_uN),
        is_on_area ? "A" : "F", frame.n, frame.h_low_nm, frame.h_high_nm);
    if (frame.is_zero_within_error) text += zero_is_taken;
    return text + (is_on_area
                       ? fmt::format("E_r               {:.5g} GPa\n", frame.E_r_GPa)
                       : fmt::format("F/S²              {:.5g} 1/GPa\n", frame.F_per_S2_per_GPa));
}

std::string joint_frame_text(const AreaCalibration& found) {
    return fmt::format(
               "frame compliance  {} nm/mN together with the area function\n",
               said_with_u(uN_per_mN * found.C_f_nm_per_uN, uN_per_mN * found.u_C_f_nm_per_uN)) +
           std::string(found.is_frame_zero ? zero_is_taken : "");
}

std::string study_table(const AreaCalibration& found) {
    std::string text = "u_area_relative = " + short_number(found.u_area_relative) +
                       "  # what the form cannot follow; not that of the reference's modulus\n\n"
                       "[area_function]\n";
    const AreaFunction& area = found.area;
    if (area.kind == AreaFunction::Kind::polynomial)
        text += "C = [" + area_text(area) + "]\n";
    else
        text +=
            fmt::format("type = \"{}\"\nradius_nm = {}\nhalf_angle_deg = {}\n", word_of(area.kind),
                        number_text(area.radius_nm), number_text(area.half_angle_deg));
    if (!area.h_c_min_nm) return text;
    return text + "h_c_min_nm = " + number_text(*area.h_c_min_nm) +
           "\nh_c_max_nm = " + number_text(*area.h_c_max_nm) + "\n";
}

/// Of the parameters and, where it was found together with them, the frame compliance.
std::vector<std::string> parameter_names(const AreaCalibration& found) {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < found.parameters.size(); ++k)
        names.push_back(found.area.kind == AreaFunction::Kind::polynomial ? fmt::format("C{}", k)
                        : k == 0                                          ? "radius_nm"
                                                                          : "half_angle_deg");
    if (found.fitted() > found.parameters.size()) names.emplace_back("frame_compliance_nm_per_uN");
    return names;
}

std::string covariance_table(const AreaCalibration& found) {
    const std::vector<std::string> names = parameter_names(found);
    std::string text = "parameter,value,u";
    for (const std::string& name : names) text += ",cov_" + name;
    for (std::size_t j = 0; j < names.size(); ++j) {
        const double value =
            j < found.parameters.size() ? found.parameters[j] : found.C_f_nm_per_uN;
        text +=
            "\n" + names[j] + "," + number_text(value) + "," + number_text(found.standard_error(j));
        for (std::size_t k = 0; k < names.size(); ++k)
            text += "," + number_text(found.covariance[j * names.size() + k]);
    }
    return text + "\n";
}

std::string area_report(const AreaCalibration& found) {
    std::string text =
        fmt::format("area function     {} unloadings, residual {} rms, of class means {}\n",
                    found.n, percent_cell(100 * found.residual_rms, 2, Sign::minus),
                    percent_cell(100 * found.u_area_relative, 2, Sign::minus));
    const std::vector<std::string> names = parameter_names(found);
    std::vector<std::vector<std::string>> rows = {{"parameter", "value", "u"}};
    for (std::size_t k = 0; k < found.parameters.size(); ++k)
        rows.push_back(
            {names[k], short_number(found.parameters[k]), short_number(found.standard_error(k))});
    text += text_table(rows, "  ", {1, 2});
    rows = {{"h_c (nm)", "unloadings", "E (GPa)", "sd", "A residual (%)"}};
    for (const CalibrationClass& depth_class : found.classes)
        rows.push_back(
            {short_number(depth_class.h_c_nm), fmt::format("{}", depth_class.n),
             fmt::format("{:.2f}", depth_class.E_GPa),
             is_nan(depth_class.sd_E_GPa) ? "" : fmt::format("{:.2f}", depth_class.sd_E_GPa),
             fmt::format("{:+.2f}", 100 * depth_class.area_residual)});
    text += text_table(rows, "  ", {0, 1, 2, 3, 4});
    if (!found.area.h_c_min_nm)
        return text + "no range of validity: no class of depths has the modulus of the reference\n";
    return text + fmt::format("valid for h_c from {:.4g} to {:.4g} nm\n", *found.area.h_c_min_nm,
                              *found.area.h_c_max_nm);
}

CalibrationOptions options_of(const CalibrationRequest& request, const ReferenceMaterial& reference,
                              const AnalysisRecipe& analysis) {
    CalibrationOptions options;
    options.reference = reference;
    options.indenter_E_GPa = analysis.indenter_E_GPa;
    options.indenter_poisson_ratio = analysis.indenter_poisson_ratio;
    options.epsilon = analysis.epsilon;
    options.beta = analysis.beta;
    options.h_min_nm = request.from_depth_nm;
    if (request.kind == CalibrationKind::area && request.frame_from == FrameFrom::area)
        options.frame = FrameFreedom::fitted;
    return options;
}

std::optional<Error> contradiction(const CalibrationRequest& request, const Recipe& recipe) {
    if (request.frame_from != FrameFrom::area) return std::nullopt;
    if (request.frame_compliance_nm_per_uN)
        return Error{"SND-U040", "--frame-from area", "a given --frame-compliance as well",
                     "one of the two", ""};
    if (request.kind == CalibrationKind::frame && !recipe.analysis.area_function)
        return Error{"SND-U040", "--frame-from area", "no area function",
                     "the area function of the tip", "give --area-function FILE"};
    return std::nullopt;
}

/// The frame alone: given, or found from the load or on the given area.
Result<FrameCompliance> frame_of(const CalibrationRequest& request, const Recipe& recipe,
                                 const std::vector<CalibrationPoint>& points,
                                 const CalibrationOptions& options) {
    if (request.frame_compliance_nm_per_uN) {
        FrameCompliance given;
        given.C_f_nm_per_uN = *request.frame_compliance_nm_per_uN;
        return given;
    }
    if (request.kind == CalibrationKind::frame && request.frame_from == FrameFrom::area)
        return calibrate_frame_on_area(points, *recipe.analysis.area_function, options);
    return calibrate_frame(points, options);
}

void add_area(AreaCalibration found, const CalibrationOptions& options, CalibrationReport& report) {
    report.study_table = study_table(found);
    report.covariance_table = covariance_table(found);
    report.text += area_report(found) + "\nfor study.toml:\n" + report.study_table;
    if (found.area.kind == AreaFunction::Kind::polynomial &&
        found.parameters.size() <= terms_of_tip_file)
        report.tip_file_text = area_function_file_text(found, options);
    report.area = std::move(found);
}

}  // namespace

Result<CalibrationReport> calibrate(const CalibrationRequest& request) {
    const auto reference = reference_of(request);
    if (!reference) return reference.error();
    const auto recipe = make_recipe(request.run, {});
    if (!recipe) return recipe.error();
    const auto points = calibration_points(request, *recipe);
    if (!points) return points.error();

    if (const auto trouble = contradiction(request, *recipe)) return *trouble;
    const CalibrationOptions options = options_of(request, *reference, recipe->analysis);

    CalibrationReport report;
    report.text = fmt::format("reference         {}: E = {} GPa, nu = {}\n", reference->name,
                              reference->E_GPa, reference->poisson_ratio);
    const bool is_together = options.frame == FrameFreedom::fitted;
    const auto frame = frame_of(request, *recipe, *points, options);
    if (!frame && !is_together) return frame.error();
    if (frame) report.frame = *frame;  // else the search for both begins at 0
    if (request.frame_compliance_nm_per_uN)
        report.text += fmt::format("frame compliance  {:.4g} nm/mN, given\n",
                                   uN_per_mN * report.frame.C_f_nm_per_uN);
    else if (frame)
        report.text += frame_text(report.frame);
    if (request.kind == CalibrationKind::frame) return report;

    auto area =
        calibrate_area(*points, report.frame.C_f_nm_per_uN, request.form, request.terms, options);
    if (!area) return area.error();
    if (is_together) report.text += joint_frame_text(*area);
    add_area(std::move(area).value(), options, report);
    return report;
}

}  // namespace sneddon
