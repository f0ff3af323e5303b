#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/container/biff8.hpp"

namespace sneddon {

/// Longer texts are cut here, as those of .xls are: heads and labels are shorter, and many cells
/// may share one text.
inline constexpr std::size_t most_bytes_of_text = 512;

/// The cells of the XML of a sheet. Empty: nothing wrong; else what is, with the byte where.
std::string read_xlsx_cells(std::string_view xml, std::size_t shared_texts, XlsCells& found);

/// Texts behind each other: an empty one costs four bytes, so that a table of millions of them is
/// no larger than its XML.
class XlsxTexts {
  public:
    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t i) const;
    void add(std::string_view text);

  private:
    std::string all_;
    std::vector<std::uint32_t> ends_;
};

/// The shared texts. Empty: nothing wrong.
std::string read_xlsx_texts(std::string_view xml, XlsxTexts& texts);

}  // namespace sneddon
