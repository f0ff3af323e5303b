// The maximum of a smooth function of one to three parameters whose derivatives nobody wrote down.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace sneddon {

struct NewtonMaximum {
    std::array<double, 3> place{};
    double value = 0;
    /// Per parameter the width over which the function falls by 1/2 along it, the others fixed: of
    /// a log-likelihood the standard error given the others.
    std::array<double, 3> width{};
    bool is_converged = false;
};

namespace newton_maximum_detail {

using Place = std::array<double, 3>;

struct Slopes {
    Place gradient{};
    std::array<Place, 3> curvature{};  ///< minus the second derivatives
};

// Central differences of fourth order for the gradient and the pure second derivatives, of second
// order for the mixed ones. `h` are the steps.
template <class Function>
Slopes slopes_at(Function& f, const Place& x, double f_x, const Place& h, std::size_t n) {
    Slopes slopes;
    const auto at = [&](std::size_t i, double si, std::size_t j, double sj) {
        Place moved = x;
        moved[i] += si * h[i];
        moved[j] += sj * h[j];
        return f(moved);
    };
    for (std::size_t i = 0; i < n; ++i) {
        const double p1 = at(i, 1, i, 0), m1 = at(i, -1, i, 0);
        const double p2 = at(i, 2, i, 0), m2 = at(i, -2, i, 0);
        slopes.gradient[i] = (8 * (p1 - m1) - (p2 - m2)) / (12 * h[i]);
        slopes.curvature[i][i] = (30 * f_x - 16 * (p1 + m1) + (p2 + m2)) / (12 * h[i] * h[i]);
        for (std::size_t j = 0; j < i; ++j) {
            const double mixed =
                at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1);
            slopes.curvature[i][j] = slopes.curvature[j][i] = -mixed / (4 * h[i] * h[j]);
        }
    }
    return slopes;
}

// The solution of curvature step = gradient by Cholesky; false where the function does not curve
// downwards in every direction.
inline bool newton_step(const Slopes& slopes, std::size_t n, Place& step) {
    std::array<Place, 3> l{};
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = slopes.curvature[i][j];
            for (std::size_t m = 0; m < j; ++m) rest -= l[i][m] * l[j][m];
            if (i == j && !(rest > 0)) return false;
            l[i][j] = i == j ? std::sqrt(rest) : rest / l[j][j];
        }
    for (std::size_t i = 0; i < n; ++i) {
        double rest = slopes.gradient[i];
        for (std::size_t m = 0; m < i; ++m) rest -= l[i][m] * step[m];
        step[i] = rest / l[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t m = i + 1; m < n; ++m) step[i] -= l[m][i] * step[m];
        step[i] /= l[i][i];
    }
    return true;
}

}  // namespace newton_maximum_detail

/// Newton's iteration on central differences, each step halved until the function does not fall.
/// f(place) may be -infinity or NaN outside its range. `width` is the scale of each parameter, for
/// instance a standard error: differences are taken over a fiftieth of it. Places are
/// good to about 1e-9 of the widths, or to what the rounding of f leaves.
template <class Function>
NewtonMaximum newton_maximum(Function&& f, std::array<double, 3> start, std::array<double, 3> width,
                             std::size_t n) {
    namespace detail = newton_maximum_detail;
    constexpr int most_steps = 60, most_halvings = 30;
    constexpr double part_of_width = 0.02, enough = 1e-9, rounding_at_most = 1e-6;
    NewtonMaximum found{start, f(start), width, false};
    double size_before = HUGE_VAL;
    for (int i = 0; i < most_steps && !found.is_converged; ++i) {
        std::array<double, 3> h{}, step{};
        for (std::size_t j = 0; j < n; ++j) h[j] = part_of_width * found.width[j];
        const detail::Slopes slopes = detail::slopes_at(f, found.place, found.value, h, n);
        const bool is_newton = detail::newton_step(slopes, n, step);
        double size = 0;
        for (std::size_t j = 0; j < n; ++j) {
            // Uphill in units of the widths where the function is not curved like a hill.
            if (!is_newton) step[j] = std::copysign(found.width[j], slopes.gradient[j]);
            if (slopes.curvature[j][j] > 0) found.width[j] = 1 / std::sqrt(slopes.curvature[j][j]);
            size = std::fmax(size, std::abs(step[j]) / found.width[j]);
        }
        if (!std::isfinite(size)) {
            for (double& w : found.width) w /= 4;  // the differences left the range
            continue;
        }
        double share = 1, value = -HUGE_VAL;
        std::array<double, 3> moved{};
        for (int halving = 0; halving < most_halvings; ++halving, share /= 2) {
            moved = found.place;
            for (std::size_t j = 0; j < n; ++j) moved[j] += share * step[j];
            value = f(moved);
            // At the end the function differs by its rounding alone.
            if (value >= found.value || (is_newton && size < 1e-4)) break;
        }
        // Steps that no longer shrink are made of rounding.
        const bool is_small =
            is_newton && (size <= enough || (size < rounding_at_most && size > size_before / 2));
        size_before = size;
        if (!(value >= found.value) && !(is_newton && size < 1e-4)) break;
        found.place = moved;
        found.value = value;
        found.is_converged = is_small;
    }
    return found;
}

}  // namespace sneddon
