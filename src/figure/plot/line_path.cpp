#include "figure/plot/line_path.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>
#include <unordered_set>

#include "figure/plot/simplified_line.hpp"
#include "figure/plot/svg_writer.hpp"

namespace sneddon {
namespace {

/// Below so many points a second coat costs nothing.
constexpr std::size_t few_points = 300;

/// Where there is ink, in squares whose diagonal is the tolerance: a piece in inked squares alone
/// is nowhere farther from ink than that.
class Ink {
  public:
    explicit Ink(double tolerance_mm) : side_mm_(tolerance_mm / std::numbers::sqrt2) {}

    bool covers(const LinePoint& from, const LinePoint& to) const {
        bool is_inked = true;
        for_each_square(from, to, [&](std::uint64_t square) {
            is_inked = is_inked && squares_.contains(square);
        });
        return is_inked;
    }
    void add(const LinePoint& from, const LinePoint& to) {
        for_each_square(from, to, [&](std::uint64_t square) { squares_.insert(square); });
    }

  private:
    template <class Visit>
    void for_each_square(const LinePoint& from, const LinePoint& to, Visit visit) const {
        const double length = std::hypot(to[0] - from[0], to[1] - from[1]);
        // A line far outside the frame is not worth its squares.
        const int steps = static_cast<int>(std::min(std::ceil(2 * length / side_mm_), 20000.0));
        for (int step = 0; step <= steps; ++step) {
            const double part = steps == 0 ? 0 : static_cast<double>(step) / steps;
            visit(
                square_of(from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])));
        }
    }
    std::uint64_t square_of(double x_mm, double y_mm) const {
        const auto place = [&](double mm) {
            return static_cast<std::uint32_t>(
                static_cast<std::int64_t>(std::floor(std::clamp(mm, -1e6, 1e6) / side_mm_)));
        };
        return (static_cast<std::uint64_t>(place(x_mm)) << 32) | place(y_mm);
    }

    double side_mm_;
    std::unordered_set<std::uint64_t> squares_;
};

class Pen {
  public:
    void move(const LinePoint& point) {
        last_ = text_of(point);
        path_ += "M" + last_;
    }
    void draw(const LinePoint& point) {
        std::string text = text_of(point);
        if (text == last_) return;
        last_ = std::move(text);
        path_ += " " + last_;
    }
    bool is_at(const LinePoint& point) const { return text_of(point) == last_; }
    std::string take() { return std::move(path_); }

  private:
    static std::string text_of(const LinePoint& point) {
        return mm_text(point[0]) + " " + mm_text(point[1]);
    }
    std::string path_, last_;
};

void draw_once(std::span<const LinePoint> line, double tolerance_mm, Pen& pen) {
    Ink ink(tolerance_mm);
    pen.move(line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (ink.covers(line[i - 1], line[i])) continue;
        if (!pen.is_at(line[i - 1])) pen.move(line[i - 1]);
        pen.draw(line[i]);
        ink.add(line[i - 1], line[i]);
    }
}

void draw_piece(const std::vector<LinePoint>& line, double tolerance_mm, DrawnTwice twice,
                Pen& pen) {
    std::vector<LinePoint> kept;
    for (const std::size_t i : simplified_line(line, tolerance_mm)) kept.push_back(line[i]);
    if (kept.empty()) return;
    if (twice == DrawnTwice::leave_out && kept.size() > few_points)
        return draw_once(kept, tolerance_mm, pen);
    pen.move(kept.front());
    for (const LinePoint& point : kept) pen.draw(point);
}

}  // namespace

std::string line_path(const std::vector<double>& xs, const std::vector<double>& ys,
                      const PanelLayout& layout, double tolerance_mm, DrawnTwice twice) {
    Pen pen;
    std::vector<LinePoint> piece;
    for (std::size_t i = 0; i < std::min(xs.size(), ys.size()); ++i) {
        const double x = layout.x.mm(xs[i]), y = layout.y.mm(ys[i]);
        if (std::isfinite(x) && std::isfinite(y)) {
            piece.push_back({x, y, 0});
            continue;
        }
        draw_piece(piece, tolerance_mm, twice, pen);
        piece.clear();
    }
    draw_piece(piece, tolerance_mm, twice, pen);
    return pen.take();
}

}  // namespace sneddon
