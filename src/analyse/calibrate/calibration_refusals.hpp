#pragma once

#include <string>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// SND-A035: a compliance that is negative by more than its scatter explains, with the limit.
Error negative_compliance(const std::string& where, double C_f_nm_per_uN, double u_nm_per_uN);

}  // namespace sneddon
