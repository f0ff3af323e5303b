#include "analyse/pop_ins/step_statistic.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/numbers/column_sums.hpp"

namespace sneddon {
namespace {

/// Sum of squares about the mean of 0, 1, ..., n - 1.
double sum_of_squares(std::size_t n) {
    const auto count = static_cast<double>(n);
    return count * (count * count - 1) / 12;  // 12: variance of a uniform distribution
}

/// What is left of a series when its straight line is taken away.
void remove_line(std::span<double> values) {
    const LocalLine line = local_line(values, 0, values.size());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] -= line.at(static_cast<double>(i));
}

/// Takes away what lies along `shape`, which has the length 1 or 0.
void remove_shape(std::span<double> values, std::span<const double> shape) {
    const double product = dot(values, shape);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] -= product * shape[i];
}

void set_length_1(std::span<double> values) {
    const double square = dot(values, values);
    const double scale = square > 0 ? 1 / std::sqrt(square) : 0;
    for (double& value : values) value *= scale;
}

}  // namespace

BorderWeights::BorderWeights(std::size_t width) {
    const auto w = static_cast<double>(width);
    const double Q = sum_of_squares(width);
    b = w / (2 * Q);
    a = 1 / w + b * w / 2;
}

LocalLine local_line(std::span<const double> series, std::size_t begin, std::size_t end) {
    const std::size_t n = end - begin;
    LocalLine line;
    line.middle = static_cast<double>(begin) + 0.5 * static_cast<double>(n - 1);
    for (std::size_t i = begin; i < end; ++i) line.mean += series[i];
    line.mean /= static_cast<double>(n);
    if (n < 2) return line;
    for (std::size_t i = begin; i < end; ++i)
        line.slope += (static_cast<double>(i) - line.middle) * (series[i] - line.mean);
    line.slope /= sum_of_squares(n);
    return line;
}

// R0 = sum y, R1 = sum (j + 1/2) y of the right window, L0 and L1 of the left one, counted from the
// border; when the border moves by one point, every j of the right falls and of the left grows
// by 1. The step needs D0 = R0 - L0 and D1 = R1 - L1, which follow from themselves and S = R0 + L0.
void steps_at_borders(std::span<const double> series, std::size_t width, std::size_t first,
                      std::span<double> steps) {
    if (steps.empty()) return;
    const BorderWeights weights(width);
    const double level = series[first];  // keeps the sums small
    const auto y = [&](std::size_t i) { return series[i] - level; };
    const auto w = static_cast<double>(width);
    double D0 = 0, D1 = 0, S = 0;
    for (std::size_t j = 0; j < width; ++j) {
        const double place = static_cast<double>(j) + 0.5;
        const double right = y(first + j), left = y(first - 1 - j);
        D0 += right - left;
        D1 += place * (right - left);
        S += right + left;
    }
    for (std::size_t k = 0;; ++k) {
        steps[k] = weights.a * D0 - weights.b * D1;
        if (k + 1 == steps.size()) return;
        const std::size_t p = first + k;
        const double crossing = y(p), entering = y(p + width), leaving = y(p - width);
        D0 += (entering - crossing) + (leaving - crossing);
        D1 += (w + 0.5) * (entering + leaving) - entering - S;
        S += entering - leaving;
    }
}

StepShapes::StepShapes(std::size_t width) : width_(width) {
    constexpr int places = 8;  // of a bend, to either side
    add([](double x) { return x > 0 ? 1.0 : 0.0; });
    add([](double x) { return x * x * x; });
    for (int place = 1 - places; place < places; ++place) {
        const double u = static_cast<double>(place) / places;
        add([u](double x) { return std::max(x - u, 0.0); });
    }
}

template <typename ValueAt>
void StepShapes::add(ValueAt value_at) {
    Shape shape;
    shape.values.resize(2 * width_);
    for (std::size_t i = 0; i < shape.values.size(); ++i)
        shape.values[i] =
            value_at((static_cast<double>(i) + 0.5) / static_cast<double>(width_) - 1);
    remove_line(shape.values);
    shape.square = dot(shape.values, shape.values);
    shapes_.push_back(std::move(shape));
}

/// A shape without the known ones, which are of length 1 and at right angles, has a square that is
/// less by what lies along them. `left` has nothing of them or a line, so they need not be taken
/// out of the shape for its product.
double StepShapes::explained(std::span<const double> left, const Shape& shape,
                             std::span<const std::vector<double>> known) const {
    const double product = dot(left, shape.values);
    double square = shape.square;
    for (const auto& other : known) {
        const double along = dot(shape.values, other);
        square -= along * along;
    }
    return square > 0 ? product * product / square : 0;
}

bool StepShapes::is_bend(std::span<const double> series, std::size_t border,
                         std::span<const std::size_t> known) const {
    std::vector<std::vector<double>> known_shapes;
    const auto clear = [&](std::span<double> values) {
        remove_line(values);
        for (const auto& shape : known_shapes) remove_shape(values, shape);
    };
    for (const std::size_t other : known) {
        if (other + width_ <= border || other >= border + width_ || other == border) continue;
        std::vector<double> shape(2 * width_, 0.0);
        for (std::size_t i = other + width_ - border; i < shape.size(); ++i) shape[i] = 1;
        clear(shape);
        set_length_1(shape);
        known_shapes.push_back(std::move(shape));
    }
    const auto window = series.subspan(border - width_, 2 * width_);
    std::vector<double> left(window.begin(), window.end());
    clear(left);
    const double by_step = explained(left, shapes_.front(), known_shapes);
    return std::any_of(shapes_.begin() + 1, shapes_.end(), [&](const Shape& shape) {
        return explained(left, shape, known_shapes) >= by_step;
    });
}

}  // namespace sneddon
