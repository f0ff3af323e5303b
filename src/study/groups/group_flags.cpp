#include "study/groups/group_flags.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/said.hpp"
#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/robust.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 10;
constexpr double largest_z = 5;  // one in 1.7 million of a normal scatter: outliers, no tails
constexpr double largest_peak_difference = 0.01;  // control of the load is better than that
constexpr std::array judged = {"h_max_nm"_q, "S_uN_per_nm"_q, "m"_q,        "H_IT_GPa"_q,
                               "E_r_GPa"_q,  "W_plast_pJ"_q,  "creep_nm"_q, "fit_rms_nm"_q};

using Rows = std::vector<TestRow*>;

Rows with_value(const Rows& rows, QuantityIndex quantity) {
    Rows with;
    for (TestRow* row : rows)
        if (std::isfinite(row->values[quantity])) with.push_back(row);
    return with;
}

std::vector<double> values_of(const Rows& rows, QuantityIndex quantity) {
    std::vector<double> values;
    for (const TestRow* row : rows) values.push_back(row->values[quantity]);
    return values;
}

void flag_outliers(const Rows& rows, QuantityIndex quantity) {
    const Rows with = with_value(rows, quantity);
    if (with.size() < fewest_tests) return;
    const std::vector<double> z = robust_z(values_of(with, quantity));
    for (std::size_t i = 0; i < with.size(); ++i) {
        if (!(std::fabs(z[i]) > largest_z)) continue;  // NaN: the group has no spread
        const bool is_too_deep = quantity == "h_max_nm"_q && z[i] > 0;
        const auto& info = quantity.info();
        with[i]->flags.push_back(
            {is_too_deep ? "SND-G051" : "SND-G050", z[i], z[i] > 0 ? largest_z : -largest_z,
             fmt::format("{} = {:.4g}{}{} is {:+.1f} robust sd from the median of the group",
                         info.symbol, with[i]->values[quantity], info.unit.empty() ? "" : " ",
                         info.unit, z[i])});
    }
}

void flag_peak_loads(const Rows& rows) {
    const Rows with = with_value(rows, "F_max_uN"_q);
    if (with.size() < fewest_tests) return;
    const double usual = median(values_of(with, "F_max_uN"_q));
    for (TestRow* row : with) {
        const double difference = row->values["F_max_uN"_q] / usual - 1;
        if (std::fabs(difference) <= largest_peak_difference) continue;
        row->flags.push_back({"SND-G052", difference, largest_peak_difference,
                              fmt::format("F_max differs by {} from the median of the group",
                                          percent_cell(100 * difference, 2))});
    }
}

}  // namespace

void flag_against_groups(std::vector<TestRow>& tests) {
    std::map<std::string, Rows> groups;
    for (TestRow& row : tests)
        if (row.status == Status::used) groups[row.load_function].push_back(&row);
    for (const auto& [name, rows] : groups) {
        flag_peak_loads(rows);
        for (const QuantityIndex quantity : judged) flag_outliers(rows, quantity);
    }
}

void exclude_flagged(const std::vector<std::string>& codes, std::vector<TestRow>& tests) {
    if (codes.empty()) return;
    for (TestRow& row : tests) {
        if (row.status != Status::used) continue;
        const auto found = std::ranges::find_if(row.flags, [&](const Flag& flag) {
            return std::ranges::find(codes, flag.code) != codes.end();
        });
        if (found == row.flags.end()) continue;
        row.status = Status::excluded;
        row.reason = fmt::format("{} [{}, excluded by choice]", found->text, found->code);
    }
}

}  // namespace sneddon
