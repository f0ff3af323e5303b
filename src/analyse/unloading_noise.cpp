#include "unloading_noise.hpp"

#include <algorithm>
#include <cmath>

#include "sneddon/numeric/residual_correlation.hpp"

namespace sneddon {
namespace {

using Matrix3 = std::array<std::array<double, 3>, 3>;

/// Sums over the window: residuals in depth, their neighbours' products, and J'J of (h_p, k, q).
struct WindowSums {
    std::size_t n = 0;
    double squares = 0, products = 0, weighted_squares = 0, before = 0;
    Matrix3 gram{};

    void add(double residual, double weight, const std::array<double, 3>& row) {
        ++n;
        squares += residual * residual;
        products += residual * before;
        before = residual;
        weighted_squares += weight * residual * residual;
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j <= i; ++j) gram[i][j] += weight * row[i] * row[j];
    }
};

/// Lower Cholesky factor; false when the matrix is not positive definite.
bool factorise(const Matrix3& matrix, std::size_t size, Matrix3& lower) {
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = matrix[i][j];
            for (std::size_t k = 0; k < j; ++k) rest -= lower[i][k] * lower[j][k];
            if (i == j && !(rest > 0)) return false;
            lower[i][j] = i == j ? std::sqrt(rest) : rest / lower[j][j];
        }
    return true;
}

/// Columns d_i with sum d_i d_i' = (J'J)^-1: the rows of L^-1, J'J = L L'.
Matrix3 inverse_rows(const Matrix3& lower, std::size_t size) {
    Matrix3 inverse{};
    for (std::size_t column = 0; column < size; ++column)
        for (std::size_t i = column; i < size; ++i) {
            double rest = i == column ? 1 : 0;
            for (std::size_t k = column; k < i; ++k) rest -= lower[i][k] * inverse[k][column];
            inverse[i][column] = rest / lower[i][i];
        }
    return inverse;
}

WindowSums window_sums(const Curve& curve, const Cycle& cycle, const Measured& measured,
                       const AnalysisRecipe& recipe) {
    WindowSums sums;
    const double low = recipe.window_low, high = recipe.window_high;
    const bool is_in_load = recipe.fit_space == FitSpace::load_of_depth;
    for (std::size_t i = cycle.unload.begin; i < cycle.unload.end; ++i) {
        const double x = curve.load_uN[i] / measured.F_max_uN;
        if (!(x >= low) || x > high) continue;
        const double ln_x = std::log(x), power = std::exp(measured.q * ln_x);
        const double residual = curve.depth_nm[i] - measured.h_p_nm - measured.k_nm * power;
        const double slope = is_in_load ? x / (measured.k_nm * measured.q * power) : 1;
        sums.add(residual, slope * slope, {1, power, measured.k_nm * power * ln_x});
    }
    return sums;
}

}  // namespace

UnloadingNoise unloading_noise(const Curve& curve, const Cycle& cycle, const Measured& measured,
                               const AnalysisRecipe& recipe) {
    UnloadingNoise noise;
    if (!measured.is_fitted) return noise;
    const WindowSums sums = window_sums(curve, cycle, measured, recipe);
    const double m = 1 / measured.q;
    const bool is_at_bound = m <= recipe.m_min * (1 + 1e-9) || m >= recipe.m_max * (1 - 1e-9);
    const std::size_t parameters = is_at_bound ? 2 : 3;
    if (sums.n <= parameters) return noise;
    const double freedom = static_cast<double>(sums.n - parameters);
    noise.sd_nm = std::sqrt(sums.squares / freedom);
    noise.correlation = sums.squares > 0 ? std::clamp(sums.products / sums.squares, 0.0, 0.999) : 0;
    Matrix3 lower{};
    if (!factorise(sums.gram, parameters, lower)) return noise;
    const Matrix3 rows = inverse_rows(lower, parameters);
    const double scale =
        std::sqrt(sums.weighted_squares / freedom) * ar1_inflation(noise.correlation);
    for (std::size_t i = 0; i < parameters; ++i)
        for (std::size_t j = 0; j < parameters; ++j) noise.directions[i][j] = scale * rows[i][j];
    noise.is_known = true;
    return noise;
}

}  // namespace sneddon
