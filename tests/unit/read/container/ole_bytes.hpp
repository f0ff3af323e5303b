// Small compound files (OLE 2) made in the test, as an instrument's program writes them.
#pragma once

#include <algorithm>
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

/// What the directory holds: numbers of entries, of which the root is 0.
struct OleNode {
    std::string name;
    char kind = 2;  ///< 1: a folder, 2: a stream
    std::uint32_t right = ole_none, child = ole_none;
    std::string content = {};
};
using OleStreams = std::vector<std::pair<std::string, std::string>>;

/// "Folder/" puts all that follow into it.
inline std::vector<OleNode> ole_row(const OleStreams& streams) {
    std::vector<OleNode> nodes;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        const auto& [name, content] = streams[i];
        const auto next = i + 1 == streams.size() ? ole_none : static_cast<std::uint32_t>(i) + 2;
        if (name.ends_with('/'))
            nodes.push_back({name.substr(0, name.size() - 1), 1, ole_none, next});
        else
            nodes.push_back({name, 2, next, ole_none, content});
    }
    return nodes;
}

/// "a/b" is the stream b in the folder a, wherever in the list it stands.
inline std::vector<OleNode> ole_tree(const OleStreams& streams) {
    std::vector<OleNode> nodes;
    std::vector<std::string> paths;  // of the nodes
    const auto add = [&](const std::string& path, OleNode node, std::uint32_t& first) {
        std::uint32_t number = 0;
        for (std::uint32_t i = 0; i < paths.size(); ++i)
            if (paths[i] == path) number = i + 1;
        if (number != 0) return number;
        node.right = first;
        first = static_cast<std::uint32_t>(nodes.size()) + 1;
        nodes.push_back(std::move(node));
        paths.push_back(path);
        return first;
    };
    std::uint32_t of_root = ole_none;
    for (const auto& [path, content] : streams) {
        std::uint32_t folder = 0;
        for (std::size_t begin = 0; begin <= path.size();) {
            const std::size_t end = std::min(path.find('/', begin), path.size());
            const bool is_stream = end == path.size();
            OleNode node{path.substr(begin, end - begin), is_stream ? '\2' : '\1'};
            if (is_stream) node.content = content;
            std::uint32_t first = folder == 0 ? of_root : nodes[folder - 1].child;
            const std::uint32_t number = add(path.substr(0, end), node, first);
            (folder == 0 ? of_root : nodes[folder - 1].child) = first;
            folder = number;
            begin = end + 1;
        }
    }
    // The entry of the root points to the first node: the last one that was added to it.
    if (of_root != ole_none && of_root != 1) {
        const auto other = [&](std::uint32_t number) {
            return number == 1 ? of_root : number == of_root ? 1 : number;
        };
        std::swap(nodes[0], nodes[of_root - 1]);
        for (OleNode& node : nodes) {
            node.right = other(node.right);
            node.child = other(node.child);
        }
    }
    return nodes;
}

/// Up to 15 MB. The first node is a child of the root.
inline OleParts ole_parts_of(const std::vector<OleNode>& nodes) {
    OleSectors large(ole_sector), small(ole_mini_sector);
    std::vector<std::uint32_t> firsts;
    for (const OleNode& node : nodes)
        firsts.push_back(node.content.size() < ole_cutoff ? small.add(node.content)
                                                          : large.add(node.content));
    const std::uint32_t mini = large.add(small.bytes);
    const std::uint32_t mini_table = large.add(small.table());
    std::string entries = ole_entry("Root Entry", 5, ole_none, 1, mini, small.bytes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        entries += ole_entry(nodes[i].name, nodes[i].kind, nodes[i].right, nodes[i].child,
                             nodes[i].kind == 1 ? 0 : firsts[i], nodes[i].content.size());
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

inline OleParts ole_parts(const OleStreams& streams) {
    return ole_parts_of(ole_row(streams));
}
inline std::string ole_bytes(const OleStreams& streams) {
    return ole_parts(streams).bytes;
}

}  // namespace sneddon::testing
