// Are the p values of the laws of the sizes of pop-ins uniform where the law is the right one, and
// how often is a wrong one rejected? 400 studies a line, 199 replicates each; with noise: a jump is
// measured with a normal error of from/7.5, as one is at 2 sd above a limit of 5.5 sd.
// usage: size_goodness THREADS; ends with 1 where, without noise, p <= 0.1 or p <= 0.5 of the true
// law are outside the central 99 % of the binomial.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "study/pop_ins/size_goodness.hpp"

namespace {

using namespace sneddon;

constexpr std::size_t studies = 400, replicates = 199;
constexpr double from = 0.67, noise = from / 7.5, below = 0.4 * from;
constexpr int least_01 = 25, most_01 = 56, least_05 = 174, most_05 = 226;

enum class Truth { power_law, cut_off, exponential, log_normal };

struct Case {
    Truth truth;
    const char* words;
    std::size_t sizes;
    bool has_noise;
    SizeFamily judged;
    bool is_right;
};

/// A size above `least`, by rejection.
double true_size(Truth truth, double least, RandomStream& random) {
    constexpr double alpha = 1.8, cut_alpha = 1.5, cut = 5 * from, median = 2 * from, spread = 0.6;
    for (;;) {
        if (truth == Truth::exponential) return least - 2 * from * std::log1p(-random.uniform());
        if (truth == Truth::log_normal) {
            const double size = median * std::exp(spread * random.normal());
            if (size > least) return size;
            continue;
        }
        const double power = truth == Truth::power_law ? alpha : cut_alpha;
        const double size = least * std::pow(1 - random.uniform(), -1 / (power - 1));
        if (truth == Truth::power_law || random.uniform() < std::exp(-(size - least) / cut))
            return size;
    }
}

std::vector<double> sizes_of(const Case& of, RandomStream& random) {
    std::vector<double> sizes;
    while (sizes.size() < of.sizes) {
        const double size = of.has_noise
                                ? true_size(of.truth, below, random) + noise * random.normal()
                                : true_size(of.truth, from, random);
        if (size > from) sizes.push_back(size);
    }
    std::ranges::sort(sizes);
    return sizes;
}

double p_of(const Case& of, std::uint64_t seed) {
    RandomStream random(1234, seed);
    const std::vector<double> sizes = sizes_of(of, random);
    std::vector<SeenSize> seen;
    for (const double size : sizes) seen.push_back({size, from});
    const SizeFit fit = fit_sizes(seen, of.judged, SizeIntervals::none);
    return goodness_of_sizes(sizes, fit, from, {replicates, seed, {}}).p;
}

bool print(const Case& of, unsigned threads) {
    int fitted = 0, at_01 = 0, at_05 = 0;
    ordered_parallel(
        studies, threads, {}, [&](std::size_t i) { return p_of(of, i + 1); },
        [&](std::size_t, double p) {
            fitted += is_nan(p) ? 0 : 1;
            at_01 += p <= 0.1 ? 1 : 0;
            at_05 += p <= 0.5 ? 1 : 0;
        });
    fmt::print("| {}{} | {} | {} | {} | {} | {} |\n", of.words, of.has_noise ? ", noise" : "",
               of.sizes, name(of.judged), fitted, at_01, at_05);
    std::fflush(stdout);
    if (!of.is_right || of.has_noise || fitted < static_cast<int>(studies)) return true;
    return at_01 >= least_01 && at_01 <= most_01 && at_05 >= least_05 && at_05 <= most_05;
}

}  // namespace

int main(int count, char** arguments) {
    const auto threads = static_cast<unsigned>(count > 1 ? std::atoi(arguments[1]) : 1);
    constexpr auto power = SizeFamily::power_law, cut = SizeFamily::cut_off,
                   plain = SizeFamily::exponential;
    const Case cases[] = {{Truth::power_law, "power law", 40, false, power, true},
                          {Truth::power_law, "power law", 150, false, power, true},
                          {Truth::power_law, "power law", 150, true, power, true},
                          {Truth::cut_off, "cut-off", 40, false, cut, true},
                          {Truth::cut_off, "cut-off", 150, false, cut, true},
                          {Truth::cut_off, "cut-off", 150, true, cut, true},
                          {Truth::exponential, "exponential", 40, false, plain, true},
                          {Truth::exponential, "exponential", 150, false, plain, true},
                          {Truth::exponential, "exponential", 150, true, plain, true},
                          {Truth::cut_off, "cut-off", 40, false, power, false},
                          {Truth::cut_off, "cut-off", 150, false, power, false},
                          {Truth::log_normal, "log-normal", 40, false, power, false},
                          {Truth::log_normal, "log-normal", 150, false, cut, false},
                          {Truth::power_law, "power law", 150, false, plain, false}};
    std::puts(
        "| true law | sizes | law judged | studies fitted | p <= 0.1 | p <= 0.5 |\n"
        "| --- | --- | --- | --- | --- | --- |");
    bool is_kept = true;
    for (const Case& of : cases) is_kept = print(of, threads) && is_kept;
    return is_kept ? EXIT_SUCCESS : EXIT_FAILURE;
}
