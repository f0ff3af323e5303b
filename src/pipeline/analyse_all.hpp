// The second step of a run: every file is read, analysed and forgotten, on all threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/curves/curves_file.hpp"
#include "pipeline/drift_order.hpp"
#include "pipeline/file_outcome.hpp"
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

/// Outcomes of files, taken in the order of the plan's inputs. Writes curves.json of OUT on the
/// way: the previews of all tests are never in memory as a whole.
class CollectedTests {
  public:
    explicit CollectedTests(const OutputFolder& output)
        : output_(output), curves_(output, "curves.json") {}
    void add(FileOutcome&& outcome);
    std::size_t files() const { return tests_.inputs.size(); }
    /// Errors: SND-O003 curves.json cannot be written.
    Result<AnalysedTests> close();

  private:
    const OutputFolder& output_;
    CurvesFile curves_;
    AnalysedTests tests_;
};

/// What a run takes an input for: an attachment, or a file to analyse. `known` as of analyse_file.
FileOutcome outcome_of_input(const StudyPlan& plan, std::size_t i, const ReadOptions& reading,
                             const DriftsOfOrder& drifts, KnownOutcomes* known);

/// Errors: SND-U130 stopped, SND-O003, those of the cache.
Result<AnalysedTests> analyse_all(const RunPlan& plan, const Progress& progress);

}  // namespace sneddon
