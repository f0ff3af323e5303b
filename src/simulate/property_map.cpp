#include "simulate/property_map.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "simulate/correlated_field.hpp"
#include "simulate/random_streams.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

std::optional<Error> find_trouble(const SimulationPlan& plan) {
    double sum = 0;
    for (const SimulatedPhase& phase : plan.phases) sum += phase.share;
    constexpr double rounding = 1e-6;  // of shares as people write them
    if (std::abs(sum - 1) > rounding)
        return Error{"SND-U031", plan.preset, fmt::format("shares that add up to {:.6g}", sum),
                     "shares that add up to 1", "--set phases.share=0.5,0.3,0.2"};
    return std::nullopt;
}

/// Along each line, then along each column, what follows keeps exp(-pitch/l) of what came before:
/// the product of two exponential covariances, in one pass each.
void correlate(std::vector<double>& field, const SimulatedGrid& grid) {
    const double kept = std::exp(-grid.pitch_um / grid.correlation_length_um);
    const double fresh = std::sqrt(1 - kept * kept);
    const auto nx = static_cast<std::size_t>(grid.nx);
    for (std::size_t i = 0; i < field.size(); ++i)
        if (i % nx != 0) field[i] = kept * field[i - 1] + fresh * field[i];
    for (std::size_t i = nx; i < field.size(); ++i)
        field[i] = kept * field[i - nx] + fresh * field[i];
}

std::vector<double> phase_field(const SimulationPlan& plan, std::uint64_t seed) {
    const SimulatedGrid& grid = plan.grid;
    std::vector<double> field(static_cast<std::size_t>(grid.nx) *
                              static_cast<std::size_t>(grid.ny));
    RandomStream random = random_stream(seed, Purpose::phase_field, 0, 0);
    for (double& value : field) value = random.normal();
    correlate(field, grid);
    const double smooth = std::sqrt(1 - grid.nugget), rough = std::sqrt(grid.nugget);
    for (double& value : field) value = smooth * value + rough * random.normal();
    return field;
}

std::vector<int> phases_by_rank(const std::vector<double>& field,
                                const std::vector<SimulatedPhase>& phases) {
    std::vector<std::size_t> order(field.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](auto i, auto j) { return field[i] > field[j]; });
    std::vector<int> phase_of(field.size());
    std::size_t phase = 0;
    double until = phases[0].share;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double u = (static_cast<double>(rank) + 0.5) / static_cast<double>(order.size());
        while (u >= until && phase + 1 < phases.size()) until += phases[++phase].share;
        phase_of[order[rank]] = static_cast<int>(phase);
    }
    return phase_of;
}

/// Oliver and Pharr the other way round: the depth at which an ideal Berkovich tip gives H and E.
double depth_nm(double F_uN, double H_GPa, double E_GPa, double nu) {
    constexpr double uN_per_GPa_nm2 = 1e-3, ideal_area = 24.5, epsilon = 0.75;
    constexpr double diamond_E_GPa = 1141, diamond_nu = 0.07;
    const double area_nm2 = F_uN / (uN_per_GPa_nm2 * H_GPa);
    const double E_r_GPa =
        1 / ((1 - nu * nu) / E_GPa + (1 - diamond_nu * diamond_nu) / diamond_E_GPa);
    const double S_uN_per_nm =
        2 * uN_per_GPa_nm2 * E_r_GPa * std::sqrt(area_nm2 / std::numbers::pi);
    return std::sqrt(area_nm2 / ideal_area) + epsilon * F_uN / S_uN_per_nm;
}

PropertyMap::Row row_at(const SimulationPlan& plan, std::uint64_t seed, std::size_t place,
                        int phase_number) {
    const SimulatedPhase& phase = plan.phases[static_cast<std::size_t>(phase_number)];
    const auto nx = static_cast<std::size_t>(plan.grid.nx);
    RandomStream random = random_stream(seed, Purpose::map_property, 0, place);
    const double first = random.normal(), second = random.normal();
    constexpr double least = 0.01;  // of the mean: no solid has a hardness below zero
    PropertyMap::Row row;
    row.phase = phase_number;
    row.x_um = static_cast<double>(place % nx) * plan.grid.pitch_um;
    const auto line = place / nx;
    row.y_um = static_cast<double>(line) * plan.grid.pitch_um;
    row.H_GPa = std::max(least * phase.H_GPa, phase.H_GPa + phase.H_sd_GPa * first);
    const double of_E = phase.r_HE * first + std::sqrt(1 - phase.r_HE * phase.r_HE) * second;
    row.E_GPa = std::max(least * phase.E_GPa, phase.E_GPa + phase.E_sd_GPa * of_E);
    row.load_uN = plan.programme.peak_uN;
    row.depth_nm = depth_nm(row.load_uN, row.H_GPa, row.E_GPa, plan.material.nu);
    return row;
}

}  // namespace

Result<PropertyMap> draw_property_map(const SimulationPlan& plan, std::uint64_t seed) {
    if (const auto error = find_trouble(plan)) return *error;
    const std::vector<int> phase_of = phases_by_rank(phase_field(plan, seed), plan.phases);
    const auto nx = static_cast<std::size_t>(plan.grid.nx);
    PropertyMap map;
    map.rows.reserve(phase_of.size());
    for (std::size_t i = 0; i < phase_of.size(); ++i) {
        const std::size_t line = i / nx, along = i % nx;
        const std::size_t place = line * nx + (line % 2 == 1 ? nx - 1 - along : along);
        map.rows.push_back(row_at(plan, seed, place, phase_of[place]));
    }
    return map;
}

std::string property_map_csv(const PropertyMap& map) {
    constexpr double uN_per_mN = 1000;
    std::string text =
        "Index,X Position,Y Position,Load,Depth,HARDNESS,MODULUS\n"
        "Integer,µm,µm,mN,nm,GPa,GPa\n";
    for (std::size_t i = 0; i < map.rows.size(); ++i) {
        const PropertyMap::Row& row = map.rows[i];
        text += fmt::format("{},{:.4f},{:.4f},{:.5f},{:.4f},{:.5f},{:.5f}\n", i + 1, row.x_um,
                            row.y_um, row.load_uN / uN_per_mN, row.depth_nm, row.H_GPa, row.E_GPa);
    }
    return text;
}

std::string property_map_truth(const PropertyMap& map) {
    std::string text = "file,test,phase\n";
    for (std::size_t i = 0; i < map.rows.size(); ++i)
        text += fmt::format("map.csv,{},{}\n", i + 1, map.rows[i].phase);
    return text;
}

std::string property_map_study(const SimulationPlan& plan, std::uint64_t seed) {
    return fmt::format(
        "# Simulated by Sneddon: preset {}, seed {}. Nothing here was measured; the phase of each\n"
        "# row is in truth.csv. Every key is explained in docs/study-file.md.\n"
        "sample = \"{}\"\nsimulated = true\nnu = {}\n",
        plan.preset, seed, plan.material.name, number_text(plan.material.nu));
}

}  // namespace sneddon
