#include <algorithm>
#include <cmath>
#include <limits>

#include "base/nan.hpp"
#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {
namespace {

constexpr int most_terms = 9;

RankedForm fitted(std::span<const CalibrationPoint> points, double C_f_nm_per_uN, AreaForm form,
                  int terms, const CalibrationOptions& options) {
    RankedForm ranked{form, terms, std::nullopt, ""};
    auto found = calibrate_area(points, C_f_nm_per_uN, form, terms, options);
    if (found)
        ranked.found = std::move(found).value();
    else
        ranked.refusal = found.error().found;
    return ranked;
}

/// Of `independent` residuals: all forms see the same unloadings.
double aicc_of(const AreaCalibration& found, double independent) {
    const double k = static_cast<double>(found.fitted()) + 1;  // and the scatter
    if (!(independent > k + 1)) return nan;
    return 2 * independent * std::log(found.weighted_rms) + 2 * k +
           2 * k * (k + 1) / (independent - k - 1);
}

}  // namespace

std::vector<RankedForm> rank_forms(std::span<const CalibrationPoint> points, double C_f_nm_per_uN,
                                   const CalibrationOptions& options) {
    std::vector<RankedForm> forms;
    for (const AreaForm form :
         {AreaForm::sphere, AreaForm::sphero_cone, AreaForm::cap_cone, AreaForm::thurn_cook})
        forms.push_back(fitted(points, C_f_nm_per_uN, form, 0, options));
    for (int terms = 1; terms <= most_terms; ++terms)
        forms.push_back(fitted(points, C_f_nm_per_uN, AreaForm::polynomial, terms, options));
    const AreaCalibration* closest = nullptr;
    for (const RankedForm& each : forms)
        if (each.found && (closest == nullptr || each.found->weighted_rms < closest->weighted_rms))
            closest = &*each.found;
    if (closest == nullptr) return forms;
    const double independent = closest->independent;
    for (RankedForm& each : forms)
        if (each.found) each.found->aicc = aicc_of(*each.found, independent);
    std::ranges::stable_sort(forms, {}, [](const RankedForm& each) {
        const double last = std::numeric_limits<double>::infinity();
        return each.found && is_finite(each.found->aicc) ? each.found->aicc : last;
    });
    return forms;
}

}  // namespace sneddon
