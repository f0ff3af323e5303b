// What is left of the files when they have been read, analysed and forgotten.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/drift_order.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/creep/hold_curve.hpp"
#include "study/profiles/test_profiles.hpp"

namespace sneddon {

/// In the order of the plan's inputs.
struct AnalysedTests {
    static constexpr std::size_t most_hold_bytes = std::size_t{1} << 30;

    std::vector<InputFile> inputs;
    std::vector<TestRow> rows;
    std::vector<std::uint64_t> column_hashes;  ///< one for each row (repeated_tests.hpp)
    std::vector<CurvePreview> previews;        ///< of the first tests, a bounded number
    HoldCurves holds{most_hold_bytes};
    TestProfiles profiles{most_hold_bytes};
    DriftsOfOrder drifts;
    std::optional<std::vector<bool>> files_known;  ///< with a cache, for each input
};

}  // namespace sneddon
