// The second step of a run: every file is read, analysed and forgotten, on all threads.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "pipeline/analysed_tests.hpp"
#include "pipeline/curves/curves_file.hpp"
#include "pipeline/outcomes/file_outcome.hpp"
#include "pipeline/prepare.hpp"
#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

class OutcomeCache;

/// Outcomes of files, taken in the order of the plan's inputs. Writes curves.json of OUT on the
/// way: the previews of all tests are never in memory as a whole. Where rows alone are asked for,
/// what tests.csv does not show goes as well: some 2 kB of a row stay.
class CollectedTests {
  public:
    explicit CollectedTests(const RunPlan& plan);
    void add(FileOutcome&& outcome);
    std::size_t files() const { return tests_.inputs.size(); }
    /// Errors: SND-O003 curves.json cannot be written.
    Result<AnalysedTests> close();

  private:
    void add_curves(FileOutcome& outcome);

    const RunPlan& plan_;
    std::optional<CurvesFile> curves_;
    AnalysedTests tests_;
};

/// Takes the inputs [first, first + count) of the plan for what a run does, attachments or files to
/// analyse, on all threads; `take` gets the outcomes in the order of the inputs, those of an
/// archive of very many tests one after the other, and whether the cache knew the file. `cache` may
/// be null. What comes after a stop is not whole.
void analyse_inputs(const StudyPlan& plan, std::size_t first, std::size_t count,
                    const DriftsOfOrder& drifts, const OutcomeCache* cache,
                    const Progress& progress,
                    const std::function<void(FileOutcome&&, bool is_known)>& take);

/// Errors: SND-U130 stopped, SND-O003, those of the cache.
Result<AnalysedTests> analyse_all(const RunPlan& plan, const Progress& progress);

}  // namespace sneddon
