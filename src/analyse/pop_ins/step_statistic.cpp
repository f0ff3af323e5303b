#include "analyse/pop_ins/step_statistic.hpp"

#include <algorithm>
#include <cmath>

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

/// The part of the sum of squares of `left` that `shape` explains; both are free of a line.
double explained(std::span<const double> left, std::span<const double> shape) {
    double product = 0, square = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        product += left[i] * shape[i];
        square += shape[i] * shape[i];
    }
    return square > 0 ? product * product / square : 0;
}

/// Takes away what lies along `shape`, which has the length 1 or 0.
void remove_shape(std::span<double> values, std::span<const double> shape) {
    double product = 0;
    for (std::size_t i = 0; i < values.size(); ++i) product += values[i] * shape[i];
    for (std::size_t i = 0; i < values.size(); ++i) values[i] -= product * shape[i];
}

void set_length_1(std::span<double> values) {
    double square = 0;
    for (const double value : values) square += value * value;
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
// by 1.
void steps_at_borders(std::span<const double> series, std::size_t width, std::size_t first,
                      std::span<double> steps) {
    if (steps.empty()) return;
    const BorderWeights weights(width);
    const double level = series[first];  // keeps the sums small
    const auto y = [&](std::size_t i) { return series[i] - level; };
    const auto w = static_cast<double>(width);
    double R0 = 0, R1 = 0, L0 = 0, L1 = 0;
    for (std::size_t j = 0; j < width; ++j) {
        const double place = static_cast<double>(j) + 0.5;
        R0 += y(first + j);
        R1 += place * y(first + j);
        L0 += y(first - 1 - j);
        L1 += place * y(first - 1 - j);
    }
    for (std::size_t k = 0;; ++k) {
        steps[k] = weights.a * (R0 - L0) - weights.b * (R1 - L1);
        if (k + 1 == steps.size()) return;
        const std::size_t p = first + k;
        const double crossing = y(p), entering = y(p + width), leaving = y(p - width);
        R0 += entering - crossing;
        R1 += (w + 0.5) * entering - 0.5 * crossing - R0;
        L1 += L0 + 0.5 * crossing - (w + 0.5) * leaving;
        L0 += crossing - leaving;
    }
}

bool is_bend(std::span<const double> series, std::size_t width, std::size_t border,
             std::span<const std::size_t> known) {
    constexpr int places = 8;  // of a bend, to either side
    std::vector<std::vector<double>> known_shapes;
    const auto clear = [&](std::span<double> values) {
        remove_line(values);
        for (const auto& shape : known_shapes) remove_shape(values, shape);
    };
    for (const std::size_t other : known) {
        if (other + width <= border || other >= border + width || other == border) continue;
        std::vector<double> shape(2 * width, 0.0);
        for (std::size_t i = other + width - border; i < shape.size(); ++i) shape[i] = 1;
        clear(shape);
        set_length_1(shape);
        known_shapes.push_back(std::move(shape));
    }
    const auto window = series.subspan(border - width, 2 * width);
    std::vector<double> left(window.begin(), window.end()), shape(window.size());
    clear(left);
    const auto explained_by = [&](auto value_at) {
        for (std::size_t i = 0; i < shape.size(); ++i)
            shape[i] = value_at((static_cast<double>(i) + 0.5) / static_cast<double>(width) - 1);
        clear(shape);
        return explained(left, shape);
    };
    const double by_step = explained_by([](double x) { return x > 0 ? 1.0 : 0.0; });
    if (explained_by([](double x) { return x * x * x; }) >= by_step) return true;
    for (int place = 1 - places; place < places; ++place) {
        const double u = static_cast<double>(place) / places;
        if (explained_by([u](double x) { return std::max(x - u, 0.0); }) >= by_step) return true;
    }
    return false;
}

}  // namespace sneddon
