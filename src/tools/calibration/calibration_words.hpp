// What a calibration is called and how it was made, in words.
#pragma once

#include <string>
#include <vector>

#include "base/words.hpp"
#include "sneddon/analyse/calibrate.hpp"
#include "tools/calibration/number_ledger.hpp"
#include "tools/calibration/shown_calibration.hpp"

namespace sneddon {

/// "polynomial, 3 terms", "sphero-cone".
std::string form_words(AreaForm form, int terms);

/// "C0 (nm²/nm²)", "radius (nm)", "half-angle (degrees)": of the form alone.
std::vector<std::string> parameter_words(const AreaCalibration& found);

/// The paragraphs of "Methods"; their numbers stand under /settings and /references.
std::vector<Words> methods_words(NumberLedger& ledger, const ShownCalibration& shown);

}  // namespace sneddon
