#include "analyse/flags.hpp"

#include <fmt/core.h>

#include <cmath>
#include <span>

#include "base/nan.hpp"
#include "numeric/sum/robust.hpp"

namespace sneddon {
namespace {

// Flat punch 1, cone 2; Oliver and Pharr (1992) found 1.25 to 1.51.
constexpr double least_m = 1.05, largest_m = 2.0;
constexpr std::size_t least_points = 50;
constexpr double largest_residual = 3;  // times the noise of the depth
constexpr double largest_tail = 0.01;   // of F_max
constexpr double largest_missing = 0.01;
// A tenth of the window: u(S) grows by 5 %, and no gap is a fifth of it.
constexpr double largest_missing_in_window = 0.1;

}  // namespace

bool are_too_many_missing(std::size_t missing, double total) {
    return static_cast<double>(missing) > largest_missing * total;
}

Flag too_many_missing(std::size_t missing, double total) {
    const double share = static_cast<double>(missing) / total;
    return {"SND-A011", share, largest_missing,
            fmt::format("{} of {} samples are not numbers", missing, total)};
}

Flag no_cycle(const Curve& curve) {
    return {"SND-S001", static_cast<double>(curve.size()), nan,
            "no loading that is followed by unloading"};
}

void flag_time(const TimeRepair& repair, double total, std::vector<Flag>& flags) {
    if (repair.is_spread)
        flags.push_back(
            {"SND-S003", static_cast<double>(repair.repeated), 0,
             fmt::format("time stamps repeat: {} of {:.0f} samples have the time of the "
                         "one before, up to {} in a row; they were spread evenly",
                         repair.repeated, total, repair.longest)});
    if (repair.lone > 0)
        flags.push_back({"SND-S004", repair.first_lone_s, repair.step_s,
                         fmt::format("{} time(s) far from both neighbours were replaced, the first "
                                     "is {:.6g} s",
                                     repair.lone, repair.first_lone_s)});
}

void flag_oscillation(const std::optional<Oscillation>& oscillation, std::vector<Flag>& flags) {
    if (!oscillation) return;
    flags.push_back({"SND-S005", oscillation->amplitude_uN, oscillation->frequency_Hz,
                     fmt::format("an oscillation of {:.3g} Hz and {:.3g} µN on the load: load and "
                                 "depth are means over its period",
                                 oscillation->frequency_Hz, oscillation->amplitude_uN)});
}

void flag_missing(std::size_t missing, double total, std::vector<Flag>& flags) {
    flags.push_back({"SND-A010", static_cast<double>(missing) / total, largest_missing,
                     fmt::format("{} samples are not numbers and were left out", missing)});
}

bool are_too_many_missing_in_window(std::size_t missing, std::size_t left) {
    const auto lost = static_cast<double>(missing);
    return lost > largest_missing_in_window * (lost + static_cast<double>(left));
}

void flag_missing_in_window(std::size_t missing, std::size_t left, std::vector<Flag>& flags) {
    const auto lost = static_cast<double>(missing), n = static_cast<double>(left);
    // An uncertainty falls like the root of the number of samples.
    const double growth = std::sqrt((n + lost) / n) - 1;
    flags.push_back({"SND-A012", lost / (n + lost), largest_missing_in_window,
                     fmt::format("{} of {} samples missing inside the fit window: u(S) is {:.2g} % "
                                 "larger",
                                 missing, missing + left, 100 * growth)});
}

void flag_no_fit(const UnloadingFit& fit, std::vector<Flag>& flags) {
    flags.push_back({"SND-A003", static_cast<double>(fit.n), 6,
                     fmt::format("no unloading fit: {} samples in the window{}", fit.n,
                                 fit.n < 6 ? "" : ", which do not rise with the depth")});
}

void flag_fit(const UnloadingFit& fit, const AnalysisRecipe& recipe, std::vector<Flag>& flags) {
    if (fit.is_m_at_bound)
        flags.push_back({"SND-A001", fit.m, fit.m < 2 ? recipe.m_min : recipe.m_max,
                         fmt::format("m = {:.4g} at the bound of its search range", fit.m)});
    else if (fit.m < least_m || fit.m > largest_m)
        flags.push_back({"SND-A002", fit.m, fit.m < least_m ? least_m : largest_m,
                         fmt::format("m = {:.4g} outside {} to {}", fit.m, least_m, largest_m)});
    if (fit.is_h_p_at_bound)
        flags.push_back({"SND-A047", fit.h_p_nm, 0,
                         "h_p = 0 at the bound of the recipe: the unloading is no power law from "
                         "a depth above it"});
    if (fit.n < least_points)
        flags.push_back({"SND-A008", static_cast<double>(fit.n), static_cast<double>(least_points),
                         fmt::format("{} samples in the fit window", fit.n)});
}

void forgive_exponent(double u_m, std::vector<Flag>& flags) {
    constexpr double u_factor = 3;
    std::erase_if(flags, [u_m](const Flag& flag) {
        return flag.code == "SND-A002" && std::abs(flag.number - flag.limit) <= u_factor * u_m;
    });
}

void flag_residual(const UnloadingFit& fit, const Curve& curve, const Cycle& cycle,
                   std::vector<Flag>& flags) {
    const double noise_nm =
        noise_sigma(std::span(curve.depth_nm).subspan(cycle.unload.begin, cycle.unload.size()));
    if (!(noise_nm > 0) || fit.rms_nm <= largest_residual * noise_nm) return;
    flags.push_back({"SND-A009", fit.rms_nm, largest_residual * noise_nm,
                     fmt::format("unloading fit misses the curve by {:.2g} nm rms; its noise is "
                                 "{:.2g} nm",
                                 fit.rms_nm, noise_nm)});
}

void flag_unloading_tail(const Curve& curve, const Cycle& cycle, double F_max_uN,
                         std::vector<Flag>& flags) {
    const double share = curve.load_uN[cycle.end - 1] / F_max_uN;
    if (share <= largest_tail) return;
    flags.push_back(
        {"SND-A013", share, largest_tail,
         fmt::format("unloading stops at {:.1f} % of F_max: W_elast lacks the rest", 100 * share)});
}

void flag_no_creep_correction(const UnloadingStart& start, const AnalysisRecipe& recipe,
                              std::vector<Flag>& flags) {
    if (recipe.stiffness != StiffnessRule::creep_corrected) return;
    if (std::isnan(start.compliance_nm_per_uN)) {
        flags.push_back({"SND-A055", nan, nan,
                         "no hold, or fewer than 10 samples of it or of the top half of the "
                         "unloading: S_e and all that follows from it are empty"});
        return;
    }
    if (std::isfinite(creep_corrected_stiffness(start))) return;
    const double sum = compliance_without_creep_nm_per_uN(start);
    flags.push_back({"SND-A055", sum, 0,
                     fmt::format("1/S_u + (dh/dt)/|dF/dt| = {:.3g} nm/µN is not positive: S_e and "
                                 "all that follows from it are empty",
                                 sum)});
}

void flag_no_area_function(std::vector<Flag>& flags) {
    flags.push_back(
        {"SND-A004", nan, nan, "no area function given: H_IT, E_r, E_IT and A_p are empty"});
}

void flag_contact_depth(double h_c_nm, double A_p_nm2, const AreaFunction& area,
                        std::vector<Flag>& flags) {
    if (std::isnan(A_p_nm2)) {
        flags.push_back({"SND-A007", h_c_nm, 0,
                         fmt::format("the area function has no area at h_c = {:.4g} nm", h_c_nm)});
        return;
    }
    const bool is_below = area.h_c_min_nm && h_c_nm < *area.h_c_min_nm;
    const bool is_above = area.h_c_max_nm && h_c_nm > *area.h_c_max_nm;
    if (!is_below && !is_above) return;
    const double limit = is_below ? *area.h_c_min_nm : *area.h_c_max_nm;
    flags.push_back({"SND-A006", h_c_nm, limit,
                     fmt::format("h_c = {:.4g} nm outside the calibrated range", h_c_nm)});
}

void flag_no_poisson_ratio(std::vector<Flag>& flags) {
    flags.push_back({"SND-A005", nan, nan, "no Poisson ratio given: E_IT is empty"});
}

void flag_no_modulus(double E_r_GPa, const AnalysisRecipe& recipe, std::vector<Flag>& flags) {
    const double nu = recipe.indenter_poisson_ratio;
    const double limit = recipe.indenter_E_GPa / (1 - nu * nu);
    flags.push_back(
        {"SND-A014", E_r_GPa, limit,
         fmt::format("E_r = {:.4g} GPa is not below that of the indenter: E_IT is empty",
                     E_r_GPa)});
}

}  // namespace sneddon
