// Outcomes of files in a folder, from run to run: what does not change is not analysed again.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "pipeline/file_outcome.hpp"
#include "pipeline/prepare.hpp"
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

    /// For input i of the plan.
    std::unique_ptr<KnownOutcomes> of_input(std::size_t i);
    std::size_t files_known() const { return *files_known_; }

  private:
    OutcomeCache(const StudyPlan& plan, std::vector<std::string> analyses)
        : plan_(&plan), analyses_(std::move(analyses)) {}

    const StudyPlan* plan_;
    std::vector<std::string> analyses_;  ///< of each study: what all its keys have in common
    std::shared_ptr<std::atomic<std::size_t>> files_known_ =
        std::make_shared<std::atomic<std::size_t>>(0);
};

}  // namespace sneddon
