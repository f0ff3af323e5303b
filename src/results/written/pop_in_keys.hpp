// Keys of /pop_ins beside those of keys.hpp.
#pragma once

#include "results/written/place.hpp"

namespace sneddon::key {

// Of a group.
inline constexpr Key events_per_test{"events_per_test"}, first_load_uN{"first_load_uN"},
    detection_limit_nm{"limit_nm"}, detection_noise_nm{"noise_nm"}, later_per_uN{"later_per_uN"},
    kaplan_meier{"kaplan_meier"}, first_load_models{"first_load_models"},
    preferred_first{"preferred_first_load_model"}, curve_load_uN{"curve_load_uN"},
    detection{"detection"}, jump_sizes{"jump_sizes"}, energy_sizes{"energy_sizes"},
    size_from{"from"}, size_curve{"size_curve"};

// Of a law of the first load.
inline constexpr Key intervals{"intervals"}, popping_share{"share"}, popping_ci95{"share_ci95"},
    share_unseen{"share_unseen"}, popped{"popped"}, shown{"shown"};

// Of a Kaplan-Meier estimate, of sizes, of a detection.
inline constexpr Key step_load_uN{"load_uN"}, step_survival{"survival"}, step_low{"low"},
    step_high{"high"}, at_risk{"at_risk"}, jumps_nm{"jumps_nm"}, size_nm{"size_nm"},
    size_survival{"survival"}, p_detect{"p"}, alpha{"alpha"}, alpha_ci95{"alpha_ci95"}, cut{"cut"},
    cut_ci95{"cut_ci95"}, size_ks{"ks"}, size_p_ks{"p_ks"};

}  // namespace sneddon::key
