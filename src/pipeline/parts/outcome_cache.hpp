// Outcomes of files in a folder, from run to run: what does not change is not analysed again.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/remembered.hpp"
#include "pipeline/outcomes/file_outcome.hpp"
#include "pipeline/study_plan.hpp"
#include "results/curves/drawn_curve.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

/// An outcome is kept under the hash of all that it follows from: the program, the bytes and the
/// name of the file, and those options of the recipe that reach no further than the analysis. It
/// is written beside and renamed, so that runs may share the folder; one that is damaged is none.
/// Nothing is ever taken out: the folder may be deleted at any time.
class OutcomeCache {
  public:
    /// Errors: SND-O003 the folder cannot be made, SND-U046 drift over the order of the tests,
    /// where the analysis of a file follows from all the others.
    static Result<OutcomeCache> open(const StudyPlan& plan);
    /// The same; nothing where the plan asks for no cache.
    static Result<std::optional<OutcomeCache>> of_plan(const StudyPlan& plan);

    /// For input i of the plan.
    std::unique_ptr<KnownOutcomes> of_input(std::size_t i) const;

    /// The curve of a test of input i that figures show singly, as an earlier run drew it.
    std::optional<DrawnCurve> find_curve(std::size_t i, const InputFile& input,
                                         const std::string& test_id) const;
    void keep_curve(std::size_t i, const InputFile& input, const DrawnCurve& drawn) const;

  private:
    std::string analysis_of(std::size_t i) const;
    std::string path_of_curve(std::size_t i, const InputFile& input,
                              const std::string& test_id) const;

    OutcomeCache(const StudyPlan& plan, std::vector<std::string> analyses)
        : plan_(&plan), analyses_(std::move(analyses)) {}

    const StudyPlan* plan_;
    std::vector<std::string> analyses_;  ///< of each study: what all its keys have in common
};

/// For what the study says of all tests, in study/ of the folder; empty where the plan asks for no
/// cache.
Memory memory_of(const StudyPlan& plan, Stop stop);

}  // namespace sneddon
