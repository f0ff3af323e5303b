#include "numeric/retardation/retardation_basis.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/retardation/retardation_model.hpp"

namespace sneddon {
namespace {

// Of neighbouring trial times: near enough that a descent from the best of them ends in the
// deepest valley, few enough that all threes of them can be tried.
constexpr double element_ratio = 1.6, logarithm_ratio = 2.5;

}  // namespace

std::optional<RetardationBasis> RetardationBasis::make(std::span<const double> instants,
                                                       double ramp) {
    auto axis = CompressedAxis::make(instants);
    if (!axis || axis->first() < 0 || !(ramp >= 0) || !std::isfinite(ramp)) return std::nullopt;
    RetardationBasis basis(*std::move(axis), ramp);
    for (const double node : basis.axis_.nodes())
        basis.times_.push_back(basis.axis_.first() + node);
    basis.elements_ = basis.trial_columns(false, element_ratio);
    basis.logarithms_ = basis.trial_columns(true, logarithm_ratio);
    return basis;
}

double RetardationBasis::least_tau(bool is_logarithm) const {
    constexpr double part_of_step = 0.05;
    return (is_logarithm ? part_of_step : 2.0) * axis_.first_step();
}

double RetardationBasis::largest_tau(bool is_logarithm) const {
    constexpr double elements_lengths = 3, logarithms_lengths = 10;
    return (is_logarithm ? logarithms_lengths : elements_lengths) * (axis_.last() - axis_.first());
}

double RetardationBasis::mean(std::span<const double> at_nodes) const {
    const auto weights = axis_.weights();
    double lanes[4] = {};
    for (std::size_t k = 0; k < weights.size(); ++k) lanes[k % 4] += weights[k] * at_nodes[k];
    return ((lanes[0] + lanes[2]) + (lanes[1] + lanes[3])) / count();
}

double RetardationBasis::product(std::span<const double> a, std::span<const double> b) const {
    const auto weights = axis_.weights();
    double lanes[4] = {};
    for (std::size_t k = 0; k < weights.size(); ++k) lanes[k % 4] += weights[k] * a[k] * b[k];
    return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
}

TrialColumns RetardationBasis::trial_columns(bool is_logarithm, double ratio) const {
    TrialColumns trial;
    const auto add = [&](std::vector<double> column) {
        const double middle = mean(column);
        for (double& value : column) value -= middle;
        trial.columns.push_back(std::move(column));
    };
    add(times_);
    const double low = least_tau(is_logarithm), high = largest_tau(is_logarithm);
    const auto steps =
        static_cast<std::size_t>(std::ceil(std::max(1.0, std::log(high / low) / std::log(ratio))));
    for (std::size_t i = 0; i <= steps; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(steps);
        trial.tau.push_back(low * std::pow(high / low, part));
        const RampedTerm term(is_logarithm, trial.tau.back(), ramp_);
        std::vector<double> column;
        for (const double s : times_) column.push_back(term.rise(s).value);
        add(std::move(column));
    }
    const std::size_t count = trial.columns.size();
    trial.gram.resize(count * count);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j <= i; ++j)
            trial.gram[i * count + j] = trial.gram[j * count + i] =
                product(trial.columns[i], trial.columns[j]);
    return trial;
}

}  // namespace sneddon
