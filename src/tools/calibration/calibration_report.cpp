#include "tools/calibration/calibration_report.hpp"

#include <fmt/core.h>

#include <utility>

#include "sneddon/base/text.hpp"
#include "tools/calibration/calibration_page.hpp"
#include "tools/calibration/calibration_words.hpp"

namespace sneddon {
namespace {

AreaFunction tip_before(const Recipe& recipe) {
    if (recipe.analysis.area_function &&
        recipe.analysis.area_function->kind != AreaFunction::Kind::of_file)
        return *recipe.analysis.area_function;
    AreaFunction ideal;
    ideal.source = "ideal";
    return ideal;
}

std::string frame_words(const CalibrationRequest& request) {
    if (request.frame_compliance_nm_per_uN) return "given";
    return request.frame_from == FrameFrom::area ? "found together with the area function"
                                                 : "from 1/S against 1/sqrt(F)";
}

std::string recipe_words(const CalibrationRequest& request, const ReferencePoints& measured) {
    if (!request.columns.empty())
        return "Depth, load and stiffness are the columns \"" + request.columns + "\".";
    const std::string points =
        measured.profiles > 0
            ? "Depth, load and stiffness are means over cells of depth (7.5 % wide) of the "
              "stiffness that the instrument measured along each loading"
            : "Depth, load and stiffness of each unloading are those";
    const std::string others =
        measured.profiles > 0 && measured.unloaded > 0
            ? ", and those of the unloadings of tests without it, by the analysis"
        : measured.profiles > 0 ? ", by the analysis"
                                : "";
    return points + others + " of `sneddon run` with profile " +
           (request.run.profile.empty() ? "sneddon" : request.run.profile) +
           (request.run.settings.empty() && request.run.recipe_file.empty()
                ? "."
                : " and options of its own.");
}

}  // namespace

void add_report_files(const CalibrationRequest& request, const Recipe& recipe,
                      const ReferencePoints& measured, const CalibrationOptions& options,
                      std::optional<CalibrationBootstrap> spread, CalibrationReport& report) {
    const int terms = static_cast<int>(report.area->parameters.size());
    report.report_files = calibration_report_files(
        {.points = measured.points,
         .options = options,
         .found = *report.area,
         .form = form_words(request.form, terms),
         .before = tip_before(recipe),
         .frame_from = frame_words(request),
         .is_frame_zero = report.area->is_frame_zero || report.frame.is_zero_within_error,
         .recipe = recipe_words(request, measured),
         .ranked = report.ranked,
         .spread = std::move(spread),
         .files = measured.files,
         .first_day = measured.first_day,
         .last_day = measured.last_day,
         .is_simulated = measured.is_simulated,
         .points_name = measured.name()});
}

}  // namespace sneddon
