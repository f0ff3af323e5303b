#include "study/creep/hold_rates.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/tails.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

constexpr double growth_of_a_cone = 1.8;  // 2, less 10 %; a sphere has 1

/// A steady drift is a part of a, and of the depth since the contact.
CreepLaw less_drift(CreepLaw law, double drift_nm_per_s) {
    law.a_nm_per_s -= drift_nm_per_s;
    return law;
}

double mean_time_s(const ContactsOfTable& contacts, std::span<const double> times) {
    double sum = 0, n = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!(times[i] > 0) || !contacts.rows[i].is_known()) continue;
        sum += times[i] * contacts.since_contact_s[i];
        n += times[i];
    }
    return sum / n;
}

/// What is left beyond each end of a 95 % interval: percentiles of a bootstrap lack the factor
/// sqrt(n/(n - 1)) and Student's t (the expanded percentile interval, Hesterberg 2015, Am. Stat.
/// 69, 371).
double tail_of(std::size_t tests) {
    const auto n = static_cast<double>(tests);
    return normal_upper_tail(std::sqrt(n / (n - 1)) *
                             student_quantile(1 - significance / 2, n - 1));
}

/// Of values without a limit in the wrong order: 1/m where m may be 0.
Interval inverse_of(const Interval& of, double times) {
    return {times / of.high, times / of.low};
}

void find_stz_volume(double temperature_C, const StudyOptions& options, HoldRates& rates) {
    rates.stz_assumed = {options.shear_modulus_GPa.value_or(nan), temperature_C};
    if (is_nan(rates.stz_assumed.shear_modulus_GPa))
        rates.stz_reason = "study.shear_modulus_GPa is not given";
    else if (is_nan(temperature_C))
        rates.stz_reason = "study.toml states no temperature_C";
    if (!rates.stz_reason.empty()) return;
    double sum = 0;
    for (const double H_GPa : rates.H_GPa) sum += std::log(H_GPa);
    const double H_GPa = std::exp(sum / static_cast<double>(rates.H_GPa.size()));
    rates.stz = stz_volume(rates.sensitivity.value, H_GPa, rates.stz_assumed);
    rates.stz_volume_nm3.value = rates.stz.volume_nm3;
    if (is_nan(rates.stz.volume_nm3))
        rates.stz_reason = "m is not positive, or H/(3 sqrt(3)) is not below 0.036 G";
}

void find_doubts(const CreepCurve& curve, double window_end_s, HoldRates& rates) {
    if (!(rates.contact_growth >= growth_of_a_cone)) rates.doubts.emplace_back("SND-G080");
    const CreepLaw law{curve.fit.a, curve.fit.b, curve.fit.c};
    // The law's rate falls: its last one is the least.
    rates.rate_over_drift = creep_rate_nm_per_s(law, window_end_s) / curve.u_drift_nm_per_s;
    if (rates.rate_over_drift < 2) rates.doubts.emplace_back("SND-G081");
}

}  // namespace

ContactsOfTable contacts_of_table(const std::vector<TestRow>& tests, const HoldTable& table,
                                  const StudyOptions& options) {
    ContactsOfTable contacts;
    const std::size_t sample = tests[table.rows.front()].sample;
    contacts.area = area_of_sample(options, sample);
    if (sample < options.temperatures_C.size())
        contacts.temperature_C = options.temperatures_C[sample].value_or(nan);
    for (const std::size_t row : table.rows) {
        contacts.rows.push_back(contact_of(tests[row]));
        contacts.since_contact_s.push_back(tests[row].values["ramp_s"_q] +
                                           tests[row].values["hold_s"_q]);
    }
    return contacts;
}

HoldContact mean_contact(const ContactsOfTable& contacts, std::span<const double> times) {
    HoldContact mean{0, 0, 0, 0};
    double n = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const HoldContact& row = contacts.rows[i];
        if (!(times[i] > 0) || !row.is_known()) continue;
        mean.F_uN += times[i] * row.F_uN;
        mean.h_max_nm += times[i] * row.h_max_nm;
        mean.compliance_nm_per_uN += times[i] * row.compliance_nm_per_uN;
        mean.epsilon += times[i] * row.epsilon;
        n += times[i];
    }
    if (!(n > 0)) return {};
    return {mean.F_uN / n, mean.h_max_nm / n, mean.compliance_nm_per_uN / n, mean.epsilon / n};
}

