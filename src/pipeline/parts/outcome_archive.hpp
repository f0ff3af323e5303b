// What one input file gives, as bytes: for parts of a study that are merged later, and for runs
// that need not analyse a file again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/file_outcome.hpp"
#include "results/curves/drawn_curve.hpp"

namespace sneddon {

std::string packed(const FileOutcome& outcome);

/// Nothing where the bytes are not those of an outcome.
std::optional<FileOutcome> unpacked(std::string_view bytes);

std::string packed(const DrawnCurve& drawn);
std::optional<DrawnCurve> unpacked_curve(std::string_view bytes);

/// Program and shape of an outcome: bytes of another program are not unpacked.
std::string archive_version();

}  // namespace sneddon
