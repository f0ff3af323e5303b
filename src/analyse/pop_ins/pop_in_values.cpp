#include "analyse/pop_ins/pop_in_values.hpp"

#include <algorithm>
#include <optional>

#include "analyse/hertz.hpp"
#include "analyse/pop_ins/pop_ins.hpp"

namespace sneddon {
namespace {

std::optional<double> tip_radius_nm(const AnalysisRecipe& recipe) {
    if (recipe.correction.tip_radius_nm) return recipe.correction.tip_radius_nm;
    if (!recipe.area_function) return std::nullopt;
    return known_tip_radius_nm(*recipe.area_function);
}

}  // namespace

void pop_in_values(const Curve& curve, const AnalysisRecipe& recipe, CycleResult& result) {
    PopInSearch search = find_sudden_events(curve, result.parts, recipe.pop_ins);
    if (!search.is_searched) return;
    QuantityValues& values = result.values;
    const auto count = [&](auto is_meant) {
        return static_cast<double>(std::ranges::count_if(search.found, is_meant, &PopIn::kind));
    };
    const auto is_of_loading = [](PopInKind kind) { return kind == PopInKind::loading; };
    values["pop_ins"_q] = count(is_of_loading);
    values["load_drops"_q] = count([](PopInKind kind) { return kind == PopInKind::load_drop; });
    values["late_events"_q] =
        static_cast<double>(search.found.size()) - values["pop_ins"_q] - values["load_drops"_q];
    values["pop_in_limit_nm"_q] = search.limit_nm;
    values["pop_in_noise_nm"_q] = search.noise_nm;
    values["pop_in_from_uN"_q] = search.from_uN;
    result.pop_ins = std::move(search.found);
    const auto found = std::ranges::find_if(result.pop_ins, is_of_loading, &PopIn::kind);
    if (found == result.pop_ins.end()) return;
    const PopIn& first = *found;
    values["pop_in_load_uN"_q] = first.load_uN;
    values["pop_in_jump_nm"_q] = first.jump_nm;
    values["pop_in_energy_pJ"_q] = first.energy_pJ;
    const auto radius_nm = tip_radius_nm(recipe);
    const HertzFit hertz = fit_hertz(curve, result.parts.contact, first.first + 1);
    if (!radius_nm || !hertz.is_fitted) return;
    const double E_r_GPa = hertz_modulus_GPa(hertz, *radius_nm);
    values["E_r_hertz_GPa"_q] = E_r_GPa;
    values["tau_max_GPa"_q] = hertz_largest_shear_GPa(first.load_uN, E_r_GPa, *radius_nm);
}

}  // namespace sneddon
