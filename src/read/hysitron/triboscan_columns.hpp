// The names of TriboScan's columns, in .tdm and in the text of nanoDMA.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "read/text/column_head.hpp"

namespace sneddon {

/// Load, depth and time are those of these names alone: beside them stand "Indent Act. Load" (with
/// the force of the transducer's spring in it), "Piezo Displacement" and others in the same units.
inline void name_triboscan_column(ColumnHead& head, std::string_view name) {
    struct CurveName {
        std::string_view name;
        Dimension dimension;
    };
    constexpr std::array curve_names = {CurveName{"Indent Disp.", Dimension::depth},
                                        CurveName{"Indent Load", Dimension::load},
                                        CurveName{"Test Time", Dimension::time}};
    const auto known = std::ranges::find(curve_names, name, &CurveName::name);
    head.dimension.reset();
    if (known != curve_names.end()) head.dimension = known->dimension;
}

}  // namespace sneddon
