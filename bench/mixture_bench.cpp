// One EM pass of the mixture, and the same pass written plainly (two loops and an n x k array of
// posteriors), in the same run: their ratio does not depend on the machine much.
#include <benchmark/benchmark.h>

#include <cmath>
#include <numeric>

#include "base/random.hpp"
#include "numeric/mixture/mixture_statistics.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace {

using namespace sneddon;

GaussianMixture chain(std::size_t k, std::size_t d) {
    GaussianMixture mixture{d, std::vector<double>(k, 1.0 / static_cast<double>(k)), {}, {}};
    for (std::size_t j = 0; j < k; ++j)
        for (std::size_t a = 0; a < d; ++a) {
            mixture.means.push_back(1.5 * static_cast<double>(j) * (a % 2 ? 1 : -1));
            for (std::size_t b = 0; b < d; ++b) mixture.covariances.push_back(a == b ? 1.0 : 0.2);
        }
    return mixture;
}

Points cloud(std::size_t rows, std::size_t k, std::size_t d) {
    RandomStream random(1);
    return sample(chain(k, d), rows, random).points;
}

void report(benchmark::State& state, std::size_t rows) {
    state.counters["ns_per_point"] = benchmark::Counter(
        static_cast<double>(rows) * 1e-9,
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// Arguments: rows, dimensions, components, instruction set.
void fused_pass(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const auto d = static_cast<std::size_t>(state.range(1));
    const auto k = static_cast<std::size_t>(state.range(2));
    const auto set = static_cast<InstructionSet>(state.range(3));
    if (!is_available(set)) return state.SkipWithError("the processor lacks the instructions");
    const Points points = cloud(rows, k, d);
    const auto mixture = chain(k, d);
    for (auto _ : state)
        benchmark::DoNotOptimize(maximise(*collect_statistics(mixture, points, 1, 0, set)));
    report(state, rows);
}

/// The densities of all rows and components first, then the sums: what array programs do.
void plain_pass(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const auto d = static_cast<std::size_t>(state.range(1));
    const auto k = static_cast<std::size_t>(state.range(2));
    const Points points = cloud(rows, k, d);
    const auto mixture = chain(k, d);
    for (auto _ : state) {
        const std::vector<double> z = posteriors(mixture, points);
        GaussianMixture next = mixture;
        for (std::size_t j = 0; j < k; ++j) {
            double n = 0;
            std::vector<double> mean(d, 0);
            for (std::size_t i = 0; i < rows; ++i) {
                n += z[i * k + j];
                for (std::size_t a = 0; a < d; ++a) mean[a] += z[i * k + j] * points.columns[a][i];
            }
            for (std::size_t a = 0; a < d; ++a) next.means[j * d + a] = mean[a] / n;
            for (std::size_t a = 0; a < d; ++a)
                for (std::size_t b = 0; b < d; ++b) {
                    double sum = 0;
                    for (std::size_t i = 0; i < rows; ++i)
                        sum += z[i * k + j] * (points.columns[a][i] - next.means[j * d + a]) *
                               (points.columns[b][i] - next.means[j * d + b]);
                    next.covariances[(j * d + a) * d + b] = sum / n;
                }
        }
        benchmark::DoNotOptimize(next);
    }
    report(state, rows);
}

/// The densities with the C library, one point at a time: the cost of a first, plain program.
void naive_pass(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const auto k = static_cast<std::size_t>(state.range(2));
    const Points points = cloud(rows, k, 2);
    const auto mixture = chain(k, 2);
    std::vector<double> z(rows * k);
    for (auto _ : state) {
        double log_likelihood = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            double total = 0;
            for (std::size_t j = 0; j < k; ++j) {
                const auto s = mixture.covariance(j);
                const double x = points.columns[0][i] - mixture.mean(j)[0];
                const double y = points.columns[1][i] - mixture.mean(j)[1];
                const double determinant = s[0] * s[3] - s[1] * s[2];
                const double distance =
                    (s[3] * x * x - 2 * s[1] * x * y + s[0] * y * y) / determinant;
                total += z[i * k + j] = mixture.weights[j] * std::exp(-0.5 * distance) /
                                        (6.283185307179586 * std::sqrt(determinant));
            }
            for (std::size_t j = 0; j < k; ++j) z[i * k + j] /= total;
            log_likelihood += std::log(total);
        }
        std::vector<double> sums(k * 6, 0);
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < k; ++j) {
                const double r = z[i * k + j];
                const double x = points.columns[0][i] - mixture.mean(j)[0];
                const double y = points.columns[1][i] - mixture.mean(j)[1];
                const double terms[] = {r, r * x, r * y, r * x * x, r * x * y, r * y * y};
                for (std::size_t t = 0; t < 6; ++t) sums[j * 6 + t] += terms[t];
            }
        benchmark::DoNotOptimize(sums);
        benchmark::DoNotOptimize(log_likelihood);
    }
    report(state, rows);
}

/// The whole of `fit mixture`: k = 1..8, all starts, converged.
void whole_fit(benchmark::State& state) {
    const Points points = cloud(static_cast<std::size_t>(state.range(0)), 3, 2);
    for (auto _ : state) benchmark::DoNotOptimize(fit_mixture(points));
}

BENCHMARK(fused_pass)
    ->ArgNames({"rows", "d", "k", "set"})
    ->Args({1000000, 2, 3, 0})
    ->Args({1000000, 2, 3, 1})
    ->Args({1000000, 2, 3, 2})
    ->Args({1000000, 4, 8, 1})
    ->Args({1000000, 4, 8, 2})
    ->Args({1000, 2, 3, 2})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(plain_pass)
    ->ArgNames({"rows", "d", "k"})
    ->Args({1000000, 2, 3})
    ->Args({1000000, 4, 8})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(naive_pass)
    ->ArgNames({"rows", "d", "k"})
    ->Args({1000000, 2, 3})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(whole_fit)->ArgName("rows")->Arg(900)->Arg(100'000)->Arg(1'000'000)->Unit(
    benchmark::kMillisecond);

}  // namespace
