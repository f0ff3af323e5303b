#include "figure/plot/braille_plot.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <vector>

namespace sneddon {
namespace {

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    /// 0 at low, steps - 1 at high; the middle where all values are equal.
    int place(double value, int steps) const {
        if (high <= low) return steps / 2;
        return static_cast<int>(std::lround((value - low) / (high - low) * (steps - 1)));
    }
};

/// Dots of the Unicode block U+2800: bits by column (2) and row (4) inside a character.
class DotCanvas {
  public:
    DotCanvas(int columns, int rows)
        : columns_(columns),
          rows_(rows),
          cells_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)) {}

    int width() const { return 2 * columns_; }
    int height() const { return 4 * rows_; }

    void dot(int x, int y) {
        constexpr unsigned char bits[4][2] = {
            {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
        const int down = height() - 1 - y;
        const auto cell = static_cast<std::size_t>(down / 4 * columns_ + x / 2);
        cells_[cell] = static_cast<unsigned char>(cells_[cell] | bits[down % 4][x % 2]);
    }

    void line(int x0, int y0, int x1, int y1) {
        const int steps = std::max({std::abs(x1 - x0), std::abs(y1 - y0), 1});
        for (int i = 0; i <= steps; ++i) {
            const double part = static_cast<double>(i) / steps;
            dot(x0 + static_cast<int>(std::lround(part * (x1 - x0))),
                y0 + static_cast<int>(std::lround(part * (y1 - y0))));
        }
    }

    std::string row(int index) const {
        std::string text;
        for (int i = 0; i < columns_; ++i) {
            const unsigned bits = cells_[static_cast<std::size_t>(index * columns_ + i)];
            // U+2800 + bits in UTF-8.
            text += '\xE2';
            text += static_cast<char>(0xA0 | (bits >> 6));
            text += static_cast<char>(0x80 | (bits & 0x3F));
        }
        return text;
    }

  private:
    int columns_, rows_;
    std::vector<unsigned char> cells_;
};

std::string axis_number(double value) {
    return fmt::format("{:.5g}", value);
}

std::string framed(const DotCanvas& canvas, const Range& x, const Range& y,
                   const BraillePlotOptions& options) {
    const std::string top = axis_number(y.high), bottom = axis_number(y.low);
    const std::size_t margin = std::max(top.size(), bottom.size());
    std::string text = fmt::format("{:>{}} {}\n", "", margin, options.y_label);
    for (int row = 0; row < options.rows; ++row) {
        const std::string label = row == 0 ? top : row + 1 == options.rows ? bottom : "";
        text += fmt::format("{:>{}} \u2502{}\n", label, margin, canvas.row(row));
    }
    std::string line;
    for (int i = 0; i < options.columns; ++i) line += "\u2500";
    text += fmt::format("{:>{}} \u2514{}\n", "", margin, line);
    const std::string left = axis_number(x.low);
    const std::size_t rest =
        static_cast<std::size_t>(std::max(0, options.columns - static_cast<int>(left.size())));
    text += fmt::format("{:>{}}  {}{:>{}}\n", "", margin, left,
                        options.x_label + "  " + axis_number(x.high), rest);
    return text;
}

}  // namespace

std::string braille_plot(std::span<const double> x, std::span<const double> y,
                         const BraillePlotOptions& options) {
    assert(x.size() == y.size() && options.columns > 0 && options.rows > 0);
    const auto is_drawn = [&](std::size_t i) { return std::isfinite(x[i]) && std::isfinite(y[i]); };
    Range range_x, range_y;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!is_drawn(i)) continue;
        range_x.include(x[i]);
        range_y.include(y[i]);
    }
    if (range_x.high < range_x.low) return "";
    DotCanvas canvas(options.columns, options.rows);
    int last_x = 0, last_y = 0;
    bool has_last = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!is_drawn(i)) {
            has_last = false;
            continue;
        }
        const int at_x = range_x.place(x[i], canvas.width());
        const int at_y = range_y.place(y[i], canvas.height());
        canvas.line(has_last ? last_x : at_x, has_last ? last_y : at_y, at_x, at_y);
        last_x = at_x;
        last_y = at_y;
        has_last = true;
    }
    return framed(canvas, range_x, range_y, options);
}

}  // namespace sneddon
