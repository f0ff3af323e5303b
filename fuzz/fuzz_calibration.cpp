// Any bytes as the table of a calibration (h, F, S): the points and the frame compliance of them;
// of few points the area function too. The first byte chooses form and frame.
#include <cstdint>

#include "scratch.hpp"
#include "sneddon/tools/calibrate.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon;
    using namespace sneddon::fuzz;
    if (size == 0) return 0;
    CalibrationRequest request;
    request.run.paths = {scratch_file("points.csv", bytes_of(data + 1, size - 1))};
    request.run.threads = 1;
    request.columns = "h (nm),F (uN),S (uN/nm)";
    request.kind = data[0] % 2 == 0 ? CalibrationKind::frame : CalibrationKind::area;
    constexpr AreaForm forms[] = {AreaForm::polynomial, AreaForm::cap_cone, AreaForm::thurn_cook,
                                  AreaForm::sphere, AreaForm::sphero_cone};
    request.form = forms[data[0] / 2 % 5];
    const bool is_on_area = request.kind == CalibrationKind::area && data[0] / 16 % 2 == 1;
    request.frame_from = is_on_area ? FrameFrom::area : FrameFrom::load;
    require_answer(calibrate(request));
    return 0;
}
