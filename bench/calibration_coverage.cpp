// Simulated calibrations whose tip, frame and moduli are known: how often do the intervals hold the
// truth, and is a form that is too stiff noticed? Prints the table of docs/validation.md.
#include <fmt/core.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyse/calibrate/calibration_bootstrap.hpp"
#include "base/random.hpp"
#include "sneddon/pipeline/simulate.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "support/temporary_folder.hpp"
#include "tools/calibration_points.hpp"

namespace {

using namespace sneddon;

constexpr double z = 1.959963984540054;
constexpr double C_f_nm_per_uN = 1.5e-3;
constexpr double noise_of_S = 0.01, surface_nm = 0.5;
constexpr int depths = 15, tests_of_depth = 4;

AreaFunction true_tip() {
    AreaFunction area;
    area.kind = AreaFunction::Kind::cap_cone;
    area.radius_nm = 150;
    area.half_angle_deg = 70.3;
    return area;
}

/// Each test has a scatter of its stiffness and a surface of its own.
CalibrationPoint unloading(double h_c, double H_GPa, std::size_t material,
                           const CalibrationOptions& options, double dS, double shift_nm) {
    const double A = projected_area_nm2(true_tip(), h_c), F = 1e-3 * H_GPa * A;
    const double S = 2e-3 * reference_E_r_GPa(options, material) * std::sqrt(A / std::numbers::pi);
    return {h_c + options.epsilon * F / S + C_f_nm_per_uN * F + shift_nm, F,
            (1 + dS) / (1 / S + C_f_nm_per_uN), "", material};
}

void add_material(std::size_t material, std::uint64_t seed, const CalibrationOptions& options,
                  std::vector<CalibrationPoint>& points) {
    RandomStream stream(seed, material);
    const double first = 40, last = material == 0 ? 1200 : 400;
    for (int i = 0; i < depths * tests_of_depth; ++i) {
        const double h_c =
            first * std::pow(last / first, static_cast<double>(i / tests_of_depth) / (depths - 1));
        const double dS = noise_of_S * stream.normal(), shift = surface_nm * stream.normal();
        points.push_back(unloading(h_c, material == 0 ? 9.25 : 28, material, options, dS, shift));
        points.back().test = std::to_string(i);
    }
}

struct Count {
    double held = 0, z_sum = 0, u_sum = 0, n = 0;
    void add(double value, double truth, double u, double factor = z) {
        if (!std::isfinite(u)) return;
        held += std::abs(value - truth) <= factor * u ? 1 : 0;
        z_sum += (value - truth) / u;
        u_sum += u;
        n += 1;
    }
};

/// Of u in the band that is printed: Student's t.
double factor_of(const AreaBand& at) {
    return std::log(at.high_nm2 / at.A_nm2) / at.u_relative;
}

void print(const char* name, const char* what, const char* unit, double factor, const Count& c) {
    fmt::print("| {} | {} | {:.3g} {} | {:+.2f} | {:.1f} % |\n", name, what, factor * c.u_sum / c.n,
               unit, c.z_sum / c.n, 100 * c.held / c.n);
}

void cover(const char* name, bool has_second, FrameFreedom frame, int sets) {
    CalibrationOptions options;
    options.frame = frame;
    const ReferenceMaterial sapphire{"sapphire", 433, 0.25};
    if (has_second) options.second.emplace(sapphire);
    Count of_frame, of_area[3], of_E[3];
    const double probe_depths[] = {60, 250, 1000};
    int refused = 0, stiff = 0;
    for (int set = 1; set <= sets; ++set) {
        std::vector<CalibrationPoint> points, probes;
        add_material(0, static_cast<std::uint64_t>(set), options, points);
        if (has_second) add_material(1, static_cast<std::uint64_t>(set), options, points);
        for (const double h : probe_depths) probes.push_back(unloading(h, 9.25, 0, options, 0, 0));
        const auto found = calibrate_area(points, 0, AreaForm::cap_cone, 0, options);
        CalibrationBootstrapOptions how;
        how.replicates = 200;
        how.seed = static_cast<std::uint64_t>(set);
        if (!found) {
            ++refused;
            continue;
        }
        const auto spread =
            bootstrap_calibration(points, *found, AreaForm::cap_cone, probes, options, how);
        if (!spread) {
            ++refused;
            continue;
        }
        stiff += found->is_too_stiff();
        of_frame.add(found->C_f_nm_per_uN, C_f_nm_per_uN, spread->u_C_f_nm_per_uN);
        for (std::size_t k = 0; k < 3; ++k) {
            const AreaBand& at = spread->band[4 + 8 * k];
            of_area[k].add(std::log(at.A_nm2), std::log(projected_area_nm2(true_tip(), at.h_c_nm)),
                           at.u_relative, factor_of(at));
            // E of a contact without scatter, by the tip and frame that were found.
            const CalibrationPoint& p = probes[k];
            const double S = 1 / (1 / p.S_uN_per_nm - found->C_f_nm_per_uN);
            const double h_c =
                p.h_nm - found->C_f_nm_per_uN * p.F_uN - options.epsilon * p.F_uN / S;
            const double E_r = 1e3 * std::sqrt(std::numbers::pi) * S /
                               (2 * std::sqrt(projected_area_nm2(found->area, h_c)));
            const double E = (1 - 0.17 * 0.17) / (1 / E_r - (1 - 0.07 * 0.07) / 1141);
            of_E[k].add(E, 72, spread->u_E_GPa[k]);
        }
    }
    print(name, "C_f", "nm/mN", 1e3, of_frame);
    const char* places[] = {"shallow", "middle", "deep"};
    for (std::size_t k = 0; k < 3; ++k) {
        print(name, fmt::format("A, {}", places[k]).c_str(), "%", 100, of_area[k]);
        print(name, fmt::format("E at h_c {} nm", probe_depths[k]).c_str(), "GPa", 1, of_E[k]);
    }
    fmt::print("| {} | refused {} of {}; called too stiff {} | | | |\n", name, refused, sets,
               stiff);
}

void notice(const char* name, AreaForm form, int terms, int sets) {
    int noticed = 0, fitted = 0;
    double misfit = 0;
    for (int set = 1; set <= sets; ++set) {
        CalibrationOptions options;
        std::vector<CalibrationPoint> points;
        add_material(0, static_cast<std::uint64_t>(set), options, points);
        const auto found = calibrate_area(points, C_f_nm_per_uN, form, terms, options);
        if (!found) continue;
        ++fitted;
        noticed += found->is_too_stiff();
        misfit += found->u_area_relative;
    }
    if (fitted == 0)
        fmt::print("| {} | refused {} of {} | |\n", name, sets, sets);
    else
        fmt::print("| {} | {} of {} | {:.2f} % |\n", name, noticed, fitted, 100 * misfit / fitted);
}

// --- curves of the presets, read and analysed as those of a laboratory -------------------------

struct Preset {
    const char* name;
    const char* preset;
    std::vector<std::pair<std::string, std::string>> settings;
    bool has_second;
    FrameFrom frame_from;
    std::string zero = "auto";
};

std::string simulated(const Preset& preset, const sneddon::testing::TemporaryFolder& folder,
                      int set) {
    SimulateRequest request;
    request.preset = preset.preset;
    request.settings = preset.settings;
    request.seed = static_cast<std::uint64_t>(set);
    request.output_folder = (folder.path() / std::to_string(set)).string();
    if (!simulate(request, {})) std::abort();
    return request.output_folder;
}

struct Calibrated {
    AreaCalibration found;
    CalibrationBootstrap drawn;
    bool is_sphere_noticed = false;  ///< refused, or called too stiff
};

std::optional<Calibrated> calibrated(const Preset& preset, const std::string& folder, int set) {
    CalibrationRequest request;
    const bool are_folders = std::string(preset.preset) == "calibration";
    request.run.paths = {are_folders ? folder + "/fused-silica" : folder};
    request.run.settings = {{"correct.zero", preset.zero.substr(0, preset.zero.find(' '))}};
    if (preset.zero == "hertz") request.run.settings.push_back({"correct.tip_radius_nm", "150"});
    CalibrationOptions options;
    options.frame =
        preset.frame_from == FrameFrom::area ? FrameFreedom::fitted : FrameFreedom::from_load;
    if (preset.has_second) {
        request.second_paths = {folder + "/sapphire"};
        options.second = ReferenceMaterial{"sapphire", 433, 0.25};
    }
    const auto recipe = make_recipe(request.run, {});
    const auto measured = calibration_points(request, *recipe);
    if (!measured) return std::nullopt;
    if (measured->profiles > 0) options.errors_from = ErrorsFrom::tests;
    const auto frame = calibrate_frame(measured->points, options);
    const double start = frame ? frame->C_f_nm_per_uN : 0;
    const auto found = calibrate_area(measured->points, start, AreaForm::cap_cone, 0, options);
    if (!found) return std::nullopt;
    CalibrationBootstrapOptions how;
    how.replicates = 100;
    how.seed = static_cast<std::uint64_t>(set);
    const auto drawn =
        bootstrap_calibration(measured->points, *found, AreaForm::cap_cone, {}, options, how);
    if (!drawn) return std::nullopt;
    const auto sphere = calibrate_area(measured->points, start, AreaForm::sphere, 0, options);
    return Calibrated{*found, *drawn, !sphere || sphere->is_too_stiff()};
}

void cover_preset(const Preset& preset, int sets) {
    const SimulationPlan plan = simulation_plan(preset.preset, preset.settings).value();
    const double C_f = plan.instrument.frame_left_nm_per_uN;
    const double truths[] = {plan.tip.radius_nm, plan.tip.half_angle_deg};
    Count by_error[3], by_draw[3], of_area[3], of_E;
    int refused = 0, stiff = 0, sphere = 0;
    for (int set = 1; set <= sets; ++set) {
        const sneddon::testing::TemporaryFolder folder;
        const auto calibration = calibrated(preset, simulated(preset, folder, set), set);
        if (!calibration) {
            ++refused;
            continue;
        }
        const auto& [found, drawn, is_sphere_noticed] = *calibration;
        stiff += found.is_too_stiff();
        for (std::size_t k = 0; k < 2; ++k) {
            by_error[k].add(found.parameters[k], truths[k], found.standard_error(k));
            by_draw[k].add(found.parameters[k], truths[k], drawn.u_parameters[k]);
        }
        by_error[2].add(found.C_f_nm_per_uN, C_f, found.u_C_f_nm_per_uN);
        by_draw[2].add(found.C_f_nm_per_uN, C_f, drawn.u_C_f_nm_per_uN);
        of_E.add(found.E_GPa, 72, found.u_E_GPa);
        AreaFunction tip = true_tip();
        tip.radius_nm = truths[0], tip.half_angle_deg = truths[1];
        for (std::size_t k = 0; k < 3; ++k) {
            const AreaBand& at = drawn.band[4 + 8 * k];
            of_area[k].add(std::log(at.A_nm2), std::log(projected_area_nm2(tip, at.h_c_nm)),
                           at.u_relative, factor_of(at));
        }
        sphere += is_sphere_noticed;
    }
    const auto both = [&](const char* what, const char* unit, double factor, std::size_t k) {
        print(preset.name, what, unit, factor, by_error[k]);
        print(preset.name, fmt::format("{}, by draws", what).c_str(), unit, factor, by_draw[k]);
    };
    both("C_f", "nm/mN", 1e3, 2);
    both("radius", "nm", 1, 0);
    both("half-angle", "degrees", 1, 1);
    const char* places[] = {"A, shallow", "A, middle", "A, deep"};
    for (std::size_t k = 0; k < 3; ++k) print(preset.name, places[k], "%", 100, of_area[k]);
    print(preset.name, "E", "GPa", 1, of_E);
    fmt::print(
        "| {} | refused {} of {}; called too stiff {}; a sphere refused or called so {} | | "
        "| |\n",
        preset.name, refused, sets, stiff, sphere);
    std::fflush(stdout);
}

}  // namespace

