// Zip archives and gzip files made in the test, sound or with a lie in them.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <vector>

namespace sneddon::testing {

/// `window_bits`: -15 for the bare stream in a zip, 31 for gzip.
inline std::string deflated(const std::string& bytes, int window_bits) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

inline std::string gz_bytes(const std::string& bytes) {
    constexpr int gzip_window = 31;
    return deflated(bytes, gzip_window);
}

struct ZipPart {
    std::string name, bytes;
    bool is_stored = false;
    std::uint16_t flags = 0;
    std::uint32_t bytes_said = 0;  ///< 0: the truth
};

inline void put(std::string& to, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * i));
}

struct ZipLies {
    int entries_more = 0;
    bool are_overlapping = false;  ///< every name has the bytes of the first
};

inline std::string zip_bytes(const std::vector<ZipPart>& parts, ZipLies lies = {}) {
    constexpr int bare_window = -15;
    std::string file, directory;
    std::uint32_t first_offset = 0;
    for (const ZipPart& part : parts) {
        const std::string packed = part.is_stored ? part.bytes : deflated(part.bytes, bare_window);
        const auto offset =
            lies.are_overlapping ? first_offset : static_cast<std::uint32_t>(file.size());
        std::string common;
        put(common, 20, 2);
        put(common, part.flags, 2);
        put(common, part.is_stored ? 0 : 8, 2);
        put(common, 0, 4);  // clock and date
        put(common,
            static_cast<std::uint32_t>(
                crc32_z(0, reinterpret_cast<const Bytef*>(part.bytes.data()), part.bytes.size())),
            4);
        put(common, static_cast<std::uint32_t>(packed.size()), 4);
        put(common,
            part.bytes_said > 0 ? part.bytes_said : static_cast<std::uint32_t>(part.bytes.size()),
            4);
        put(common, static_cast<std::uint32_t>(part.name.size()), 2);
        put(common, 0, 2);
        file += "PK\x03\x04" + common + part.name + packed;
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        directory += common;
        put(directory, 0, 4);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, offset, 4);
        directory += part.name;
    }
    const auto entries =
        static_cast<std::uint32_t>(static_cast<int>(parts.size()) + lies.entries_more);
    const auto begin = static_cast<std::uint32_t>(file.size());
    file += directory + "PK\x05\x06";
    put(file, 0, 4);
    put(file, entries, 2);
    put(file, entries, 2);
    put(file, static_cast<std::uint32_t>(directory.size()), 4);
    put(file, begin, 4);
    put(file, 0, 2);
    return file;
}

}  // namespace sneddon::testing
