// A BIFF8 stream is a row of records: type, length, body.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

/// The records that are read, [MS-XLS] 2.3.
enum BiffType : std::uint16_t {
    biff_formula = 0x06,
    biff_end = 0x0A,
    biff_dates_1904 = 0x22,
    biff_password = 0x2F,
    biff_continue = 0x3C,
    biff_sheet = 0x85,
    biff_many_rk = 0xBD,
    biff_rich_label = 0xD6,
    biff_texts = 0xFC,
    biff_label_of_texts = 0xFD,
    biff_number = 0x203,
    biff_label = 0x204,
    biff_formula_text = 0x207,
    biff_rk = 0x27E,
    biff_begin = 0x809,
};

struct BiffRecord {
    std::uint16_t type = 0;
    std::string_view body;
};

class BiffRecords {
  public:
    BiffRecords(std::string_view stream, std::size_t begin, std::size_t end)
        : stream_(stream.substr(0, end)), position_(begin) {}

    /// Nothing at the end, and where a record would end behind it.
    std::optional<BiffRecord> next();
    /// The type of the next one, 0 at the end.
    std::uint16_t next_type() const;

  private:
    std::string_view stream_;
    std::size_t position_;
};

/// Longer texts are cut here: heads and labels are shorter, and cells may share one text.
inline constexpr std::size_t most_letters_of_cell = 128;

/// The table of texts (SST) with its continuations, which may begin inside a text.
/// Nothing where it ends before its last text.
std::optional<std::vector<std::string>> read_biff_texts(const std::vector<std::string_view>& parts);

/// A text with its number of letters before it, inside one record.
std::string biff_text(std::string_view body, std::size_t bytes_of_length);

/// A number in 32 bits.
double rk_number(std::uint32_t rk);

}  // namespace sneddon
