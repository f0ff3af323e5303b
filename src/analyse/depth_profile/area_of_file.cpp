#include "analyse/depth_profile/area_of_file.hpp"

#include <algorithm>

namespace sneddon {

std::optional<AreaFunction> area_in_force(std::optional<AreaFunction> asked,
                                          const StatedByFile& stated) {
    if (!asked || asked->kind != AreaFunction::Kind::of_file) return asked;
    AreaFunction area;
    const auto& coefficients = stated.area_coefficients;
    if (coefficients.empty() || coefficients.size() > area.coefficients.size()) return std::nullopt;
    area.kind = AreaFunction::Kind::polynomial;
    area.coefficients.fill(0);
    std::ranges::copy(coefficients, area.coefficients.begin());
    area.source = asked->source;
    return area;
}

}  // namespace sneddon
