// A table of a NanoSuite .mss: names with numbers, texts or tables below them, as the program's
// hash tables lie in its memory.
#pragma once

#include <string_view>
#include <vector>

namespace sneddon {

struct MssTable {
    struct Entry;
    std::vector<Entry> entries;  ///< sorted by name

    /// nullptr if there is none of that name.
    const MssTable* table(std::string_view name) const;
    /// NaN: none, or a sentinel (1e99 and more).
    double number(std::string_view name) const;
    /// Empty: none.
    std::string_view text(std::string_view name) const;

  private:
    const Entry* find(std::string_view name) const;
};

enum class MssEntryKind { table, number, text };

struct MssTable::Entry {
    std::string_view name;
    MssEntryKind kind = MssEntryKind::number;
    double number = 0;
    std::string_view text;
    MssTable table;
};

struct MssTableFound {
    MssTable table;
    std::string_view trouble;  ///< empty, or how it contradicts itself
};

/// `pages` are the bytes of the table stream after their head, unpacked; names and texts are views
/// of them. `root` is the place of the outermost table. Places are followed as they are, so that
/// what stands between two pages is never taken for a record.
MssTableFound read_mss_table(std::string_view pages, std::size_t root);

}  // namespace sneddon
