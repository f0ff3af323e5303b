// The first byte names a preset, the lines behind it are settings KEY=VALUE. Of plans that are
// taken and small enough every fourth is drawn, and the first curve of it holds together.
#include <cmath>
#include <cstdint>

#include "require.hpp"
#include "simulate/simulated_study.hpp"
#include "sneddon/recipe/simulation_file.hpp"

namespace {

using namespace sneddon;

/// Points of one test, by the longest of its holds.
double points_of(const SimulationPlan& plan) {
    double longest_s = plan.programme.air_s + plan.programme.preload_s + plan.programme.lift_s;
    for (const SimulatedLoadFunction& load_function : plan.load_functions)
        longest_s += load_function.hold_s +
                     2 * (load_function.ramp_s > 0 ? load_function.ramp_s : plan.programme.ramp_s);
    return longest_s * plan.programme.points_per_s;
}

void require_curve(SimulationPlan plan) {
    constexpr double most_points = 2000;
    plan.tests_per_load_function = 1;
    if (!plan.phases.empty() || !(points_of(plan) < most_points)) return;
    const auto study = draw_study(plan, 1);
    sneddon::fuzz::require_answer(study);
    if (!study || study->tests.empty()) return;
    const Curve curve = simulated_curve(*study, 0).test.curve;
    sneddon::fuzz::require(curve.depth_nm.size() == curve.size());
    sneddon::fuzz::require(curve.load_uN.size() == curve.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto presets = simulation_presets();
    std::string_view text = sneddon::fuzz::bytes_of(data + 1, size - 1);
    std::vector<std::pair<std::string, std::string>> settings;
    while (!text.empty()) {
        const std::string_view line = sneddon::fuzz::next_line(text);
        const std::size_t sign = line.find('=');
        if (sign != line.npos) settings.emplace_back(line.substr(0, sign), line.substr(sign + 1));
    }
    const auto plans =
        simulation_plans(std::string(presets[data[0] % presets.size()].name), settings);
    sneddon::fuzz::require_answer(plans);
    if (plans && size % 4 == 0) require_curve(plans->front());
    return 0;
}
