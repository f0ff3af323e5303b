// A table as an Arrow IPC file (arrow.apache.org/docs/format/Columnar.html, "IPC File Format",
// metadata V5), also known as Feather version 2.
#pragma once

#include <iosfwd>
#include <string>

#include "results/export/shown_table.hpp"

namespace sneddon {

/// Numbers are float64, whole ones (head_meaning.hpp) int64, texts large utf8; an empty number is
/// null. The metadata of a field holds its unit, that of the schema `generator`. 65,536 rows a
/// batch: one batch is all that is held.
void write_arrow_file(std::ostream& out, const ShownTable& table, const std::string& generator);

}  // namespace sneddon
