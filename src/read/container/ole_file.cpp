#include "read/container/ole_file.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "read/container/little_endian.hpp"
#include "read/container/ole_folders.hpp"

namespace sneddon {
namespace {

using namespace std::string_view_literals;

// Places in the head, [MS-CFB] 2.2.
constexpr std::size_t head_size = 512;
constexpr std::size_t sector_shift_at = 30, first_directory_at = 48, cutoff_at = 56;
constexpr std::size_t first_mini_table_at = 60, first_table_list_at = 68, table_list_at = 76;
constexpr std::size_t mini_sector_size = 64;
constexpr std::uint32_t last_sector_number = 0xFFFFFFFA;  // above it: end of a chain, free, ...
constexpr std::uint32_t end_of_chain = 0xFFFFFFFE;

}  // namespace

bool is_ole_file(std::string_view bytes) {
    return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
}

Error OleFile::broken(std::string_view what) const {
    return {"SND-R033", name_, fmt::format("a compound file (OLE 2) {}", what), "a whole file",
            "copy or export the file again: it was cut off or damaged"};
}

// The head has the room of one sector; the last sector may be cut.
std::size_t OleFile::sector_count() const {
    if (bytes_.size() <= sector_size_) return 0;
    return (bytes_.size() - 1) / sector_size_;
}

std::string_view OleFile::sector(std::uint32_t index) const {
    return bytes_.substr((std::size_t{index} + 1) * sector_size_, sector_size_);
}

std::optional<Error> OleFile::read_head() {
    if (!is_ole_file(bytes_) || bytes_.size() < head_size) return broken("that ends in its head");
    const auto shift = u16_at(bytes_, sector_shift_at);
    if (shift != 9 && shift != 12) return broken("in sectors of an unknown size");
    sector_size_ = std::size_t{1} << shift;
    smallest_large_stream_ = u32_at(bytes_, cutoff_at);
    if (sector_count() == 0) return broken("that ends in its head");
    return std::nullopt;
}

// The numbers of the sectors of the table stand in the head, the rest in a chain of lists.
std::optional<Error> OleFile::read_sector_table() {
    const std::size_t sectors = sector_count();
    const auto add = [&](std::string_view list) -> std::optional<Error> {
        for (std::size_t at = 0; at + 4 <= list.size() && next_sector_.size() < sectors; at += 4) {
            const std::uint32_t number = u32_at(list, at);
            if (number > last_sector_number) continue;
            if (number >= sectors) return broken("whose table of sectors lies behind its end");
            const std::string_view part = sector(number);
            for (std::size_t i = 0; i + 4 <= part.size(); i += 4)
                next_sector_.push_back(u32_at(part, i));
        }
        return std::nullopt;
    };
    if (auto error = add(bytes_.substr(table_list_at, head_size - table_list_at))) return error;
    std::uint32_t list = u32_at(bytes_, first_table_list_at);
    for (std::size_t seen = 0; list <= last_sector_number && next_sector_.size() < sectors;
         ++seen) {
        if (list >= sectors || sector(list).size() < sector_size_)
            return broken("whose list of tables lies behind its end");
        if (seen > sectors) return broken("whose list of tables runs in a circle");
        const std::string_view part = sector(list);
        if (auto error = add(part.substr(0, sector_size_ - 4))) return error;
        list = u32_at(part, sector_size_ - 4);
    }
    return std::nullopt;
}

// What more than `most` sectors a chain has is not looked at: many short streams of one long chain
// would cost more than the file.
Result<OleFile::Chain> OleFile::chain(const Chain& table, std::uint32_t first,
                                      std::uint64_t most) const {
    Chain found;
    std::uint32_t at = first;
    for (; at != end_of_chain && found.size() < most; at = table[at]) {
        if (at >= table.size()) return broken("with a chain of sectors that leads nowhere");
        found.push_back(at);
    }
    if (at == end_of_chain) return found;  // as no circle does
    Chain sorted = found;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end())
        return broken("with a chain of sectors in a circle");
    return found;
}

Result<std::string> OleFile::read_sectors(std::uint32_t first, std::uint64_t most_bytes) const {
    const std::uint64_t all = next_sector_.size() + 1;  // one more: a circle of all of them
    const auto sectors = chain(next_sector_, first, std::min(all, most_bytes / sector_size_ + 1));
    if (!sectors) return sectors.error();
    std::string content;
    for (const std::uint32_t number : *sectors) {
        if (content.size() >= most_bytes) break;
        if (number >= sector_count()) return broken("that ends before one of its streams");
        content += sector(number);
    }
    if (content.size() > most_bytes) content.resize(static_cast<std::size_t>(most_bytes));
    return content;
}

std::optional<Error> OleFile::read_mini_sectors(const OleStream& root) {
    const std::uint32_t first = u32_at(bytes_, first_mini_table_at);
    if (first > last_sector_number || root.size == 0) return std::nullopt;
    const auto table = read_sectors(first, bytes_.size());
    if (!table) return table.error();
    for (std::size_t i = 0; i + 4 <= table->size(); i += 4)
        next_mini_sector_.push_back(u32_at(*table, i));
    auto content = read_sectors(root.first, root.size);
    if (!content) return content.error();
    mini_sectors_ = std::move(content).value();
    return std::nullopt;
}

Result<OleFile> OleFile::open(std::string_view bytes, std::string_view name) {
    OleFile file(bytes, name);
    if (auto error = file.read_head()) return *error;
    if (auto error = file.read_sector_table()) return *error;
    const auto entries = file.read_sectors(u32_at(bytes, first_directory_at), bytes.size());
    if (!entries) return entries.error();
    OleFolders folders = read_ole_folders(*entries);
    if (!folders.trouble.empty()) return file.broken(folders.trouble);
    file.streams_ = std::move(folders.streams);
    if (auto error = file.read_mini_sectors(folders.root)) return *error;
    return file;
}

const OleStream* OleFile::find(std::string_view path) const {
    const auto found = std::ranges::find(streams_, path, &OleStream::path);
    return found == streams_.end() ? nullptr : &*found;
}

Result<std::string> OleFile::read(const OleStream& stream) const {
    if (stream.size == 0) return std::string();
    if (stream.size > bytes_.size())
        return broken(fmt::format("of {} bytes whose stream '{}' declares {}", bytes_.size(),
                                  stream.path, stream.size));
    std::string content;
    if (stream.size >= smallest_large_stream_) {
        auto large = read_sectors(stream.first, stream.size);
        if (!large) return large.error();
        content = std::move(large).value();
    } else {
        const auto sectors =
            chain(next_mini_sector_, stream.first, stream.size / mini_sector_size + 1);
        if (!sectors) return sectors.error();
        for (const std::size_t number : *sectors) {
            if (content.size() >= stream.size) break;
            const std::size_t begin = number * mini_sector_size;
            if (begin >= mini_sectors_.size()) return broken("that ends before its small streams");
            content.append(mini_sectors_, begin, mini_sector_size);
        }
        content.resize(std::min(content.size(), static_cast<std::size_t>(stream.size)));
    }
    if (content.size() < stream.size)
        return broken(fmt::format("with {} of the {} bytes of its stream '{}'", content.size(),
                                  stream.size, stream.path));
    return content;
}

}  // namespace sneddon
