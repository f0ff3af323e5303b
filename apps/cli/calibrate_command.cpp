#include <array>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "argument_words.hpp"
#include "commands.hpp"
#include "request_options.hpp"
#include "sneddon/tools/calibrate.hpp"
#include "terminal.hpp"
#include "text_files.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Finds frame compliance and area function from indents in a reference material.\n\n"
    "Examples:\n"
    "  sneddon calibrate area silica/ --reference fused-silica -o tip.ara\n"
    "  sneddon calibrate area silica/ --form cap-cone --frame-from area --covariance tip.csv\n"
    "  sneddon calibrate area silica/ --second sapphire/ --second-reference sapphire --forms\n"
    "  sneddon calibrate frame tungsten/ --reference tungsten\n"
    "  sneddon calibrate area fs.csv --columns 'h (nm),F (mN),S (N/m)'\n";

constexpr std::array forms = {std::pair{std::string_view("polynomial"), AreaForm::polynomial},
                              std::pair{std::string_view("cap-cone"), AreaForm::cap_cone},
                              std::pair{std::string_view("thurn-cook"), AreaForm::thurn_cook},
                              std::pair{std::string_view("sphere"), AreaForm::sphere},
                              std::pair{std::string_view("sphero-cone"), AreaForm::sphero_cone}};
constexpr std::array frames = {std::pair{std::string_view("load"), FrameFrom::load},
                               std::pair{std::string_view("area"), FrameFrom::area}};

constexpr std::array points = {std::pair{std::string_view("profiles"), PointsFrom::profiles},
                               std::pair{std::string_view("unloadings"), PointsFrom::unloadings}};

struct CalibrateOptions : RequestOptions {
    CalibrationRequest calibration;
    std::string form = "polynomial", frame_from, points_from = "profiles";
    std::string tip_file, covariance_file, report_folder;
};

/// "tip-report" of "tip.ara".
std::string report_beside(const std::string& tip_file) {
    const std::size_t name = tip_file.find_last_of("/\\") + 1;  // 0 where there is no folder
    const std::size_t dot = tip_file.find_last_of('.');
    return tip_file.substr(0, dot == tip_file.npos || dot <= name ? tip_file.npos : dot) +
           "-report";
}

ExitCode write_text(const std::string& path, const std::string& text) {
    if (write_file(path, text)) return ExitCode::done;
    return fail({"SND-O003", path, "the file could not be written", "", ""});
}

/// A form that the file asked for cannot hold.
std::optional<Error> cannot_hold(const CalibrationReport& report, const std::string& tip_file) {
    if (tip_file.empty() || tip_file.ends_with(".afn") || report.tip_file_text) return std::nullopt;
    return Error{"SND-U040", "-o", "a form that a tip file (.ara) cannot hold",
                 "a polynomial of up to 6 terms, a sphere or a sphero-cone",
                 "write a UMIS file (.afn), or leave -o out and put the table into study.toml"};
}

ExitCode write_tip_file(const CalibrationReport& report, const std::string& path) {
    return write_text(path, path.ends_with(".afn") ? report.umis_file_text : *report.tip_file_text);
}

/// Where the form or the report is refused nothing is written.
ExitCode write_files(const CalibrateOptions& options, const CalibrationReport& report) {
    if (const auto trouble = cannot_hold(report, options.tip_file)) {
        say(Stream::out, report.text, options.has_no_colour);
        return fail(*trouble);
    }
    std::string text = report.text;
    if (!options.report_folder.empty()) {
        const auto written = write_calibration_report(report, options.report_folder);
        if (!written) return fail(written.error());
        text += "\nreport            " + options.report_folder + "/calibration.html\n";
    }
    say(Stream::out, text, options.has_no_colour);
    if (!options.covariance_file.empty()) {
        const ExitCode end = write_text(options.covariance_file, report.covariance_table);
        if (end != ExitCode::done) return end;
    }
    return options.tip_file.empty() ? ExitCode::done : write_tip_file(report, options.tip_file);
}

