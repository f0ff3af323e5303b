#include "numeric/mixture/shape/regression_chain.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "numeric/mixture/shape/shape_start.hpp"
#include "numeric/sum/lane_math.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

using Column = std::vector<double>;

double weighted_product(const Points& points, const Column& a, const Column& b) {
    double sum = 0;
    for (std::size_t i = 0; i < points.rows; ++i) sum += points.weight(i) * a[i] * b[i];
    return sum;
}

/// Takes out of `column` what is along each of the orthogonal columns, twice for full precision.
void make_orthogonal(const Points& points, const std::vector<Column>& basis, Column& column) {
    for (int round = 0; round < 2; ++round)
        for (const Column& unit : basis) {
            const double along = weighted_product(points, unit, column);
            for (std::size_t i = 0; i < points.rows; ++i) column[i] -= along * unit[i];
        }
}

/// Makes the column a further unit of the basis; false if it is a sum of those.
bool extend(const Points& points, Column column, std::vector<Column>& basis) {
    const double before = weighted_product(points, column, column);
    make_orthogonal(points, basis, column);
    const double square = weighted_product(points, column, column);
    constexpr double dependent = 1e-12;  // of the square: what rounding leaves
    if (!(square > dependent * before)) return false;
    for (double& x : column) x /= std::sqrt(square);
    basis.push_back(std::move(column));
    return true;
}

struct Law {
    ResidualLaw law = ResidualLaw::normal;
    double log_likelihood = 0;
    double parameters = 1;  ///< beside the regression's
};

/// Minus infinity where the fit has no maximum to tell of: it collapsed.
double log_likelihood_of_shape(const Points& points, const Column& residuals, double sd,
                               ComponentFamily family) {
    Points alone;
    alone.rows = points.rows;
    alone.weights = points.weights;
    alone.columns = {residuals};
    for (double& x : alone.columns[0]) x /= sd;
    ShapedEmOptions options;
    options.nats = 1e-4;  // BIC is told apart by whole numbers
    options.most_passes = 300;
    const ShapedEmResult fit = fit_one_component(alone, family, options);
    if (fit.has_collapsed) return -std::numeric_limits<double>::infinity();
    return fit.log_likelihood - points.total_weight() * log_lanes(sd);
}

double sd_of(const Points& points, const Column& residuals) {
    return std::sqrt(weighted_product(points, residuals, residuals) / points.total_weight());
}

/// Normal or uniform, in closed form.
Law simple_law(const Points& points, const Column& residuals) {
    const double total = points.total_weight();
    const auto [low, high] = std::ranges::minmax(residuals);
    const Law normal{ResidualLaw::normal,
                     -total * (log_sqrt_two_pi + 0.5 + log_lanes(sd_of(points, residuals))), 1};
    const Law uniform{ResidualLaw::uniform, -total * log_lanes(high - low), 1};
    return uniform.log_likelihood > normal.log_likelihood ? uniform : normal;
}

/// The law of least BIC of residuals: the one given, or one of two parameters.
Law best_law(const Points& points, const Column& residuals, Law best) {
    const double of_each = log_lanes(points.total_weight()) / 2;
    const double sd = sd_of(points, residuals);
    for (const auto& [law, family] :
         {std::pair{ResidualLaw::student_t, ComponentFamily::student_t},
          std::pair{ResidualLaw::skew_normal, ComponentFamily::skew_normal}}) {
        const double reached = log_likelihood_of_shape(points, residuals, sd, family);
        if (reached - 2 * of_each > best.log_likelihood - of_each * best.parameters)
            best = {law, reached, 2};
    }
    return best;
}

struct Chain {
    RegressionChain found;
    std::vector<Column> straight;  ///< the constant and the columns so far, orthogonal
    std::vector<Column> before;    ///< the columns so far
};

std::vector<Column> with_curves(const Points& points, const Chain& chain) {
    std::vector<Column> basis = chain.straight;
    for (std::size_t a = 0; a < chain.before.size(); ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            Column product = chain.before[a];
            for (std::size_t i = 0; i < points.rows; ++i) product[i] *= chain.before[b][i];
            extend(points, std::move(product), basis);
        }
    return basis;
}

bool add_link(const Points& points, std::size_t column, Chain& chain) {
    ChainLink link;
    link.column = column;
    const double of_each = log_lanes(points.total_weight()) / 2;
    Law law;
    Column kept;
    std::size_t terms = 0;
    double best = 0;
    for (const bool is_curved : {false, true}) {
        if (is_curved && chain.before.empty()) continue;
        const std::vector<Column> basis = is_curved ? with_curves(points, chain) : chain.straight;
        Column residuals = points.columns[column];
        make_orthogonal(points, basis, residuals);
        const Law here = simple_law(points, residuals);
        const double score = here.log_likelihood - of_each * static_cast<double>(basis.size());
        if (!std::isfinite(score) || (terms > 0 && !(score > best))) continue;
        best = score;
        law = here;
        kept = std::move(residuals);
        terms = basis.size();
        link.is_curved = is_curved;
    }
    if (terms == 0) return false;
    law = best_law(points, kept, law);
    link.law = law.law;
    chain.found.links.push_back(link);
    chain.found.log_likelihood += law.log_likelihood;
    chain.found.parameters += terms + static_cast<std::size_t>(law.parameters);
    chain.before.push_back(points.columns[column]);
    return extend(points, points.columns[column], chain.straight);
}

std::optional<RegressionChain> chain_with_last(const Points& points, std::size_t last) {
    Chain chain;
    if (!extend(points, Column(points.rows, 1.0), chain.straight)) return std::nullopt;
    for (std::size_t a = 0; a < points.dimensions(); ++a)
        if (a != last && !add_link(points, a, chain)) return std::nullopt;
    if (!add_link(points, last, chain)) return std::nullopt;
    chain.found.bic =
        static_cast<double>(chain.found.parameters) * log_lanes(points.total_weight()) -
        2 * chain.found.log_likelihood;
    return chain.found;
}

std::string name_of(ResidualLaw law) {
    switch (law) {
        case ResidualLaw::normal:
            return "normal";
        case ResidualLaw::uniform:
            return "uniform";
        case ResidualLaw::student_t:
            return "t";
        case ResidualLaw::skew_normal:
            return "skew-normal";
    }
    return {};
}

}  // namespace

std::string RegressionChain::words(const std::vector<std::string>& names) const {
    std::string text, before;
    for (const ChainLink& link : links) {
        const std::string& column = names[link.column];
        text +=
            fmt::format("{}a {} law of {}", text.empty() ? "" : " and ", name_of(link.law), column);
        if (!before.empty())
            text += fmt::format(" about a {} in {}", link.is_curved ? "curve" : "line", before);
        before += (before.empty() ? "" : ", ") + column;
    }
    return text;
}

std::optional<RegressionChain> best_regression_chain(const Points& points) {
    std::optional<RegressionChain> best;
    for (std::size_t last = 0; last < points.dimensions(); ++last)
        if (auto chain = chain_with_last(points, last); chain && (!best || chain->bic < best->bic))
            best = std::move(chain);
    return best;
}

}  // namespace sneddon
