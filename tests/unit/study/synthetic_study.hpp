// Tests by hand for the study stage: rows with features, and holds of a known law.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/creep/hold_curve.hpp"

namespace sneddon::testing {

inline TestRow used_row(int number, double hold_s, double H_GPa, double creep_nm) {
    TestRow row;
    row.test_id = "t" + std::to_string(number);
    row.file = row.test_id + ".txt";
    row.load_function = "hold " + std::to_string(static_cast<int>(hold_s)) + " s";
    row.values["hold_s"_q] = hold_s;
    row.values["F_max_uN"_q] = 300;
    row.values["H_IT_GPa"_q] = H_GPa;
    row.values["A_p_nm2"_q] = 1e3 * 300 / H_GPa;
    row.values["creep_nm"_q] = creep_nm;
    row.values["W_hold_pJ"_q] = 0.3 * creep_nm;
    row.values["W_plast_pJ"_q] = 2 + 0.3 * creep_nm;
    return row;
}

/// Three clouds in (H_IT, creep), `n` tests each: creep 1.2, 3, 6.5 nm.
inline std::vector<TestRow> three_clouds(int n, double hold_s, RandomStream& random) {
    std::vector<TestRow> rows;
    for (int cloud = 0; cloud < 3; ++cloud)
        for (int i = 0; i < n; ++i) {
            const double creep[] = {1.2, 3, 6.5}, sd[] = {0.2, 0.4, 0.8}, H[] = {4.5, 4.3, 4.1};
            rows.push_back(used_row(cloud * n + i, hold_s, H[cloud] + 0.15 * random.normal(),
                                    creep[cloud] + sd[cloud] * random.normal()));
        }
    return rows;
}

/// a t + b t^c at `rate` points per second.
inline HoldCurve law_hold(const std::string& test_id, double duration_s, double rate, double a,
                          double b, double c) {
    HoldCurve curve;
    curve.test_id = test_id;
    curve.step_s = 1 / rate;
    const auto steps = static_cast<int>(duration_s * rate);
    for (int k = 0; k <= steps; ++k) {
        const double t = k / rate;
        curve.depth_nm.push_back(static_cast<float>(a * t + b * std::pow(t, c)));
    }
    return curve;
}

}  // namespace sneddon::testing
