#include "analyse/unloading_noise.hpp"

#include <cmath>

#include "analyse/unloading_window.hpp"
#include "numeric/elementary/elementary.hpp"

namespace sneddon {
namespace {

/// The fit near its answer: residuals in depth, derivatives of depth by (h_p, k, q), and how each
/// point counts. P(h) counts it with the square of its slope, as its least squares in load do.
struct FitRows {
    std::vector<double> residuals, counts;
    LinearEstimator estimator;
};

FitRows fit_rows(const Curve& curve, const Cycle& cycle, const Measured& measured,
                 const AnalysisRecipe& recipe) {
    FitRows rows;
    const bool is_in_load = recipe.fit_space == FitSpace::load_of_depth;
    const double q = 1 / measured.m;
    const auto points =
        points_of_window(curve, cycle.unload, measured.F_max_uN, unloading_options(recipe));
    rows.residuals.reserve(points.size());
    rows.counts.reserve(points.size());
    rows.estimator.curve.reserve(points.size());
    rows.estimator.weight.reserve(points.size());
    std::vector<double> relative_loads, logs(points.size()), powers(points.size());
    relative_loads.reserve(points.size());
    for (const std::size_t i : points)
        relative_loads.push_back(curve.load_uN[i] / measured.F_max_uN);
    natural_logs(relative_loads, logs);
    exponentials(q, logs, powers);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double slope = is_in_load ? relative_loads[i] / (measured.k_nm * q * powers[i]) : 1;
        rows.residuals.push_back(curve.depth_nm[points[i]] - measured.h_p_nm -
                                 measured.k_nm * powers[i]);
        rows.counts.push_back(slope * slope);
        rows.estimator.curve.push_back({1, powers[i], measured.k_nm * powers[i] * logs[i]});
    }
    return rows;
}

/// Lower Cholesky factor; false when the matrix is not positive definite.
bool factorise(const EstimatorMatrix& matrix, std::size_t size, EstimatorMatrix& lower) {
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = matrix[i][j];
            for (std::size_t k = 0; k < j; ++k) rest -= lower[i][k] * lower[j][k];
            if (i == j && !(rest > 0)) return false;
            lower[i][j] = i == j ? std::sqrt(rest) : rest / lower[j][j];
        }
    return true;
}

EstimatorMatrix inverse_of_lower(const EstimatorMatrix& lower, std::size_t size) {
    EstimatorMatrix inverse{};
    for (std::size_t column = 0; column < size; ++column)
        for (std::size_t i = column; i < size; ++i) {
            double rest = i == column ? 1 : 0;
            for (std::size_t k = column; k < i; ++k) rest -= lower[i][k] * inverse[k][column];
            inverse[i][column] = rest / lower[i][i];
        }
    return inverse;
}

/// (B'W B)^-1 of the columns that were fitted; false where they depend on each other.
bool inverse_gram(const FitRows& rows, EstimatorMatrix& inverse) {
    const std::size_t size = rows.estimator.parameters;
    EstimatorMatrix gram{}, lower{};
    for (std::size_t i = 0; i < rows.counts.size(); ++i) {
        const EstimatorRow& row = rows.estimator.curve[i];
        for (std::size_t k = 0; k < size; ++k)
            for (std::size_t l = 0; l <= k; ++l) gram[k][l] += rows.counts[i] * row[k] * row[l];
    }
    if (!factorise(gram, size, lower)) return false;
    const EstimatorMatrix half = inverse_of_lower(lower, size);
    for (std::size_t k = 0; k < size; ++k)
        for (std::size_t l = 0; l < size; ++l)
            for (std::size_t j = 0; j < size; ++j) inverse[k][l] += half[j][k] * half[j][l];
    return true;
}

/// A = (B'W B)^-1 B'W.
bool add_weights(FitRows& rows) {
    EstimatorMatrix inverse{};
    if (!inverse_gram(rows, inverse)) return false;
    for (std::size_t i = 0; i < rows.counts.size(); ++i) {
        EstimatorRow weight{};
        const EstimatorRow& row = rows.estimator.curve[i];
        for (std::size_t k = 0; k < largest_estimator; ++k)
            weight[k] = rows.counts[i] *
                        (inverse[k][0] * row[0] + inverse[k][1] * row[1] + inverse[k][2] * row[2]);
        rows.estimator.weight.push_back(weight);
    }
    return true;
}

bool is_h_p_bound(const Measured& measured, const AnalysisRecipe& recipe) {
    return recipe.final_depth == FinalDepthRule::not_negative && measured.h_p_nm == 0;
}

}  // namespace

UnloadingNoise unloading_noise(const Curve& curve, const Cycle& cycle, const Measured& measured,
                               const AnalysisRecipe& recipe) {
    UnloadingNoise noise;
    if (!measured.is_fitted) return noise;
    FitRows rows = fit_rows(curve, cycle, measured, recipe);
    const double m = measured.m;
    constexpr double rounding = 1e-9;  // of a bound
    const bool is_at_bound =
        m <= recipe.m_min * (1 + rounding) || m >= recipe.m_max * (1 - rounding);
    const std::size_t first = is_h_p_bound(measured, recipe) ? 1 : 0;  // parameter that was fitted
    const std::size_t parameters = (is_at_bound ? 2 : 3) - first;
    if (first > 0)
        for (EstimatorRow& row : rows.estimator.curve) row = {row[1], row[2], 0};
    for (EstimatorRow& row : rows.estimator.curve)
        for (std::size_t k = parameters; k < row.size(); ++k) row[k] = 0;
    rows.estimator.parameters = parameters;
    if (rows.residuals.size() <= parameters || !add_weights(rows)) return noise;
    const AutoregressiveNoise found = noise_about_fit(rows.residuals, rows.estimator);
    noise.sd_nm = found.sd;
    noise.correlation = found.correlation;
    EstimatorMatrix lower{};
    if (!factorise(parameter_covariance(rows.estimator, found.correlation), parameters, lower))
        return noise;
    for (std::size_t i = 0; i < parameters; ++i)
        for (std::size_t j = i; j < parameters; ++j)
            noise.directions[i][j + first] = found.sd * lower[j][i];
    noise.is_known = true;
    return noise;
}

}  // namespace sneddon
