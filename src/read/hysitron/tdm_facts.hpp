// What TriboScan states in a .tdm beside the numbers: about two hundred settings.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/container/tdm/tdm_head.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// A setting as a finite number.
std::optional<double> tdm_number(const TdmHead& head, std::string_view name);

/// Time, place, Poisson's ratio, the vendor's own analysis if it was done, the area function.
void read_tdm_facts(const TdmHead& head, Test& test);

/// What TriboScan had taken off the depth: as the depth itself says, and the settings beside it.
void report_tdm_corrections(const TdmHead& head, Test& test);

}  // namespace sneddon
