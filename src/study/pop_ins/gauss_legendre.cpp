#include "study/pop_ins/gauss_legendre.hpp"

#include <cmath>
#include <numbers>

namespace sneddon {
namespace {

/// P_n and its derivative by the recurrence of the Legendre polynomials.
struct Legendre {
    double value = 1, slope = 0;

    explicit Legendre(double x) {
        double before = 0;
        for (std::size_t n = 1; n <= gauss_legendre_count; ++n) {
            const auto order = static_cast<double>(n);
            const double next = ((2 * order - 1) * x * value - (order - 1) * before) / order;
            before = value;
            value = next;
        }
        slope = static_cast<double>(gauss_legendre_count) * (x * value - before) / (x * x - 1);
    }
};

/// A root of P_n and its weight, w = 2/((1 - x^2) P_n'^2) (Abramowitz and Stegun 1964, 25.4.29), by
/// Newton's iteration from cos(pi (i - 1/4)/(n + 1/2)); both for [0, 1].
GaussNode node_of(std::size_t i) {
    constexpr int enough_steps = 8;  // the start is good to 1e-5, each step doubles its digits
    const double quarter = 0.25, half = 0.5;
    const auto n = static_cast<double>(gauss_legendre_count);
    double x = -std::cos(std::numbers::pi * (static_cast<double>(i) + 1 - quarter) / (n + half));
    for (int step = 0; step < enough_steps; ++step) {
        const Legendre here(x);
        x -= here.value / here.slope;
    }
    const Legendre root(x);
    return {(1 + x) / 2, 1 / ((1 - x * x) * root.slope * root.slope)};
}

}  // namespace

const std::array<GaussNode, gauss_legendre_count>& gauss_legendre_nodes() {
    static const auto nodes = [] {
        std::array<GaussNode, gauss_legendre_count> all{};
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = node_of(i);
        return all;
    }();
    return nodes;
}

}  // namespace sneddon
