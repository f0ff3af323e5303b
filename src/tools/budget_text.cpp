#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/said.hpp"
#include "base/text_table.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/tools/show.hpp"

namespace sneddon {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string source_text(const ShownTest& shown, std::string_view source) {
    const auto entry = std::ranges::find(shown.recipe, source, &RecipeEntry::key);
    if (entry == shown.recipe.end()) return std::string(source);
    const std::string origin = entry->origin == "default" ? "assumed" : entry->origin;
    return origin + ": " + entry->key;
}

/// Parts of one input (the directions of the fit are three) together.
struct Part {
    const Contribution* input;
    double square = 0;
};

std::vector<Part> parts_of(const UncertaintyBudget& budget, QuantityIndex quantity) {
    std::vector<Part> parts;
    for (const Contribution& contribution : budget.inputs) {
        const double effect = contribution.effect[quantity];
        if (effect == 0) continue;
        if (!parts.empty() && parts.back().input->input == contribution.input)
            parts.back().square += effect * effect;
        else
            parts.push_back({&contribution, effect * effect});
    }
    std::ranges::stable_sort(parts, [](const Part& a, const Part& b) {
        return std::isnan(b.square) ? false : std::isnan(a.square) || a.square > b.square;
    });
    return parts;
}

std::string unit_of(QuantityIndex quantity) {
    const auto unit = quantity.info().unit;
    return unit.empty() ? "" : " " + std::string(unit);
}

std::string uncertainty_or_none(double u) {
    return std::isfinite(u) ? fmt::format("{:.3g}", u) : "(not known)";
}

std::string quantity_budget(const ShownTest& shown, const CycleResult& cycle,
                            QuantityIndex quantity) {
    const UncertaintyBudget& budget = cycle.uncertainty;
    const double value = cycle.values[quantity];
    std::string text = fmt::format("\n{} = {}{}   u_random {}   u_common {}\n", quantity.info().id,
                                   short_number(value), unit_of(quantity),
                                   uncertainty_or_none(budget.random[quantity]),
                                   uncertainty_or_none(budget.common[quantity]));
    Rows rows = {
        {"input", "u(input)", "", "part" + unit_of(quantity), "part of value", "share", "source"}};
    for (const Part& part : parts_of(budget, quantity)) {
        const Contribution& input = *part.input;
        const double u = std::sqrt(part.square);
        const bool has_u = !input.unit.empty() || input.share == Share::common;
        rows.push_back({std::string(input.input), has_u ? uncertainty_or_none(input.u) : "",
                        std::string(input.unit), uncertainty_or_none(u),
                        percent_cell(100 * u / std::fabs(value), 2, Sign::minus),
                        input.share == Share::random ? "random" : "common",
                        source_text(shown, input.source)});
    }
    text += text_table(rows, "  ", {1, 3, 4});
    if (std::isfinite(cycle.monte_carlo.sd[quantity]))
        text += fmt::format(
            "  drawn {} times: sd {:.3g}, 95 % from {} to {}, {:.2f} times the "
            "propagated\n",
            cycle.monte_carlo.draws, cycle.monte_carlo.sd[quantity],
            short_number(cycle.monte_carlo.low[quantity]),
            short_number(cycle.monte_carlo.high[quantity]),
            cycle.monte_carlo.over_linear[quantity]);
    return text;
}

}  // namespace

std::string budget_text(const ShownTest& shown) {
    std::string text;
    for (const CycleResult& cycle : shown.result.cycles) {
        if (shown.cycle > 0 && cycle.cycle != shown.cycle) continue;
        text += fmt::format("{} test {} cycle {}: standard uncertainties (k = 1)\n", shown.file,
                            shown.test.number, cycle.cycle);
        text += fmt::format("noise of the depth {:.3g} nm, correlation of neighbours {:.2f}\n",
                            cycle.uncertainty.noise_nm, cycle.uncertainty.noise_correlation);
        for (std::size_t i = 0; i < quantity_count; ++i) {
            const QuantityIndex quantity{i};
            if (quantity.info().uncertainty == UncertaintyIs::none) continue;
            if (std::isfinite(cycle.values[quantity]))
                text += quantity_budget(shown, cycle, quantity);
        }
        const auto& inputs = cycle.uncertainty.inputs;
        const bool is_area_unknown = std::ranges::any_of(
            inputs, [](const Contribution& contribution) { return std::isnan(contribution.u); });
        if (is_area_unknown)
            text +=
                "\nno u_common of A_p, H_IT, E_r and E_IT: the uncertainty of the area function "
                "is not given (study.toml: u_area_relative) [SND-G059]\n";
    }
    return text;
}

}  // namespace sneddon
