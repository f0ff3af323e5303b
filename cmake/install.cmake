# cmake --install: the program, the headers, and `find_package(sneddon)` with sneddon::engine.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

foreach(room base numeric model read segment correct simulate analyse study results figure papers
        report recipe pipeline tools engine)
    set_target_properties(sneddon_${room} PROPERTIES EXPORT_NAME ${room})
    target_include_directories(sneddon_${room} INTERFACE
                               $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
    install(TARGETS sneddon_${room} EXPORT sneddon-targets)
endforeach()
if(TARGET sneddon_cli)
    install(TARGETS sneddon_cli)
endif()

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/sneddon)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/sneddon-config-version.cmake COMPATIBILITY SameMinorVersion)
install(DIRECTORY include/sneddon DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT sneddon-targets NAMESPACE sneddon:: DESTINATION ${package})
install(FILES cmake/sneddon-config.cmake ${PROJECT_BINARY_DIR}/sneddon-config-version.cmake
        DESTINATION ${package})
install(FILES LICENSE CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR})
