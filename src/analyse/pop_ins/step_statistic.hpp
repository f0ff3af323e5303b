// The step between two neighbouring windows of a series, each with a straight line of its own.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

/// Weights c_j = a - b (j + 1/2), j = 0 next to the border, of a straight line through w points
/// extrapolated to their border: a = 1/w + w^2/(4 Q), b = w/(2 Q), Q = w (w^2 - 1)/12 (derived:
/// least squares). The step is that of the right window less that of the left one, of white noise
/// sigma it has the sd sigma sqrt(8/w) for a large w. Two lines of one slope give the same step,
/// since the windows are mirror images; so a bend at the border is none. A step of 1 at the
/// distance u w from the border adds (1 - u)(1 - 3 u), u = 0 to 1; a bend there -u (1 - u)^2 times
/// its change of slope over w: both derived.
struct BorderWeights {
    double a = 0, b = 0;
    explicit BorderWeights(std::size_t width);
};

/// The step at each border p, between points p - 1 and p, of `borders`: first, first + 1, ... Each
/// takes a few operations, whatever the width. The windows must lie in the series.
void steps_at_borders(std::span<const double> series, std::size_t width, std::size_t first,
                      std::span<double> steps);

/// What 2 w points about a border may look like, each free of a straight line: a step, a parabola
/// of third degree, and bends in their slope at 15 places.
class StepShapes {
  public:
    explicit StepShapes(std::size_t width);
    std::size_t width() const { return width_; }

    /// Whether what a step explains of the points about the border is explained better by another
    /// shape: then it is no step. A bend explains at most 9 %, a cubic 44 % of what a step does
    /// (derived for a large w). What steps at the borders `known` explain counts for neither: their
    /// sizes may still be wrong.
    bool is_bend(std::span<const double> series, std::size_t border,
                 std::span<const std::size_t> known) const;

  private:
    struct Shape {
        std::vector<double> values;
        double square = 0;  ///< sum of squares
    };
    template <typename ValueAt>
    void add(ValueAt value_at);
    double explained(std::span<const double> left, const Shape& shape,
                     std::span<const std::vector<double>> known) const;

    std::size_t width_;
    std::vector<Shape> shapes_;  ///< the step first
};

/// Straight line through the points [begin, end), at a place counted in points.
struct LocalLine {
    double mean = 0, middle = 0, slope = 0;
    double at(double place) const { return mean + slope * (place - middle); }
};
LocalLine local_line(std::span<const double> series, std::size_t begin, std::size_t end);

}  // namespace sneddon
