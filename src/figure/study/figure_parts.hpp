// What the makers of figures share: axes of quantities, tests of a load function, names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figure/plot/figure.hpp"
#include "results/findings.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

/// "Hardness H_IT (GPa)" from the table of quantities; the id alone for one that is not in it.
FigureAxis quantity_axis(const std::string& id);

/// Names of /groups in their order.
std::vector<std::string> group_names(const Findings& findings);

/// The hold of a group in s, NaN when unknown.
double group_hold_s(const Findings& findings, std::size_t group);

/// The group with the longest hold; nullopt without groups.
std::optional<std::size_t> longest_hold(const Findings& findings);

/// Used rows of tests.csv of a load function, in their order. "" = of all.
std::vector<std::size_t> used_rows(const Findings& findings, const std::string& load_function);

/// Those of them with this label.
std::vector<std::size_t> rows_of_label(const Findings& findings,
                                       const std::vector<std::size_t>& rows, std::size_t label);

/// How many clusters were chosen; 0 when there are none.
std::size_t cluster_count(const Findings& findings);
std::string cluster_name(std::size_t label);

std::vector<double> values_of(const Findings& findings, const std::string& head,
                              const std::vector<std::size_t>& rows);

/// The preview whose test is nearest to the median of a quantity in its load function.
const CurvePreview* typical_curve(const Findings& findings, const std::string& load_function,
                                  const std::string& quantity);

/// The middle of every two points of a segment. curves.json keeps the lowest and the highest point
/// of each stretch: drawn as they are, they show the envelope of the noise and not the curve.
CurvePreview middle_curve(const CurvePreview& curve);

/// A new figure with its panel; simulated when the study is.
Figure new_figure(const Findings& findings, std::string id, std::string title);

/// Values that are not finite left out.
double median_of(std::vector<double> values);

/// ", " between, " and " before the last.
std::string listed(const std::vector<std::string>& names);

/// The tests of a figure that has more than most_marks as rasters; its caption then says so, and
/// what the shade of curves means.
void draw_many_as_density(Figure& figure);

}  // namespace sneddon
