// How often do 95 % intervals of the rheological models hold the truth, how often is a model not
// separable, and how often is the true one chosen? Simulated holds of 60 s after a ramp of 5 s
// under a cone and a sphere, depth with white and with first-order autoregressive noise. Ends with
// 1 when a parameter leaves 90-98 %, or more than 20 % of the holds with white noise are refused.
// Arguments: holds a row (default 1000).
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "numeric/retardation/retardation_fit.hpp"
#include "support/correlated_noise.hpp"
#include "support/ramped_hold.hpp"

namespace {

using namespace sneddon;
using testing::RampedHold;

struct Case {
    const char* name;
    RetardationModel model;
    RampedHold hold;
    double noise_nm;  ///< of one test, or of the mean of many
};

struct Count {
    int separable = 0, chosen = 0, chosen_simpler = 0;
    std::array<int, 6> covered{};
    std::size_t parameters = 0;
};

void look(const RetardationFit& fit, const RampedHold& hold, Count& count) {
    const auto holds = [](const RetardationInterval& interval, double truth) {
        return interval.low < truth && truth < interval.high;
    };
    std::size_t at = 0;
    const RetardationTerms terms = terms_of(fit.model);
    count.covered[at++] += holds(fit.instantaneous_ci95(), hold.instantaneous);
    if (terms.has_flow) count.covered[at++] += holds(fit.flow_ci95(), hold.flow);
    for (std::size_t i = 0; i < terms.elements; ++i) {
        count.covered[at++] += holds(fit.strength_ci95(i), hold.strength[i]);
        count.covered[at++] += holds(fit.tau_ci95(i), hold.tau[i]);
    }
    count.parameters = at;
}

bool print_row(const Case& row, double exponent, double correlation, int runs) {
    const std::size_t readings = 1500;
    const double seconds = 60;
    std::vector<double> s(readings), depth(readings), y(readings);
    for (std::size_t i = 0; i < readings; ++i) {
        s[i] = seconds * static_cast<double>(i) / static_cast<double>(readings - 1);
        depth[i] = row.hold.depth_nm(s[i], exponent);
    }
    const auto basis = RetardationBasis::make(s, row.hold.ramp);
    Count count;
    for (int run = 0; run < runs; ++run) {
        RandomStream random(2041, static_cast<std::uint64_t>(run));
        const auto noise = testing::correlated_noise(readings, row.noise_nm, correlation, random);
        for (std::size_t i = 0; i < readings; ++i)
            y[i] = row.hold.compliance(depth[i] + noise[i], exponent);
        const RetardationChoice choice = choose_retardation(*basis, y);
        const RetardationFit& fit = choice.fits[static_cast<std::size_t>(row.model)];
        const RetardationFit* best = choice.best();
        count.chosen += best != nullptr && best->model == row.model;
        count.chosen_simpler += best != nullptr && best->parameters < fit.parameters;
        if (!fit.is_separable) continue;
        ++count.separable;
        look(fit, row.hold, count);
    }
    const double refused = 1 - double(count.separable) / runs;
    std::printf("%-12s %-6s %6.2f %5.2f %8.3f %7.3f %8.3f ", row.name,
                exponent == 2 ? "cone" : "sphere", row.noise_nm, correlation, refused,
                double(count.chosen) / runs, double(count.chosen_simpler) / runs);
    bool is_kept = true;
    for (std::size_t i = 0; i < count.parameters; ++i) {
        const double share = count.covered[i] / double(count.separable);
        std::printf("  %.3f", share);
        // A share that chance alone may have moved out: the central 99 % of Binomial(n, 0.95).
        const double n = count.separable, off = std::abs(count.covered[i] - 0.95 * n);
        const bool is_chance = off <= 2.576 * std::sqrt(0.95 * 0.05 * n) + 0.5;
        is_kept = is_kept && ((share >= 0.90 && share <= 0.98) || is_chance);
    }
    if (correlation == 0 && refused > 0.20) is_kept = false;
    std::printf("  %s\n", is_kept ? "" : "OUTSIDE");
    return is_kept;
}

}  // namespace

int main(int count, char** arguments) {
    const int runs = count > 1 ? std::atoi(arguments[1]) : 1000;
    using M = RetardationModel;
    const std::array cases = {
        Case{"Maxwell", M::maxwell, {5, 300, 0.011, 4e-5, {}, {}, false}, 0.2},
        Case{"Kelvin 1", M::kelvin_1, {5, 300, 0.011, 0, {0.002}, {12}, false}, 0.2},
        Case{"Kelvin 2", M::kelvin_2, {5, 300, 0.011, 0, {0.0015, 0.002}, {2, 25}, false}, 0.1},
        Case{"Kelvin 3",
             M::kelvin_3,
             {5, 300, 0.011, 0, {0.0015, 0.0015, 0.002}, {0.5, 5, 40}, false},
             0.01},
        Case{"Burgers", M::burgers, {5, 300, 0.011, 2e-5, {0.0015}, {6}, false}, 0.2},
        Case{"Burgers 2",
             M::burgers_2,
             {5, 300, 0.011, 2e-5, {0.0015, 0.002}, {0.8, 10}, false},
             0.03},
        Case{"logarithmic", M::logarithmic, {5, 300, 0.011, 0, {0.0006}, {1}, true}, 0.2},
    };
    std::printf("%-12s %-6s %6s %5s %8s %7s %8s   L_0, 1/eta, (L_i, tau_i)  (of %d holds)\n",
                "model", "tip", "sd_nm", "rho", "refused", "chosen", "simpler", runs);
    bool is_good = true;
    for (const Case& row : cases)
        for (const double exponent : {2.0, 1.5})
            for (const double correlation : {0.0, 0.5, 0.95})
                is_good &= print_row(row, exponent, correlation, runs);
    return is_good ? 0 : 1;
}
