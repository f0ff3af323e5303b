#include "read/container/hdf5/hdf5_messages.hpp"

#include "read/container/hdf5/hdf5_cursor.hpp"

namespace sneddon {
namespace {

using Kind = Hdf5Type::Kind;

// The classes of IV.A.2.d that are read.
enum TypeClass : unsigned { whole_class = 0, real_class = 1, text_class = 3, variable_class = 9 };

constexpr std::size_t most_dimensions = 32;  // H5S_MAX_RANK

bool is_ieee(std::string_view properties, std::uint32_t size) {
    Hdf5Cursor at(properties);
    at.skip(2);  // bit offset
    const unsigned precision = at.u16(), exponent_at = at.u8(), exponent_bits = at.u8();
    const unsigned mantissa_at = at.u8(), mantissa_bits = at.u8();
    const std::uint32_t bias = at.u32();
    if (!at.is_sound() || precision != 8 * size || mantissa_at != 0) return false;
    if (size == 8)  // binary64 and binary32 of IEEE 754
        return exponent_at == 52 && exponent_bits == 11 && mantissa_bits == 52 && bias == 1023;
    return size == 4 && exponent_at == 23 && exponent_bits == 8 && mantissa_bits == 23 &&
           bias == 127;
}

bool is_whole(std::string_view properties, std::uint32_t size) {
    Hdf5Cursor at(properties);
    const unsigned bit_offset = at.u16(), precision = at.u16();
    return at.is_sound() && bit_offset == 0 && precision == 8 * size &&
           (size == 1 || size == 2 || size == 4 || size == 8);
}

}  // namespace

bool read_dataspace(std::string_view body, Hdf5Shape& shape) {
    Hdf5Cursor at(body);
    const unsigned version = at.u8();
    shape.rank = at.u8();
    at.skip(1);  // flags: largest sizes follow
    const bool is_empty = version == 2 && at.u8() == 2;
    if (version == 1) at.skip(5);
    if (version < 1 || version > 2 || shape.rank > most_dimensions) return false;
    shape.count = is_empty ? 0 : 1;
    for (std::size_t i = 0; i < shape.rank; ++i) {
        const std::uint64_t size = at.u64();
        constexpr std::uint64_t most = std::uint64_t{1} << 48;  // no file holds as many
        if (size != 0 && shape.count > most / size) return false;
        shape.count *= size;
    }
    return at.is_sound();
}

bool read_datatype(std::string_view body, Hdf5Type& type) {
    Hdf5Cursor at(body);
    const unsigned class_and_version = at.u8();
    const unsigned bits = at.u8();
    at.skip(2);
    type.size = at.u32();
    type.kind = Kind::other;
    if (!at.is_sound() || type.size == 0) return false;
    const std::string_view properties = body.substr(8);
    const bool is_little_endian = (bits & 1U) == 0;
    switch (class_and_version & 0xFU) {
        case whole_class:
            type.is_signed = (bits & 8U) != 0;
            if (is_little_endian && is_whole(properties, type.size)) type.kind = Kind::whole;
            break;
        case real_class:
            // Bit 6 marks the order of the VAX.
            if (is_little_endian && (bits & 0x40U) == 0 && is_ieee(properties, type.size))
                type.kind = Kind::real;
            break;
        case text_class:
            type.kind = Kind::text;
            break;
        case variable_class:
            if ((bits & 0xFU) == 1 && type.size == 16) type.kind = Kind::variable_text;
            break;
        default:
            break;
    }
    return true;
}

bool read_filters(std::string_view body, std::vector<std::uint16_t>& filters) {
    Hdf5Cursor at(body);
    const unsigned version = at.u8(), count = at.u8();
    if (version < 1 || version > 2) return false;
    if (version == 1) at.skip(6);
    for (unsigned i = 0; i < count && at.is_sound(); ++i) {
        constexpr std::uint16_t first_of_others = 256;  // those below have no name in version 2
        const std::uint16_t id = at.u16();
        const unsigned name = version == 1 || id >= first_of_others ? at.u16() : 0U;
        at.skip(2);  // flags
        const unsigned values = at.u16();
        at.skip(version == 1 ? (name + 7U) / 8U * 8U : name);
        at.skip(std::uint64_t{4} * (version == 1 ? (values + 1U) / 2U * 2U : values));
        filters.push_back(id);
    }
    return at.is_sound();
}

bool read_layout(std::string_view body, Hdf5Dataset& dataset) {
    using Layout = Hdf5Dataset::Layout;
    constexpr unsigned known_version = 3;
    Hdf5Cursor at(body);
    dataset.layout = Layout::other;
    if (at.u8() != known_version) return at.is_sound();
    switch (at.u8()) {
        case 0:
            dataset.kept = at.take(at.u16());
            dataset.layout = Layout::contiguous;
            dataset.address = hdf5_nowhere;
            break;
        case 1:
            dataset.address = at.u64();
            dataset.layout = dataset.address == hdf5_nowhere ? Layout::absent : Layout::contiguous;
            at.skip(8);  // bytes: they follow from shape and type too
            break;
        case 2: {
            const unsigned dimensions = at.u8();  // those of the shape and the bytes of an element
            if (dimensions < 2 || dimensions > most_dimensions + 1) return false;
            dataset.address = at.u64();
            dataset.layout = dataset.address == hdf5_nowhere ? Layout::absent : Layout::chunked;
            dataset.chunk_elements = at.u32();
            // Chunks of tables are not read.
            if (dimensions != 2) dataset.layout = Layout::other;
            break;
        }
        default:
            break;
    }
    return at.is_sound();
}

bool read_attribute(std::string_view body, Hdf5Attribute& attribute) {
    Hdf5Cursor at(body);
    const unsigned version = at.u8(), flags = at.u8();
    if (version < 1 || version > 3) return false;
    const unsigned name_size = at.u16(), type_size = at.u16(), shape_size = at.u16();
    if (version == 3) at.skip(1);  // character set
    const auto part = [&](unsigned size) {
        const std::string_view bytes = at.take(size);
        if (version == 1) at.align();
        return bytes;
    };
    std::string_view name = part(name_size);
    const std::string_view type = part(type_size), shape = part(shape_size);
    if (!at.is_sound()) return false;
    attribute.name = name.substr(0, name.find('\0'));
    attribute.raw = {};
    attribute.count = 0;
    if (version > 1 && (flags & 3U) != 0) return true;  // type or shape lie elsewhere
    Hdf5Shape found;
    if (!read_datatype(type, attribute.type) || !read_dataspace(shape, found)) return false;
    if (found.count > at.left() / attribute.type.size) return false;
    attribute.count = found.count;
    attribute.raw = at.take(found.count * attribute.type.size);
    return true;
}

}  // namespace sneddon
