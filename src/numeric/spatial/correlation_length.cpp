#include "numeric/spatial/correlation_length.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_values = 30;
constexpr std::size_t neighbours_of_small_maps = 24, neighbours_of_large_maps = 12;
constexpr std::size_t large_map = 5000;
constexpr int length_steps = 32;
constexpr std::array nuggets = {0.0,  0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3,
                                0.35, 0.4,  0.5,  0.6, 0.7,  0.8, 0.9,  0.95};

double correlation(CorrelationModel model, double distance, double length) {
    if (model == CorrelationModel::exponential) return std::exp(-distance / length);
    const double s = std::sqrt(3.0) * distance / length;
    return (1 + s) * std::exp(-s);
}

/// Where a neighbour lies, in cells.
struct Offset {
    int dx, dy;
    auto operator<=>(const Offset&) const = default;
};
using Neighbourhood = std::vector<Offset>;

/// Cells of one neighbourhood have one set of weights.
struct CellsAlike {
    Neighbourhood neighbours;
    std::vector<std::size_t> cells;
};

/// The half plane before a cell in the order of rows, nearest first.
Neighbourhood offsets_before(const GridGeometry& grid) {
    constexpr int reach = 8;
    Neighbourhood offsets;
    for (int dy = -reach; dy <= 0; ++dy)
        for (int dx = -reach; dx <= reach; ++dx)
            if (dy < 0 || dx < 0) offsets.push_back({dx, dy});
    const auto distance = [&](const Offset& o) {
        return std::hypot(o.dx * grid.pitch_x, o.dy * grid.pitch_y);
    };
    std::ranges::stable_sort(offsets, {}, distance);
    return offsets;
}

std::vector<CellsAlike> neighbourhoods(const GridGeometry& grid,
                                       const std::vector<bool>& is_present, std::size_t most) {
    const Neighbourhood offsets = offsets_before(grid);
    std::map<Neighbourhood, std::vector<std::size_t>> alike;
    const auto columns = static_cast<int>(grid.shape.columns);
    for (std::size_t cell = 0; cell < is_present.size(); ++cell) {
        if (!is_present[cell]) continue;
        const int x = static_cast<int>(cell) % columns, y = static_cast<int>(cell) / columns;
        Neighbourhood found;
        for (const auto& [dx, dy] : offsets) {
            if (found.size() == most) break;
            if (x + dx < 0 || x + dx >= columns || y + dy < 0) continue;
            if (is_present[static_cast<std::size_t>((y + dy) * columns + x + dx)])
                found.push_back({dx, dy});
        }
        alike[found].push_back(cell);
    }
    std::vector<CellsAlike> list;
    for (auto& [neighbours, cells] : alike) list.push_back({neighbours, std::move(cells)});
    return list;
}

/// The best linear guess of a value from its neighbours, in units of the variance.
struct Guess {
    std::vector<double> weights;
    double variance = 1;  ///< of what the guess misses
};

class Covariance {
  public:
    Covariance(const GridGeometry& grid, CorrelationModel model, double length, double nugget)
        : nugget_(nugget) {
        constexpr int largest = 2 * 8 + 1;
        side_ = largest;
        for (int dy = 0; dy < largest; ++dy)
            for (int dx = 0; dx < largest; ++dx)
                table_.push_back(
                    (1 - nugget) *
                    correlation(model, std::hypot(dx * grid.pitch_x, dy * grid.pitch_y), length));
    }

    /// Cholesky of the neighbours' covariance, then the two triangles. The memory is used again.
    /// By columns: the rows below are independent of each other, each takes its terms in one order.
    void guess(const Neighbourhood& at, Guess& answer) {
        const std::size_t n = at.size();
        columns_.resize(n * n);
        for (std::size_t j = 0; j < n; ++j) {
            double* const column = &columns_[j * n];
            for (std::size_t i = j; i < n; ++i) column[i] = between(at[i], at[j]);
            column[j] += nugget_;
            for (std::size_t k = 0; k < j; ++k) take_off(k, columns_[k * n + j], j, n, column);
            // The least that rounding leaves of a correlation near 1.
            column[j] = std::sqrt(std::max(column[j], 1e-12));
            for (std::size_t i = j + 1; i < n; ++i) column[i] /= column[j];
        }
        auto& w = answer.weights;
        w.resize(n);
        for (std::size_t i = 0; i < n; ++i) w[i] = between(at[i], {0, 0});
        answer.variance = 1;
        for (std::size_t k = 0; k < n; ++k) {
            w[k] /= columns_[k * n + k];
            answer.variance -= w[k] * w[k];
            take_off(k, w[k], k + 1, n, w.data());
        }
        answer.variance = std::max(answer.variance, 1e-12);
        for (std::size_t i = n; i-- > 0;) {
            for (std::size_t k = i + 1; k < n; ++k) w[i] -= columns_[i * n + k] * w[k];
            w[i] /= columns_[i * n + i];
        }
    }

