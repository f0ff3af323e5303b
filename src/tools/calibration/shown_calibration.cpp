#include "tools/calibration/shown_calibration.hpp"

#include <cmath>

#include "analyse/calibrate/area_depths.hpp"
#include "analyse/calibrate/calibration_classes.hpp"
#include "analyse/calibrate/points_of_tests.hpp"
#include "base/nan.hpp"
#include "model/units.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

ContactValues values_of(const ShownCalibration& shown, const AreaFunction& area, double C_f) {
    ContactValues values;
    values.areas = contact_areas(shown.points, C_f, shown.options);
    for (std::size_t i = 0; i < values.areas.h_c_nm.size(); ++i) {
        const double h_c = values.areas.h_c_nm[i];
        const CalibrationPoint& point = values.areas.points[i];
        values.H_GPa.push_back(GPa_per_uN_per_nm2 * point.F_uN / projected_area_nm2(area, h_c));
        values.E_GPa.push_back(calibrated_modulus_GPa(area, h_c, values.areas.A_nm2[i],
                                                      shown.options, point.material));
    }
    return values;
}

}  // namespace

ContactValues values_after(const ShownCalibration& shown) {
    ContactValues values = values_of(shown, shown.found.area, shown.found.C_f_nm_per_uN);
    place(values.areas, shown.found.area, shown.found.origin, shown.options.epsilon);
    return values;
}

ContactValues values_before(const ShownCalibration& shown) {
    return values_of(shown, shown.before, 0);
}

std::string reference_names(const CalibrationOptions& options) {
    return options.reference.name + (options.second ? " and " + options.second->name : "");
}

std::vector<ClassMean> class_means(const ContactAreas& areas, const std::vector<double>& values,
                                   std::size_t material) {
    std::vector<ClassMean> means;
    for (const auto& places : depth_classes(areas)) {
        if (areas.points[places.front()].material != material) continue;
        std::vector<double> depths, of_class;
        std::vector<std::size_t> finite;
        for (const std::size_t i : places) {
            if (!is_finite(values[i])) continue;
            finite.push_back(i);
            depths.push_back(areas.depth_nm[i]);
            of_class.push_back(values[i]);
        }
        if (of_class.empty()) continue;
        const Moments tests = moments(means_of_tests(areas.points, finite, values));
        means.push_back(
            {mean(depths), mean(of_class), tests.sd / std::sqrt(static_cast<double>(tests.n))});
    }
    return means;
}

}  // namespace sneddon
