// Two outputs beside each other, and an output beside the instrument's own results.
#pragma once

#include <string>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// What differs between the results of two runs: options, tests, and each quantity of the tests
/// that both hold; the others, if there are any on both sides, as samples. Errors: SND-U042 (no
/// results.json of ours), SND-U045 (no test in both, and no load function to compare samples at).
Result<std::string> compare_outputs(const std::string& first, const std::string& second);

/// Ours against the vendor's values of the same tests, and why: the files are analysed again, one
/// option after the other changed to that of the vendor's profile (triboscan or antonpaar, by the
/// format of the files; at most 200 tests), and the mean difference is given after each. Errors:
/// SND-U042, SND-U043 (no vendor values), and those of reading the files again.
Result<std::string> compare_with_vendor(const std::string& output);

}  // namespace sneddon
