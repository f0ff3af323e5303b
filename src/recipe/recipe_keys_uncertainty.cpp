#include "recipe/recipe_keys_uncertainty.hpp"

#include "recipe/option_makers.hpp"

namespace sneddon {
namespace {

using U = UncertaintyInputs;

template <auto member>
constexpr auto pop_in = at<&Recipe::analysis, &AnalysisRecipe::pop_ins, member>;
template <auto member>
constexpr auto depth_profile = at<&Recipe::analysis, &AnalysisRecipe::depth_profile, member>;
template <auto member>
constexpr auto uncertainty = at<&Recipe::analysis, &AnalysisRecipe::uncertainty, member>;

}  // namespace

std::vector<RecipeKey> uncertainty_keys() {
    return {
        {number("pop_in.noise_factor", pop_in<&PopInOptions::noise_factor>, {1, 100}, "",
                "smallest jump that is a pop-in, in standard deviations of what noise alone makes"),
         Stage::analyse},
        {number("pop_in.least_jump_nm", pop_in<&PopInOptions::least_jump_nm>, {0, 1e6}, "nm",
                "but never less than this"),
         Stage::analyse},
        {number_or_none("depth_profile.from_nm", depth_profile<&ProfileOptions::from_nm>, {0, 1e7},
                        "nm",
                        "depth from which a depth profile is averaged; if \"none\", as the file "
                        "states, else half the largest depth"),
         Stage::analyse},
        {number_or_none("depth_profile.to_nm", depth_profile<&ProfileOptions::to_nm>, {0, 1e7},
                        "nm",
                        "depth to which a depth profile is averaged; if \"none\", as the file "
                        "states, else 95 % of the largest depth"),
         Stage::analyse},
        {number_or_none("uncertainty.area_relative", uncertainty<&U::area_relative>, {0, 1},
                        "of A_p",
                        "standard uncertainty of the area function, common to all tests. Without "
                        "it A_p, H_IT, E_r and E_IT have no common part"),
         Stage::analyse},
        {number_or_none("uncertainty.drift_nm_per_s", uncertainty<&U::drift_nm_per_s>, {0, 10},
                        "nm/s",
                        "standard uncertainty of the drift that is left; if \"none\", that of the "
                        "correction"),
         Stage::analyse},
        {number_or_none("uncertainty.zero_nm", uncertainty<&U::zero_nm>, {0, 1e5}, "nm",
                        "standard uncertainty of the zero point; if \"none\", that of the "
                        "correction"),
         Stage::analyse},
        {number("uncertainty.frame_compliance_nm_per_uN",
                uncertainty<&U::frame_compliance_nm_per_uN>, {0, 1}, "nm/uN",
                "standard uncertainty of the frame compliance where no calibration states one, "
                "common to all tests; at most a tenth of the compliance that a file states"),
         Stage::analyse},
        {number("uncertainty.load_relative", uncertainty<&U::load_relative>, {0, 1}, "of F",
                "standard uncertainty of the calibration of load, common to all tests"),
         Stage::analyse},
        {number("uncertainty.depth_relative", uncertainty<&U::depth_relative>, {0, 1}, "of h",
                "standard uncertainty of the calibration of depth, common to all tests"),
         Stage::analyse},
        {number("uncertainty.poisson_ratio", uncertainty<&U::poisson_ratio>, {0, 0.5}, "",
                "standard uncertainty of the sample's Poisson ratio, common to all tests"),
         Stage::analyse},
        {whole_number(
             "uncertainty.monte_carlo", uncertainty<&U::monte_carlo>, {0, 1e6},
             "draws per test of all uncertain inputs together, beside the propagation; 0 = none, "
             "10,000 gives standard deviations to 1 %"),
         Stage::analyse},
    };
}

}  // namespace sneddon
