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
    install(TARGETS sneddon_cli COMPONENT program)
endif()
# Manual pages and completions, which the program itself writes.
if(TARGET sneddon_cli AND NOT CMAKE_CROSSCOMPILING)
    install(CODE "
        set(program $<TARGET_FILE:sneddon_cli>)
        set(share \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}\")
        execute_process(COMMAND \${program} help --man-pages \"\${share}/man/man1\"
                        COMMAND_ERROR_IS_FATAL ANY)
        function(complete shell file)
            execute_process(COMMAND \${program} completion \${shell}
                            OUTPUT_VARIABLE script COMMAND_ERROR_IS_FATAL ANY)
            file(WRITE \"\${share}/\${file}\" \"\${script}\")
        endfunction()
        complete(bash bash-completion/completions/sneddon)
        complete(zsh zsh/vendor-completions/_sneddon)
        complete(fish fish/vendor_completions.d/sneddon.fish)"
        COMPONENT program)
endif()

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/sneddon)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/sneddon-config-version.cmake COMPATIBILITY SameMinorVersion)
install(DIRECTORY include/sneddon DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT sneddon-targets NAMESPACE sneddon:: DESTINATION ${package})
install(FILES cmake/sneddon-config.cmake ${PROJECT_BINARY_DIR}/sneddon-config-version.cmake
        DESTINATION ${package})
install(FILES LICENSE CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR})
