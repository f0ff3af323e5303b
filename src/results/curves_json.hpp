// curves.json: one curve a line, written while the tests come in.
#pragma once

#include <string>
#include <vector>

#include "results/drawn_curve.hpp"

namespace sneddon {

/// One element of curves.json, without the enclosing list.
std::string curve_preview_json(const CurvePreview& preview);

/// The first curves of the file, at most so many; lines that are no JSON are left out.
std::vector<CurvePreview> read_curves(const std::string& path, std::size_t most);

/// The same of drawn_curves.json: the few tests that figures draw as they were measured.
std::string drawn_curve_json(const DrawnCurve& drawn);
std::vector<DrawnCurve> read_drawn_curves(const std::string& path);

}  // namespace sneddon
