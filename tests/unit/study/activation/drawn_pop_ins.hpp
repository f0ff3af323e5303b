// First pop-ins drawn from the hazard itself: their truth is known, and no curve is needed.
#pragma once

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/sum/bracketed_root.hpp"
#include "study/activation/hazard_fit.hpp"

namespace sneddon::testing {

struct DrawnPopIns {
    double b_per_GPa = 7.3, share = 0.9;
    double rate_power = 1;  ///< 0: what does not know of time
    std::size_t tests = 200;
    double seen_from_GPa = 0;  ///< a pop-in below is not seen
};

inline std::vector<LoadedTests> draw_pop_ins(const DrawnPopIns& truth, std::uint64_t seed) {
    HazardFit hazard;
    hazard.b_per_GPa = truth.b_per_GPa;
    hazard.rate_power = truth.rate_power;
    hazard.log_hazard = 0;
    hazard.tau_reference_GPa = 2.4;
    hazard.rate_reference_uN_per_s = 30;
    constexpr double end_GPa = 3.5;
    constexpr std::size_t cells = 200;
    std::vector<LoadedTests> all;
    RandomStream stream(seed, 0);
    for (const double rate : {10.0, 30.0, 100.0}) {
        LoadedTests tests;
        tests.load_rate_uN_per_s = rate;
        tests.tau_end_GPa = end_GPa;
        for (std::size_t cell = 0; cell < cells; ++cell)
            tests.p_detect.push_back(
                (static_cast<double>(cell) + 0.5) * end_GPa / cells > truth.seen_from_GPa ? 1 : 0);
        for (std::size_t i = 0; i < truth.tests; ++i) {
            const bool is_able = stream.uniform() < truth.share;
            const double log_draw = std::log(-std::log(1 - stream.uniform()));
            const auto excess = [&](double tau) {
                return hazard.log_hazard_at(tau, rate) - log_draw;
            };
            const double tau = excess(end_GPa) < 0 ? end_GPa
                                                   : bracketed_root(excess, 1e-6, excess(1e-6),
                                                                    end_GPa, excess(end_GPa));
            if (is_able && tau < end_GPa && tau > truth.seen_from_GPa)
                tests.tau_GPa.push_back(tau);
            else
                ++tests.without;
        }
        all.push_back(std::move(tests));
    }
    return all;
}

}  // namespace sneddon::testing
