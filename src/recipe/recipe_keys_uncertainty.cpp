#include "recipe/recipe_keys_uncertainty.hpp"

#include <type_traits>

#include "recipe/option_makers.hpp"

namespace sneddon {
namespace {

using U = UncertaintyInputs;

template <auto member>
constexpr bool is_number =
    std::is_same_v<std::remove_cvref_t<decltype(UncertaintyInputs{}.*member)>, double>;

template <auto member>
OptionValue uncertainty_of(const Recipe& recipe) {
    const auto& value = recipe.analysis.uncertainty.*member;
    if constexpr (is_number<member>)
        return value;
    else
        return value ? OptionValue(*value) : OptionValue(std::string("none"));
}
template <auto member>
Trouble set_uncertainty(Recipe& recipe, const OptionValue& value, const Statement&) {
    auto& input = recipe.analysis.uncertainty.*member;
    const auto* number = std::get_if<double>(&value);
    if constexpr (is_number<member>)
        input = *number;
    else
        input = number != nullptr ? std::optional(*number) : std::nullopt;
    return std::nullopt;
}

template <auto member>
OptionValue pop_in_number_of(const Recipe& recipe) {
    return recipe.analysis.pop_ins.*member;
}
template <auto member>
Trouble set_pop_in_number(Recipe& recipe, const OptionValue& value, const Statement&) {
    recipe.analysis.pop_ins.*member = std::get<double>(value);
    return std::nullopt;
}

}  // namespace

std::vector<RecipeKey> uncertainty_keys() {
    return {
        {number("pop_in.noise_factor", 1, 100, "",
                "what 3 samples of loading must gain to be a pop-in, in sd of that gain"),
         pop_in_number_of<&PopInOptions::noise_factor>,
         set_pop_in_number<&PopInOptions::noise_factor>},
        {number("pop_in.least_jump_nm", 0, 1e6, "nm", "but never less than this"),
         pop_in_number_of<&PopInOptions::least_jump_nm>,
         set_pop_in_number<&PopInOptions::least_jump_nm>},
        {number_or_none("uncertainty.area_relative", 0, 1, "of A_p",
                        "standard uncertainty of the area function, common to all tests. Without "
                        "it A_p, H_IT, E_r and E_IT have no common part"),
         uncertainty_of<&U::area_relative>, set_uncertainty<&U::area_relative>},
        {number_or_none("uncertainty.drift_nm_per_s", 0, 10, "nm/s",
                        "standard uncertainty of the drift that is left; if \"none\", that of the "
                        "correction"),
         uncertainty_of<&U::drift_nm_per_s>, set_uncertainty<&U::drift_nm_per_s>},
        {number_or_none("uncertainty.zero_nm", 0, 1e5, "nm",
                        "standard uncertainty of the zero point; if \"none\", that of the "
                        "correction"),
         uncertainty_of<&U::zero_nm>, set_uncertainty<&U::zero_nm>},
        {number("uncertainty.frame_compliance_nm_per_uN", 0, 1, "nm/uN",
                "standard uncertainty of the frame compliance where no calibration states one, "
                "common to all tests"),
         uncertainty_of<&U::frame_compliance_nm_per_uN>,
         set_uncertainty<&U::frame_compliance_nm_per_uN>},
        {number("uncertainty.load_relative", 0, 1, "of F",
                "standard uncertainty of the calibration of load, common to all tests"),
         uncertainty_of<&U::load_relative>, set_uncertainty<&U::load_relative>},
        {number("uncertainty.depth_relative", 0, 1, "of h",
                "standard uncertainty of the calibration of depth, common to all tests"),
         uncertainty_of<&U::depth_relative>, set_uncertainty<&U::depth_relative>},
        {number("uncertainty.poisson_ratio", 0, 0.5, "",
                "standard uncertainty of the sample's Poisson ratio, common to all tests"),
         uncertainty_of<&U::poisson_ratio>, set_uncertainty<&U::poisson_ratio>},
        {{"uncertainty.monte_carlo",
          OptionKind::whole_number,
          0,
          1e6,
          {},
          "",
          "draws per test of all uncertain inputs together, beside the propagation; 0 = none, "
          "10,000 gives standard deviations to 1 %"},
         uncertainty_of<&U::monte_carlo>,
         set_uncertainty<&U::monte_carlo>},
    };
}

}  // namespace sneddon
