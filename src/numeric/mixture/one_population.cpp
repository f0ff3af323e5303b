#include "numeric/mixture/one_population.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/pack_mixture.hpp"
#include "numeric/mixture/standardise.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

constexpr std::array powers_tried = {1.0, 0.5, 0.0, -0.5};
/// From nearly Cauchy to nearly normal.
constexpr std::array degrees_tried = {2.0, 3.0, 4.0, 6.0, 9.0, 14.0, 25.0};
/// The t law takes some hundred passes: a second for so many rows.
constexpr std::size_t most_rows_of_t = 65536;

using Matrix = std::array<double, most_dimensions * most_dimensions>;
using Vector = std::array<double, most_dimensions>;

/// A column raised to a power, about its geometric mean, and the sum of ln |dy/dx|.
struct Raised {
    std::vector<double> values;
    double log_jacobian = 0;
};

Raised raise(const Points& points, std::size_t column, double power) {
    const std::vector<double>& x = points.columns[column];
    if (power == 1) return {x, 0};
    std::vector<double> logarithms;
    double centre = 0;
    for (std::size_t i = 0; i < points.rows; ++i) {
        logarithms.push_back(portable_log(x[i]));
        centre += points.weight(i) * logarithms[i];
    }
    centre /= points.total_weight();
    Raised raised;
    for (std::size_t i = 0; i < points.rows; ++i) {
        const double y = logarithms[i] - centre;
        raised.values.push_back(power == 0 ? y : portable_exp(power * y));
        const double slope = power == 0 ? 0 : portable_log(std::fabs(power)) + power * y;
        raised.log_jacobian += points.weight(i) * (slope - logarithms[i]);
    }
    return raised;
}

/// Location and scatter of a t law, or of the normal one.
struct Scatter {
    Vector mean{};
    Matrix inverse{};  ///< of the Cholesky factor
    double log_determinant = 0;
};

std::optional<Scatter> scatter_of(std::span<const double> mean, std::span<const double> covariance,
                                  std::size_t d) {
    Scatter scatter;
    std::ranges::copy(mean, scatter.mean.begin());
    Matrix lower{};
    if (!cholesky(covariance, d, lower)) return std::nullopt;
    invert_lower(lower, d, scatter.inverse);
    for (std::size_t a = 0; a < d; ++a)
        scatter.log_determinant += 2 * portable_log(lower[a * d + a]);
    return scatter;
}

/// Squared Mahalanobis distance of a row.
double distance(const Scatter& scatter, const Points& points, std::size_t row) {
    const std::size_t d = points.dimensions();
    double square = 0;
    for (std::size_t a = 0; a < d; ++a) {
        double y = 0;
        for (std::size_t b = 0; b <= a; ++b)
            y += scatter.inverse[a * d + b] * (points.columns[b][row] - scatter.mean[b]);
        square += y * y;
    }
    return square;
}

/// One step of parameter-expanded EM (Kent, Tyler and Vardi 1994): rows far out weigh less.
std::optional<Scatter> next_scatter(const Scatter& from, const Points& points, double degrees) {
    const std::size_t d = points.dimensions();
    std::vector<double> weights;
    double total = 0;
    Vector mean{};
    Matrix covariance{};
    for (std::size_t i = 0; i < points.rows; ++i) {
        weights.push_back(points.weight(i) * (degrees + static_cast<double>(d)) /
                          (degrees + distance(from, points, i)));
        total += weights[i];
        for (std::size_t a = 0; a < d; ++a) mean[a] += weights[i] * points.columns[a][i];
    }
    for (std::size_t a = 0; a < d; ++a) mean[a] /= total;
    for (std::size_t i = 0; i < points.rows; ++i)
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b < d; ++b)
                covariance[a * d + b] += weights[i] / total * (points.columns[a][i] - mean[a]) *
                                         (points.columns[b][i] - mean[b]);
    return scatter_of(std::span(mean).first(d), covariance, d);
}

double log_likelihood_of_t(const Scatter& scatter, const Points& points, double degrees) {
    const auto d = static_cast<double>(points.dimensions());
    const double of_each = log_gamma((degrees + d) / 2) - log_gamma(degrees / 2) -
                           d / 2 * portable_log(degrees * std::numbers::pi) -
                           scatter.log_determinant / 2;
    double sum = 0;
    for (std::size_t i = 0; i < points.rows; ++i)
        sum += points.weight(i) *
               (of_each -
                (degrees + d) / 2 * portable_log(1 + distance(scatter, points, i) / degrees));
    return sum;
}

