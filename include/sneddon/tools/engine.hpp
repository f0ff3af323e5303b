// The engine as another program or another language calls it, and as the command line does:
//   read     read_file, read_bytes                       one file -> tests
//   analyse  analysis_recipe, analyse                    one test, or columns in memory -> numbers
//   fit      fit_offset_power, fit_linear_power, fit_distribution, fit_mixture, choose_k
//   run      run, write_report, read_written_tests       a folder -> OUT, and OUT read back
// Values and views go in, values come out. An error is a value (Result); no exception is thrown.
// What takes long is given a Progress, which is told how far it is and may ask it to stop. Nothing
// is printed and no state is kept between two calls, so that any thread may call.
#pragma once

#include <span>

#include "sneddon/analyse/analysis.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/numeric/choose_k.hpp"
#include "sneddon/numeric/distribution_fit.hpp"
#include "sneddon/numeric/fit_mixture.hpp"
#include "sneddon/numeric/linear_power_law.hpp"
#include "sneddon/numeric/offset_power_fit.hpp"
#include "sneddon/pipeline/run.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/recipe/run_request.hpp"
#include "sneddon/results/written_tests.hpp"

namespace sneddon {

/// Columns that the caller owns, of one length, in the order of time. NaN is a missing number.
struct CurveView {
    std::span<const double> time_s, depth_nm, load_uN;
};

/// The choices that a request makes for the analysis of one test: recipe file, profile, settings,
/// area function, Poisson's ratio. Its paths are not looked at, and no study.toml counts.
/// Errors: those of options (SND-U002 to U010) and of reading a tip file.
Result<AnalysisRecipe> analysis_recipe(const RunRequest& request);

/// One test from columns in memory, which are copied. Error: SND-U050, columns of unequal length.
Result<TestResult> analyse(const CurveView& curve, const AnalysisRecipe& recipe);

}  // namespace sneddon
