# The HDF5 library writes archives (`sneddon convert`). It is linked statically: the shared one brings
# some 30 others with it, which would be loaded at each start. Reading needs no library.
find_path(SNEDDON_HDF5_INCLUDE hdf5.h PATH_SUFFIXES hdf5/serial)
find_library(SNEDDON_HDF5_LIBRARY libhdf5.a PATH_SUFFIXES hdf5/serial)
find_library(SNEDDON_SZIP_LIBRARY libsz.a)
find_library(SNEDDON_AEC_LIBRARY libaec.a)
mark_as_advanced(SNEDDON_HDF5_INCLUDE SNEDDON_HDF5_LIBRARY SNEDDON_SZIP_LIBRARY
                 SNEDDON_AEC_LIBRARY)
set(found OFF)
if(SNEDDON_HDF5_INCLUDE AND SNEDDON_HDF5_LIBRARY AND SNEDDON_SZIP_LIBRARY AND
   SNEDDON_AEC_LIBRARY)
    set(found ON)
endif()
option(SNEDDON_HDF5 "write HDF5 files" ${found})
if(SNEDDON_HDF5 AND NOT found)
    message(FATAL_ERROR "SNEDDON_HDF5 needs libhdf5.a (Debian: libhdf5-dev)")
endif()

# One of two sources: the writer, or the one that says that there is none.
function(sneddon_hdf5_writer target)
    set(folder ${PROJECT_SOURCE_DIR}/src/tools/convert)
    if(NOT SNEDDON_HDF5)
        set_source_files_properties(${folder}/hdf5_writer.cpp PROPERTIES HEADER_FILE_ONLY ON)
        return()
    endif()
    set_source_files_properties(${folder}/no_hdf5_writer.cpp PROPERTIES HEADER_FILE_ONLY ON)
    target_include_directories(${target} SYSTEM PRIVATE ${SNEDDON_HDF5_INCLUDE})
    target_link_libraries(${target} PRIVATE ${SNEDDON_HDF5_LIBRARY} ${SNEDDON_SZIP_LIBRARY}
                                            ${SNEDDON_AEC_LIBRARY} ZLIB::ZLIB ${CMAKE_DL_LIBS} m)
endfunction()
