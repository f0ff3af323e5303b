// Statistics of maps as bytes, for what is remembered.
#pragma once

#include "base/byte_archive.hpp"
#include "numeric/resampling/permutation.hpp"

namespace sneddon {

template <class Archive, Either<PermutedStatistic> T>
void fields(Archive& archive, T& it) {
    auto& [value, expected, sd, z, p_greater, p_less, p_two_sided] = it;
    archive(value, expected, sd, z, p_greater, p_less, p_two_sided);
}

}  // namespace sneddon
