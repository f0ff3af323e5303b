#include "tools/calibration/calibration_words.hpp"

#include <fmt/core.h>

#include <array>
#include <string_view>

namespace sneddon {
namespace {

Words references_words(NumberLedger& ledger, const ShownCalibration& shown) {
    Words words("Reference: ");
    const std::size_t count = shown.options.second ? 2 : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const ReferenceMaterial& reference = reference_material(shown.options, i);
        const std::string place = fmt::format("references.{}", i);
        words.add(i > 0 ? " and " : "")
            .add(ledger.text(place + ".name", reference.name))
            .add(" (E = ")
            .add(ledger.number(place + ".E_GPa", reference.E_GPa, 4))
            .add(" GPa, ν = ")
            .add(ledger.number(place + ".nu", reference.poisson_ratio, 3))
            .add(")");
    }
    return words.add("; indenter E = ")
        .add(ledger.number("settings.indenter_E_GPa", shown.options.indenter_E_GPa, 4))
        .add(" GPa, ν = ")
        .add(ledger.number("settings.indenter_nu", shown.options.indenter_poisson_ratio, 2))
        .add(". ")
        .add(shown.recipe);
}

Words contact_words(NumberLedger& ledger, const ShownCalibration& shown) {
    Words words("Contact: ");
    words.add("1/S' = 1/S − C_f, h_c = h − C_f F − ε F/S', A = π/4 (S'/(β E_r))² with ε = ")
        .add(ledger.number("settings.epsilon", shown.options.epsilon, 4))
        .add(" and β = ")
        .add(ledger.number("settings.beta", shown.options.beta, 4))
        .add(" (Oliver and Pharr ")
        .fixed("1992")
        .add(")");
    if (shown.options.h_min_nm > 0)
        words.add("; " + shown.points_name + " shallower than ")
            .add(ledger.number("settings.from_depth_nm", shown.options.h_min_nm, 4))
            .add(" nm left out");
    return words.add(".");
}

Words fit_words(NumberLedger& ledger, const ShownCalibration& shown) {
    Words words("Area function: least squares of A(h_c)/A − ");
    words.fixed("1");
    if (shown.options.frame == FrameFreedom::fitted)
        words.add(", together with the frame compliance in the residuals of the stiffness");
    if (shown.found.scatter_exponent != 0)
        words.add(", weighted by the scatter, which goes with h_c to the power of ")
            .add(ledger.number("settings.scatter_exponent", shown.found.scatter_exponent, 3));
    if (shown.found.tests > 0)
        return words.add("; uncertainties from how ")
            .add(ledger.count("settings.tests", shown.found.tests))
            .add(
                " tests differ, whatever the depths of one have in common. They do not hold what "
                "all tests share: the modulus of the reference, and drift or surface in common.");
    return words.add("; uncertainties from the scatter, with ")
        .add(ledger.number("settings.independent", shown.found.independent, 3))
        .add(
            " independent residuals by the correlation of neighbours. They do not hold what all "
            "unloadings share: the modulus of the reference, and drift or surface in common.");
}

}  // namespace

std::string form_words(AreaForm form, int terms) {
    constexpr std::array<std::string_view, 5> names = {"polynomial", "cap-cone", "thurn-cook",
                                                       "sphere", "sphero-cone"};
    const std::string name(names[static_cast<std::size_t>(form)]);
    return form == AreaForm::polynomial
               ? fmt::format("{}, {} term{}", name, terms, terms == 1 ? "" : "s")
               : name;
}

std::vector<std::string> parameter_words(const AreaCalibration& found) {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < found.parameters.size(); ++k)
        names.push_back(found.area.kind == AreaFunction::Kind::polynomial
                            ? fmt::format("C{}, h_c in nm, A_p in nm²", k)
                        : k == 0 ? "radius (nm)"
                                 : "half-angle (degrees)");
    return names;
}

std::vector<Words> methods_words(NumberLedger& ledger, const ShownCalibration& shown) {
    return {references_words(ledger, shown), contact_words(ledger, shown),
            fit_words(ledger, shown)};
}

}  // namespace sneddon
