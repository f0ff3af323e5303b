#include "numeric/least_squares/linear_power_sensitivity.hpp"

#include <algorithm>
#include <cstddef>

namespace sneddon {
namespace {

// Time and value counted from point `first`, as if it had been taken for the start.
LinearPowerFit fit_from(std::span<const double> instants, std::span<const double> values,
                        std::size_t first, const LinearPowerOptions& options) {
    std::vector<double> times, heights;
    for (std::size_t i = first; i < instants.size(); ++i) {
        times.push_back(instants[i] - (instants[first] - instants[0]));
        heights.push_back(values[i] - (values[first] - values[0]));
    }
    return fit_linear_power(times, heights, options);
}

std::size_t first_after(std::span<const double> instants, double instant) {
    return static_cast<std::size_t>(std::ranges::upper_bound(instants, instant) - instants.begin());
}

}  // namespace

std::string_view words(StartChange change) {
    switch (change) {
        case StartChange::t0_one_step_earlier:
            return "t0 one step earlier";
        case StartChange::start_one_step_later:
            return "start one step later";
        case StartChange::start_one_percent_later:
            return "start 1 % of the time later";
        case StartChange::y0_up_by_residual_sd:
            return "y0 up by the standard deviation of the residuals";
        case StartChange::y0_fitted:
            return "y0 fitted";
        case StartChange::y0_and_t0_fitted:
            return "y0 and t0 fitted";
    }
    return "";
}

std::vector<StartSensitivity> linear_power_sensitivity(std::span<const double> instants,
                                                       std::span<const double> values,
                                                       const LinearPowerOptions& options,
                                                       const LinearPowerFit& fit) {
    std::vector<StartSensitivity> table;
    if (!fit.is_fitted()) return table;
    const double length = instants.back() - instants.front();
    const std::size_t second = first_after(instants, instants.front());
    const std::size_t at_one_percent =
        std::max(second, first_after(instants, instants.front() + 0.01 * length));

    LinearPowerOptions changed = options;
    if (options.t0_freedom == Freedom::fixed) {
        changed.t0 = options.t0 - (instants[second] - instants.front());
        table.push_back(
            {StartChange::t0_one_step_earlier, fit_linear_power(instants, values, changed)});
    }
    table.push_back(
        {StartChange::start_one_step_later, fit_from(instants, values, second, options)});
    table.push_back({StartChange::start_one_percent_later,
                     fit_from(instants, values, at_one_percent, options)});
    if (options.y0_freedom == Freedom::fixed) {
        changed = options;
        changed.y0 += fit.residual_sd;
        table.push_back(
            {StartChange::y0_up_by_residual_sd, fit_linear_power(instants, values, changed)});
        changed.y0_freedom = Freedom::fitted;
        table.push_back({StartChange::y0_fitted, fit_linear_power(instants, values, changed)});
    }
    if (options.y0_freedom == Freedom::fixed || options.t0_freedom == Freedom::fixed) {
        changed = options;
        changed.y0_freedom = changed.t0_freedom = Freedom::fitted;
        table.push_back(
            {StartChange::y0_and_t0_fitted, fit_linear_power(instants, values, changed)});
    }
    return table;
}

}  // namespace sneddon
