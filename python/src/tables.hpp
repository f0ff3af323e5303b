// A table of columns that Python and Arrow see without a copy.
#pragma once

#include <memory>

#include "bindings.hpp"
#include "sneddon/results/written_tests.hpp"

namespace sneddon::python {

/// Never changed once it is made: views and streams share it.
using SharedTable = std::shared_ptr<const TestsTable>;

/// The capsule "arrow_array_stream" of the Arrow C stream interface
/// (arrow.apache.org/docs/format/CStreamInterface.html): one batch, a struct of the columns.
/// Numbers are float64 in the table's own memory, null where it has NaN; texts are utf8. The
/// metadata of a field holds its unit.
nb::capsule arrow_stream(const SharedTable& table);

}  // namespace sneddon::python
