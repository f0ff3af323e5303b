// What one input file gives, as bytes: for parts of a study that are merged later, and for runs
// that need not analyse a file again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/outcomes/file_outcome.hpp"
#include "results/curves/drawn_curve.hpp"

namespace sneddon {

std::string packed(const FileOutcome& outcome);

/// Nothing where the bytes are not those of an outcome.
std::optional<FileOutcome> unpacked(std::string_view bytes);

/// The same in two: rows with the holds that their creep laws are fitted to, and what is drawn of
/// them. Not all who want rows want to unpack curves.
/// False where the bytes are others.
std::string packed_rows(const FileOutcome& outcome);
std::string packed_curves(const FileOutcome& outcome);
bool unpack_rows(std::string_view bytes, FileOutcome& outcome);
bool unpack_curves(std::string_view bytes, FileOutcome& outcome);

std::string packed(const DrawnCurve& drawn);
std::optional<DrawnCurve> unpacked_curve(std::string_view bytes);

/// Program and shape of an outcome: bytes of another program are not unpacked.
std::string outcome_version();

}  // namespace sneddon