std::optional<double> fit_t(Scatter scatter, const Points& points, double degrees) {
    constexpr int most_steps = 200;
    constexpr double nats = 1e-4;  // BIC is told apart by whole numbers
    double reached = log_likelihood_of_t(scatter, points, degrees);
    for (int step = 0; step < most_steps; ++step) {
        const auto next = next_scatter(scatter, points, degrees);
        if (!next) return std::nullopt;
        scatter = *next;
        const double here = log_likelihood_of_t(scatter, points, degrees);
        const bool is_there = here - reached < nats;
        reached = here;
        if (is_there) break;
    }
    return reached;
}

double log_likelihood_of_normal(const Scatter& scatter, std::size_t d, double total_weight) {
    return -total_weight / 2 *
           (static_cast<double>(d) * (portable_log(2 * std::numbers::pi) + 1) +
            scatter.log_determinant);
}

void keep_better(std::optional<OnePopulation>& best, OnePopulation one, double total_weight) {
    one.bic =
        static_cast<double>(one.parameters) * portable_log(total_weight) - 2 * one.log_likelihood;
    if (!best || one.bic < best->bic) best = std::move(one);
}

/// Normal or t law of columns raised to powers; none where they are degenerate.
std::optional<OnePopulation> law_of(const Points& points, const std::vector<double>& powers,
                                    bool also_t) {
    Points raised = points;
    double change = 0;
    for (std::size_t a = 0; a < powers.size(); ++a) {
        Raised column = raise(points, a, powers[a]);
        raised.columns[a] = std::move(column.values);
        change += column.log_jacobian;
    }
    const auto standardised = standardise(raised);
    if (!standardised) return std::nullopt;
    const Points& rows = standardised->points;
    const std::size_t d = rows.dimensions();
    const double total_weight = rows.total_weight();
    change -= total_weight * standardised->sum_log_scale;
    const GaussianMixture all = single_gaussian(rows);
    const auto scatter = scatter_of(all.means, all.covariances, d);
    if (!scatter) return std::nullopt;

    OnePopulation one;
    one.powers = powers;
    one.parameters = parameter_count(1, d) + static_cast<std::size_t>(std::ranges::count_if(
                                                 powers, [](double power) { return power != 1; }));
    one.log_likelihood = log_likelihood_of_normal(*scatter, d, total_weight) + change;
    std::optional<OnePopulation> best;
    keep_better(best, one, total_weight);
    if (!also_t || rows.rows > most_rows_of_t) return best;
    ++one.parameters;
    for (const double degrees : degrees_tried)
        if (const auto reached = fit_t(*scatter, rows, degrees)) {
            one.degrees_of_freedom = degrees;
            one.log_likelihood = *reached + change;
            keep_better(best, one, total_weight);
        }
    return best;
}

/// The power of one column by the BIC of a normal law.
double best_power(const Points& points, std::size_t column) {
    if (!(*std::ranges::min_element(points.columns[column]) > 0)) return 1;
    Points alone = points;
    alone.columns = {points.columns[column]};
    std::optional<OnePopulation> best;
    for (const double power : powers_tried)
        if (auto one = law_of(alone, {power}, false); one && (!best || one->bic < best->bic))
            best = std::move(one);
    return best ? best->powers[0] : 1;
}

std::string name_of(std::size_t column, double power) {
    if (power == 1) return fmt::format("column {}", column + 1);
    if (power == 0) return fmt::format("ln(column {})", column + 1);
    return fmt::format("(column {})^{}", column + 1, power);
}

}  // namespace

std::string OnePopulation::words() const {
    std::string text = std::isfinite(degrees_of_freedom)
                           ? fmt::format("a t law ({} degrees of freedom) of ", degrees_of_freedom)
                           : std::string("a normal law of ");
    for (std::size_t a = 0; a < powers.size(); ++a)
        text += (a == 0 ? "" : a + 1 == powers.size() ? " and " : ", ") + name_of(a, powers[a]);
    return text;
}

std::optional<OnePopulation> best_single_population(const Points& points) {
    const std::vector<double> as_they_are(points.dimensions(), 1);
    std::vector<double> powers;
    for (std::size_t a = 0; a < points.dimensions(); ++a) powers.push_back(best_power(points, a));
    auto best = law_of(points, as_they_are, true);
    if (powers == as_they_are) return best;
    if (auto one = law_of(points, powers, true); one && (!best || one->bic < best->bic))
        best = std::move(one);
    return best;
}

}  // namespace sneddon
