#include "numeric/mixture/one_population.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/ordered_parallel.hpp"
#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/least_squares/symmetric_eigen.hpp"
#include "numeric/mixture/pack_mixture.hpp"
#include "numeric/mixture/shape/shape_start.hpp"
#include "numeric/mixture/standardise.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

constexpr std::array powers_tried = {1.0, 0.5, 0.0, -0.5};
/// From nearly Cauchy to nearly normal.
constexpr std::array degrees_tried = {2.0, 3.0, 4.0, 6.0, 9.0, 14.0, 25.0};
/// The t law takes some hundred passes: a second for so many rows.
constexpr std::size_t most_rows_of_t = 65536;
/// The chain takes some thousand passes over a column.
constexpr std::size_t most_rows_of_shapes = 16384;

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

std::vector<double> distances(const Scatter& scatter, const Points& points) {
    std::vector<double> squares(points.rows);
    for (std::size_t i = 0; i < points.rows; ++i) squares[i] = distance(scatter, points, i);
    return squares;
}

/// One step of parameter-expanded EM (Kent, Tyler and Vardi 1994): rows far out weigh less.
/// `squares`: their distances now.
std::optional<Scatter> next_scatter(const std::vector<double>& squares, const Points& points,
                                    double degrees) {
    const std::size_t d = points.dimensions();
    std::vector<double> weights(points.rows);
    double total = 0;
    Vector mean{};
    Matrix covariance{};
    for (std::size_t i = 0; i < points.rows; ++i) {
        weights[i] = points.weight(i) * (degrees + static_cast<double>(d)) / (degrees + squares[i]);
        total += weights[i];
        for (std::size_t a = 0; a < d; ++a) mean[a] += weights[i] * points.columns[a][i];
    }
    for (std::size_t a = 0; a < d; ++a) mean[a] /= total;
    for (std::size_t i = 0; i < points.rows; ++i) {
        const double part = weights[i] / total;
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b)
                covariance[a * d + b] +=
                    part * (points.columns[a][i] - mean[a]) * (points.columns[b][i] - mean[b]);
    }
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < a; ++b) covariance[b * d + a] = covariance[a * d + b];
    return scatter_of(std::span(mean).first(d), covariance, d);
}

/// The sum of ln(1 + square / degrees); rows without weights share a logarithm, eight of them.
double sum_of_logarithms(const std::vector<double>& squares, const Points& points, double degrees) {
    double sum = 0, product = 1;
    for (std::size_t i = 0; i < squares.size(); ++i) {
        const double factor = 1 + squares[i] / degrees;
        if (!points.weights.empty()) {
            sum += points.weights[i] * portable_log(factor);
            continue;
        }
        product *= factor;  // of standardised rows: 1e9 at most, far below the largest number
        if (i % 8 != 7 && i + 1 < squares.size()) continue;
        sum += portable_log(product);
        product = 1;
    }
    return sum;
}

double log_likelihood_of_t(const Scatter& scatter, const std::vector<double>& squares,
                           const Points& points, double degrees) {
    const auto d = static_cast<double>(points.dimensions());
    const double of_each = log_gamma((degrees + d) / 2) - log_gamma(degrees / 2) -
                           d / 2 * portable_log(degrees * std::numbers::pi) -
                           scatter.log_determinant / 2;
    return points.total_weight() * of_each -
           (degrees + d) / 2 * sum_of_logarithms(squares, points, degrees);
}

