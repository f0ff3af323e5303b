// One test with everything that is known of it.
#pragma once

#include <iosfwd>
#include <string>

#include "sneddon/analyse/test_result.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/model/test.hpp"
#include "sneddon/recipe/run_request.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

struct ShownTest {
    std::string file;
    std::string format;
    std::size_t tests_in_file = 0;
    int cycle = 0;  ///< the cycle asked for, 0 = all of them
    Test test;
    TestResult result;
    std::vector<RecipeEntry> recipe;
    CurvePreview preview;    ///< of the cycle asked for, else of the first
    std::string study_file;  ///< the study.toml beside the file, or empty
};

/// `what` is FILE, FILE#TEST or FILE#TEST.CYCLE; TEST is the test's number in the file, 1 if
/// absent. Options and units are those of a run; a study.toml in the file's folder counts. Errors:
/// those of options and of reading the file, SND-U011 (no such test or cycle).
Result<ShownTest> show(const std::string& what, const RunRequest& request);

/// For a reader at a terminal: the curve, values beside the vendor's, flags with why, inferences.
std::string show_text(const ShownTest& shown);

/// For every quantity with an uncertainty: its parts, the larger first, each with the input it
/// comes from and the source of that; an input that is an option left at its default is "assumed".
std::string budget_text(const ShownTest& shown);

/// The curve as it was read, in working units: time_s, depth_nm, load_uN; the columns that were
/// analysed, h_corrected_nm and F_corrected_uN; and the file's further columns. One line per
/// point; an empty cell is a missing number. RFC 4180 with LF.
void write_curve_csv(std::ostream& out, const Curve& curve, const CurveChange& change);

}  // namespace sneddon
