#pragma once

#include <cstdint>
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

/// What one input file gives: its fate, a row per test or cycle, previews and
/// hold curves of the used tests.
struct FileOutcome {
    InputFile input;
    std::vector<TestRow> rows;
    std::vector<CurvePreview> previews;
    std::vector<ResidualDensity> residuals;    ///< one for each preview
    std::vector<std::uint64_t> column_hashes;  ///< one for each row (repeated_tests.hpp)
    std::vector<HoldCurve> holds;
    std::vector<TestProfile> profiles;
};

/// What earlier runs know of a file, by the SHA-256 of its bytes.
class KnownOutcomes {
  public:
    virtual ~KnownOutcomes() = default;
    virtual std::optional<FileOutcome> find(const InputFile& input) = 0;
    virtual void keep(const FileOutcome& outcome) = 0;
    bool was_found() const { return was_found_; }

  protected:
    bool was_found_ = false;
};

/// Reads, analyses and forgets one file, its tests on `reading.threads`. `short_name` begins the
/// ids of its tests. What is known is not read; null: nothing is. `stop` is asked between tests:
/// what comes back then is not whole.
FileOutcome analyse_file(const InputPath& path, const std::string& short_name,
                         const ReadOptions& reading, const AnalysisRecipe& recipe,
                         const DriftsOfOrder& drifts = {}, KnownOutcomes* known = nullptr,
                         Stop stop = {});

}  // namespace sneddon
