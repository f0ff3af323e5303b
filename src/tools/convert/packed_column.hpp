// Columns of an archive, packed by several threads.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "read/hdf5/decimal_column.hpp"
#include "tools/convert/hdf5_writer.hpp"

namespace sneddon {

/// Values of several tests, one after the other, without a copy of them all.
using ScatteredColumn = std::vector<std::span<const double>>;

/// How a column is stored: with the fewest decimals that hold all of its values.
ColumnCode code_of(const ScatteredColumn& values);

PackedColumn packed(const ScatteredColumn& values, const ColumnCode& code, unsigned threads);
PackedColumn packed(std::span<const std::int64_t> values);
PackedColumn packed(std::span<const double> values);
PackedColumn packed(std::string_view bytes);

}  // namespace sneddon
