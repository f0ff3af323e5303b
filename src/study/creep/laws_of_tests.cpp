#include "study/creep/laws_of_tests.hpp"

#include <array>
#include <cmath>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "numeric/sum/line_fit.hpp"
#include "sneddon/numeric/linear_power_law.hpp"
#include "study/creep/hash_of_holds.hpp"
#include "study/creep/hold_rates.hpp"

namespace sneddon {
namespace {

struct CommonTime {
    double t_s;
    QuantityIndex quantity;
};
constexpr std::array common_times = {
    CommonTime{5, "creep_5s_nm"_q}, CommonTime{10, "creep_10s_nm"_q},
    CommonTime{30, "creep_30s_nm"_q}, CommonTime{60, "creep_60s_nm"_q}};

/// A line through the points within 0.5 s of t; NaN where the hold ends more than a step before.
double creep_at_nm(const HoldTable& table, std::span<const double> depth_nm, double t_s) {
    constexpr double half_window_s = 0.5;
    const double step_s = table.step_s;
    constexpr double steps_short = 1.5;  // a hold of "30 s" may end a step before
    if (t_s > table.instants_s.back() + steps_short * step_s) return nan;
    const auto at = [&](double time_s) {
        return static_cast<std::size_t>(std::max(0.0, std::round(time_s / step_s)));
    };
    const std::size_t begin = at(t_s - half_window_s);
    const std::size_t end = std::min(at(t_s + half_window_s) + 1, table.size);
    if (begin + 2 > end) return nan;  // two points for a line
    const std::span<const double> times(table.instants_s);
    return line_at(
        fit_line(times.subspan(begin, end - begin), depth_nm.subspan(begin, end - begin)), t_s);
}

QuantityValues values_of_hold(const HoldTable& table, const LinearPowerBasis& basis,
                              const HoldCurve& curve, const ContactsOfTable& contacts,
                              const HoldContact& end, const StudyOptions& study) {
    const std::vector<double> depth_nm(
        curve.depth_nm.begin(), curve.depth_nm.begin() + static_cast<std::ptrdiff_t>(table.size));
    QuantityValues values;
    for (const CommonTime& common : common_times)
        values[common.quantity] = creep_at_nm(table, depth_nm, common.t_s);
    LinearPowerOptions options = creep_law_options();
    options.uncertainty = Uncertainty::none;
    const LinearPowerFit fit = fit_linear_power(basis, depth_nm, options);
    if (!fit.is_fitted()) return values;
    values["creep_a_nm_per_s"_q] = fit.a;
    values["creep_b_nm"_q] = fit.b;
    values["creep_c"_q] = fit.c;
    const CreepLaw law{fit.a, fit.b, fit.c};
    values["creep_rate_nm_per_s"_q] = creep_rate_nm_per_s(law, table.instants_s.back());
    if (contacts.area == nullptr) return values;
    if (const auto contact = ContactOfHold::make(*contacts.area, end)) {
        const RatesOfHold rates = rates_of_hold(law, table.instants_s.back(), *contact, study);
        values["strain_rate_per_s"_q] = rates.strain_rate_end_per_s;
        values["rate_sensitivity"_q] = rates.sensitivity;
    }
    return values;
}

constexpr std::array hold_quantities = {
    "creep_a_nm_per_s"_q,  "creep_b_nm"_q,      "creep_c"_q,      "creep_rate_nm_per_s"_q,
    "creep_5s_nm"_q,       "creep_10s_nm"_q,    "creep_30s_nm"_q, "creep_60s_nm"_q,
    "strain_rate_per_s"_q, "rate_sensitivity"_q};

using HoldValues = std::array<double, hold_quantities.size()>;

/// By rows of the table.
std::vector<HoldValues> laws_of(const HoldTable& table, const LinearPowerBasis& basis,
                                const ContactsOfTable& contacts, const StudyOptions& options) {
    std::vector<HoldValues> laws;
    ordered_parallel(
        table.rows.size(), options.threads, options.stop,
        [&](std::size_t i) {
            return values_of_hold(table, basis, *table.curves[i], contacts, contacts.rows[i],
                                  options);
        },
        [&](std::size_t, QuantityValues&& values) {
            HoldValues& law = laws.emplace_back();
            for (std::size_t k = 0; k < law.size(); ++k) law[k] = values[hold_quantities[k]];
        });
    return laws;
}

}  // namespace

LinearPowerOptions creep_law_options() {
    LinearPowerOptions options;
    options.sign_rule = SignRule::nonnegative;
    options.c_max = 0.95;  // nearer to 1, a t and b t^c are one shape
    return options;
}

void set_test_laws(std::vector<TestRow>& tests, const std::vector<HoldTable>& tables,
                   const StudyOptions& options) {
    for (const HoldTable& table : tables) {
        const auto basis = LinearPowerBasis::make(table.instants_s);
        if (!basis) continue;
        const ContactsOfTable contacts = contacts_of_table(tests, table, options);
        const std::string hash =
            options.memory.find ? hash_of_holds(tests, table, contacts.area) : "";
        const auto laws = remembered(
            hash.empty() ? Memory() : options.memory, "creep laws of tests",
            [&] { return laws_of(table, *basis, contacts, options); }, hash,
            options.rate_window_begin, options.rate_window_end);
        for (std::size_t i = 0; i < laws.size(); ++i)
            for (std::size_t k = 0; k < hold_quantities.size(); ++k)
                tests[table.rows[i]].values[hold_quantities[k]] = laws[i][k];
    }
}

}  // namespace sneddon
