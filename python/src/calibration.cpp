#include "bindings.hpp"
#include "long_work.hpp"
#include "sneddon/tools/calibrate.hpp"

namespace sneddon::python {
namespace {

CalibrationReport calibrate_in_background(const CalibrationRequest& request) {
    return done_in_background<CalibrationReport>(
        [request](const Progress&) { return calibrate(request); }, nb::none());
}

void bind_findings(nb::module_& module) {
    nb::class_<FrameCompliance>(module, "FrameCompliance", "Frame compliance with its error.")
        .def_ro("C_f_nm_per_uN", &FrameCompliance::C_f_nm_per_uN)
        .def_ro("u_C_f_nm_per_uN", &FrameCompliance::u_C_f_nm_per_uN)
        .def_ro("F_per_S2_per_GPa", &FrameCompliance::F_per_S2_per_GPa)
        .def_ro("E_r_GPa", &FrameCompliance::E_r_GPa)
        .def_ro("n", &FrameCompliance::n)
        .def_ro("h_low_nm", &FrameCompliance::h_low_nm)
        .def_ro("h_high_nm", &FrameCompliance::h_high_nm)
        .def_ro("is_zero_within_error", &FrameCompliance::is_zero_within_error);
    nb::class_<AreaCalibration>(module, "AreaCalibration", "Area function with its covariance.")
        .def_ro("parameters", &AreaCalibration::parameters)
        .def_ro("covariance", &AreaCalibration::covariance)
        .def_ro("C_f_nm_per_uN", &AreaCalibration::C_f_nm_per_uN)
        .def_ro("residual_rms", &AreaCalibration::residual_rms)
        .def_ro("u_area_relative", &AreaCalibration::u_area_relative)
        .def_prop_ro("h_c_min_nm",
                     [](const AreaCalibration& found) { return found.area.h_c_min_nm; })
        .def_prop_ro("h_c_max_nm",
                     [](const AreaCalibration& found) { return found.area.h_c_max_nm; })
        .def_ro("n", &AreaCalibration::n);
    nb::class_<CalibrationReport>(module, "CalibrationReport", "What a calibration found.")
        .def_ro("text", &CalibrationReport::text)
        .def_ro("study_table", &CalibrationReport::study_table)
        .def_ro("tip_file_text", &CalibrationReport::tip_file_text)
        .def_ro("covariance_table", &CalibrationReport::covariance_table)
        .def_ro("frame", &CalibrationReport::frame)
        .def_ro("area", &CalibrationReport::area);
}

}  // namespace

void bind_calibration(nb::module_& module) {
    nb::enum_<CalibrationKind>(module, "CalibrationKind")
        .value("frame", CalibrationKind::frame)
        .value("area", CalibrationKind::area);
    nb::enum_<FrameFrom>(module, "FrameFrom")
        .value("load", FrameFrom::load)
        .value("area", FrameFrom::area);
    nb::enum_<PointsFrom>(module, "PointsFrom")
        .value("profiles", PointsFrom::profiles)
        .value("unloadings", PointsFrom::unloadings);
    nb::enum_<AreaForm>(module, "AreaForm")
        .value("polynomial", AreaForm::polynomial)
        .value("cap_cone", AreaForm::cap_cone)
        .value("thurn_cook", AreaForm::thurn_cook);
    bind_findings(module);
    nb::class_<CalibrationRequest>(module, "CalibrationRequest")
        .def(nb::init<>())
        .def_rw("kind", &CalibrationRequest::kind)
        .def_rw("run", &CalibrationRequest::run)
        .def_rw("columns", &CalibrationRequest::columns)
        .def_rw("reference", &CalibrationRequest::reference)
        .def_rw("E_GPa", &CalibrationRequest::E_GPa, nb::arg().none())
        .def_rw("poisson_ratio", &CalibrationRequest::poisson_ratio, nb::arg().none())
        .def_rw("form", &CalibrationRequest::form)
        .def_rw("terms", &CalibrationRequest::terms)
        .def_rw("from_depth_nm", &CalibrationRequest::from_depth_nm)
        .def_rw("frame_compliance_nm_per_uN", &CalibrationRequest::frame_compliance_nm_per_uN,
                nb::arg().none())
        .def_rw("frame_from", &CalibrationRequest::frame_from)
        .def_rw("points_from", &CalibrationRequest::points_from);
    module.def("calibrate", &calibrate_in_background, nb::arg("request"));
}

}  // namespace sneddon::python
