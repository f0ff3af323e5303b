#include <fmt/core.h>

#include "sneddon/base/text.hpp"
#include "sneddon/tools/calibrate.hpp"

namespace sneddon {
// The order of lines is that of the program whose format it is; its "N/mm^2" holds GPa.
std::string area_function_file_text(const AreaCalibration& found,
                                    const CalibrationOptions& options) {
    std::string text = "Hysitron Area Function Coefficients, File Version: 4.00\n";
    const auto add = [&](std::string_view label, const std::string& value) {
        text += std::string(label) + "\n" + value + "\n";
    };
    for (std::size_t k = 0; k < 6; ++k)
        add(fmt::format("C{}", k), number_text(found.area.coefficients[k]));
    add("B", "0.0");
    for (std::size_t k = 0; k < 6; ++k)
        add(fmt::format("C{} Uncertainty", k),
            number_text(k < found.parameters.size() ? found.standard_error(k) : 0));
    add("B Uncertainty", "0.0");
    add("Tip Poisson's Ratio", number_text(options.indenter_poisson_ratio));
    add("Tip Modulus (N/mm^2)", number_text(options.indenter_E_GPa));
    add("Tip Types: Berkovich=0 Cono-spherical=1, Cube-Corner=2, Flat-Punch=3, Knoop=4, Vickers=5, "
        "Other=99\nTip Type",
        "0");
    return text;
}

}  // namespace sneddon
