// Cost of a curve of 18,000 points through y = a t + b t^c. For comparison, scipy 1.10's curve_fit
// takes 6.7 ms from a good start.
#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "sneddon/numeric/linear_power_law.hpp"

namespace {

using namespace sneddon;

struct Curve {
    std::vector<double> t, y;
};

Curve noisy_curve() {
    Curve curve;
    RandomStream random(1);
    for (int i = 0; i < 18'000; ++i) {
        const double t = i / 300.0;
        curve.t.push_back(t);
        curve.y.push_back(0.045 * t + 2.9 * std::pow(t, 0.36) + 0.15 * random.normal());
    }
    return curve;
}

// Parameters, inflated standard errors and statistics of the residuals, from nothing.
void linear_power_single(benchmark::State& state) {
    const Curve curve = noisy_curve();
    for (auto _ : state) benchmark::DoNotOptimize(fit_linear_power(curve.t, curve.y));
}
BENCHMARK(linear_power_single)->Unit(benchmark::kMicrosecond);

// The same on a shared time base.
void linear_power_shared(benchmark::State& state) {
    const Curve curve = noisy_curve();
    const auto basis = LinearPowerBasis::make(curve.t);
    for (auto _ : state) benchmark::DoNotOptimize(fit_linear_power(*basis, curve.y));
}
BENCHMARK(linear_power_shared)->Unit(benchmark::kMicrosecond);

// The parameters alone, as resampling needs them.
void linear_power_shared_parameters(benchmark::State& state) {
    const Curve curve = noisy_curve();
    const auto basis = LinearPowerBasis::make(curve.t);
    LinearPowerOptions options;
    options.uncertainty = Uncertainty::none;
    for (auto _ : state) benchmark::DoNotOptimize(fit_linear_power(*basis, curve.y, options));
}
BENCHMARK(linear_power_shared_parameters)->Unit(benchmark::kMicrosecond);

void linear_power_offset_and_start_fitted(benchmark::State& state) {
    const Curve curve = noisy_curve();
    LinearPowerOptions options;
    options.y0_freedom = options.t0_freedom = Freedom::fitted;
    for (auto _ : state) benchmark::DoNotOptimize(fit_linear_power(curve.t, curve.y, options));
}
BENCHMARK(linear_power_offset_and_start_fitted)->Unit(benchmark::kMicrosecond);

}  // namespace
