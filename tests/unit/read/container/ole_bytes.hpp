// Small compound files (OLE 2) made in the test, as an instrument's program writes them.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sneddon::testing {

inline std::string u16(std::uint32_t value) {
    return {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)};
}
inline std::string u32(std::uint32_t value) {
    return u16(value & 0xFFFF) + u16(value >> 16);
}
inline std::string f64(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    return u32(static_cast<std::uint32_t>(bits)) + u32(static_cast<std::uint32_t>(bits >> 32));
}
inline void put(std::string& bytes, std::size_t at, const std::string& value) {
    bytes.replace(at, value.size(), value);
}

inline constexpr std::uint32_t ole_end = 0xFFFFFFFE, ole_none = 0xFFFFFFFF, ole_table = 0xFFFFFFFD;
inline constexpr std::size_t ole_sector = 512, ole_mini_sector = 64, ole_cutoff = 4096;
inline constexpr std::size_t ole_tables_of_head = 109;

/// An entry of the directory.
inline std::string ole_entry(const std::string& name, char kind, std::uint32_t right,
                             std::uint32_t child, std::uint32_t first, std::size_t size) {
    std::string entry(128, '\0');
    for (std::size_t i = 0; i < name.size(); ++i) entry[2 * i] = name[i];
    put(entry, 64, u16(static_cast<std::uint32_t>(2 * name.size() + 2)));
    entry[66] = kind;
    put(entry, 68, u32(ole_none) + u32(right) + u32(child));
    put(entry, 116, u32(first) + u32(static_cast<std::uint32_t>(size)));
    return entry;
}

/// Sectors of one kind and the table that chains them.
class OleSectors {
  public:
    explicit OleSectors(std::size_t size) : size_(size) {}
    std::uint32_t add(const std::string& content) {
        const auto first = static_cast<std::uint32_t>(next.size());
        if (content.empty()) return ole_end;
        for (std::size_t at = 0; at < content.size(); at += size_) {
            bytes += content.substr(at, size_);
            bytes.resize((bytes.size() + size_ - 1) / size_ * size_);
            next.push_back(static_cast<std::uint32_t>(next.size()) + 1);
        }
        next.back() = ole_end;
        return first;
    }
    std::string table() const {
        std::string table;
        for (const std::uint32_t each : next) table += u32(each);
        return table;
    }
    std::string bytes;
    std::vector<std::uint32_t> next;

  private:
    std::size_t size_;
};

struct OleParts {
    std::string bytes;
    std::size_t directory_at = 0;  ///< byte where it begins
    std::size_t table_at = 0;      ///< byte where the table of sectors begins
};

/// Up to 15 MB. "Folder/stream" puts a stream below a folder that stands before it in the list with
/// a '/' at the end of its name; all others lie in the root.
inline OleParts ole_parts(const std::vector<std::pair<std::string, std::string>>& streams) {
    OleSectors large(ole_sector), small(ole_mini_sector);
    std::vector<std::uint32_t> firsts;
    for (const auto& [name, content] : streams)
        firsts.push_back(content.size() < ole_cutoff ? small.add(content) : large.add(content));
    const std::uint32_t mini = large.add(small.bytes);
    const std::uint32_t mini_table = large.add(small.table());
    std::string entries = ole_entry("Root Entry", 5, ole_none, 1, mini, small.bytes.size());
    for (std::size_t i = 0; i < streams.size(); ++i) {
        const auto& [name, content] = streams[i];
        const auto next = static_cast<std::uint32_t>(i) + 2;
        const bool is_last = i + 1 == streams.size();
        if (name.ends_with('/'))  // all that follow are in it
            entries += ole_entry(name.substr(0, name.size() - 1), 1, ole_none,
                                 is_last ? ole_none : next, 0, 0);
        else
            entries +=
                ole_entry(name, 2, is_last ? ole_none : next, ole_none, firsts[i], content.size());
    }
    const std::size_t directory_at = ole_sector + large.bytes.size();
    const std::uint32_t directory = large.add(entries);
    const std::size_t table_at = ole_sector + large.bytes.size();
    const std::size_t sectors = large.next.size();
    const std::size_t tables = sectors / (ole_sector / 4 - 1) + 1;
    const auto table = static_cast<std::uint32_t>(sectors);
    for (std::size_t i = 0; i < tables; ++i) large.next.push_back(ole_table);
    std::string table_bytes = large.table();
    table_bytes.resize(tables * ole_sector, '\xFF');
    std::string head("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    head.resize(ole_sector, '\0');
    put(head, 24, u16(0x3E) + u16(3) + u16(0xFFFE) + u16(9) + u16(6));
    put(head, 44, u32(static_cast<std::uint32_t>(tables)) + u32(directory));
    put(head, 56, u32(ole_cutoff) + u32(small.bytes.empty() ? ole_end : mini_table) + u32(1));
    const auto number_of = [&](std::size_t i) {
        return u32(i < tables ? table + static_cast<std::uint32_t>(i) : ole_none);
    };
    for (std::size_t i = 0; i < ole_tables_of_head; ++i) put(head, 76 + 4 * i, number_of(i));
    std::string list;  // of the tables that the head has no room for
    if (tables > ole_tables_of_head) {
        for (std::size_t i = 0; i < ole_sector / 4 - 1; ++i)
            list += number_of(ole_tables_of_head + i);
        list += u32(ole_end);
    }
    put(head, 68,
        u32(list.empty() ? ole_end : table + static_cast<std::uint32_t>(tables)) +
            u32(list.empty() ? 0 : 1));
    return {head + large.bytes + table_bytes + list, directory_at, table_at};
}

inline std::string ole_bytes(const std::vector<std::pair<std::string, std::string>>& streams) {
    return ole_parts(streams).bytes;
}

}  // namespace sneddon::testing
