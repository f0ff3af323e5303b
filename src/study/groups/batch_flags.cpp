#include "study/groups/batch_flags.hpp"

#include <fmt/core.h>

#include <cstdlib>
#include <map>
#include <string>

#include "base/nan.hpp"
#include "model/units.hpp"
#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/robust.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 10;
constexpr double largest_ratio = 2;  // of compliances: a unit or an instrument, not another day
/// A normal scatter passes the limit so rarely, on either side. At 300 tests the limit is 4.2; a
/// sharper tip is at 4.3 or more of the one or the other number.
constexpr double chance_of_test = 5.5e-5;

/// Of |robust z| in a group of n. The scale of a few tests is itself uncertain: a MAD tells as much
/// of it as a standard deviation of 37 % of the tests (Rousseeuw and Croux 1993, J. Am. Stat.
/// Assoc. 88, 1273), so z is about Student's t with as many degrees of freedom.
double largest_z(std::size_t n) {
    constexpr double efficiency = 0.3674;
    return student_quantile(1 - chance_of_test / 2, efficiency * (static_cast<double>(n) - 1));
}

using Rows = std::vector<TestRow*>;

struct LoadingShape {
    std::string_view name;
    double (*value)(double F_uN, double h_1_nm, double W_load_uN_nm);
};

constexpr LoadingShape shapes[] = {
    {"exponent of loading", [](double F, double h_1, double W) { return F * h_1 / W - 1; }},
    {"mean depth of loading", [](double F, double h_1, double W) { return h_1 - W / F; }},
};

double value_of(const TestRow& row, const LoadingShape& shape) {
    const double creep_nm = row.values["creep_nm"_q];
    // The end of loading is not a quantity of the row: the peak less what the hold added.
    const double h_1_nm = row.values["h_max_nm"_q] - (is_finite(creep_nm) ? creep_nm : 0);
    return shape.value(row.values["F_max_uN"_q], h_1_nm, uN_nm_per_pJ * row.values["W_load_pJ"_q]);
}

void flag_unlike(const Rows& rows, const LoadingShape& shape) {
    Rows with;
    std::vector<double> values;
    for (TestRow* row : rows) {
        const double value = value_of(*row, shape);
        if (!is_finite(value)) continue;
        with.push_back(row);
        values.push_back(value);
    }
    if (with.size() < fewest_tests) return;
    const std::vector<double> z = robust_z(values);
    const double limit = largest_z(with.size());
    for (std::size_t i = 0; i < with.size(); ++i)
        if (std::abs(z[i]) > limit)
            with[i]->flags.push_back(
                {"SND-G006", z[i], z[i] > 0 ? limit : -limit,
                 fmt::format("{} {:.4g} is {:+.1f} robust sd from the median of the group",
                             shape.name, values[i], z[i])});
}

}  // namespace

void flag_other_calibration(std::vector<TestRow>& tests) {
    Rows with;
    std::vector<double> compliances;
    for (TestRow& row : tests) {
        if (!row.applied.frame_compliance_nm_per_uN) continue;
        with.push_back(&row);
        compliances.push_back(*row.applied.frame_compliance_nm_per_uN);
    }
    if (with.size() < fewest_tests) return;
    const double usual = median(compliances);
    if (!(usual > 0)) return;
    for (std::size_t i = 0; i < with.size(); ++i) {
        const double ratio = compliances[i] / usual;
        if (ratio >= 1 / largest_ratio && ratio <= largest_ratio) continue;
        with[i]->flags.push_back(
            {"SND-G005", ratio, ratio > 1 ? largest_ratio : 1 / largest_ratio,
             fmt::format("frame compliance {:.4g} nm/mN is {:.3g} times the median of all tests",
                         uN_per_mN * compliances[i], ratio)});
    }
}

void flag_other_loading(std::vector<TestRow>& tests) {
    std::map<std::string, Rows> groups;
    for (TestRow& row : tests)
        if (row.status == Status::used) groups[row.load_function].push_back(&row);
    for (const auto& [name, rows] : groups)
        for (const LoadingShape& shape : shapes) flag_unlike(rows, shape);
}

}  // namespace sneddon
