#include "numeric/least_squares/growth_laws.hpp"

#include <cmath>
#include <vector>

#include "numeric/least_squares/linear_power_search.hpp"
#include "numeric/sum/bracketed_root.hpp"
#include "numeric/sum/residual_correlation.hpp"
#include "numeric/sum/residual_statistics.hpp"

namespace sneddon {
namespace {

using Prepared = LinearPowerBasis::Prepared;

// y0 + b ln(1 + (t - t0)/tau) at one tau, on the nodes.
struct LogarithmicProbe {
    double y0 = 0, b = 0;
    double fall = 0;   ///< of the sum of squares against b = 0
    double slope = 0;  ///< half of that of the sum of squares along ln tau
};

LogarithmicProbe probe_tau(const Prepared& basis, std::span<const double> values, double tau,
                           const LinearPowerOptions& options) {
    const auto nodes = basis.axis.nodes(), weights = basis.axis.weights();
    const double delay = basis.axis.first() - options.t0;
    const bool has_y0 = options.y0_freedom == Freedom::fitted;
    double sl = 0, sll = 0, sy = 0, sly = 0, sd = 0, sld = 0, sdy = 0;
    for (std::size_t k = 0; k < nodes.size(); ++k) {
        const double x = (nodes[k] + delay) / tau, l = std::log1p(x), d = -x / (1 + x);
        sl += weights[k] * l;
        sll += weights[k] * l * l;
        sd += weights[k] * d;
        sld += weights[k] * l * d;
        sy += values[k];
        sly += values[k] * l;
        sdy += values[k] * d;
    }
    LogarithmicProbe probe;
    const double mean_l = has_y0 ? sl / basis.n : 0, mean_y = has_y0 ? sy / basis.n : 0;
    probe.b = (sly - mean_l * sy) / (sll - mean_l * sl);
    probe.y0 = mean_y - probe.b * mean_l;
    probe.fall = probe.b * (sly - mean_l * sy) + mean_y * sy;
    probe.slope = -probe.b * (sdy - probe.y0 * sd - probe.b * sld);
    return probe;
}

GrowthLawFit fit_logarithmic(const Prepared& basis, std::span<const double> values,
                             const LinearPowerOptions& options) {
    GrowthLawFit fit{GrowthLaw::logarithmic};
    auto compressed = basis.axis.compress(values);
    const double y0 = options.y0_freedom == Freedom::fixed ? options.y0 : 0;
    for (std::size_t k = 0; k < compressed.size(); ++k)
        compressed[k] -= y0 * basis.axis.weights()[k];
    const auto slope_at = [&](double s) {
        return probe_tau(basis, compressed, std::exp(s), options).slope;
    };
    // The sum of squares can have several minima along ln tau: every change of its slope from
    // falling to rising is refined, and both ends take part. From a ten-thousandth of the first
    // step to a thousand times the length.
    constexpr int steps = 60;
    const double low = std::log(1e-4 * basis.axis.first_step());
    const double high = std::log(1e3 * (basis.axis.last() - basis.axis.first()));
    double best_s = low, best_fall = 0, slope_before = 0;
    fit.is_tau_at_bound = true;
    for (int i = 0; i <= steps; ++i) {
        const double s = low + (high - low) * i / steps, slope = slope_at(s);
        double place = s;
        const bool is_inside = i > 0 && slope_before < 0 && slope >= 0;
        if (is_inside)
            place = bracketed_root(slope_at, low + (high - low) * (i - 1) / steps, slope_before, s,
                                   slope);
        slope_before = slope;
        if (!is_inside && i > 0 && i < steps) continue;
        const double fall = probe_tau(basis, compressed, std::exp(place), options).fall;
        if (i > 0 && fall <= best_fall) continue;
        best_s = place;
        best_fall = fall;
        fit.is_tau_at_bound = !is_inside;
    }
    fit.tau = std::exp(best_s);
    const auto probe = probe_tau(basis, compressed, fit.tau, options);
    fit.b = probe.b;
    fit.y0 = y0 + probe.y0;
    fit.parameters = options.y0_freedom == Freedom::fitted ? 3 : 2;

    std::vector<double> curve;
    for (const double node : basis.axis.nodes())
        curve.push_back(fit.y0 +
                        fit.b * std::log1p((node + basis.axis.first() - options.t0) / fit.tau));
    ResidualStatistics residuals;
    basis.axis.compress_residuals(values, curve,
                                  [&](std::span<const double> block) { residuals.add(block); });
    fit.ssr = residuals.ssr();
    fit.is_fitted = std::isfinite(fit.ssr);
    return fit;
}

GrowthLawFit from_linear_power(GrowthLaw law, const LinearPowerFit& found) {
    GrowthLawFit fit{law};
    fit.is_fitted = found.is_fitted();
    fit.y0 = found.y0, fit.a = found.a, fit.b = found.b, fit.c = found.c;
    fit.ssr = found.ssr;
    fit.parameters = found.parameters;
    return fit;
}

// Hurvich and Tsai (1989, Biometrika 76, 297); the variance is a parameter too.
double corrected_aic(double ssr, double n, double count, std::size_t parameters) {
    const double k = static_cast<double>(parameters) + 1;
    return count * std::log(ssr / n) + 2 * k + 2 * k * (k + 1) / (count - k - 1);
}

}  // namespace

std::string_view words(GrowthLaw law) {
    switch (law) {
        case GrowthLaw::linear_power:
            return "linear and power";
        case GrowthLaw::power:
            return "power";
        case GrowthLaw::logarithmic:
            return "logarithmic";
    }
    return "";
}

std::array<GrowthLawFit, 3> fit_growth_laws(std::span<const double> instants,
                                            std::span<const double> values,
                                            const LinearPowerOptions& options) {
    std::array<GrowthLawFit, 3> fits{GrowthLawFit{GrowthLaw::linear_power},
                                     GrowthLawFit{GrowthLaw::power},
                                     GrowthLawFit{GrowthLaw::logarithmic}};
    LinearPowerOptions fixed_t0 = options;
    fixed_t0.t0_freedom = Freedom::fixed;
    const auto basis = LinearPowerBasis::make(instants, options.t0);
    if (!basis) return fits;
    const auto full = fit_linear_power(*basis, values, fixed_t0);
    if (!full.is_fitted()) return fits;
    // The same t0 for all three laws: else they would be compared on different curves.
    LinearPowerOptions without_a = fixed_t0;
    without_a.a_freedom = Freedom::fixed;
    without_a.a = 0;
    fits[0] = from_linear_power(GrowthLaw::linear_power, full);
    fits[1] = from_linear_power(GrowthLaw::power, fit_linear_power(*basis, values, without_a));
    fits[2] = fit_logarithmic(basis->prepared(), values, fixed_t0);
    const auto n = static_cast<double>(values.size());
    for (auto& fit : fits) {
        fit.aicc = corrected_aic(fit.ssr, n, n, fit.parameters);
        fit.aicc_effective = corrected_aic(fit.ssr, n, full.effective_count, fit.parameters);
    }
    return fits;
}

}  // namespace sneddon
