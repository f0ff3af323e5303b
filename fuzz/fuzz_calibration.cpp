// Any bytes as the table of a calibration (h, F, S): its points, the frame compliance of them, and
// the area function in the form that the first byte names.
#include <cmath>
#include <cstdint>

#include "scratch.hpp"
#include "sneddon/analyse/calibrate.hpp"
#include "tools/calibration_points.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon;
    using namespace sneddon::fuzz;
    if (size == 0) return 0;
    CalibrationRequest request;
    request.run.paths = {scratch_file("points.csv", bytes_of(data + 1, size - 1))};
    request.columns = "h (nm),F (uN),S (uN/nm)";
    const auto unloadings = calibration_points(request, {});
    require_answer(unloadings);
    if (!unloadings) return 0;
    CalibrationOptions options;
    options.frame = static_cast<FrameFreedom>(data[0] % 3);
    const auto frame = calibrate_frame(unloadings->points, options);
    require_answer(frame);
    if (frame) require(std::isfinite(frame->C_f_nm_per_uN));
    constexpr AreaForm forms[] = {AreaForm::polynomial, AreaForm::cap_cone, AreaForm::thurn_cook,
                                  AreaForm::sphere, AreaForm::sphero_cone};
    const auto area = calibrate_area(unloadings->points, frame ? frame->C_f_nm_per_uN : 0,
                                     forms[data[0] / 3 % 5], 0, options);
    require_answer(area);
    if (area)
        for (const double parameter : area->parameters) require(std::isfinite(parameter));
    return 0;
}
