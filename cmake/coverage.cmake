# Included by project() for scripts/check-coverage: the rooms in SNEDDON_COVERED alone count their lines,
# without an optimiser; tests and all other rooms come from the compiler's cache.
function(count_lines)
    foreach(room ${SNEDDON_COVERED})
        get_target_property(sources sneddon_${room} SOURCES)
        # Some sources have an optimisation of their own, which comes last.
        set_property(SOURCE ${sources} TARGET_DIRECTORY sneddon_${room}
                     APPEND PROPERTY COMPILE_OPTIONS --coverage -O0 -fprofile-update=prefer-atomic)
        target_link_options(sneddon_${room} PUBLIC --coverage)
    endforeach()
endfunction()
cmake_language(DEFER CALL count_lines)
