// curves.json: one curve a line, written while the tests come in.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "results/curves/drawn_curve.hpp"
#include "results/curves/residual_density.hpp"

namespace sneddon {

/// One element of curves.json, without the enclosing list.
std::string curve_preview_json(const CurvePreview& preview, const ResidualDensity& residuals = {});

struct ReadCurves {
    std::vector<CurvePreview> curves;
    std::map<std::string, ResidualDensity> residuals;  ///< by test; of those that have a fit
};

/// The first curves of the file, at most so many, on so many threads; lines that are no JSON are
/// left out.
ReadCurves read_curves(const std::string& path, std::size_t most, unsigned threads = 1);

/// The same of drawn_curves.json: the few tests that figures draw as they were measured.
std::string drawn_curve_json(const DrawnCurve& drawn);
std::vector<DrawnCurve> read_drawn_curves(const std::string& path, unsigned threads = 1);

}  // namespace sneddon
