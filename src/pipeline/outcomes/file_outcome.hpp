#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/drift_order.hpp"
#include "results/curves/residual_density.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/base/stop.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/creep/hold_curve.hpp"
#include "study/profiles/test_profiles.hpp"

namespace sneddon {

/// What one input file gives, or a stretch of its tests: its fate, a row per test or cycle,
/// previews and hold curves of the used tests.
struct FileOutcome {
    InputFile input;
    std::vector<TestRow> rows;
    std::vector<CurvePreview> previews;
    std::vector<ResidualDensity> residuals;    ///< one for each preview
    std::vector<std::uint64_t> column_hashes;  ///< one for each row (repeated_tests.hpp)
    std::vector<HoldCurve> holds;
    std::vector<TestProfile> profiles;
    /// Of a file whose tests come a stretch at a time: another outcome of it follows. The last one
    /// has no test and says what became of the file.
    bool goes_on = false;

    bool is_end_of_stretches() const { return !goes_on && rows.empty() && input.tests > 0; }
};

/// What earlier runs know of a file, by the SHA-256 of its bytes.
class KnownOutcomes {
  public:
    virtual ~KnownOutcomes() = default;
    virtual std::optional<FileOutcome> find(const InputFile& input) = 0;
    virtual void keep(const FileOutcome& outcome) = 0;
    /// The same of a stretch of its tests, from 0 on; by any thread.
    virtual std::optional<FileOutcome> find_stretch(const InputFile& input,
                                                    std::size_t stretch) const = 0;
    virtual void keep_stretch(const FileOutcome& outcome, std::size_t stretch) const = 0;
};

/// What a file is analysed with. All of it outlives the analysis.
struct FileAnalysis {
    const InputPath& path;
    const std::string& short_name;  ///< begins the ids of its tests
    const ReadOptions& reading;
    const AnalysisRecipe& recipe;
    const DriftsOfOrder& drifts;
};

class LargeFile;

struct AnalysedFile {
    AnalysedFile();
    AnalysedFile(AnalysedFile&&) noexcept;
    ~AnalysedFile();
    FileOutcome outcome;
    bool is_known = false;            ///< from an earlier run
    std::unique_ptr<LargeFile> rest;  ///< not null: nothing but this, an archive to be analysed
};

/// Reads, analyses and forgets one file, its tests on `reading.threads`; an archive of very many
/// tests is opened alone. What is known is not read; null: nothing is. `stop` is asked between
/// tests: what comes back then is not whole.
AnalysedFile analyse_file(const FileAnalysis& how, KnownOutcomes* known = nullptr, Stop stop = {});

}  // namespace sneddon
