#include "study/groups/fits_at_bound.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_fits = 5;
constexpr std::array fitted = {"S_uN_per_nm"_q, "h_c_nm"_q,  "A_p_nm2"_q,
                               "H_IT_GPa"_q,    "E_r_GPa"_q, "E_IT_GPa"_q};

struct Fits {
    Rows all, at_bound;
    bool are_most_at_bound() const {
        return all.size() >= fewest_fits && 2 * at_bound.size() > all.size();
    }
};

Fits fits_of(const std::vector<TestRow>& tests, const Rows& rows) {
    Fits fits;
    for (const std::size_t row : rows) {
        if (!is_finite(tests[row].values["S_uN_per_nm"_q])) continue;
        fits.all.push_back(row);
        if (is_fit_at_bound(tests[row])) fits.at_bound.push_back(row);
    }
    return fits;
}

}  // namespace

bool is_fit_at_bound(const TestRow& row) {
    return std::ranges::any_of(row.flags, [](const Flag& flag) {
        return flag.code == "SND-A001" || flag.code == "SND-A047";
    });
}

bool follows_from_fit(QuantityIndex quantity) {
    return std::ranges::count(fitted, quantity) > 0;
}

Rows rows_with_own_fit(const std::vector<TestRow>& tests, const Rows& rows, FitsAtBound rule) {
    if (rule == FitsAtBound::keep || !fits_of(tests, rows).are_most_at_bound()) return rows;
    Rows left;
    for (const std::size_t row : rows)
        if (!is_fit_at_bound(tests[row])) left.push_back(row);
    return left;
}

void warn_of_fits_at_bound(StudyResult& study, FitsAtBound rule) {
    for (const LoadFunctionRows& group : by_load_function(study.tests)) {
        const Fits fits = fits_of(study.tests, group.rows);
        if (!fits.are_most_at_bound()) continue;
        Warning warning{"SND-G060", "", {}};
        const std::size_t left = fits.all.size() - fits.at_bound.size();
        warning.text = fmt::format(
            "{}: {} of {} unloading fits ended at a bound; {}", group.name, fits.at_bound.size(),
            fits.all.size(),
            rule == FitsAtBound::keep
                ? std::string("they count in the means of S, h_c, A_p, H_IT, E_r and E_IT")
                : fmt::format("the means of S, h_c, A_p, H_IT, E_r and E_IT are of the other {}",
                              left));
        for (const std::size_t row : fits.at_bound)
            warning.tests.push_back(study.tests[row].test_id);
        study.warnings.push_back(std::move(warning));
    }
}

}  // namespace sneddon
