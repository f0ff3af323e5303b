#include "study/activation/find_activation.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/tails.hpp"
#include "study/activation/activation_tests.hpp"
#include "study/activation/hazard_fit.hpp"
#include "study/activation/hazard_points.hpp"
#include "study/activation/thermal_hazard.hpp"
#include "study/creep/hold_contact.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_pop_ins = 20;
constexpr double most_modulus_ratio = 1.5;   // moves tau_max by 31 %
constexpr double most_modulus_spread = 0.5;  // distance of the quartiles over the median
constexpr double lower_quartile = 0.25, upper_quartile = 0.75;
constexpr double distinct_rates = 1.5;  // largest over least rate of load

bool is_far(double a, double b) {
    return a > most_modulus_ratio * b || b > most_modulus_ratio * a;
}

/// Why the stresses cannot be those of a Hertz contact; empty where they may be.
std::string not_hertzian(const ActivationTests& tests, const ActivationFinding& found) {
    if (tests.E_r_hertz_GPa.size() < fewest_pop_ins)
        return "the loading before the pop-ins has too few points for a Hertz contact";
    const double quarters = quantile_of_sorted(tests.E_r_hertz_GPa, upper_quartile) -
                            quantile_of_sorted(tests.E_r_hertz_GPa, lower_quartile);
    if (quarters > most_modulus_spread * found.E_r_hertz_GPa)
        return "the loading before the pop-ins is not that of one sphere: its modulus differs "
               "from test to test by more than half";
    if (is_far(found.E_r_hertz_GPa, found.E_r_GPa))
        return fmt::format(
            "the loading before the pop-ins is not that of a sphere of this radius: E_r is {:.3g} "
            "GPa of it and {:.3g} GPa of the unloading",
            found.E_r_hertz_GPa, found.E_r_GPa);
    return "";
}

std::string why_not(const ActivationTests& tests, const ActivationFinding& found) {
    if (tests.load_drops > 0) return "the depth was controlled, not the load";
    if (is_nan(found.radius_nm)) return "the radius of the tip is not known";
    if (is_nan(found.temperature_C)) return "study.toml states no temperature_C";
    if (found.pop_ins < fewest_pop_ins)
        return fmt::format("fewer than {} tests have a pop-in", fewest_pop_ins);
    return not_hertzian(tests, found);
}

void find_zone(const StudyOptions& options, double tau_GPa, ActivationFinding& found) {
    found.zone_volume_nm3 = found.volume_nm3 / assumed_zone_shear;
    found.zone_diameter_nm = std::cbrt(6 * found.zone_volume_nm3 / std::numbers::pi);
    found.stz_assumed = {options.shear_modulus_GPa.value_or(nan), found.temperature_C};
    if (is_nan(found.stz_assumed.shear_modulus_GPa)) {
        found.stz_reason = "study.shear_modulus_GPa is not given";
        return;
    }
    // d ln rate/d ln tau = tau V*/(k T) is what 1/m is there, and H stands for 3 sqrt(3) tau.
    const double sensitivity =
        thermal_energy_GPa_nm3(found.temperature_C) / (tau_GPa * found.volume_nm3);
    found.stz = stz_volume(sensitivity, 3 * std::numbers::sqrt3 * tau_GPa, found.stz_assumed);
    if (is_nan(found.stz.volume_nm3)) found.stz_reason = "tau_max is not below 0.036 G";
}

bool has_rates(const std::vector<LoadedTests>& tests) {
    double least = HUGE_VAL, most = 0;
    for (const LoadedTests& of_rate : tests) {
        if (of_rate.tau_GPa.empty()) continue;
        least = std::min(least, of_rate.load_rate_uN_per_s);
        most = std::max(most, of_rate.load_rate_uN_per_s);
    }
    return most > distinct_rates * least;
}

/// Does tau_max move with the rate of load as its own spread says?
void ask_rates(const std::vector<LoadedTests>& tests, const HazardFit& fit, double kT,
               ActivationFinding& found) {
    if (!has_rates(tests)) {
        found.remarks.emplace_back(
            "There is one rate of load: whether the spread is thermal, or one of the material or "
            "the surface, cannot be told.");
        return;
    }
    const HazardFit free = fit_hazard(tests, {0, true});
    if (!free.is_fitted) return;
    found.rate_power = free.rate_power;
    found.rate_power_ci95 = interval_of_rate_power(tests, free);
    found.rate_power_p =
        chi_squared_upper_tail(2 * std::max(0.0, free.log_likelihood - fit.log_likelihood), 1);
    found.spread_volume_nm3 = kT * free.b_per_GPa;
    found.shift_volume_nm3 = found.spread_volume_nm3 / found.rate_power;
    if (found.rate_power_ci95.low > 1 || found.rate_power_ci95.high < 1)
        found.remarks.push_back(fmt::format(
            "The rate of load moves tau_max {} than its spread says (p = {:.2g}): part of the "
            "spread is not thermal, or the places differ.",
            found.rate_power < 1 ? "less" : "more", found.rate_power_p));
}

