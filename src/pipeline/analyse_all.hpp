// The second step of a run: every file is read, analysed and forgotten, on all threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/drift_order.hpp"
#include "pipeline/prepare.hpp"
#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/creep/hold_curve.hpp"
#include "study/profiles/test_profiles.hpp"

namespace sneddon {

/// What is left of the files, in the order of the plan's inputs.
struct AnalysedTests {
    static constexpr std::size_t most_hold_bytes = std::size_t{1} << 30;

    std::vector<InputFile> inputs;
    std::vector<TestRow> rows;
    std::vector<std::uint64_t> column_hashes;  ///< one for each row (repeated_tests.hpp)
    std::vector<CurvePreview> previews;        ///< of the first tests, a bounded number
    HoldCurves holds{most_hold_bytes};
    TestProfiles profiles{most_hold_bytes};
    DriftsOfOrder drifts;
    std::optional<std::size_t> files_known;  ///< with a cache: not analysed again
};

/// Writes curves.json of OUT on the way: the previews of all tests are never in memory as a whole.
/// Errors: SND-U130 stopped, SND-O003 curves.json cannot be written.
Result<AnalysedTests> analyse_all(const RunPlan& plan, const Progress& progress);

}  // namespace sneddon
