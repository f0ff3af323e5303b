#include "sneddon/tools/calibrate.hpp"

#include <fmt/core.h>

#include <array>

#include "analyse/calibrate/calibration_bootstrap.hpp"
#include "base/nan.hpp"
#include "base/said.hpp"
#include "base/text_table.hpp"
#include "base/threads.hpp"
#include "model/fact_words.hpp"
#include "model/units.hpp"
#include "recipe/area_text.hpp"
#include "sneddon/base/text.hpp"
#include "tools/calibration/calibration_report.hpp"
#include "tools/calibration/calibration_words.hpp"
#include "tools/calibration_points.hpp"

namespace sneddon {
namespace {

/// A reference as the command line names it.
struct NamedReference {
    const char* option;
    const std::string& name;
    const std::optional<double>&E_GPa, &poisson_ratio;
};

Result<ReferenceMaterial> reference_of(const NamedReference& named) {
    static const std::array<ReferenceMaterial, 4> known = {
        ReferenceMaterial{"fused-silica", 72, 0.17}, ReferenceMaterial{"tungsten", 411, 0.28},
        ReferenceMaterial{"aluminium", 70.4, 0.345}, ReferenceMaterial{"sapphire", 433, 0.25}};
    std::array<std::string_view, known.size()> names;
    for (std::size_t i = 0; i < known.size(); ++i) {
        names[i] = known[i].name;
        if (known[i].name != named.name) continue;
        ReferenceMaterial found = known[i];
        found.E_GPa = named.E_GPa.value_or(found.E_GPa);
        found.poisson_ratio = named.poisson_ratio.value_or(found.poisson_ratio);
        return found;
    }
    if (named.E_GPa && named.poisson_ratio)
        return ReferenceMaterial{named.name, *named.E_GPa, *named.poisson_ratio};
    const std::string nearest = nearest_name(named.name, names);
    return Error{"SND-U040", named.option, "\"" + named.name + "\"",
                 "fused-silica, tungsten, aluminium or sapphire, or any name with its E and nu",
                 nearest.empty() ? "" : "did you mean " + nearest + "?"};
}

constexpr std::string_view zero_is_taken =
    "                  (the fit was negative by less than 3 standard errors: 0 is taken)\n";

/// Nothing where all points are unloadings or rows of a table.
std::string points_text(const ReferencePoints& measured) {
    if (measured.profiles == 0) return "";
    std::string text = fmt::format(
        "points            cells of depth of {} tests with a column of "
        "stiffness",
        measured.profiles);
    if (measured.unloaded > 0)
        text += fmt::format(", unloadings of {} without one", measured.unloaded);
    return text + "\n";
}

std::string frame_text(const FrameCompliance& frame, const char* points) {
    const bool is_on_area = is_finite(frame.E_r_GPa);
    std::string text = fmt::format(
        "frame compliance  {} nm/mN from 1/S against 1/sqrt({}), {} {} of "
        "{:.4g} to {:.4g} nm\n",
        said_with_u(uN_per_mN * frame.C_f_nm_per_uN, uN_per_mN * frame.u_C_f_nm_per_uN),
        is_on_area ? "A" : "F", frame.n, points, frame.h_low_nm, frame.h_high_nm);
    if (frame.is_zero_within_error) text += zero_is_taken;
    return text + (is_on_area
                       ? fmt::format("E_r               {:.5g} GPa\n", frame.E_r_GPa)
                       : fmt::format("F/S²              {:.5g} 1/GPa\n", frame.F_per_S2_per_GPa));
}

std::string joint_frame_text(const AreaCalibration& found) {
    std::string text = fmt::format(
        "frame compliance  {} nm/mN together with the area function\n",
        said_with_u(uN_per_mN * found.C_f_nm_per_uN, uN_per_mN * found.u_C_f_nm_per_uN));
    if (found.is_frame_zero) text += zero_is_taken;
    return text;
}

/// Beyond the cap of the tip, or where the contact has yielded, Hertz's law puts the zero
/// elsewhere.
std::string zero_text(const CorrectionRecipe& correction) {
    if (correction.zero != ZeroRule::hertz || correction.tip_radius_nm) return "";
    return "  ! zero by Hertz's law without the radius of the tip: its loads may lie beyond the "
           "cap, and a frame found with the area is then too large. Give --set "
           "correct.tip_radius_nm, for example the radius found here\n";
}

std::string study_table(const AreaCalibration& found, const std::string& last_day) {
    std::string text = "u_area_relative = " + short_number(found.u_area_relative) +
                       "  # what the form cannot follow; not that of the reference's modulus\n";
    if (!last_day.empty()) text += "tip_date = \"" + last_day + "\"  # of the last test\n";
    text += "\n[area_function]\n";
    const AreaFunction& area = found.area;
    if (area.kind == AreaFunction::Kind::polynomial)
        text += "C = [" + area_text(area) + "]\n";
    else
        text += fmt::format("type = \"{}\"\nradius_nm = {}\n", word_of(area.kind),
                            number_text(area.radius_nm));
    if (found.parameters.size() > 1 && has_radius(area.kind))
        text += "half_angle_deg = " + number_text(area.half_angle_deg) + "\n";
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

std::string ranking_text(const std::vector<RankedForm>& ranked) {
    std::vector<std::vector<std::string>> rows = {{"form", "AICc - smallest", "residual (%)",
                                                   "of classes (%)", "P of the form",
                                                   "valid (nm)"}};
    std::string refused;
    for (const RankedForm& each : ranked) {
        if (!each.found) {
            refused += fmt::format("  {}: {}\n", form_words(each.form, each.terms), each.refusal);
            continue;
        }
        const AreaCalibration& found = *each.found;
        rows.push_back(
            {form_words(each.form, each.terms),
             fmt::format("{:.1f}", found.aicc - ranked.front().found->aicc),
             fmt::format("{:.2f}", 100 * found.residual_rms),
             fmt::format("{:.2f}", 100 * found.u_area_relative),
             is_nan(found.p_form) ? "" : fmt::format("{:.2g}", found.p_form),
             found.area.h_c_min_nm
                 ? fmt::format("{:.4g} to {:.4g}", *found.area.h_c_min_nm, *found.area.h_c_max_nm)
                 : "none"});
    }
    return "\nforms, the best first\n" + text_table(rows, "  ", {1, 2, 3, 4}) +
           (refused.empty() ? "" : "refused\n" + refused);
}

std::string spread_text(const AreaCalibration& found, const CalibrationBootstrap& spread) {
    std::string text =
        fmt::format("\ndrawn again       {} calibrations of {} tests in {} strata of depth\n",
                    spread.replicates, spread.tests, spread.strata);
    std::vector<std::vector<std::string>> rows = {{"parameter", "value", "u"}};
    const std::vector<std::string> names = parameter_names(found);
    for (std::size_t k = 0; k < found.parameters.size(); ++k)
        rows.push_back(
            {names[k], short_number(found.parameters[k]), short_number(spread.u_parameters[k])});
    if (is_finite(spread.u_C_f_nm_per_uN))
        rows.push_back({"frame compliance (nm/mN)", short_number(uN_per_mN * found.C_f_nm_per_uN),
                        short_number(uN_per_mN * spread.u_C_f_nm_per_uN)});
    text += text_table(rows, "  ", {1, 2});
    rows = {{"h_c (nm)", "A (nm²)", "u(A)/A (%)", "95 % from", "to"}};
    for (std::size_t i = 0; i < spread.band.size(); i += 4) {
        const AreaBand& at = spread.band[i];
        rows.push_back({short_number(at.h_c_nm), short_number(at.A_nm2),
                        fmt::format("{:.2f}", 100 * at.u_relative), short_number(at.low_nm2),
                        short_number(at.high_nm2)});
    }
    return text + text_table(rows, "  ", {0, 1, 2, 3, 4});
}

std::string stiffness_text(const AreaCalibration& found) {
    if (!found.is_too_stiff()) return "";
    return fmt::format(
        "  ! the form is too stiff: residuals along the depth are not chance (P = {:.1g}); class "
        "means of the area are off by {:.2g} % rms, a frame found with it is off as well. --forms "
        "lists what follows the tip better\n",
        found.p_form, 100 * found.u_area_relative);
}

std::string area_report(const AreaCalibration& found, const CalibrationOptions& options,
                        const char* points) {
    std::string text =
        fmt::format("area function     {} {}, residual {} rms, of class means {}\n", found.n,
                    points, percent_cell(100 * found.residual_rms, 2, Sign::minus),
                    percent_cell(100 * found.u_area_relative, 2, Sign::minus));
    const std::vector<std::string> names = parameter_names(found);
    std::vector<std::vector<std::string>> rows = {{"parameter", "value", "u"}};
    for (std::size_t k = 0; k < found.parameters.size(); ++k)
        rows.push_back(
            {names[k], short_number(found.parameters[k]), short_number(found.standard_error(k))});
    text += text_table(rows, "  ", {1, 2});
    text += stiffness_text(found);
    text +=
        fmt::format("  scatter from contact to contact: stiffness {:.2g} %, surface {:.2g} nm\n",
                    100 * found.origin.stiffness_relative, found.origin.surface_nm);
    if (found.scatter_exponent != 0)
        text += fmt::format("  scatter goes with h_c^{:.2f}: the squares are weighted by it\n",
                            found.scatter_exponent);
    rows = {{"material", "h_c (nm)", points, "E (GPa)", "sd", "A residual (%)"}};
    for (const CalibrationClass& depth_class : found.classes)
        rows.push_back(
            {reference_material(options, depth_class.material).name,
             short_number(depth_class.h_c_nm), fmt::format("{}", depth_class.n),
             fmt::format("{:.2f}", depth_class.E_GPa),
             is_nan(depth_class.sd_E_GPa) ? "" : fmt::format("{:.2f}", depth_class.sd_E_GPa),
             fmt::format("{:+.2f}", 100 * depth_class.area_residual)});
    text += text_table(rows, "  ", {1, 2, 3, 4, 5});
    if (!found.area.h_c_min_nm)
        return text + "no range of validity: no class of depths has the modulus of the reference\n";
    text += fmt::format("valid for h_c from {:.4g} to {:.4g} nm\n", *found.area.h_c_min_nm,
                        *found.area.h_c_max_nm);
    if (is_finite(found.u_E_GPa))
        text += fmt::format("E over this range {} GPa, each depth weighted by its scatter\n",
                            said_with_u(found.E_GPa, found.u_E_GPa));
    return text;
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
    else if (request.kind == CalibrationKind::area && !request.frame_compliance_nm_per_uN)
        options.frame = FrameFreedom::from_load;
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

void add_area(AreaCalibration found, const CalibrationOptions& options,
              const ReferencePoints& measured, CalibrationReport& report) {
    report.study_table = study_table(found, measured.last_day);
    report.covariance_table = covariance_table(found);
    report.umis_file_text = umis_area_file_text(found);
    report.tip_file_text = area_function_file_text(found, options);
    report.text +=
        area_report(found, options, measured.name()) + "\nfor study.toml:\n" + report.study_table;
    report.area = std::move(found);
}

std::string material_text(const char* head, const ReferenceMaterial& material) {
    return fmt::format("{}{}: E = {} GPa, nu = {}\n", head, material.name, material.E_GPa,
                       material.poisson_ratio);
}

/// The draws of --bootstrap, the list of --forms and the report.
std::optional<Error> add_what_was_asked(const CalibrationRequest& request, const Recipe& recipe,
                                        const ReferencePoints& measured,
                                        const CalibrationOptions& options,
                                        CalibrationReport& report) {
    const std::vector<CalibrationPoint>& points = measured.points;
    std::optional<CalibrationBootstrap> spread;
    if (request.bootstrap > 0) {
        CalibrationBootstrapOptions how;
        how.replicates = static_cast<std::size_t>(request.bootstrap);
        how.threads = threads_or_all(request.run.threads);
        auto drawn = bootstrap_calibration(points, *report.area, request.form, {}, options, how);
        if (!drawn) return drawn.error();
        report.text += spread_text(*report.area, *drawn);
        spread = std::move(drawn).value();
    }
    if (request.ranks || request.draws_report)
        report.ranked = rank_forms(points, report.frame.C_f_nm_per_uN, options);
    if (request.ranks) report.text += ranking_text(report.ranked);
    if (request.draws_report)
        add_report_files(request, recipe, measured, options, std::move(spread), report);
    return std::nullopt;
}

}  // namespace

Result<CalibrationReport> calibrate(const CalibrationRequest& request) {
    const auto reference =
        reference_of({"--reference", request.reference, request.E_GPa, request.poisson_ratio});
    if (!reference) return reference.error();
    const auto recipe = make_recipe(request.run, {});
    if (!recipe) return recipe.error();
    const auto measured = calibration_points(request, *recipe);
    if (!measured) return measured.error();
    const std::vector<CalibrationPoint>& points = measured->points;

    if (const auto trouble = contradiction(request, *recipe)) return *trouble;
    CalibrationOptions options = options_of(request, *reference, recipe->analysis);
    if (measured->profiles > 0) options.errors_from = ErrorsFrom::tests;
    CalibrationReport report;
    report.text = material_text("reference         ", *reference);
    if (!request.second_paths.empty()) {
        const auto second = reference_of({"--second-reference", request.second_reference,
                                          request.second_E_GPa, request.second_poisson_ratio});
        if (!second) return second.error();
        options.second = *second;
        report.text += material_text("second reference  ", *second);
    }
    report.text += points_text(*measured) + zero_text(recipe->analysis.correction);
    const bool is_together = options.frame == FrameFreedom::fitted;
    const auto frame = frame_of(request, *recipe, points, options);
    if (!frame && !is_together) return frame.error();
    if (frame) report.frame = *frame;  // else the search for both begins at 0
    if (request.frame_compliance_nm_per_uN)
        report.text += fmt::format("frame compliance  {:.4g} nm/mN, given\n",
                                   uN_per_mN * report.frame.C_f_nm_per_uN);
    else if (frame)
        report.text += frame_text(report.frame, measured->name());
    if (request.kind == CalibrationKind::frame) return report;

    auto area =
        calibrate_area(points, report.frame.C_f_nm_per_uN, request.form, request.terms, options);
    if (!area) return area.error();
    if (is_together) report.text += joint_frame_text(*area);
    add_area(std::move(area).value(), options, *measured, report);
    if (const auto trouble = add_what_was_asked(request, *recipe, *measured, options, report))
        return *trouble;
    return report;
}

}  // namespace sneddon