void describe_rates(const ActivationTests& tests, const std::vector<LoadedTests>& loaded,
                    const HazardFit& fit, ActivationFinding& found) {
    for (std::size_t i = 0; i < loaded.size(); ++i) {
        ActivationRate rate;
        rate.load_function = tests.rates[i].load_function;
        rate.load_rate_uN_per_s = loaded[i].load_rate_uN_per_s;
        rate.searched = tests.rates[i].searched.size();
        rate.with = loaded[i].tau_GPa.size();
        rate.expected_with = expected_with(loaded[i], fit);
        if (rate.with > 0) rate.median_tau_GPa = quantile_of_sorted(loaded[i].tau_GPa, 0.5);
        const HazardPoints points = hazard_points(loaded[i], fit);
        rate.tau_GPa = points.tau_GPa;
        rate.log_log = points.log_log;
        rate.model_tau_GPa = points.model_tau_GPa;
        rate.model_log_log = points.model_log_log;
        found.rates.push_back(std::move(rate));
    }
}

void find_volume(const ActivationTests& tests, const StudyOptions& options,
                 ActivationFinding& found) {
    found.jumps = fit_jump_law(tests.jumps);
    if (!found.jumps.is_fitted) {
        found.reason =
            "the sizes of the pop-ins have no law, so that unseen ones cannot be counted";
        return;
    }
    const std::vector<LoadedTests> loaded =
        loaded_tests(tests, found.jumps, found.E_r_hertz_GPa, found.radius_nm);
    const HazardFit fit = fit_hazard(loaded, {});
    if (!fit.is_fitted) {
        found.reason = "the likelihood has no maximum: the stresses do not tell a volume";
        return;
    }
    const double kT = thermal_energy_GPa_nm3(found.temperature_C);
    const Interval b = interval_of_b(loaded, fit);
    found.volume_nm3 = kT * fit.b_per_GPa;
    found.volume_ci95 = {kT * b.low, kT * b.high};
    found.share = fit.share;
    found.share_ci95 = interval_of_share(loaded, fit);
    const HazardFit sites = fit_hazard(loaded, {3, false});
    if (sites.is_fitted) {
        found.sites_volume_nm3 = kT * sites.b_per_GPa;
        found.sites_log_likelihood = sites.log_likelihood - fit.log_likelihood;
    }
    ask_rates(loaded, fit, kT, found);
    describe_rates(tests, loaded, fit, found);
    found.line_volume_nm3 = kT * mean_slope(loaded, fit);
    find_zone(options, fit.tau_reference_GPa, found);
}

double median_of_sorted(const std::vector<double>& sorted) {
    return sorted.empty() ? nan : quantile_of_sorted(sorted, 0.5);
}

}  // namespace

ActivationFinding activation_of(const std::vector<TestRow>& tests, std::size_t sample,
                                double temperature_C, double radius_nm,
                                const StudyOptions& options) {
    const ActivationTests chosen = activation_tests(tests, sample);
    ActivationFinding found;
    found.sample = sample;
    found.temperature_C = temperature_C;
    found.radius_nm = radius_nm;
    found.E_r_hertz_GPa = median_of_sorted(chosen.E_r_hertz_GPa);
    found.E_r_GPa = median_of_sorted(chosen.E_r_GPa);
    found.tests = chosen.tests;
    found.pop_ins = chosen.jumps.size();
    found.reason = why_not(chosen, found);
    if (found.reason.empty()) find_volume(chosen, options, found);
    return found;
}

std::vector<ActivationFinding> find_activation(const StudyResult& study,
                                               const StudyOptions& options) {
    std::vector<ActivationFinding> all;
    const std::size_t samples = std::max<std::size_t>(1, study.samples.size());
    for (std::size_t sample = 0; sample < samples; ++sample) {
        double temperature_C = nan, radius_nm = options.tip_radius_nm.value_or(nan);
        if (sample < options.temperatures_C.size())
            temperature_C = options.temperatures_C[sample].value_or(nan);
        const AreaFunction* area = area_of_sample(options, sample);
        if (is_nan(radius_nm) && area != nullptr)
            radius_nm = known_tip_radius_nm(*area).value_or(nan);
        ActivationFinding found =
            activation_of(study.tests, sample, temperature_C, radius_nm, options);
        if (found.pop_ins > 0) all.push_back(std::move(found));
    }
    return all;
}

}  // namespace sneddon