std::optional<double> fit_t(Scatter scatter, const Points& points, double degrees) {
    constexpr int most_steps = 200;
    constexpr double nats = 1e-4;  // BIC is told apart by whole numbers
    std::vector<double> squares = distances(scatter, points);
    double reached = log_likelihood_of_t(scatter, squares, points, degrees);
    for (int step = 0; step < most_steps; ++step) {
        const auto next = next_scatter(squares, points, degrees);
        if (!next) return std::nullopt;
        squares = distances(*next, points);
        const double here = log_likelihood_of_t(*next, squares, points, degrees);
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

void keep_better(std::optional<OnePopulation>& best, OnePopulation one, double total_weight,
                 double of_search = 0) {
    one.bic = static_cast<double>(one.parameters) * portable_log(total_weight) -
              2 * one.log_likelihood + of_search;
    if (!best || one.bic < best->bic) best = std::move(one);
}

/// Whether a chain is one of the laws of all columns at once: normal, or of one column.
bool is_known(const RegressionChain& chain) {
    const auto is_normal_line = [](const ChainLink& link) {
        return link.law == ResidualLaw::normal && !link.is_curved;
    };
    return std::ranges::all_of(chain.links, is_normal_line) ||
           (chain.links.size() == 1 && chain.links[0].law != ResidualLaw::uniform);
}

/// The rows turned so that their columns do not vary together, the narrowest last.
Points in_principal_axes(const Points& rows, const GaussianMixture& all) {
    const std::size_t d = rows.dimensions();
    const SymmetricEigen eigen = symmetric_eigen(all.covariances, d);
    Points turned = rows;
    for (std::size_t a = 0; a < d; ++a) {
        const auto axis = std::span(eigen.vectors).subspan((d - 1 - a) * d, d);
        for (std::size_t i = 0; i < rows.rows; ++i) {
            double along = 0;
            for (std::size_t b = 0; b < d; ++b) along += axis[b] * rows.columns[b][i];
            turned.columns[a][i] = along;
        }
    }
    return turned;
}

/// How many chains of d columns one is chosen from: an order, 4 laws a link, straight or curved
/// but for the first, columns or principal axes. So many lie close to any cloud that BIC alone
/// would find one for true groups too; twice the logarithm of their number pays for the choice
/// (extended BIC; Chen and Chen 2008, Biometrika 95, 759).
double chains_tried(std::size_t d) {
    constexpr double laws = 4, shapes = 2, axes = 2;
    const auto links = static_cast<double>(d);
    return links * std::pow(laws, links) * std::pow(shapes, links - 1) * (d > 1 ? axes : 1);
}

/// A skew-normal law and a chain of the raised rows; `one` has their powers. `change` is what their
/// ln L differs by in the columns as they were given.
void add_shapes(const Points& rows, double change, OnePopulation one,
                std::optional<OnePopulation>& best) {
    const double total_weight = rows.total_weight();
    const std::size_t d = rows.dimensions();
    const auto of_powers = static_cast<std::size_t>(
        std::ranges::count_if(one.powers, [](double power) { return power != 1; }));
    one.degrees_of_freedom = std::numeric_limits<double>::infinity();
    ShapedEmOptions options;
    options.nats = 1e-4;  // BIC is told apart by whole numbers
    options.most_passes = 300;
    const double skewed =
        fit_one_component(rows, ComponentFamily::skew_normal, options).log_likelihood;
    if (std::isfinite(skewed)) {
        one.is_skew_normal = true;
        one.log_likelihood = skewed + change;
        one.parameters = parameter_count(1, d) + d + of_powers;
        keep_better(best, one, total_weight);
        one.is_skew_normal = false;
    }
    const auto add_chain = [&](const Points& of_rows, std::size_t further) {
        one.chain = best_regression_chain(of_rows);
        if (!one.chain || is_known(*one.chain)) return;
        one.log_likelihood = one.chain->log_likelihood + change;
        one.parameters = one.chain->parameters + further;
        keep_better(best, one, total_weight, 2 * portable_log(chains_tried(d)));
    };
    add_chain(rows, of_powers);
    if (of_powers > 0 || d == 1) return;
    one.is_of_axes = true;
    add_chain(in_principal_axes(rows, single_gaussian(rows)), d * (d - 1) / 2);
}

/// Normal or t law of columns raised to powers, and what add_shapes adds; none where they are
/// degenerate.
std::optional<OnePopulation> law_of(const Points& points, const std::vector<double>& powers,
                                    bool also_t, unsigned threads) {
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
    ordered_parallel(
        degrees_tried.size(), threads, Stop(),
        [&](std::size_t i) { return fit_t(*scatter, rows, degrees_tried[i]); },
        [&](std::size_t i, std::optional<double> reached) {
            if (!reached) return;
            one.degrees_of_freedom = degrees_tried[i];
            one.log_likelihood = *reached + change;
            keep_better(best, one, total_weight);
        });
    if (rows.rows <= most_rows_of_shapes) add_shapes(rows, change, one, best);
    return best;
}

/// The power of one column by the BIC of a normal law.
double best_power(const Points& points, std::size_t column) {
    if (!(*std::ranges::min_element(points.columns[column]) > 0)) return 1;
    Points alone = points;
    alone.columns = {points.columns[column]};
    std::optional<OnePopulation> best;
    for (const double power : powers_tried)
        if (auto one = law_of(alone, {power}, false, 1); one && (!best || one->bic < best->bic))
            best = std::move(one);
    return best ? best->powers[0] : 1;
}

std::string name_of(const std::string& column, double power) {
    if (power == 1) return column;
    if (power == 0) return fmt::format("ln({})", column);
    return fmt::format("({})^{}", column, power);
}

}  // namespace

std::string OnePopulation::words(const std::vector<std::string>& column_names) const {
    std::vector<std::string> names;
    for (std::size_t a = 0; a < powers.size(); ++a)
        names.push_back(is_of_axes ? fmt::format("principal axis {}", a + 1) :

                                   name_of(a < column_names.size()
                                               ? column_names[a]
                                               : fmt::format("column {}", a + 1),
                                           powers[a]));
    if (chain) return chain->words(names);
    std::string text = is_skew_normal ? "a skew-normal law of "
                       : std::isfinite(degrees_of_freedom)
                           ? fmt::format("a t law ({} degrees of freedom) of ", degrees_of_freedom)
                           : std::string("a normal law of ");
    for (std::size_t a = 0; a < names.size(); ++a)
        text += (a == 0 ? "" : a + 1 == names.size() ? " and " : ", ") + names[a];
    return text;
}

std::optional<OnePopulation> best_single_population(const Points& points, unsigned threads) {
    const std::vector<double> as_they_are(points.dimensions(), 1);
    std::vector<double> powers;
    for (std::size_t a = 0; a < points.dimensions(); ++a) powers.push_back(best_power(points, a));
    auto best = law_of(points, as_they_are, true, threads);
    if (powers == as_they_are) return best;
    if (auto one = law_of(points, powers, true, threads); one && (!best || one->bic < best->bic))
        best = std::move(one);
    return best;
}

}  // namespace sneddon