int main(int count, char** words) {
    const int sets = count > 1 ? std::atoi(words[1]) : 200;
    const std::string part = count > 2 ? words[2] : "all";
    const std::vector<std::pair<std::string, std::string>> left = {
        {"instrument.frame_left_nm_per_uN", "3e-4"}, {"material.sampling", "random"}};
    const std::vector<Preset> presets = {
        {"silica", "calibration", {}, false, FrameFrom::load},
        {"silica and sapphire", "calibration", {}, true, FrameFrom::area},
        {"both, hertz with the radius", "calibration", {}, true, FrameFrom::area, "hertz"},
        {"both, hertz alone", "calibration", {}, true, FrameFrom::area, "hertz alone"},
        {"profiles", "csm", left, false, FrameFrom::load},
        {"profiles, frame with the area", "csm", left, false, FrameFrom::area},
        {"profiles, zero of the stiffness", "csm", left, false, FrameFrom::load, "stiffness"}};
    if (part == "presets" || part == "all") {
        fmt::print("| preset | quantity | mean u | mean (found - true)/u | held by 95 % |\n");
        fmt::print("| --- | --- | --- | --- | --- |\n");
        for (const Preset& preset : presets) cover_preset(preset, sets);
    }
    for (const Preset& preset : presets)
        if (part == preset.name) cover_preset(preset, sets);
    if (part != "points" && part != "all") return 0;
    fmt::print("| calibration | quantity | mean u | mean (found - true)/u | held by 95 % |\n");
    fmt::print("| --- | --- | --- | --- | --- |\n");
    cover("silica, frame from the load", false, FrameFreedom::from_load, sets);
    cover("silica, frame with the area", false, FrameFreedom::fitted, sets);
    cover("silica and sapphire", true, FrameFreedom::fitted, sets);
    fmt::print("\n| form of a cap-cone tip | called too stiff | misfit of class means |\n");
    fmt::print("| --- | --- | --- |\n");
    notice("cap-cone", AreaForm::cap_cone, 0, sets);
    notice("sphere", AreaForm::sphere, 0, sets);
    notice("thurn-cook", AreaForm::thurn_cook, 0, sets);
    notice("sphero-cone", AreaForm::sphero_cone, 0, sets);
    notice("polynomial, 1 term", AreaForm::polynomial, 1, sets);
    notice("polynomial, 2 terms", AreaForm::polynomial, 2, sets);
    notice("polynomial, 5 terms", AreaForm::polynomial, 5, sets);
}
