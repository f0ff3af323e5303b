#include "read/container/zip_file.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/encoding.hpp"
#include "read/container/inflate.hpp"
#include "read/container/little_endian.hpp"
#include "read/container/unpack_error.hpp"

namespace sneddon {
namespace {

using namespace std::string_view_literals;

// PKWARE's APPNOTE, 4.3: the end record, an entry of the directory, the head before each file.
constexpr std::string_view end_mark = "PK\x05\x06"sv, entry_mark = "PK\x01\x02"sv,
                           file_mark = "PK\x03\x04"sv;
constexpr std::size_t end_bytes = 22, entry_bytes = 46, file_bytes = 30;
constexpr std::uint16_t is_encrypted = 1, method_stored = 0, method_deflate = 8;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;

std::string inner(std::string_view archive, std::string_view name) {
    return fmt::format("{}/{}", archive, name);
}

ZipEntry entry_at(std::string_view bytes, std::size_t at) {
    ZipEntry entry;
    entry.flags = u16_at(bytes, at + 8);
    entry.method = u16_at(bytes, at + 10);
    entry.sum = u32_at(bytes, at + 16);
    entry.packed_bytes = u32_at(bytes, at + 20);
    entry.bytes = u32_at(bytes, at + 24);
    entry.offset = u32_at(bytes, at + 42);
    return entry;
}

// Two names over the same packed bytes: an archive of a few kB that unpacks for hours.
bool lie_over_each_other(const std::vector<ZipEntry>& entries, std::uint64_t directory_begin) {
    std::vector<const ZipEntry*> sorted;
    for (const ZipEntry& entry : entries) sorted.push_back(&entry);
    std::ranges::sort(sorted, {}, &ZipEntry::offset);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const std::uint64_t end = sorted[i]->offset + file_bytes + sorted[i]->packed_bytes;
        if (end > (i + 1 < sorted.size() ? sorted[i + 1]->offset : directory_begin)) return true;
    }
    return false;
}

std::string refusal_of(const ZipEntry& entry) {
    if ((entry.flags & is_encrypted) != 0) return "a file packed with a password";
    if (entry.method != method_stored && entry.method != method_deflate)
        return fmt::format("a file packed by method {}, not by deflate", entry.method);
    if (entry.packed_bytes == in_zip64 || entry.bytes == in_zip64 || entry.bytes > most_unpacked)
        return "a file that says it has more than 1 GiB";
    if (is_bomb(entry.packed_bytes, entry.bytes))
        return fmt::format("a file that says it has {} bytes in {} packed ones", entry.bytes,
                           entry.packed_bytes);
    return "";
}

}  // namespace

bool is_zip_file(std::string_view bytes) {
    return bytes.starts_with(file_mark) ||
           (bytes.starts_with(end_mark) && bytes.size() >= end_bytes);
}

Result<ZipDirectory> find_zip_directory(std::string_view tail, std::uint64_t tail_begin,
                                        std::string_view archive) {
    for (std::size_t at = tail.rfind(end_mark); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : tail.rfind(end_mark, at - 1)) {
        if (tail.size() - at < end_bytes) continue;
        if (u16_at(tail, at + 20) != tail.size() - at - end_bytes) continue;
        ZipDirectory found;
        found.entries = u16_at(tail, at + 10);
        found.bytes = u32_at(tail, at + 12);
        found.begin = u32_at(tail, at + 16);
        if (u16_at(tail, at + 4) != 0 || found.begin == in_zip64)
            return unpack_error(archive, "an archive in several parts, or of more than 4 GiB");
        if (found.begin + found.bytes != tail_begin + at)
            return unpack_error(
                archive, fmt::format("a directory of {} bytes at byte {} and its end at byte {}",
                                     found.bytes, found.begin, tail_begin + at));
        return found;
    }
    return unpack_error(archive, "a zip archive without its directory: its end is missing");
}

Result<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes,
                                                 const ZipDirectory& directory,
                                                 std::string_view archive) {
    std::vector<ZipEntry> entries;
    std::size_t at = 0;
    while (bytes.size() - at >= entry_bytes && bytes.substr(at).starts_with(entry_mark)) {
        const std::size_t name_bytes = u16_at(bytes, at + 28);
        const std::size_t rest = std::size_t{u16_at(bytes, at + 30)} + u16_at(bytes, at + 32);
        if (bytes.size() - at - entry_bytes < name_bytes + rest) break;
        entries.push_back(entry_at(bytes, at));
        entries.back().name = text_utf8(bytes.substr(at + entry_bytes, name_bytes));
        at += entry_bytes + name_bytes + rest;
    }
    if (at != bytes.size() || entries.size() != directory.entries)
        return unpack_error(archive, fmt::format("a directory that says {} files and names {}",
                                                 directory.entries, entries.size()));
    if (lie_over_each_other(entries, directory.begin))
        return unpack_error(archive, "files that lie over each other");
    return entries;
}

std::uint64_t most_bytes_of_entry(const ZipEntry& entry) {
    constexpr std::uint64_t longest_field = 65535;
    return file_bytes + 2 * longest_field + entry.packed_bytes;
}

Result<std::string> unpack_zip_entry(std::string_view bytes, const ZipEntry& entry,
                                     std::string_view archive) {
    const std::string where = inner(archive, entry.name);
    if (const std::string refusal = refusal_of(entry); !refusal.empty())
        return unpack_error(where, refusal);
    if (bytes.size() < file_bytes || !bytes.starts_with(file_mark))
        return unpack_error(where, "no file where the directory says that it begins");
    const std::size_t begin = file_bytes + u16_at(bytes, 26) + u16_at(bytes, 28);
    if (bytes.size() < begin || bytes.size() - begin < entry.packed_bytes)
        return unpack_error(where, "packed bytes that end before the file does");
    const auto packed = bytes.substr(begin, static_cast<std::size_t>(entry.packed_bytes));
    Inflated inflated;
    if (entry.method == method_stored) {
        inflated.bytes = std::string(packed);
    } else {
        inflated = inflate_bytes(packed, Packing::deflate, static_cast<std::size_t>(entry.bytes));
        if (inflated.end != InflateEnd::whole) return unpack_error(where, found_at_end(inflated));
    }
    if (inflated.bytes.size() != entry.bytes)
        return unpack_error(where, fmt::format("{} bytes where the directory says {}",
                                               inflated.bytes.size(), entry.bytes));
    if (crc32_of(inflated.bytes) != entry.sum)
        return unpack_error(where, "bytes that are not those that were packed (CRC-32)");
    return std::move(inflated.bytes);
}

Result<ZipFile> ZipFile::open(std::string_view bytes, std::string_view name) {
    const std::size_t tail_begin = bytes.size() - std::min(bytes.size(), zip_tail_bytes);
    const auto directory = find_zip_directory(bytes.substr(tail_begin), tail_begin, name);
    if (!directory) return directory.error();
    auto entries = read_zip_directory(bytes.substr(static_cast<std::size_t>(directory->begin),
                                                   static_cast<std::size_t>(directory->bytes)),
                                      *directory, name);
    if (!entries) return entries.error();
    ZipFile file(bytes, name);
    file.entries_ = std::move(entries).value();
    return file;
}

const ZipEntry* ZipFile::find(std::string_view name) const {
    const auto found = std::ranges::find(entries_, name, &ZipEntry::name);
    return found == entries_.end() ? nullptr : &*found;
}

Result<std::string> ZipFile::unpack(const ZipEntry& entry) const {
    return unpack_zip_entry(bytes_.substr(static_cast<std::size_t>(entry.offset)), entry, name_);
}

}  // namespace sneddon
