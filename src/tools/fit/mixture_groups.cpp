#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"
#include "base/random.hpp"
#include "numeric/mixture/family/component_normality.hpp"
#include "numeric/mixture/family/dip.hpp"
#include "numeric/mixture/family/group_direction.hpp"
#include "numeric/mixture/shape/ridgeline.hpp"
#include "tools/fit/mixture_shapes.hpp"

namespace sneddon {
namespace {

/// Simulated samples: seconds at most, for so many rows.
constexpr std::size_t normality_samples = 99, dip_samples = 999, most_rows_simulated = 20000;
constexpr double significance = 0.05;

JsonText indices_json(const std::vector<std::size_t>& indices) {
    JsonText list = JsonText::array();
    for (const std::size_t index : indices) list.push_back(index + 1);
    return list;
}

JsonText merging_json(const MergeTree& tree, const std::vector<std::size_t>& one_hump) {
    JsonText levels = JsonText::array();
    for (const MergedGroups& level : tree.levels)
        levels.push_back({{"groups", level.groups},
                          {"entropy", JsonText::real(level.entropy)},
                          {"group_of_component", indices_json(level.group_of)}});
    return {{"levels", levels},
            {"elbow", tree.elbow ? JsonText(*tree.elbow) : nullptr},
            {"group_of_component_without_valley", indices_json(one_hump)}};
}

std::string merging_text(const MergeTree& tree, const std::vector<std::size_t>& one_hump) {
    std::string text = "  entropy of the labels by the number of groups:";
    for (const MergedGroups& level : tree.levels)
        text += fmt::format(" {}: {:.1f}{}", level.groups, level.entropy,
                            level.groups > 1 ? "," : "\n");
    text += tree.elbow ? fmt::format("  the entropy bends at {} groups\n", *tree.elbow)
                       : "  fewer than 4 components: the entropy has no bend to tell\n";
    const std::size_t humps = std::ranges::max(one_hump) + std::size_t{1};
    return text + fmt::format("  components without a valley between them joined: {} group{}\n",
                              humps, humps == 1 ? "" : "s");
}

void add_normality(const Points& rows, const GaussianMixture& mixture, std::uint64_t seed,
                   unsigned threads, Stop stop, GroupsPart& part) {
    const bool is_simulated = rows.rows <= most_rows_simulated && rows.weights.empty();
    const auto found = test_components_for_normality(
        mixture, rows, is_simulated ? normality_samples : 0, seed, threads, stop);
    JsonText list = JsonText::array();
    for (std::size_t j = 0; j < found.size(); ++j) {
        const ComponentNormality& one = found[j];
        const double p_skewness = is_simulated ? one.p_skewness : nan;
        const double p_kurtosis = is_simulated ? one.p_kurtosis : nan;
        list.push_back({{"component", j + 1},
                        {"skewness", JsonText::real(one.skewness)},
                        {"kurtosis", JsonText::real(one.kurtosis)},
                        {"p_skewness", JsonText::real(p_skewness)},
                        {"p_kurtosis", JsonText::real(p_kurtosis)},
                        {"simulated", one.samples}});
        part.text += fmt::format("  component {}: Mardia's skewness {:.3g}, kurtosis {:.4g}", j + 1,
                                 one.skewness, one.kurtosis);
        part.text +=
            is_simulated
                ? fmt::format(
                      ", p = {:.2g} and {:.2g}{}\n", p_skewness, p_kurtosis,
                      std::min(p_skewness, p_kurtosis) <= significance ? ": not Gaussian" : "")
                : ", no p value (weights, or more than 20,000 rows)\n";
    }
    part.json.update({{"normality", list}});
}

void add_modes(const Points& rows, const GaussianMixture& mixture, std::uint64_t seed,
               unsigned threads, Stop stop, GroupsPart& part) {
    const auto direction = discriminant_direction(mixture);
    std::vector<double> values = projected(rows, direction);
    RandomStream random(seed, ~std::uint64_t{1});
    if (values.size() > most_rows_simulated) {
        std::vector<double> drawn;
        for (const std::size_t row : draw_rows(values.size(), most_rows_simulated, random))
            drawn.push_back(values[row]);
        values = std::move(drawn);
    }
    const DipTest dip = dip_test(values, dip_samples, seed, threads, stop);
    part.json.update({{"modes",
                       {{"direction", JsonText::reals(direction)},
                        {"rows", values.size()},
                        {"dip", JsonText::real(dip.dip)},
                        {"p", JsonText::real(dip.p)},
                        {"simulated", dip.samples}}}});
    part.text += fmt::format(
        "  modes along the direction that parts the components: dip {:.4f}, p = {:.2g} ({} uniform "
        "samples): {}\n",
        dip.dip, dip.p, dip.samples,
        dip.p <= significance ? "more than one mode" : "one mode is not rejected");
}

}  // namespace

GroupsPart groups_part(const Points& rows, const GaussianMixture& mixture, std::uint64_t seed,
                       unsigned threads, Stop stop) {
    GroupsPart part;
    const std::size_t k = mixture.components();
    part.text = "\nare the components groups?\n";
    const MergeTree tree = merge_components(posteriors(mixture, rows), k, rows.weights);
    const std::vector<std::size_t> one_hump = groups_of_one_hump(mixture);
    part.merged = {std::ranges::max(one_hump) + std::size_t{1}, nan, one_hump};
    if (tree.elbow) part.merged = tree.levels[k - *tree.elbow];
    part.json = {{"merging", merging_json(tree, one_hump)}};
    if (k > 1) part.text += merging_text(tree, one_hump);
    add_normality(rows, mixture, seed, threads, stop, part);
    if (k > 1) add_modes(rows, mixture, seed, threads, stop, part);
    return part;
}

}  // namespace sneddon
