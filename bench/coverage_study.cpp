// The tables of docs/validation.md: coverage of the stated 95 % intervals over 2,000 closed-form
// tests per kind of disturbance, and false pop-ins on 1,000 smooth curves per kind of noise.
#include <cstdio>

#include "analyse/pop_ins/pop_ins.hpp"
#include "support/correlated_noise.hpp"
#include "support/interval_coverage.hpp"

namespace sneddon::testing {
namespace {

constexpr int coverage_runs = 2000, alarm_runs = 1000;

void print_coverage() {
    std::printf("| disturbance |");
    for (const auto& each : covered_quantities)
        std::printf(" %s |", std::string(each.info().symbol).c_str());
    std::printf("\n");
    for (const CoverageCase& kind : coverage_cases) {
        const Coverage coverage = interval_coverage(kind, coverage_runs, 1);
        std::printf("| %s |", std::string(kind.name).c_str());
        for (std::size_t i = 0; i < covered_quantities.size(); ++i)
            if (std::isnan(coverage.share[i]))
                std::printf(" |");
            else
                std::printf(" %.1f %% (%.2f) |", 100 * coverage.share[i], coverage.sd_over_u[i]);
        std::printf("\n");
    }
}

int false_alarms(double correlation, double noise_nm, double limit_factor) {
    PopInOptions options;
    options.noise_factor *= limit_factor;
    options.least_jump_nm *= limit_factor;
    int alarms = 0;
    for (int run = 0; run < alarm_runs; ++run) {
        RandomStream random(2, static_cast<std::uint64_t>(run));
        Curve curve = closed_form_test({}).curve;
        const auto noise = correlated_noise(curve.size(), noise_nm, correlation, random);
        for (std::size_t i = 0; i < curve.size(); ++i) curve.depth_nm[i] += noise[i];
        if (!find_pop_ins(curve, {SegmentKind::load, 0, 3000}, options).found.empty()) ++alarms;
    }
    return alarms;
}

void print_false_alarms() {
    for (const double correlation : {0.0, 0.5, 0.9, 0.95})
        for (const double noise_nm : {0.05, 0.2, 1.0}) {
            std::printf("| %.2f | %.2f nm |", correlation, noise_nm);
            for (const double factor : {0.5, 1.0, 1.5})
                std::printf(" %d |", false_alarms(correlation, noise_nm, factor));
            std::printf("\n");
        }
}

}  // namespace
}  // namespace sneddon::testing

int main() {
    sneddon::testing::print_coverage();
    sneddon::testing::print_false_alarms();
}
