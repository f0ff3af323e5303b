#include "read/kla/mss_table.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

#include "base/nan.hpp"
#include "read/container/little_endian.hpp"
#include "read/text/table_body.hpp"

namespace sneddon {
namespace {

// A record: u32 of bytes, these four included. A table: one with u32 of slots, u32 of its logarithm
// to base 2, and the slots: u32 each of kind, hash of the name, place of the name, value.
constexpr std::size_t record_head = 4, table_head = 12, slot_size = 16;
constexpr std::uint32_t free_slot = 0, deleted_slot = 1, kind_table = 2, kind_number = 3,
                        kind_integer = 4, kind_text = 6;
constexpr std::size_t deepest = 6;  // of NanoSuite: 2
constexpr std::size_t longest_name = 128;

/// What stands before the first zero: behind it is what the memory held before.
std::string_view text_of(std::string_view record) {
    return record.substr(0, record.find('\0'));
}

class Reader {
  public:
    explicit Reader(std::string_view pages)
        : pages_(pages), slots_left_(pages.size() / slot_size) {}

    std::string_view trouble() const { return trouble_; }

    MssTable read(std::size_t place, std::size_t depth) {
        MssTable table;
        const auto body = record(place);
        if (!body || body->size() < table_head - record_head) {
            fail("with a table that leads nowhere");
            return table;
        }
        const std::size_t slots = u32_at(*body, 0);
        // Tables that lie one upon the other would make more of the bytes than they are.
        if (slots > slots_left_ || depth > deepest ||
            slots * slot_size > body->size() - (table_head - record_head)) {
            fail("with tables that do not fit into it");
            return table;
        }
        slots_left_ -= slots;
        for (std::size_t i = 0; i < slots && trouble_.empty(); ++i)
            add(body->substr(table_head - record_head + i * slot_size, slot_size), depth, table);
        std::ranges::sort(table.entries, {}, &MssTable::Entry::name);
        return table;
    }

  private:
    std::optional<std::string_view> record(std::size_t place) const {
        if (place > pages_.size() || pages_.size() - place < record_head) return std::nullopt;
        const std::size_t size = u32_at(pages_, place);
        if (size < record_head || size > pages_.size() - place) return std::nullopt;
        return pages_.substr(place + record_head, size - record_head);
    }

    void add(std::string_view slot, std::size_t depth, MssTable& table) {
        const std::uint32_t kind = u32_at(slot, 0), value = u32_at(slot, 12);
        if (kind == free_slot || kind == deleted_slot) return;
        const auto name = record(u32_at(slot, 8));
        if (!name) return fail("with a name that leads nowhere");
        MssTable::Entry entry;
        entry.name = text_of(*name).substr(0, longest_name);
        if (kind == kind_table) {
            entry.kind = MssEntryKind::table;
            entry.table = read(value, depth + 1);
        } else if (kind == kind_integer) {
            entry.number = std::bit_cast<std::int32_t>(value);
        } else if (kind == kind_number || kind == kind_text) {
            const auto body = record(value);
            if (!body || (kind == kind_number && body->size() < 8))
                return fail("with a value that leads nowhere");
            entry.kind = kind == kind_text ? MssEntryKind::text : MssEntryKind::number;
            if (kind == kind_text)
                entry.text = text_of(*body);
            else
                entry.number = f64_at(*body, 0);
        } else {
            return fail("with an entry of an unknown kind");
        }
        table.entries.push_back(std::move(entry));
    }

    void fail(std::string_view what) {
        if (trouble_.empty()) trouble_ = what;
    }

    std::string_view pages_;
    std::size_t slots_left_;
    std::string_view trouble_;
};

}  // namespace

const MssTable::Entry* MssTable::find(std::string_view name) const {
    const auto found = std::ranges::lower_bound(entries, name, {}, &Entry::name);
    return found == entries.end() || found->name != name ? nullptr : &*found;
}

const MssTable* MssTable::table(std::string_view name) const {
    const Entry* entry = find(name);
    return entry == nullptr || entry->kind != MssEntryKind::table ? nullptr : &entry->table;
}

double MssTable::number(std::string_view name) const {
    const Entry* entry = find(name);
    if (entry == nullptr || entry->kind != MssEntryKind::number) return nan;
    const bool is_value = std::isfinite(entry->number) && std::abs(entry->number) < no_value_from;
    return is_value ? entry->number : nan;
}

std::string_view MssTable::text(std::string_view name) const {
    const Entry* entry = find(name);
    return entry == nullptr || entry->kind != MssEntryKind::text ? "" : entry->text;
}

MssTableFound read_mss_table(std::string_view pages, std::size_t root) {
    Reader reader(pages);
    MssTableFound found;
    found.table = reader.read(root, 0);
    found.trouble = reader.trouble();
    return found;
}

}  // namespace sneddon
