#include "study/maps/order.hpp"

#include <algorithm>
#include <array>

#include "base/nan.hpp"
#include "numeric/resampling/multiple_tests.hpp"

namespace sneddon {
namespace {

constexpr std::array watched = {"h_max_nm"_q, "H_IT_GPa"_q, "E_r_GPa"_q, "creep_nm"_q};
constexpr std::size_t fewest_tests = 10;  // for the normal approximation of Mann-Kendall
constexpr std::size_t largest_lag = 30;   // of the variogram, in tests

/// Of a long series by every second, third ... test: the slope of 5,000 is as good.
TheilSen slope_of(const std::vector<double>& place, const std::vector<double>& values) {
    constexpr std::size_t enough = 5000;
    const std::size_t every = (values.size() + enough - 1) / enough;
    if (every <= 1) return theil_sen(place, values);
    std::vector<double> some_places, some_values;
    for (std::size_t i = 0; i < values.size(); i += every) {
        some_places.push_back(place[i]);
        some_values.push_back(values[i]);
    }
    return theil_sen(some_places, some_values);
}

}  // namespace

void number_tests(std::vector<TestRow>& tests) {
    for (std::size_t i = 0; i < tests.size(); ++i) tests[i].order = i + 1;
}

std::vector<OrderFinding> find_order(const std::vector<TestRow>& tests) {
    std::vector<OrderFinding> list;
    std::vector<double> p;
    for (const LoadFunctionRows& group : by_load_function(tests))
        for (QuantityIndex quantity : watched) {
            // E_IT stands in where a table has only this.
            if (quantity == "E_r_GPa"_q && finite_values(tests, group.rows, quantity).empty() &&
                tests[group.rows.front()].source == RowSource::table)
                quantity = "E_IT_GPa"_q;
            std::vector<double> place, values;
            for (std::size_t i = 0; i < group.rows.size(); ++i) {
                const double value = tests[group.rows[i]].values[quantity];
                if (!is_finite(value)) continue;
                place.push_back(static_cast<double>(i));
                values.push_back(value);
            }
            if (values.size() < fewest_tests) continue;
            OrderFinding found;
            found.load_function = group.name;
            found.quantity = quantity;
            found.trend = mann_kendall(values);
            found.slope = slope_of(place, values);
            found.variogram =
                variogram_over_order(values, std::min(largest_lag, values.size() / 2));
            p.push_back(found.trend.p);
            list.push_back(std::move(found));
        }
    const std::vector<double> adjusted = holm_adjusted(p);
    for (std::size_t i = 0; i < list.size(); ++i) list[i].p_holm = adjusted[i];
    return list;
}

}  // namespace sneddon
