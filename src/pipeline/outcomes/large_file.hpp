// An archive of very many tests: analysed a stretch at a time, so that memory does not grow with
// their number.
#pragma once

#include <functional>
#include <memory>

#include "base/files/file_bytes.hpp"
#include "pipeline/outcomes/file_outcome.hpp"
#include "read/large_archive.hpp"
#include "sneddon/base/stop.hpp"

namespace sneddon {

/// An outcome, and whether an earlier run knew all of its file.
using TakeOutcome = std::function<void(FileOutcome&&, bool is_known)>;

class LargeFile {
  public:
    /// `is_known`: an earlier run read all of it, and its stretches may be known.
    LargeFile(const FileAnalysis& how, FileBytes bytes, std::unique_ptr<LargeArchive> archive,
              InputFile input, bool is_known);

    std::size_t stretches() const { return archive_->stretches(); }
    /// Analyses the stretches on `threads` and gives their outcomes in order, then the fate of the
    /// file; of a damaged file that alone. What comes after a stop is not whole.
    void analyse(KnownOutcomes* known, unsigned threads, Stop stop, const TakeOutcome& take);

  private:
    FileOutcome outcome_of(std::size_t stretch, KnownOutcomes* known, bool& is_known) const;
    bool is_damaged(unsigned threads, Stop stop, InputFile& input) const;

    FileAnalysis how_;
    FileBytes bytes_;
    std::unique_ptr<LargeArchive> archive_;
    InputFile input_;
    bool is_known_;
};

}  // namespace sneddon
