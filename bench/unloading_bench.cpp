// The unloading fit of one test: 2,251 samples between 95 and 20 % of F_max, with noise.
// Peer in the same run: the same least squares by a golden-section search over m with 34 steps,
// each solving the linear problem with std::pow, as scripts of the field do it.
#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

#include "analyse/unloading.hpp"
#include "base/random.hpp"

namespace sneddon {
namespace {

struct Unloading {
    Curve curve;
    Segment segment;
};

Unloading noisy_unloading() {
    Unloading made;
    RandomStream noise(1);
    constexpr int samples = 3001;
    for (int i = 0; i < samples; ++i) {
        const double load_uN = 300.0 * (samples - 1 - i) / (samples - 1);
        made.curve.time_s.push_back(i / 300.0);
        made.curve.load_uN.push_back(load_uN);
        made.curve.depth_nm.push_back(30 + 24 * std::pow(load_uN / 300, 1 / 1.5) +
                                      0.2 * noise.normal());
    }
    made.segment = {SegmentKind::unload, 0, static_cast<std::size_t>(samples)};
    return made;
}

void fit_by_variable_projection(benchmark::State& state) {
    const Unloading made = noisy_unloading();
    for (auto _ : state) benchmark::DoNotOptimize(fit_unloading(made.curve, made.segment, 300, {}));
}
BENCHMARK(fit_by_variable_projection)->Unit(benchmark::kMillisecond);

double residual(const std::vector<double>& x, const std::vector<double>& y, double m) {
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double e = std::pow(x[i], 1 / m);
        n += 1;
        sx += e;
        sy += y[i];
        sxx += e * e;
        sxy += e * y[i];
        syy += y[i] * y[i];
    }
    const double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    return syy - sy * sy / n - slope * (sxy - sx * sy / n);
}

void fit_by_golden_section(benchmark::State& state) {
    const Unloading made = noisy_unloading();
    for (auto _ : state) {
        std::vector<double> x, y;
        for (std::size_t i = 0; i < made.curve.size(); ++i) {
            const double share = made.curve.load_uN[i] / 300;
            if (share < 0.2 || share > 0.95) continue;
            x.push_back(share);
            y.push_back(made.curve.depth_nm[i]);
        }
        const double golden = (std::sqrt(5.0) - 1) / 2;
        double low = 1, high = 5;
        for (int step = 0; step < 34; ++step) {
            const double a = high - golden * (high - low), b = low + golden * (high - low);
            (residual(x, y, a) < residual(x, y, b) ? high : low) =
                residual(x, y, a) < residual(x, y, b) ? b : a;
        }
        benchmark::DoNotOptimize(low);
    }
}
BENCHMARK(fit_by_golden_section)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sneddon
