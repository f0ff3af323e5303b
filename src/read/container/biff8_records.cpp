#include "read/container/biff8_records.hpp"

#include <algorithm>
#include <bit>

#include "base/encoding.hpp"
#include "read/container/little_endian.hpp"

namespace sneddon {
namespace {

constexpr std::size_t record_head = 4;
constexpr std::uint32_t is_wide = 1, has_others = 4, has_runs = 8;  // flags of a text
constexpr std::size_t bytes_of_run = 4;                             // of letters in one font

/// Letters of one or two bytes as UTF-16.
void add_letters(std::string_view letters, bool wide, std::string& utf16) {
    if (utf16.size() >= 2 * most_letters_of_cell) return;
    if (wide) {
        utf16 += letters.substr(0, 2 * most_letters_of_cell - utf16.size());
        return;
    }
    for (const char letter : letters.substr(0, most_letters_of_cell - utf16.size() / 2)) {
        utf16 += letter;
        utf16 += '\0';
    }
}

/// The bytes of several records as one.
class Parts {
  public:
    explicit Parts(const std::vector<std::string_view>& parts) : parts_(parts) { settle(); }

    /// Of the part that is read now; empty at the end.
    std::string_view rest() const {
        return part_ < parts_.size() ? parts_[part_].substr(position_) : std::string_view();
    }
    void take(std::size_t bytes) {
        position_ += bytes;
        settle();
    }
    bool skip(std::size_t bytes) {
        while (bytes > 0 && !rest().empty()) {
            const std::size_t here = std::min(bytes, rest().size());
            bytes -= here;
            take(here);
        }
        return bytes == 0;
    }

  private:
    void settle() {
        while (part_ < parts_.size() && position_ >= parts_[part_].size()) {
            ++part_;
            position_ = 0;
        }
    }
    const std::vector<std::string_view>& parts_;
    std::size_t part_ = 0, position_ = 0;
};

/// Letters that reach into the next record begin there with their flags again.
bool read_letters(Parts& parts, std::size_t letters, std::uint32_t flags, std::string& utf16) {
    std::size_t left_here = parts.rest().size();
    while (letters > 0) {
        if (left_here == 0) {
            if (parts.rest().empty()) return false;
            flags = byte_at(parts.rest(), 0);
            left_here = parts.rest().size() - 1;
            parts.take(1);
            if (left_here == 0) return false;
        }
        const std::size_t width = (flags & is_wide) != 0 ? 2 : 1;
        const std::size_t here = std::min(letters, left_here / width);
        if (here == 0) return false;
        add_letters(parts.rest().substr(0, here * width), width == 2, utf16);
        parts.take(here * width);
        left_here -= here * width;
        letters -= here;
    }
    return true;
}

bool read_text(Parts& parts, std::string& text) {
    const std::string_view head = parts.rest();
    if (head.size() < 3) return false;
    const std::size_t letters = u16_at(head, 0);
    const std::uint32_t flags = byte_at(head, 2);
    std::size_t behind = 0, length = 3;
    if ((flags & has_runs) != 0) {
        if (head.size() < length + 2) return false;
        behind += bytes_of_run * u16_at(head, length);
        length += 2;
    }
    if ((flags & has_others) != 0) {
        if (head.size() < length + 4) return false;
        behind += u32_at(head, length);
        length += 4;
    }
    const bool ends_here = head.size() == length;
    parts.take(length);
    std::string utf16;
    if (letters > 0 && ends_here) {
        // The letters begin in the next record, with flags of their own.
        if (parts.rest().empty()) return false;
        const std::uint32_t flags_there = byte_at(parts.rest(), 0);
        const bool is_last = parts.rest().size() == 1;
        parts.take(1);
        if (is_last || !read_letters(parts, letters, flags_there, utf16)) return false;
    } else if (!read_letters(parts, letters, flags, utf16)) {
        return false;
    }
    text = utf16_to_utf8(utf16, Encoding::utf16le);
    return parts.skip(behind);
}

}  // namespace

std::uint16_t BiffRecords::next_type() const {
    return position_ + record_head <= stream_.size() ? u16_at(stream_, position_)
                                                     : std::uint16_t{0};
}

std::optional<BiffRecord> BiffRecords::next() {
    if (position_ + record_head > stream_.size()) return std::nullopt;
    const std::size_t length = u16_at(stream_, position_ + 2);
    if (position_ + record_head + length > stream_.size()) return std::nullopt;
    const BiffRecord record{u16_at(stream_, position_),
                            stream_.substr(position_ + record_head, length)};
    position_ += record_head + length;
    return record;
}

std::optional<std::vector<std::string>> read_biff_texts(
    const std::vector<std::string_view>& records) {
    constexpr std::size_t counts = 8;  // bytes: of all cells with texts, of the texts
    if (records.empty() || records[0].size() < counts) return std::nullopt;
    const std::uint32_t count = u32_at(records[0], 4);
    std::vector<std::string_view> bodies = records;
    bodies[0].remove_prefix(counts);
    Parts parts(bodies);
    std::vector<std::string> texts;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string text;
        if (!read_text(parts, text)) return std::nullopt;
        texts.push_back(std::move(text));
    }
    return texts;
}

std::string biff_text(std::string_view body, std::size_t bytes_of_length) {
    if (body.size() < bytes_of_length + 1) return "";
    const std::size_t letters = bytes_of_length == 1 ? byte_at(body, 0) : u16_at(body, 0);
    const std::uint32_t flags = byte_at(body, bytes_of_length);
    std::size_t begin = bytes_of_length + 1;
    if ((flags & has_runs) != 0) begin += 2;
    if ((flags & has_others) != 0) begin += 4;
    if (begin > body.size()) return "";
    const bool wide = (flags & is_wide) != 0;
    std::string utf16;
    add_letters(body.substr(begin, letters * (wide ? 2 : 1)), wide, utf16);
    return utf16_to_utf8(utf16, Encoding::utf16le);
}

double rk_number(std::uint32_t rk) {
    constexpr std::uint32_t is_hundredfold = 1, is_integer = 2;
    double value = 0;
    if ((rk & is_integer) != 0)
        value = std::bit_cast<std::int32_t>(rk) >> 2;
    else
        value = std::bit_cast<double>(std::uint64_t{rk & ~(is_hundredfold | is_integer)} << 32);
    return (rk & is_hundredfold) != 0 ? value / 100 : value;  // by the format
}

}  // namespace sneddon
