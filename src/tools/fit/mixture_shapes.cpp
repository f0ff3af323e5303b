#include "tools/fit/mixture_shapes.hpp"

#include <fmt/core.h>

#include <cmath>

#include "base/text_table.hpp"

namespace sneddon {
namespace {

JsonText flags_json(const std::vector<MixtureFlag>& flags) {
    JsonText list = JsonText::array();
    for (const MixtureFlag flag : flags) list.push_back(name(flag));
    return list;
}

JsonText fit_json(const ShapedFit& fit) {
    const auto real = JsonText::real;
    return {{"family", name(fit.family)},
            {"noise", fit.has_noise},
            {"components", fit.components},
            {"loglik", real(fit.log_likelihood)},
            {"bic", real(fit.criteria.bic)},
            {"aic", real(fit.criteria.aic)},
            {"icl", real(fit.criteria.icl)},
            {"parameters", fit.parameters},
            {"weights", JsonText::reals(fit.mixture.weights)},
            {"locations", JsonText::reals(fit.mixture.locations)},
            {"scatters", JsonText::reals(fit.mixture.scatters)},
            {"skews", JsonText::reals(fit.mixture.skews)},
            {"degrees_of_freedom", JsonText::reals(fit.mixture.degrees)},
            {"noise_weight", real(fit.mixture.noise_weight)},
            {"counts", JsonText::reals(fit.counts)},
            {"starts", fit.starts},
            {"starts_at_best", fit.starts_at_best},
            {"flags", flags_json(fit.flags)}};
}

/// A fit by its words and a criterion, of whatever family.
struct Named {
    std::string words;
    double value = INFINITY;
};

Named least_of(const std::vector<ShapedFit>& shaped, const MixtureFits& gaussian,
               double MixtureCriteria::*criterion) {
    Named best;
    for (const MixtureFit& fit : gaussian.fits)
        if (fit.is_regular() && fit.criteria.*criterion < best.value)
            best = {fmt::format("{} Gaussian component{}", fit.components,
                                fit.components == 1 ? "" : "s"),
                    fit.criteria.*criterion};
    if (const ShapedFit* fit = least(shaped, criterion);
        fit && fit->criteria.*criterion < best.value)
        best = {fit->words(), fit->criteria.*criterion};
    return best;
}

JsonText named_json(const Named& named) {
    if (named.words.empty()) return nullptr;
    return {{"fit", named.words}, {"value", JsonText::real(named.value)}};
}

std::string number(double x) {
    return std::isfinite(x) ? fmt::format("{:.2f}", x) : "";
}

std::string table_of(const std::vector<ShapedFit>& shaped) {
    std::vector<std::vector<std::string>> rows = {{"fit", "ln L", "BIC", "ICL", "flags"}};
    for (const ShapedFit& fit : shaped) {
        std::string flags;
        for (const MixtureFlag flag : fit.flags) flags += (flags.empty() ? "" : ", ") + name(flag);
        rows.push_back({fit.words(), number(fit.log_likelihood), number(fit.criteria.bic),
                        number(fit.criteria.icl), flags});
    }
    return text_table(rows, "  ", {1, 2, 3});
}

}  // namespace

std::optional<std::vector<ComponentFamily>> families_of(const std::string& word) {
    if (word == "gaussian") return std::vector<ComponentFamily>{};
    if (word == "t") return std::vector{ComponentFamily::student_t};
    if (word == "skew-normal") return std::vector{ComponentFamily::skew_normal};
    if (word == "all") return std::vector{ComponentFamily::student_t, ComponentFamily::skew_normal};
    return std::nullopt;
}

ShapesPart families_part(const std::vector<ShapedFit>& shaped, const MixtureFits& gaussian) {
    JsonText fits = JsonText::array();
    for (const ShapedFit& fit : shaped) fits.push_back(fit_json(fit));
    const Named bic = least_of(shaped, gaussian, &MixtureCriteria::bic);
    const Named icl = least_of(shaped, gaussian, &MixtureCriteria::icl);
    ShapesPart part;
    part.json = {{"fits", fits}, {"least_bic", named_json(bic)}, {"least_icl", named_json(icl)}};
    part.text = "\nother families of components\n" + table_of(shaped);
    if (!bic.words.empty())
        part.text +=
            fmt::format("  of all families BIC is least for {}: {:.2f}\n", bic.words, bic.value);
    if (!icl.words.empty())
        part.text +=
            fmt::format("  ICL (asks for separated groups) for {}: {:.2f}\n", icl.words, icl.value);
    return part;
}

void warn_of_one_component(const std::vector<ShapedFit>& shaped, const MixtureFits& gaussian,
                           KChoice& choice) {
    if (!gaussian.chosen || !choice.headline.empty()) return;
    const MixtureFit& chosen = gaussian.fits[*gaussian.chosen];
    if (chosen.components < 2) return;
    const ShapedFit* best = nullptr;
    for (const ShapedFit& fit : shaped)
        if (fit.components == 1 && fit.is_regular() &&
            (!best || fit.criteria.bic < best->criteria.bic))
            best = &fit;
    if (!best || bic_evidence(best->criteria.bic - chosen.criteria.bic) == BicEvidence::very_strong)
        return;
    choice.headline = fmt::format(
        "one population is as good: {} has a BIC of {:.2f}, k = {} has {:.2f}; the components "
        "describe the shape of the distribution, they need not be groups",
        best->words(), best->criteria.bic, chosen.components, chosen.criteria.bic);
    choice.warnings.insert(choice.warnings.begin(), choice.headline);
}

}  // namespace sneddon
