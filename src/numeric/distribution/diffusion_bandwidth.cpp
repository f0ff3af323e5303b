#include "numeric/distribution/diffusion_bandwidth.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "base/nan.hpp"
#include "numeric/sum/bracketed_root.hpp"

namespace sneddon {
namespace {

constexpr std::size_t mesh = 1024;
constexpr double margin = 0.5;  // of the range, on both sides of the values
constexpr double pi = std::numbers::pi;

double whole_width(std::span<const double> sorted) {
    return (1 + 2 * margin) * (sorted.back() - sorted.front());
}

// Squares of the cosine coefficients sum_j p_j cos(pi k (2j + 1)/(2 mesh)), k = 1..mesh - 1, of the
// shares p_j of the values on the points of the mesh.
std::vector<double> squared_coefficients(std::span<const double> sorted) {
    const double range = sorted.back() - sorted.front();
    const double low = sorted.front() - margin * range, step = whole_width(sorted) / (mesh - 1);
    std::vector<double> share(mesh);
    for (const double x : sorted) {
        // Each value is shared by the two points beside it.
        const double place = (x - low) / step;
        const auto left = std::min(static_cast<std::size_t>(place), mesh - 2);
        const double right_share = place - static_cast<double>(left);
        share[left] += (1 - right_share) / static_cast<double>(sorted.size());
        share[left + 1] += right_share / static_cast<double>(sorted.size());
    }
    std::vector<double> cosine(4 * mesh);
    for (std::size_t i = 0; i < 4 * mesh; ++i)
        cosine[i] = std::cos(pi * static_cast<double>(i) / (2 * mesh));
    std::vector<double> squares;
    for (std::size_t k = 1; k < mesh; ++k) {
        double sum = 0;
        for (std::size_t j = 0; j < mesh; ++j)
            if (share[j] > 0) sum += share[j] * cosine[k * (2 * j + 1) % (4 * mesh)];
        squares.push_back(sum * sum);
    }
    return squares;
}

// |f^(s)|^2 of the density smoothed up to the time t, from the coefficients.
double squared_norm(std::span<const double> squares, int s, double t) {
    double sum = 0;
    for (std::size_t i = 0; i < squares.size(); ++i) {
        const double k = static_cast<double>(i + 1);
        sum += std::pow(k, 2 * s) * squares[i] * std::exp(-k * k * pi * pi * t);
    }
    return 2 * std::pow(pi, 2 * s) * sum;
}

// t - xi gamma^[7](t), whose root is the squared bandwidth over the squared width of the mesh.
double fixed_point(std::span<const double> squares, double n, double t) {
    double norm = squared_norm(squares, 7, t);
    for (int s = 6; s >= 2; --s) {
        double odd_product = 1;
        for (int i = 3; i <= 2 * s - 1; i += 2) odd_product *= i;
        const double constant = (1 + std::pow(0.5, s + 0.5)) / 3;
        const double time =
            std::pow(2 * constant * odd_product / std::sqrt(2 * pi) / n / norm, 2.0 / (3 + 2 * s));
        norm = squared_norm(squares, s, time);
    }
    return t - std::pow(2 * n * std::sqrt(pi) * norm, -0.4);
}

}  // namespace

double diffusion_bandwidth(std::span<const double> sorted) {
    const auto squares = squared_coefficients(sorted);
    double different = 1;
    for (std::size_t i = 1; i < sorted.size(); ++i) different += sorted[i] != sorted[i - 1];
    const auto at = [&](double t) { return fixed_point(squares, different, t); };
    // The smallest root: from a tenth of a step of the mesh up to a third of its width.
    double before = 1e-8, f_before = at(before);
    for (double t = before * 1.5; t < 0.11; t *= 1.5) {
        const double f = at(t);
        if (f_before < 0 && f >= 0)
            return whole_width(sorted) * std::sqrt(bracketed_root(at, before, f_before, t, f));
        before = t;
        f_before = f;
    }
    return nan;
}

}  // namespace sneddon
