// What one test gives, and what becomes of the file that it stands in.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "pipeline/drift_order.hpp"
#include "pipeline/outcomes/file_outcome.hpp"

namespace sneddon {

/// What the tests of a file are analysed with. All of it outlives the analysis.
struct TestAnalysis {
    const std::string& path;  ///< as it was typed
    const std::string& format;
    const std::string& short_name;  ///< begins the ids of the tests
    std::size_t tests = 0;          ///< of the file
    const AnalysisRecipe& recipe;
    const DriftsOfOrder& drifts;
};

/// Rows, previews, holds and profiles of one test.
FileOutcome outcome_of_test(const Test& test, const TestAnalysis& analysis);

/// Behind those that are there.
void append(FileOutcome&& part, FileOutcome& outcome);

/// The file is refused, and why.
void refuse(InputFile& input, const Error& error);

/// A file is used when one of its tests is.
class FateOfFile {
  public:
    void add(std::span<const TestRow> rows);
    void tell(InputFile& input) const;

  private:
    std::size_t rows_ = 0, refused_ = 0;
    std::string reason_, code_;  ///< of the first that was refused
};

}  // namespace sneddon
