// S. Pomes et al., J. Mater. Res. Technol. 38 (2025) 3464-3471: nanoindentation of a bulk metallic
// glass, Zr50Cu40Al10.
#pragma once

#include "papers/paper.hpp"

namespace sneddon {

Paper pomes2025();

}  // namespace sneddon
