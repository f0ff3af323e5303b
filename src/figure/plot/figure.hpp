// A figure as a description: panels on a grid, each with two axes and marks. From it come the SVG,
// the CSV of what is drawn and a JSON that tests compare. Sizes are in mm, so that a figure keeps
// its type size in a column of a journal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "figure/plot/palette.hpp"

namespace sneddon {

inline constexpr double single_column_mm = 85;
inline constexpr double double_column_mm = 180;

/// The tests of a figure that has more of them are drawn as density rasters, and its caption says
/// so.
inline constexpr std::size_t most_marks = 5000;

enum class SvgPlace {
    in_page,   ///< an element of an HTML page
    own_file,  ///< a file: XML head and name space
};

enum class AxisScale { linear, logarithm };
enum class AxisLabels { shown, hidden, none };  ///< none: no line either

struct FigureAxis {
    std::string quantity;  ///< "Hardness"
    std::string symbol;    ///< "H_IT": H in italics, the rest lowered; may be empty
    std::string unit;      ///< "GPa"; "" for a pure number
    std::string column;    ///< head of the CSV column, "H_IT_GPa"
    AxisScale scale = AxisScale::linear;
    AxisLabels labels = AxisLabels::shown;
    std::vector<std::string> categories = {};   ///< not empty: places 0, 1, ... have these names
    std::optional<double> low = {}, high = {};  ///< limits; absent: from the marks
    double raster_step = 0;  ///< > 0: the places of a raster are so wide, in units of the axis
};

enum class MarkKind {
    line,           ///< x, y; a point that is not finite breaks it
    points,         ///< x, y, optional whiskers low..high
    point_density,  ///< many points: how many fall on each place
    bars,           ///< from 0 (or `low`, stacked) to y at x
    band,           ///< x, low, high
    area,           ///< between the line x, y and y = 0
    curve_density,  ///< many curves, NaN between them: how many curves pass each place
    text,           ///< `text` at x[0], y[0]
    image,          ///< `text` is a data URI, from x[0], y[0] to x[1], y[1]
};

enum class MarkShape { circle, square, triangle, diamond, cross, plus, down_triangle };
enum class MarkFill { filled, open };
enum class Whisker { low_to_high, none };

struct MarkStyle {
    std::string colour = "currentColor";
    std::string dash = "";  ///< in mm
    double width_mm = 0.35;
    MarkShape shape = MarkShape::circle;
    MarkFill fill = MarkFill::filled;
    double size_mm = 1.0;
    double opacity = 1;
    double shift_mm = 0;  ///< to the right: keeps whiskers at one x apart, the data stay
};

struct Mark {
    MarkKind kind = MarkKind::line;
    std::string name;    ///< the series in the CSV
    std::string legend;  ///< "" = not in the legend
    std::vector<double> x, y;
    std::vector<double> low, high;   ///< of bands, whiskers and stacked bars
    std::vector<std::size_t> tests;  ///< row in tests.csv of each point, or of each curve of a
                                     ///< curve_density (0 = the first); or empty
    std::string text;
    double bar_width = 0.8;  ///< in units of x
    MarkStyle style;
};

struct Panel {
    std::size_t row = 0, column = 0;
    std::string title;
    FigureAxis x_axis, y_axis;
    std::vector<Mark> marks;
};

struct Figure {
    std::string id;     ///< "clusters-hold": the name of its files
    std::string title;  ///< what is shown: the accessible name
    Words caption;      ///< the finding; what the bars are; n
    std::vector<Panel> panels;
    std::vector<double> row_heights = {1};    ///< relative
    std::vector<double> column_widths = {1};  ///< relative
    double width_mm = single_column_mm;
    double height_mm = 60;
    bool is_simulated = false;        ///< the word stands in the drawing
    std::vector<std::string> checks;  ///< codes of results.json /checks that weaken it
};

/// Text as text, coordinates to 0.01 mm: the same description gives the same bytes.
std::string figure_svg(const Figure& figure, SvgPlace place);

/// One table: series, test_id where points are tests, one column per axis with its unit in the
/// head. `test_ids` are those of tests.csv.
std::string figure_csv(const Figure& figure, const std::vector<std::string>& test_ids);

/// The description, numbers with 5 digits: what every machine agrees on (CSV has all digits).
std::string figure_json(const Figure& figure);

/// The style of a cluster: colour, dash and shape are its own in every figure.
MarkStyle cluster_style(std::size_t cluster);

/// Load functions are told apart by dash and shape, in the colour of the text: colour belongs to
/// clusters.
MarkStyle load_function_style(std::size_t place);

}  // namespace sneddon
