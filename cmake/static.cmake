# SNEDDON_STATIC: a program that needs nothing of the system but its kernel. Debian has archives of
# all libraries but two, which are built here from their headers. Included after find_package.
if(NOT SNEDDON_STATIC)
    return()
endif()
add_link_options(-static)
foreach(library fmt tomlplusplus)
    add_library(static_${library} STATIC ${CMAKE_CURRENT_LIST_DIR}/static/${library}.cpp)
    target_compile_options(static_${library} PRIVATE -w)
    # The imported target keeps its headers and definitions; only what is linked changes.
    get_target_property(configurations ${library}::${library} IMPORTED_CONFIGURATIONS)
    set(location IMPORTED_LOCATION)
    if(configurations)
        set(location IMPORTED_LOCATION_${configurations})
    endif()
    set_target_properties(${library}::${library} PROPERTIES
        ${location} ${PROJECT_BINARY_DIR}/libstatic_${library}.a)
endforeach()
