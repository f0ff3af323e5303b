// What the makers of figures share: axes of quantities, tests of a load function, names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figure/plot/figure.hpp"
#include "results/written_study.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

/// "Hardness H_IT (GPa)" from the table of quantities; the id alone for one that is not in it.
FigureAxis quantity_axis(const Head& quantity);

/// Names of /groups in their order.
std::vector<std::string> group_names(const WrittenStudy& study);

/// The mean hold of a group, NaN when unknown.
double mean_hold_s(const WrittenGroup& group);

/// The group with the longest hold; nullopt without groups.
std::optional<WrittenGroup> longest_hold(const WrittenStudy& study);

/// Used rows of tests.csv of a load function, in their order. "" = of all.
std::vector<std::size_t> used_rows(const WrittenStudy& study, const std::string& load_function);

/// Those of them with this label.
std::vector<std::size_t> rows_of_label(const WrittenStudy& study,
                                       const std::vector<std::size_t>& rows, std::size_t label);

/// How many clusters were chosen; 0 when there are none.
std::size_t cluster_count(const WrittenStudy& study);
/// As study.toml names it, else "cluster 0"; and that with its place.
std::string cluster_name(const WrittenStudy& study, std::size_t label);
Words cluster_words(const WrittenStudy& study, const Number& label);

/// The name of a cluster in its style, or "all tests" for what has no label.
struct LabelLook {
    std::string name;
    MarkStyle style;
};
LabelLook label_look(const WrittenStudy& study, const Number& label);

std::vector<double> values_of(const WrittenStudy& study, const Head& head,
                              const std::vector<std::size_t>& rows);

/// The preview whose test is nearest to the median of a quantity in its load function.
const CurvePreview* typical_curve(const WrittenStudy& study, const std::string& load_function,
                                  QuantityIndex quantity);

/// A cell of tests.csv with its place, so many digits.
Words test_words(const WrittenStudy& study, const Head& head, std::size_t row, int digits);
/// The id of a row's test with its place.
Words test_id_words(const WrittenStudy& study, std::size_t row);

/// The first row of a test; the number of rows when it has none.
std::size_t row_of(const WrittenStudy& study, const std::string& test_id);

/// A new figure with its panel; simulated when the study is.
Figure new_figure(const WrittenStudy& study, std::string id, std::string title);

/// Values that are not finite left out.
double median_of(std::vector<double> values);

/// ", " between, " and " before the last.
std::string listed(const std::vector<std::string>& names);

/// The tests of a figure that has more than most_marks as rasters; its caption then says so, and
/// what the shade of curves means.
void draw_many_as_density(Figure& figure);

}  // namespace sneddon