  private:
    double between(const Offset& a, const Offset& b) const {
        return table_[static_cast<std::size_t>(std::abs(a.dy - b.dy) * side_ +
                                               std::abs(a.dx - b.dx))];
    }

    /// Rows [first, n) less `factor` times column k.
    void take_off(std::size_t k, double factor, std::size_t first, std::size_t n,
                  double* rows) const {
        const double* const column = &columns_[k * n];
        for (std::size_t i = first; i < n; ++i) rows[i] -= column[i] * factor;
    }

    double nugget_;
    int side_ = 0;
    std::vector<double> table_;
    std::vector<double> columns_;  ///< of the Cholesky factor, one after the other
};

/// Sums over what the guesses miss of one quantity and of a constant.
struct Missed {
    double constant = 0, mixed = 0, squares = 0;
};

/// The restricted log-likelihood of each quantity, mean and variance at their best.
std::vector<double> likelihoods(const std::vector<CellsAlike>& alike, Covariance covariance,
                                std::span<const std::vector<double>> quantities, int columns) {
    std::vector<Missed> missed(quantities.size());
    double log_determinant = 0, n = 0;
    Guess guess;
    for (const auto& [neighbours, cells] : alike) {
        covariance.guess(neighbours, guess);
        const double of_constant =
            1 - std::accumulate(guess.weights.begin(), guess.weights.end(), 0.0);
        log_determinant += static_cast<double>(cells.size()) * std::log(guess.variance);
        n += static_cast<double>(cells.size());
        for (std::size_t q = 0; q < quantities.size(); ++q)
            for (const std::size_t cell : cells) {
                double off = quantities[q][cell];
                for (std::size_t k = 0; k < neighbours.size(); ++k) {
                    const auto [dx, dy] = neighbours[k];
                    off -= guess.weights[k] * quantities[q][static_cast<std::size_t>(
                                                  static_cast<int>(cell) + dy * columns + dx)];
                }
                missed[q].constant += of_constant * of_constant / guess.variance;
                missed[q].mixed += of_constant * off / guess.variance;
                missed[q].squares += off * off / guess.variance;
            }
    }
    std::vector<double> found;
    for (const Missed& sums : missed) {
        const double squares = sums.squares - sums.mixed * sums.mixed / sums.constant;
        found.push_back(-0.5 * (log_determinant + std::log(sums.constant) +
                                (n - 1) * std::log(squares / (n - 1))));
    }
    return found;
}

struct Peak {
    double place, value;
};

/// Of the parabola through the largest of equally or unequally spaced points and its neighbours.
Peak peak_of(std::span<const double> x, std::span<const double> y) {
    const auto top = static_cast<std::size_t>(std::ranges::max_element(y) - y.begin());
    if (top == 0 || top + 1 == y.size()) return {x[top], y[top]};
    // Of a slope this steep the next point says nothing of the shape at the top.
    constexpr double steep = 3;
    if (y[top] - std::min(y[top - 1], y[top + 1]) > steep) return {x[top], y[top]};
    const double left = (y[top] - y[top - 1]) / (x[top] - x[top - 1]);
    const double right = (y[top + 1] - y[top]) / (x[top + 1] - x[top]);
    const double bend = (right - left) / (x[top + 1] - x[top - 1]);
    if (!(bend < 0)) return {x[top], y[top]};
    const double middle = (x[top] + x[top - 1]) / 2;
    const double place = std::clamp(middle - left / (2 * bend), x[top - 1], x[top + 1]);
    const double slope_at_top = left + bend * (x[top] - x[top - 1]);
    const double step = place - x[top];
    return {place, y[top] + slope_at_top * step + bend * step * step};
}

/// The likelihoods of each quantity at the nuggets where its peak is, minus infinity elsewhere: at
/// every other one, then beside the largest. Last stands that of independent values: without
/// likeness the nugget is all, and that end belongs to every length.
template <class At>
std::vector<std::vector<double>> over_nuggets(const std::vector<double>& independent, At at) {
    constexpr double unknown = -std::numeric_limits<double>::infinity();
    std::vector<std::vector<double>> found(independent.size(),
                                           std::vector<double>(nuggets.size() + 1, unknown));
    for (std::size_t q = 0; q < found.size(); ++q) found[q].back() = independent[q];
    std::array<bool, nuggets.size() + 1> is_known{};
    is_known.back() = true;
    const auto add = [&](std::size_t i) {
        if (std::exchange(is_known[i], true)) return;
        const std::vector<double> here = at(nuggets[i]);
        for (std::size_t q = 0; q < found.size(); ++q) found[q][i] = here[q];
    };
    for (std::size_t i = 0; i < nuggets.size(); i += 2) add(i);
    for (std::size_t q = 0; q < found.size(); ++q) {
        const auto top =
            static_cast<std::size_t>(std::ranges::max_element(found[q]) - found[q].begin());
        if (top > 0) add(top - 1);
        if (top < nuggets.size()) add(top + 1);
    }
    return found;
}

struct Profile {
    std::vector<double> log_length, value, nugget;
};

