// Small HDF5 files made in the test, as h5py writes them: superblock 0, groups as trees of names.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace sneddon::testing {

inline std::string little(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i)  // an address may be longer than a number
        text += i < 8 ? static_cast<char>(value >> (8 * i) & 0xFF) : '\0';
    return text;
}
inline std::string padded8(std::string bytes) {
    bytes.resize((bytes.size() + 7) / 8 * 8);
    return bytes;
}

/// Datatype messages.
inline std::string whole_type(int bytes, bool is_signed = true) {
    return little(0x10, 1) + little(is_signed ? 8 : 0, 3) +
           little(static_cast<unsigned>(bytes), 4) + little(0, 2) +
           little(static_cast<unsigned>(8 * bytes), 2);
}
inline std::string real_type() {
    return little(0x11, 1) + little(0x3F20, 3) + little(8, 4) + little(0, 2) + little(64, 2) +
           little(52, 1) + little(11, 1) + little(0, 1) + little(52, 1) + little(1023, 4);
}
inline std::string text_type(std::size_t bytes) {
    return little(0x13, 1) + little(1, 3) + little(bytes, 4);
}
inline std::string variable_text_type() {
    return little(0x19, 1) + little(1, 3) + little(16, 4) + text_type(1);
}

inline std::string raw_of(const std::vector<double>& values) {
    std::string raw;
    for (const double value : values) raw += little(std::bit_cast<std::uint64_t>(value), 8);
    return raw;
}

struct Hdf5Member;

struct Hdf5Item {
    struct Attribute {
        std::string name, type, raw;
        bool is_in_heap = false;  ///< `raw` is a text that lies elsewhere
    };
    std::vector<Attribute> attributes;
    // a group
    std::vector<Hdf5Member> members;
    // a dataset
    std::string type, raw;  ///< of its chunks, one after the other
    std::uint64_t count = 0, chunk = 0;
    std::vector<std::size_t> chunk_bytes;
    std::vector<int> filters;
};
struct Hdf5Member {
    std::string name;
    Hdf5Item item;
};

inline Hdf5Item::Attribute text_attribute(const std::string& name, const std::string& text) {
    return {name, text_type(text.size()), text};
}
inline Hdf5Item::Attribute heap_attribute(const std::string& name, const std::string& text) {
    return {name, variable_text_type(), text, true};
}
inline Hdf5Item::Attribute real_attribute(const std::string& name, double value) {
    return {name, real_type(), raw_of({value})};
}

inline Hdf5Item reals(const std::vector<double>& values) {
    Hdf5Item item;
    item.type = real_type();
    item.raw = raw_of(values);
    item.count = values.size();
    return item;
}

class Hdf5Bytes {
  public:
    static std::string of(const Hdf5Item& root) {
        Hdf5Bytes file;
        file.bytes_.assign(96, '\0');
        const std::uint64_t head = file.add_item(root);
        const std::uint64_t end = file.bytes_.size();
        const std::string superblock = std::string("\x89HDF\r\n\x1a\n", 8) + little(0, 5) +
                                       little(8, 1) + little(8, 1) + little(0, 1) + little(4, 2) +
                                       little(16, 2) + little(0, 4) + little(0, 8) +
                                       little(nowhere, 8) + little(end, 8) + little(nowhere, 8) +
                                       little(0, 8) + little(head, 8) + little(0, 24);
        return file.bytes_.replace(0, superblock.size(), superblock);
    }

  private:
    static constexpr std::uint64_t nowhere = 0xFFFFFFFFFFFFFFFF;

    std::uint64_t add(const std::string& block) {
        bytes_ = padded8(bytes_);
        const std::uint64_t address = bytes_.size();
        bytes_ += block;
        return address;
    }
    static std::string message(unsigned type, const std::string& body) {
        const std::string padded = padded8(body);
        return little(type, 2) + little(padded.size(), 2) + little(0, 4) + padded;
    }
    static std::string scalar() { return little(1, 1) + little(0, 7); }
    static std::string shape(std::uint64_t count) {
        return little(1, 1) + little(1, 1) + little(0, 6) + little(count, 8);
    }
    std::uint64_t add_heap(const std::string& text) {
        const std::string object = little(1, 2) + little(1, 6) + little(text.size(), 8) + text;
        return add(std::string("GCOL\1\0\0\0", 8) + little(16 + padded8(object).size() + 16, 8) +
                   padded8(object) + little(0, 16));
    }
    std::string attribute(const Hdf5Item::Attribute& given) {
        std::string raw = given.raw;
        if (given.is_in_heap)
            raw = little(given.raw.size(), 4) + little(add_heap(given.raw), 8) + little(1, 4);
        const std::string name = given.name + '\0';
        return message(0x0C, little(1, 2) + little(name.size(), 2) + little(given.type.size(), 2) +
                                 little(scalar().size(), 2) + padded8(name) + padded8(given.type) +
                                 scalar() + raw);
    }
    std::string group(const Hdf5Item& item) {
        std::string names(8, '\0'), entries;
        for (const auto& [name, member] : item.members) {
            entries += little(names.size(), 8) + little(add_item(member), 8) + little(0, 24);
            names += padded8(name + '\0');
        }
        const std::uint64_t leaf =
            add(std::string("SNOD\1\0", 6) + little(item.members.size(), 2) + entries);
        const std::uint64_t tree =
            add("TREE" + little(0, 2) + little(1, 2) + little(nowhere, 8) + little(nowhere, 8) +
                little(0, 8) + little(leaf, 8) + little(0, 8));
        const std::uint64_t place = add(names);
        const std::uint64_t heap =
            add("HEAP" + little(0, 4) + little(names.size(), 8) + little(1, 8) + little(place, 8));
        return message(0x11, little(tree, 8) + little(heap, 8));
    }
    std::string chunks(const Hdf5Item& item) {
        const std::uint64_t data = add(item.raw);
        std::string entries;
        std::uint64_t at = data, first = 0;
        for (const std::size_t bytes : item.chunk_bytes) {
            entries +=
                little(bytes, 4) + little(0, 4) + little(first, 8) + little(0, 8) + little(at, 8);
            at += bytes;
            first += item.chunk;
        }
        const std::uint64_t tree =
            add("TREE" + little(1, 2) + little(item.chunk_bytes.size(), 2) + little(nowhere, 8) +
                little(nowhere, 8) + entries + little(0, 24));
        return message(0x08, little(3, 1) + little(2, 1) + little(2, 1) + little(tree, 8) +
                                 little(item.chunk, 4) + little(8, 4));
    }
    std::string dataset(const Hdf5Item& item) {
        std::string messages = message(0x01, shape(item.count)) + message(0x03, item.type);
        if (!item.filters.empty()) {
            std::string pipeline = little(1, 1) + little(item.filters.size(), 7);
            for (const int filter : item.filters)
                pipeline += little(static_cast<unsigned>(filter), 2) + little(0, 6);
            messages += message(0x0B, pipeline);
        }
        if (item.chunk > 0) return messages + chunks(item);
        return messages + message(0x08, little(3, 1) + little(1, 1) + little(add(item.raw), 8) +
                                            little(item.raw.size(), 8));
    }
    std::uint64_t add_item(const Hdf5Item& item) {
        std::string messages = item.type.empty() ? group(item) : dataset(item);
        for (const auto& given : item.attributes) messages += attribute(given);
        return add(little(1, 2) + little(1 + item.attributes.size(), 2) + little(1, 4) +
                   little(messages.size(), 4) + little(0, 4) + messages);
    }

    std::string bytes_;
};

}  // namespace sneddon::testing
