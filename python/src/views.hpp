// Columns of the engine as NumPy arrays that share its memory.
#pragma once

#include <nanobind/ndarray.h>

#include <span>
#include <vector>

#include "bindings.hpp"

namespace sneddon::python {

/// Read-only; the shape is (points,).
using ColumnView = nb::ndarray<nb::numpy, const double, nb::ndim<1>>;

/// No copy: `owner`, which holds `values`, lives as long as the array.
inline ColumnView view_of(const std::vector<double>& values, nb::handle owner) {
    const std::size_t shape[] = {values.size()};
    return {values.data(), 1, shape, owner};
}

/// What a caller's array must be: 64-bit floats in one row, side by side.
using ColumnArgument = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

inline std::span<const double> span_of(const ColumnArgument& column) {
    return {column.data(), column.size()};
}

}  // namespace sneddon::python