/// Where the profile crosses `level` going from its peak in one direction; NaN if it does not.
double crossing(const Profile& profile, double level, std::ptrdiff_t direction) {
    const auto count = static_cast<std::ptrdiff_t>(profile.value.size());
    auto i = std::ranges::max_element(profile.value) - profile.value.begin();
    const auto at = [](const std::vector<double>& v, std::ptrdiff_t k) {
        return v[static_cast<std::size_t>(k)];
    };
    for (; i + direction >= 0 && i + direction < count; i += direction) {
        const double inside = at(profile.value, i), outside = at(profile.value, i + direction);
        if (outside >= level) continue;
        const double share = (inside - level) / (inside - outside);
        const double from = at(profile.log_length, i), to = at(profile.log_length, i + direction);
        return std::exp(from + share * (to - from));
    }
    return nan;
}

CorrelationLength answer_of(const Profile& profile, double independent, CorrelationModel model) {
    CorrelationLength answer;
    answer.model = model;
    const Peak peak = peak_of(profile.log_length, profile.value);
    answer.length = std::exp(peak.place);
    answer.log_likelihood = peak.value - independent;
    const auto top = std::ranges::max_element(profile.value) - profile.value.begin();
    answer.nugget_share = profile.nugget[static_cast<std::size_t>(top)];
    const double level = peak.value - profile_fall_95;
    answer.high = crossing(profile, level, 1);
    answer.low = independent > level ? nan : crossing(profile, level, -1);
    if (independent > level)
        answer.verdict = LengthVerdict::no_correlation;
    else if (std::isnan(answer.low) || std::isnan(answer.high))
        answer.verdict = LengthVerdict::not_resolvable;
    else
        answer.verdict = LengthVerdict::resolved;
    return answer;
}

}  // namespace

std::string_view name(CorrelationModel model) {
    return model == CorrelationModel::exponential ? "exponential" : "matern32";
}

std::string_view words(LengthVerdict verdict) {
    switch (verdict) {
        case LengthVerdict::resolved:
            return "resolved";
        case LengthVerdict::no_correlation:
            return "not resolvable: independent values are as good";
        case LengthVerdict::not_resolvable:
            return "not resolvable: the interval is open";
        case LengthVerdict::undetermined:
            break;
    }
    return "undetermined";
}

std::vector<CorrelationLength> correlation_lengths(
    const GridGeometry& grid, std::span<const std::vector<double>> quantities) {
    std::vector<CorrelationLength> answers(quantities.size());
    std::vector<bool> is_present(grid.shape.cells(), true);
    for (const auto& values : quantities)
        for (std::size_t cell = 0; cell < values.size(); ++cell)
            if (!is_finite(values[cell])) is_present[cell] = false;
    const auto n = static_cast<std::size_t>(std::ranges::count(is_present, true));
    for (CorrelationLength& answer : answers) answer.n = n;
    if (n < fewest_values) return answers;

    const auto alike = neighbourhoods(
        grid, is_present, n > large_map ? neighbours_of_large_maps : neighbours_of_small_maps);
    const auto columns = static_cast<int>(grid.shape.columns);
    const double shortest = std::min(grid.pitch_x, grid.pitch_y) / 4;
    const double longest =
        2 * std::hypot(grid.pitch_x * static_cast<double>(grid.shape.columns - 1),
                       grid.pitch_y * static_cast<double>(grid.shape.rows - 1));
    const auto independent = likelihoods(
        alike, Covariance(grid, CorrelationModel::exponential, shortest, 1), quantities, columns);

    std::vector<double> shares(nuggets.begin(), nuggets.end());
    shares.push_back(1);
    for (const CorrelationModel model :
         {CorrelationModel::exponential, CorrelationModel::matern32}) {
        std::vector<Profile> profiles(quantities.size());
        for (int step = 0; step <= length_steps; ++step) {
            const double log_length =
                std::log(shortest) + std::log(longest / shortest) * step / length_steps;
            const auto by_nugget = over_nuggets(independent, [&](double nugget) {
                return likelihoods(alike, Covariance(grid, model, std::exp(log_length), nugget),
                                   quantities, columns);
            });
            for (std::size_t q = 0; q < quantities.size(); ++q) {
                const Peak best = peak_of(shares, by_nugget[q]);
                profiles[q].log_length.push_back(log_length);
                profiles[q].value.push_back(best.value);
                profiles[q].nugget.push_back(best.place);
            }
        }
        for (std::size_t q = 0; q < quantities.size(); ++q) {
            CorrelationLength answer = answer_of(profiles[q], independent[q], model);
            answer.n = n;
            const double difference = answers[q].log_likelihood - answer.log_likelihood;
            if (model == CorrelationModel::exponential || difference < 0) {
                answer.other_model = -difference;
                answers[q] = answer;
            } else {
                answers[q].other_model = difference;
            }
            if (!is_finite(answers[q].log_likelihood)) answers[q] = {.n = n};
        }
    }
    return answers;
}

}  // namespace sneddon