ExitCode execute(CalibrateOptions& options) {
    if (const auto error = complete(options)) return fail(*error);
    CalibrationRequest& request = options.calibration;
    request.run = options.request;
    const auto form = choice_of("--form", options.form, forms);
    if (!form) return fail(form.error());
    request.form = *form;
    // Two materials tell frame and area apart, whatever their hardness does with the depth.
    if (options.frame_from.empty()) {
        const bool are_two = !request.second_paths.empty() &&
                             request.kind == CalibrationKind::area &&
                             !request.frame_compliance_nm_per_uN;
        options.frame_from = are_two ? "area" : "load";
    }
    const auto frame_from = choice_of("--frame-from", options.frame_from, frames);
    if (!frame_from) return fail(frame_from.error());
    request.frame_from = *frame_from;
    const auto points_from = choice_of("--points-from", options.points_from, points);
    if (!points_from) return fail(points_from.error());
    request.points_from = *points_from;
    if (options.report_folder.empty() && !options.tip_file.empty())
        options.report_folder = report_beside(options.tip_file);
    request.draws_report = !options.report_folder.empty();
    const auto report = calibrate(request);
    if (!report) {
        const ExitCode end = fail(report.error());
        return report.error().code.starts_with("SND-R") ? ExitCode::nothing_readable : end;
    }
    return write_files(options, report.value());
}

void add_kind(Command& calibrate, const char* name, const char* text, CalibrationKind kind) {
    Command command = calibrate.add_command(name, text);
    const auto options = std::make_shared<CalibrateOptions>();
    CalibrationRequest& request = options->calibration;
    request.kind = kind;
    add_paths(command, *options);
    command.option("--reference", request.reference,
                   "fused-silica, tungsten, aluminium, or a name with --E and --nu");
    command.option("--E", request.E_GPa, "Young's modulus of the reference, GPa");
    command.option("--nu", request.poisson_ratio, "Poisson's ratio of the reference");
    command.option("--second", request.second_paths, "files of a second reference")
        .one_value_each();
    command.option("--second-reference", request.second_reference, "its name, as --reference");
    command.option("--second-E", request.second_E_GPa, "Young's modulus of it, GPa");
    command.option("--second-nu", request.second_poisson_ratio, "Poisson's ratio of it");
    command.option("--columns", request.columns,
                   "a table instead of curves: heads of depth, load and stiffness");
    command.option("--frame-from", options->frame_from,
                   kind == CalibrationKind::area
                       ? "load (1/S against 1/sqrt(F)) or area (found together)"
                       : "load (1/S against 1/sqrt(F)) or area (1/sqrt(A) of the given tip)");
    command.option("--points-from", options->points_from,
                   "profiles (of a stiffness column, where a file has one) or unloadings");
    command.option("--from-depth", request.from_depth_nm, "leave out what is shallower, nm");
    if (kind == CalibrationKind::area) {
        command.option("--form", options->form,
                       "polynomial, sphere, sphero-cone, cap-cone or thurn-cook");
        command.flag("--forms", request.ranks, "fit all forms as well and list them by AICc");
        command
            .option("--bootstrap", request.bootstrap,
                    "draw the tests again so many times: u of tip and frame, band of A(h_c)")
            .between(0, 10000);
        command.option("--terms", request.terms, "terms of the polynomial, 1 to 9; 0 = chosen")
            .between(0, 9);
        command.option("--frame-compliance", request.frame_compliance_nm_per_uN,
                       "nm/uN, instead of the one found");
        command.option("-o,--output", options->tip_file, "tip file to write: .ara, or .afn (UMIS)");
        command.option("--report", options->report_folder,
                       "folder for the report; with -o tip.ara it is tip-report if absent");
        command.option("--covariance", options->covariance_file,
                       "table to write (CSV): parameters, standard errors, covariances");
    }
    command
        .option("--unit", options->units,
                "unit that a file does not say: load=uN, depth=nm, time=s")
        .one_value_each();
    add_choices(command, *options);
    add_manners(command, *options);
    command.does([options] { return execute(*options); });
}

}  // namespace

void add_calibrate(Command& program) {
    Command calibrate = program.add_command("calibrate", examples);
    calibrate.require_one_command();
    add_kind(calibrate, "area", "area function and frame compliance", CalibrationKind::area);
    add_kind(calibrate, "frame", "frame compliance alone", CalibrationKind::frame);
}

}  // namespace sneddon::cli
