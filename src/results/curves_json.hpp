// curves.json: one curve a line, written while the tests come in.
#pragma once

#include <string>
#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// One element of curves.json, without the enclosing list.
std::string curve_preview_json(const CurvePreview& preview);

/// The first curves of the file, at most so many; lines that are no JSON are left out.
std::vector<CurvePreview> read_curves(const std::string& path, std::size_t most);

}  // namespace sneddon
