// Columns whose sign is the other way: "--unit depth=-nm" says so.
#pragma once

#include "sneddon/read/read_file.hpp"

namespace sneddon {

/// The units alone, as the readers know them.
ReadOptions without_signs(ReadOptions options);

/// Turns loads and depths whose unit is stated with a minus, in every test, and says so.
void turn_signs(FileContent& content, const ReadOptions& options);

}  // namespace sneddon
