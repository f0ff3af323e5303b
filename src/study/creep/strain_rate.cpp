#include "study/creep/strain_rate.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/sum/line_fit.hpp"

namespace sneddon {
namespace {

constexpr int instants = 50;

double depth_nm(const CreepLaw& law, double t_s) {
    return law.a_nm_per_s * t_s + (law.b_nm > 0 ? law.b_nm * std::pow(t_s, law.c) : 0);
}

double slope_of_logs(const RatesOfHold& rates) {
    std::vector<double> log_rate, log_H;
    for (std::size_t i = 0; i < rates.t_s.size(); ++i) {
        log_rate.push_back(std::log(rates.strain_rate_per_s[i]));
        log_H.push_back(std::log(rates.H_GPa[i]));
    }
    // A hold of one rate has no slope, and rounding would give it one.
    const auto [least, most] = std::ranges::minmax(log_rate);
    constexpr double least_span = 1e-6;
    return most - least > least_span ? fit_line(log_rate, log_H).slope : nan;
}

}  // namespace

double creep_rate_nm_per_s(const CreepLaw& law, double t_s) {
    return law.a_nm_per_s +
           (law.b_nm > 0 ? law.b_nm * law.c * std::pow(t_s, law.c - 1) : 0);  // b = 0: no c
}

RatesOfHold rates_of_hold(const CreepLaw& law, double duration_s, const ContactOfHold& contact,
                          const StudyOptions& options) {
    RatesOfHold rates;
    const double end_nm = depth_nm(law, duration_s);
    rates.strain_rate_end_per_s =
        contact.strain_rate_per_s(contact.h_c_nm(0), creep_rate_nm_per_s(law, duration_s));
    const double first = options.rate_window_begin;
    const double step = (options.rate_window_end - first) / (instants - 1);
    for (int i = 0; i < instants; ++i) {
        const double t_s = duration_s * (first + step * i);
        const double h_c_nm = contact.h_c_nm(end_nm - depth_nm(law, t_s));
        rates.t_s.push_back(t_s);
        rates.strain_rate_per_s.push_back(
            contact.strain_rate_per_s(h_c_nm, creep_rate_nm_per_s(law, t_s)));
        rates.H_GPa.push_back(contact.hardness_GPa(h_c_nm));
    }
    const auto is_number = [](double value) { return is_finite(value); };
    if (!std::ranges::all_of(rates.strain_rate_per_s, is_number)) return rates;
    const bool is_ended =
        std::ranges::any_of(rates.strain_rate_per_s, [](double rate) { return !(rate > 0); });
    rates.sensitivity = is_ended ? 0 : slope_of_logs(rates);
    return rates;
}

}  // namespace sneddon
