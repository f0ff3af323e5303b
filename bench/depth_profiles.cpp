// Simulated depth profiles against their truth; the tables of docs/validation.md. Ends with 1 when
// a number leaves the promise.
//   sneddon_depth_profiles [biases|intervals|size-effect [STUDIES]]
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "base/threads.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/tails.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "study/profiles/size_effect.hpp"
#include "support/profile_truth.hpp"

namespace {

using namespace sneddon;
using testing::ProfiledTest;

using Settings = std::vector<std::pair<std::string, std::string>>;

/// A random sample of the material: its mean scatters as a laboratory's does.
SimulatedStudy study_of(const std::string& preset, Settings settings, int tests,
                        std::uint64_t seed) {
    settings.emplace_back("material.sampling", "random");
    SimulationPlan plan = simulation_plan(preset, settings).value();
    plan.tests_per_load_function = tests;
    return draw_study(plan, seed).value();
}

std::vector<ProfiledTest> profiled(const SimulatedStudy& study) {
    const AnalysisRecipe recipe = testing::recipe_of_plan(study.plan);
    std::vector<ProfiledTest> tests(study.tests.size());
    ordered_parallel(
        tests.size(), threads_or_all(0), Stop(),
        [&](std::size_t i) { return testing::profiled_test(study, i, recipe); },
        [&](std::size_t i, ProfiledTest&& test) { tests[i] = std::move(test); });
    return tests;
}

struct Sample {
    std::vector<double> values;
    double bias() const { return mean(values) - 1; }
    double standard_error() const {
        return standard_deviation(values) / std::sqrt(static_cast<double>(values.size()));
    }
};

/// At least 90 % of 95 % intervals, and no more than are stated within what n of them can show.
bool is_kept(int held, int n) {
    return held >= 0.90 * n;
}

// --- bias at a depth
// -----------------------------------------

bool print_biases(const std::string& preset, const Settings& settings, const char* name,
                  bool has_promise) {
    const SimulatedStudy study = study_of(preset, settings, 200, 1);
    const std::vector<ProfiledTest> tests = profiled(study);
    bool is_good = true;
    for (const double depth_nm : {50.0, 100.0, 200.0, 300.0, 500.0, 800.0}) {
        Sample H, E_r;
        for (const ProfiledTest& test : tests)
            if (const auto ratios = testing::ratios_at(study.plan, test, depth_nm)) {
                H.values.push_back(ratios->hardness);
                E_r.values.push_back(ratios->reduced_modulus);
            }
        const double most = depth_nm < 100 ? 1 : depth_nm < 300 ? 0.01 : 0.003;
        const bool is_within = std::fabs(H.bias()) <= most && std::fabs(E_r.bias()) <= most;
        is_good = is_good && (is_within || !has_promise);
        std::printf("| %s | %.0f nm | %+.2f ± %.2f %% | %.2f %% | %+.2f ± %.2f %% | %.2f %% |%s\n",
                    name, depth_nm, 100 * H.bias(), 100 * H.standard_error(),
                    100 * standard_deviation(H.values), 100 * E_r.bias(),
                    100 * E_r.standard_error(), 100 * standard_deviation(E_r.values),
                    is_within || !has_promise ? "" : " OUTSIDE");
    }
    std::fflush(stdout);
    return is_good;
}

// --- intervals of the means of a test
// -----------------------------------------

/// What all tests of a laboratory share is drawn anew for each: the error of the frame compliance
/// in force, and of the calibrations of load and depth, each as uncertain as the analysis takes it.
ProfiledTest laboratory(const std::string& preset, Settings settings, std::uint64_t seed) {
    settings.emplace_back("material.sampling", "random");
    SimulationPlan plan = simulation_plan(preset, settings).value();
    plan.tests_per_load_function = 1;
    const AnalysisRecipe recipe = testing::recipe_of_plan(plan);
    RandomStream common(seed, 1);
    const double u_frame = std::min(1e-4, 0.1 * plan.instrument.frame_compliance_nm_per_uN);
    plan.instrument.frame_left_nm_per_uN = u_frame * common.normal();
    const double load = 1 + recipe.uncertainty.load_relative * common.normal();
    const double depth = 1 + recipe.uncertainty.depth_relative * common.normal();
    const SimulatedStudy study = draw_study(plan, seed).value();
    return testing::profiled_test(study, 0, recipe, {load, depth});
}

/// z = (found - true)/u of the mean of each test.
struct Intervals {
    std::vector<double> z, u_relative, u_common_relative;
    void add(const CycleResult& cycle, QuantityIndex at, double truth) {
        const double random = cycle.uncertainty.random[at], common = cycle.uncertainty.common[at];
        z.push_back((cycle.values[at] - truth) / std::hypot(random, common));
        u_relative.push_back(std::hypot(random, common) / truth);
        u_common_relative.push_back(common / truth);
    }
    double held() const {
        constexpr double normal_95 = 1.96;
        return static_cast<double>(std::ranges::count_if(
                   z, [](double value) { return std::fabs(value) <= normal_95; })) /
               static_cast<double>(z.size());
    }
    bool is_kept() const { return held() >= 0.90 && held() <= 0.98; }
};

void print(const char* name, const char* what, const Intervals& of, bool has_promise) {
    std::printf("| %s | %s | %.2f %% | %.2f %% | %.2f | %.1f %% |%s\n", name, what,
                100 * mean(of.u_relative), 100 * mean(of.u_common_relative),
                standard_deviation(of.z), 100 * of.held(),
                of.is_kept() || !has_promise ? "" : " OUTSIDE");
    std::fflush(stdout);
}

bool print_intervals(const std::string& preset, const Settings& settings, const char* name,
                     bool has_promise) {
    constexpr std::size_t laboratories = 400;
    Intervals H, E_r;
    ordered_parallel(
        laboratories, threads_or_all(0), Stop(),
        [&](std::size_t i) { return laboratory(preset, settings, i + 1); },
        [&](std::size_t, ProfiledTest&& test) {
            H.add(test.cycle, "H_profile_GPa"_q, test.true_mean_H_GPa);
            E_r.add(test.cycle, "E_r_profile_GPa"_q, test.truth.E_r_GPa);
        });
    print(name, "H", H, has_promise);
    print(name, "E_r", E_r, has_promise);
    return (H.is_kept() && E_r.is_kept()) || !has_promise;
}

// --- size effect ---------------------------------------------------------------------------------

bool print_size_effect(const std::string& preset, int studies, int tests_each, bool is_law) {
    int H0_held = 0, h_star_held = 0, refused = 0;
    std::vector<double> H0, h_star;
    for (int seed = 1; seed <= studies; ++seed) {
        const SimulatedStudy study =
            study_of(preset, {}, tests_each, static_cast<std::uint64_t>(seed));
        const std::vector<ProfiledTest> tests = profiled(study);
        std::vector<const TestProfile*> profiles;
        for (const ProfiledTest& test : tests) profiles.push_back(&test.profile);
        const SizeEffect found = find_size_effect(profiles);
        refused += !found.why_not.empty();
        const double true_H0 = study.plan.load_functions[0].H_GPa;
        const double true_h_star = study.plan.material.size_effect_nm;
        H0.push_back(found.H0_GPa / true_H0);
        h_star.push_back(found.h_star_nm - true_h_star);
        H0_held += found.H0_ci95.low <= true_H0 && true_H0 <= found.H0_ci95.high;
        h_star_held +=
            found.h_star_ci95.low <= true_h_star && true_h_star <= found.h_star_ci95.high;
    }
    const bool is_good = is_law ? is_kept(H0_held, studies) && is_kept(h_star_held, studies) &&
                                      refused <= 0.05 * studies
                                : refused >= 0.95 * studies;
    std::printf("| %s | %d of %d tests | %+.2f %% | %.1f %% | %+.2f nm | %.1f %% | %.1f %% |%s\n",
                preset.c_str(), studies, tests_each, 100 * (mean(H0) - 1),
                100.0 * H0_held / studies, mean(h_star), 100.0 * h_star_held / studies,
                100.0 * refused / studies, is_good ? "" : " OUTSIDE");
    std::fflush(stdout);
    return is_good;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string part = count > 1 ? arguments[1] : "all";
    const int studies = count > 2 ? std::atoi(arguments[2]) : 200;
    bool is_good = true;
    if (part == "biases" || part == "all") {
        std::printf("| material | depth | H over truth | sd | E_r over truth | sd |\n");
        is_good = print_biases("csm", {}, "glass", true) && is_good;
        is_good = print_biases("csm-size-effect", {}, "metal", true) && is_good;
        const Settings secant = {{"programme.oscillation", "secant"}};
        print_biases("csm", secant, "glass, secant", false);
        print_biases("csm-size-effect", secant, "metal, secant", false);
    }
    if (part == "intervals" || part == "all") {
        std::printf(
            "| material | mean of | mean u | of it common | sd of (found - true)/u | held |\n");
        is_good = print_intervals("csm", {}, "glass", true) && is_good;
        is_good = print_intervals("csm-size-effect", {}, "metal", true) && is_good;
    }
    if (part == "size-effect" || part == "all") {
        std::printf("| preset | studies | H0 | held | h* | held | refused |\n");
        is_good = print_size_effect("csm-size-effect", studies, 10, true) && is_good;
        is_good = print_size_effect("csm", studies, 10, false) && is_good;
    }
    return is_good ? 0 : 1;
}
