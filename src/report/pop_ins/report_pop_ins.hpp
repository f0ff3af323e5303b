#pragma once

#include <ostream>

#include "report/report_page.hpp"

namespace sneddon {

/// How many pop-ins, laws of the load of the first one, laws of their sizes.
void write_pop_ins(std::ostream& out, const ReportPage& page);

}  // namespace sneddon
