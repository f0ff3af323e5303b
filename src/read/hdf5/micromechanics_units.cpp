#include "read/hdf5/micromechanics_units.hpp"

#include <algorithm>
#include <array>

namespace sneddon {
namespace {

// micromechanics/indentation/terms.json at 81a069a: the factors to µm and mN, and the names.
constexpr std::array converters = {
    ConverterUnits{"hap2hdf", "um", "mN"},       ConverterUnits{"Micromaterials2hdf", "nm", "mN"},
    ConverterUnits{"nmd2hdf", "m", "N"},         ConverterUnits{"xls2hdf", "nm", "mN"},
    ConverterUnits{"converter_tdm", "nm", "uN"}, ConverterUnits{"converter_femtotools", "um", "uN"},
};

constexpr std::array<std::string_view, 7> depths = {"displacement_into_surface",
                                                    "displacementintosurfaceg200",
                                                    "depth",
                                                    "show_depth",
                                                    "displacement",
                                                    "indent_disp",
                                                    "normal_disp"};
constexpr std::array<std::string_view, 8> loads = {"load_on_sample", "loadonsampleg200", "load",
                                                   "force",          "show_load",        "force_a",
                                                   "indent_load",    "normal_force"};
constexpr std::array<std::string_view, 3> times = {"time_on_sample", "test_time", "time"};

}  // namespace

const ConverterUnits* find_converter(std::string_view address) {
    address.remove_prefix(std::min(address.rfind('/') + 1, address.size()));
    const std::string_view name = address.substr(0, address.rfind('.'));
    const auto found = std::ranges::find(converters, name, &ConverterUnits::converter);
    return found == converters.end() ? nullptr : &*found;
}

std::span<const std::string_view> depth_names() {
    return depths;
}

std::span<const std::string_view> load_names() {
    return loads;
}

std::span<const std::string_view> time_names() {
    return times;
}

}  // namespace sneddon
