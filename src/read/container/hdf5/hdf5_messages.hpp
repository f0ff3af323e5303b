// The messages in the heads of objects, [HDF5 File Format Specification 3.0] IV.A.2.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/container/hdf5/hdf5_file.hpp"

namespace sneddon {

enum Hdf5MessageType : std::uint16_t {
    hdf5_dataspace = 0x01,
    hdf5_link_places = 0x02,
    hdf5_datatype = 0x03,
    hdf5_link = 0x06,
    hdf5_layout = 0x08,
    hdf5_filters = 0x0B,
    hdf5_attribute = 0x0C,
    hdf5_continuation = 0x10,
    hdf5_old_group = 0x11,
    hdf5_attribute_places = 0x15,
};

inline constexpr std::uint64_t hdf5_nowhere = 0xFFFFFFFFFFFFFFFF;

struct Hdf5Shape {
    std::size_t rank = 0;
    std::uint64_t count = 1;  ///< elements; 0 when they are more than can be counted
};

/// False where the message contradicts itself or ends too early.
bool read_dataspace(std::string_view body, Hdf5Shape& shape);
bool read_datatype(std::string_view body, Hdf5Type& type);
bool read_filters(std::string_view body, std::vector<std::uint16_t>& filters);
bool read_layout(std::string_view body, Hdf5Dataset& dataset);
bool read_attribute(std::string_view body, Hdf5Attribute& attribute);

}  // namespace sneddon
