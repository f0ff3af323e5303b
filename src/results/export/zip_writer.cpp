#include "results/export/zip_writer.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace sneddon {
namespace {

constexpr std::uint64_t largest = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint16_t version_2_0 = 20, deflated = 8, named_in_utf8 = 1 << 11;
/// 1 January 1980, midnight: the first moment that the format knows.
constexpr std::uint16_t time_of_day = 0, date = 0x21;
constexpr std::streamoff sizes_offset = 14;  ///< in the header in front of an entry

/// Little-endian, as all of a zip archive.
template <class Unsigned>
void put(std::string& bytes, std::uint64_t value) {
    for (std::size_t i = 0; i < sizeof(Unsigned); ++i)
        bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
}

/// What the header of an entry and its line of the directory have in common.
std::string kind_of_entry() {
    std::string bytes;
    for (const std::uint16_t value : {version_2_0, named_in_utf8, deflated, time_of_day, date})
        put<std::uint16_t>(bytes, value);
    return bytes;
}

}  // namespace

struct ZipWriter::Packer {
    Packer() { deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY); }
    ~Packer() { deflateEnd(&stream); }
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;
    z_stream stream = {};
};

ZipWriter::ZipWriter(std::ostream& out) : out_(out) {}
ZipWriter::~ZipWriter() = default;

std::string ZipWriter::sizes_of(const Entry& entry) {
    std::string bytes;
    put<std::uint32_t>(bytes, entry.sum);
    put<std::uint32_t>(bytes, entry.packed_bytes);
    put<std::uint32_t>(bytes, entry.bytes);
    return bytes;
}

void ZipWriter::begin(const std::string& name) {
    end();
    Entry entry;
    entry.name = name;
    entry.offset = at_;
    std::string header = "PK\x03\x04" + kind_of_entry() + sizes_of(entry);
    put<std::uint16_t>(header, name.size());
    put<std::uint16_t>(header, 0);
    header += name;
    out_ << header;
    at_ += header.size();
    entries_.push_back(std::move(entry));
    packer_ = std::make_unique<Packer>();
}

void ZipWriter::write(std::string_view bytes) {
    constexpr std::size_t piece = std::size_t{1} << 30;  // zlib counts with 32 bits
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size())))
        pack(bytes.substr(0, piece), Z_NO_FLUSH);
}

void ZipWriter::pack(std::string_view bytes, int how) {
    Entry& entry = entries_.back();
    z_stream& stream = packer_->stream;
    // zlib reads through a pointer that is not const and changes nothing there.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    entry.bytes += bytes.size();
    if (!bytes.empty())
        entry.sum = static_cast<std::uint32_t>(crc32(entry.sum, stream.next_in, stream.avail_in));
    std::array<char, 1 << 16> packed{};
    do {
        stream.next_out = reinterpret_cast<Bytef*>(packed.data());
        stream.avail_out = static_cast<uInt>(packed.size());
        deflate(&stream, how);
        const std::size_t n = packed.size() - stream.avail_out;
        out_.write(packed.data(), static_cast<std::streamsize>(n));
        entry.packed_bytes += n;
    } while (stream.avail_out == 0);
}

void ZipWriter::end() {
    if (!packer_) return;
    pack({}, Z_FINISH);
    packer_.reset();
    const Entry& entry = entries_.back();
    at_ += entry.packed_bytes;
    out_.seekp(static_cast<std::streamoff>(entry.offset) + sizes_offset);
    out_ << sizes_of(entry);
    out_.seekp(static_cast<std::streamoff>(at_));
}

bool ZipWriter::finish() {
    end();
    std::string directory;
    for (const Entry& entry : entries_) {
        directory += "PK\x01\x02";
        put<std::uint16_t>(directory, version_2_0);
        directory += kind_of_entry() + sizes_of(entry);
        put<std::uint16_t>(directory, entry.name.size());
        directory.append(12, '\0');  // no extra field, no comment, one disk, no attributes
        put<std::uint32_t>(directory, entry.offset);
        directory += entry.name;
    }
    std::string tail = "PK\x05\x06";
    put<std::uint32_t>(tail, 0);
    for (int i = 0; i < 2; ++i) put<std::uint16_t>(tail, entries_.size());
    put<std::uint32_t>(tail, directory.size());
    put<std::uint32_t>(tail, at_);
    put<std::uint16_t>(tail, 0);
    out_ << directory << tail;
    return at_ <= largest &&
           std::ranges::all_of(entries_, [](const Entry& entry) { return entry.bytes <= largest; });
}

}  // namespace sneddon
