#pragma once

#include <span>

#include "study/profiles/profile_finding.hpp"

namespace sneddon {

/// Over contact depths from a tenth to 95 % of the largest that every test reaches. Not described
/// by the law: fewer than 3 tests, no hardness, an h* whose 99 % interval holds 0 or lies below, or
/// a curve where the law asks for a straight line in 1/h_c.
SizeEffect find_size_effect(std::span<const TestProfile* const> profiles);

}  // namespace sneddon
