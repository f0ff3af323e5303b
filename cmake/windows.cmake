# Libraries of the program for Windows. Debian has zlib for it; of the others only what is in headers
# can be taken, by links to them alone: beside them lie headers of Linux.
set(SNEDDON_WINDOWS_LIBRARIES "" CACHE PATH "what scripts/windows-libraries made")
if(NOT EXISTS ${SNEDDON_WINDOWS_LIBRARIES}/pugixml.cpp)
    message(FATAL_ERROR "scripts/windows-libraries FOLDER, then -DSNEDDON_WINDOWS_LIBRARIES=FOLDER")
endif()
set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)

set(headers ${SNEDDON_WINDOWS_LIBRARIES}/include)
foreach(target Boost::headers FastFloat::fast_float nlohmann_json::nlohmann_json CLI11::CLI11)
    add_library(${target} INTERFACE IMPORTED)
    target_include_directories(${target} SYSTEM INTERFACE ${headers})
endforeach()

# Built here from its headers, or from its one source. Behind a name with ::, as a found library has.
function(sneddon_library name imported source)
    add_library(windows_${name} STATIC ${source})
    target_compile_options(windows_${name} PRIVATE -w)
    target_include_directories(windows_${name} SYSTEM PRIVATE ${headers})
    add_library(${imported} INTERFACE IMPORTED)
    target_include_directories(${imported} SYSTEM INTERFACE ${headers})
    target_link_libraries(${imported} INTERFACE windows_${name})
endfunction()
sneddon_library(fmt fmt::fmt cmake/static/fmt.cpp)
sneddon_library(tomlplusplus tomlplusplus::tomlplusplus cmake/static/tomlplusplus.cpp)
target_compile_definitions(tomlplusplus::tomlplusplus INTERFACE TOML_HEADER_ONLY=0)
sneddon_library(pugixml pugixml::pugixml ${SNEDDON_WINDOWS_LIBRARIES}/pugixml.cpp)

option(SNEDDON_HDF5 "write HDF5 files" OFF)
function(sneddon_hdf5_writer target)
    set_source_files_properties(${PROJECT_SOURCE_DIR}/src/tools/convert/hdf5_writer.cpp
                                PROPERTIES HEADER_FILE_ONLY ON)
endfunction()

# One file that needs what Windows has and no more.
add_link_options(-static -Wl,--no-insert-timestamp)
# Paths from UTF-8: src/base/windows/narrow_names.cpp.
add_link_options(-Wl,--wrap=mbrtowc -Wl,--undefined=__wrap_mbrtowc)
# Folders with long paths: src/base/windows/folder_listing.cpp.
foreach(name _wopendir _wreaddir _wclosedir)
    add_link_options(-Wl,--wrap=${name} -Wl,--undefined=__wrap_${name})
endforeach()
# One rounding, and fast: src/base/windows/fused.cpp.
add_link_options(-Wl,--wrap=fma -Wl,--undefined=__wrap_fma)
# Fast: src/base/windows/exponential.cpp.
add_link_options(-Wl,--wrap=exp -Wl,--undefined=__wrap_exp)
# GNU's compiler takes the stack for aligned to 32 bytes, which Windows does not promise (its bug
# 54412): the assembler writes moves that need no alignment.
add_compile_options(-Wa,-muse-unaligned-vector-move)