void RateReplicates::add(const CreepLaw& law, double duration_s, const ContactsOfTable& contacts,
                         std::span<const double> times, double drift_nm_per_s,
                         const StudyOptions& options) {
    if (contacts.area == nullptr) return;
    HoldContact end = mean_contact(contacts, times);
    if (const auto contact = ContactOfHold::make(*contacts.area, end)) {
        const RatesOfHold rates = rates_of_hold(law, duration_s, *contact, options);
        strain_rate.push_back(rates.strain_rate_end_per_s);
        sensitivity.push_back(rates.sensitivity);
    }
    // S_e does not know of a drift.
    end.h_max_nm -= drift_nm_per_s * mean_time_s(contacts, times);
    if (const auto contact = ContactOfHold::make(*contacts.area, end)) {
        const RatesOfHold rates =
            rates_of_hold(less_drift(law, drift_nm_per_s), duration_s, *contact, options);
        drifted_strain_rate.push_back(rates.strain_rate_end_per_s);
        drifted_sensitivity.push_back(rates.sensitivity);
    }
}

void RateReplicates::append(const RateReplicates& more) {
    const auto join = [](std::vector<double>& to, const std::vector<double>& from) {
        to.insert(to.end(), from.begin(), from.end());
    };
    join(strain_rate, more.strain_rate);
    join(sensitivity, more.sensitivity);
    join(drifted_strain_rate, more.drifted_strain_rate);
    join(drifted_sensitivity, more.drifted_sensitivity);
}

HoldRates hold_rates(const CreepCurve& curve, const ContactsOfTable& contacts,
                     std::span<const std::size_t> members, const StudyOptions& options) {
    HoldRates rates;
    const auto without = [&](const char* reason) {
        rates.reason = reason;
        return rates;
    };
    if (!curve.fit.is_fitted()) return without("the creep law could not be fitted");
    if (contacts.area == nullptr) return without("no area function is given");
    std::vector<double> times(contacts.rows.size());
    for (const std::size_t member : members) times[member] = 1;
    const HoldContact end = mean_contact(contacts, times);
    if (!end.is_known()) return without("no test has a stiffness without creep (S_e)");
    const auto contact = ContactOfHold::make(*contacts.area, end);
    if (!contact)
        return without("nearly all of the depth is elastic: it does not tell the contact");
    const double duration_s = curve.duration_s();
    RatesOfHold found =
        rates_of_hold({curve.fit.a, curve.fit.b, curve.fit.c}, duration_s, *contact, options);
    rates.S_uN_per_nm = 1 / end.compliance_nm_per_uN;
    rates.h_c_nm = end.h_c_nm();
    rates.window_begin_s = found.t_s.front();
    rates.window_end_s = found.t_s.back();
    rates.strain_rate_per_s.value = found.strain_rate_end_per_s;
    rates.sensitivity.value = found.sensitivity;
    rates.stress_exponent.value = 1 / found.sensitivity;
    rates.t_s = std::move(found.t_s);
    rates.at_strain_rate_per_s = std::move(found.strain_rate_per_s);
    rates.H_GPa = std::move(found.H_GPa);
    rates.contact_growth = contact->growth_at_end();
    find_doubts(curve, rates.window_end_s, rates);
    find_stz_volume(contacts.temperature_C, options, rates);
    return rates;
}

void add_intervals(const RateReplicates& replicates, std::size_t tests, HoldRates& rates) {
    if (!rates.reason.empty() || tests < 2) return;
    const double tail = tail_of(tests);
    const auto interval = [tail](const std::vector<double>& values) {
        std::vector<double> known = values;
        std::erase_if(known, [](double value) { return !is_finite(value); });
        // Most of them must have an answer, or the others stand for a choice of the tests.
        if (2 * known.size() <= values.size()) return Interval{};
        const std::vector<double> sorted = sorted_values(known);
        return Interval{quantile_of_sorted(sorted, tail), quantile_of_sorted(sorted, 1 - tail)};
    };
    rates.strain_rate_per_s.ci95_tests = interval(replicates.strain_rate);
    rates.strain_rate_per_s.ci95_tests_and_drift = interval(replicates.drifted_strain_rate);
    rates.sensitivity.ci95_tests = interval(replicates.sensitivity);
    rates.sensitivity.ci95_tests_and_drift = interval(replicates.drifted_sensitivity);
    const auto follow = [&](RatedValue& value) {
        // Both fall as 1/m; a limit at m = 0 is not finite, and has no number.
        const double times = value.value * rates.sensitivity.value;
        value.ci95_tests = inverse_of(rates.sensitivity.ci95_tests, times);
        value.ci95_tests_and_drift = inverse_of(rates.sensitivity.ci95_tests_and_drift, times);
    };
    follow(rates.stress_exponent);
    follow(rates.stz_volume_nm3);
}

}  // namespace sneddon
