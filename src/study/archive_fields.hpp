// Structs of which several findings are made, as bytes (base/byte_archive.hpp): for what is
// remembered. The fields of each are named twice: one that it gets and that is missing here does
// not compile.
#pragma once

#include "base/byte_archive.hpp"
#include "sneddon/numeric/information_criteria.hpp"
#include "sneddon/study/summary.hpp"

namespace sneddon {

template <class Archive, Either<Interval> T>
void fields(Archive& archive, T& it) {
    auto& [low, high] = it;
    archive(low, high);
}

template <class Archive, Either<InformationCriteria> T>
void fields(Archive& archive, T& it) {
    auto& [aic, aicc, bic] = it;
    archive(aic, aicc, bic);
}

}  // namespace sneddon
