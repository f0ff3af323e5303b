// The table of docs/validation.md: coverage of the stated 95 % intervals over 2,000 closed-form
// tests per kind of disturbance, and false pop-ins on 1,000 smooth curves per kind of noise.
#include <cstdio>

#include "support/interval_coverage.hpp"

namespace sneddon::testing {
namespace {

constexpr int coverage_runs = 2000, alarm_runs = 1000;

void print_coverage() {
    std::printf("| disturbance |");
    for (const auto& each : covered_quantities)
        std::printf(" %s |", std::string(each.quantity.info().symbol).c_str());
    std::printf("\n");
    for (const CoverageCase& kind : coverage_cases) {
        const Coverage coverage = interval_coverage(kind, coverage_runs, 1);
        std::printf("| %s |", std::string(kind.name).c_str());
        for (std::size_t i = 0; i < covered_quantities.size(); ++i)
            std::printf(" %.1f %% (%.2f) |", 100 * coverage.share[i], coverage.sd_over_u[i]);
        std::printf("\n");
    }
}

void print_false_alarms() {
    for (const double correlation : {0.0, 0.5, 0.9, 0.95})
        for (const double noise_nm : {0.05, 0.2, 1.0}) {
            int alarms = 0;
            for (int run = 0; run < alarm_runs; ++run) {
                RandomStream random(2, static_cast<std::uint64_t>(run));
                ClosedForm form;
                const Test smooth = closed_form_test(form);
                Curve curve = smooth.curve;
                const auto noise = correlated_noise(curve.size(), noise_nm, correlation, random);
                for (std::size_t i = 0; i < curve.size(); ++i) curve.depth_nm[i] += noise[i];
                const PopInSearch found =
                    find_pop_ins(curve, {SegmentKind::load, 0, 3000}, PopInOptions{});
                if (!found.found.empty()) ++alarms;
            }
            std::printf("| AR(1) %.2f | %.2f nm | %d of %d |\n", correlation, noise_nm, alarms,
                        alarm_runs);
        }
}

}  // namespace
}  // namespace sneddon::testing

int main() {
    sneddon::testing::print_coverage();
    sneddon::testing::print_false_alarms();
}
