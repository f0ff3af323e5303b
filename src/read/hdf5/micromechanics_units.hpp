// What the converters of the micromechanics project call the columns of a curve, and in which units
// they write them.
#pragma once

#include <span>
#include <string_view>

namespace sneddon {

struct ConverterUnits {
    std::string_view converter;  ///< the last part of its address, without an ending
    std::string_view depth, load;
};

/// nullptr for a converter that is not known.
const ConverterUnits* find_converter(std::string_view address);

/// Names of a column, the one that is wanted most first.
std::span<const std::string_view> depth_names();
std::span<const std::string_view> load_names();
std::span<const std::string_view> time_names();

}  // namespace sneddon
