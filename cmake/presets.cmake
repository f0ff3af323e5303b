# Writes a source file with the text of every preset, so that the program needs no folder of its
# own. A changed or added preset makes CMake configure again.
function(sneddon_simulation_presets target)
    file(GLOB presets CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/recipes/simulate/*.toml)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${presets})
    set(entries "")
    foreach(preset ${presets})
        get_filename_component(name ${preset} NAME_WE)
        file(READ ${preset} text)
        string(APPEND entries "    {\"${name}\", R\"toml(${text})toml\"},\n")
    endforeach()
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/simulation_presets.cpp)
    file(CONFIGURE OUTPUT ${generated} CONTENT "#include <array>

#include \"sneddon/recipe/simulation_file.hpp\"

namespace sneddon {

std::span<const SimulationPreset> simulation_presets() {
    static constexpr auto presets = std::to_array<SimulationPreset>({
@entries@    });
    return presets;
}

}  // namespace sneddon
" @ONLY)
    target_sources(${target} PRIVATE ${generated})
endfunction()
