// Every choice of the analysis of one test, as data. A profile is a documented list of these.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sneddon/correct/recipe.hpp"
#include "sneddon/model/area_function.hpp"

namespace sneddon {

enum class FitSpace { depth_of_load, load_of_depth };  ///< h(P) or P(h)

/// Which load the window fractions and H_IT refer to.
enum class PeakLoadRule {
    mean_of_hold,      ///< no hold: fitted peak of the last 0.2 s of loading
    first_after_hold,  ///< load of the first point after the last hold point
    last_of_hold,      ///< load of the last hold point
};

/// Which depth stands for h_max.
enum class PeakDepthRule {
    end_of_hold,  ///< line over the last 1 s of the hold; no hold: quadratic, last 0.2 s of loading
    fitted,       ///< depth of the unloading fit at F_max
    first_after_hold,  ///< depth of the first point after the last hold point
};

enum class WindowRule {
    of_load,    ///< points between two shares of F_max
    of_points,  ///< a share of the points of the unloading, counted from its beginning
};

/// Where the slope of the fitted curve is S.
enum class SlopeRule {
    peak_load,        ///< where the fit has the load F_max
    begin_of_window,  ///< at the depth of the first point of the window
};

/// Which stiffness S is, and with it h_c, H_IT and the moduli.
enum class StiffnessRule {
    of_fit,           ///< slope of the unloading fit
    creep_corrected,  ///< S_e: without the creep that goes on where the unloading begins
};

enum class FinalDepthRule {
    any,           ///< h_p as the least squares give it
    not_negative,  ///< h_p >= 0: at the bound the power law begins at depth 0
};

enum class EpsilonRule {
    constant,
    pharr_bolshakov,        ///< epsilon(m), Pharr and Bolshakov 2002, eq. 21
    pharr_bolshakov_table,  ///< the same rounded to 3 digits at m = 1.0, 1.1, ..., linear between
};

enum class CreepStartRule {
    quadratic_before_hold,  ///< quadratic over the last 0.2 s before the hold
    first_at_0995,          ///< the same, but the first point with F >= 0.995 F_max where the last
                            ///< 0.2 s of loading hold fewer than 10 points
    before_end_of_ramp,     ///< first point with F >= F_max - 0.4 s times the rate of the ramp
};

/// Which depths stand at the ends of the works' integrals.
enum class WorkEndsRule {
    robust,  ///< h_1 and h_max from local fits: one noisy point would weigh F_max times its error
    raw,     ///< the points themselves
};

/// What counts as a pop-in.
struct PopInOptions {
    double noise_factor = 5.5;   ///< the limit in sd of a jump that noise alone makes
    double least_jump_nm = 0.1;  ///< but never less than this
};

/// The depths over which a depth profile is averaged.
struct ProfileOptions {
    std::optional<double> from_nm, to_nm;  ///< none: as the file states, else by the largest depth
};

/// What is known of the inputs; a value without a source is an assumption and is marked so.
struct UncertaintyInputs {
    std::optional<double> area_relative;       ///< none: no u_common of A_p, H_IT, E_r, E_IT
    std::optional<double> drift_nm_per_s;      ///< none: that of the correction
    std::optional<double> zero_nm;             ///< none: that of the correction
    double frame_compliance_nm_per_uN = 1e-4;  ///< where the correction states none
    double load_relative = 0.0005;
    double depth_relative = 0.001;
    double poisson_ratio = 0.02;
    double monte_carlo = 0;  ///< draws per test, 0 = none
};

struct AnalysisRecipe {
    std::string profile = "sneddon";
    CorrectionRecipe correction;
    FitSpace fit_space = FitSpace::depth_of_load;
    double window_high = 0.95;  ///< of F_max
    double window_low = 0.20;
    WindowRule window = WindowRule::of_load;
    /// Of the rule of_points; none: as the file states, else 0 and half.
    std::optional<double> window_skip, window_points;
    SlopeRule slope_at = SlopeRule::peak_load;
    StiffnessRule stiffness = StiffnessRule::of_fit;
    PeakLoadRule peak_load = PeakLoadRule::mean_of_hold;
    PeakDepthRule peak_depth = PeakDepthRule::end_of_hold;
    CreepStartRule creep_start = CreepStartRule::quadratic_before_hold;
    WorkEndsRule work_ends = WorkEndsRule::robust;
    double m_min = 1.0;
    double m_max = 5.0;
    FinalDepthRule final_depth = FinalDepthRule::any;
    EpsilonRule epsilon_rule = EpsilonRule::constant;
    double epsilon = 0.75;
    double beta = 1.0;
    double pi = 3.14159265358979323846;
    double indenter_E_GPa = 1141;
    double indenter_poisson_ratio = 0.07;
    std::optional<double> poisson_ratio;
    std::optional<double> roughness_nm;  ///< Ra of the surface
    PopInOptions pop_ins;
    ProfileOptions depth_profile;
    UncertaintyInputs uncertainty;
    std::optional<AreaFunction> area_function;
};

/// A named list of choices. sneddon: the default, each choice for its own reason; triboscan,
/// antonpaar and nanosuite: the choices that give the numbers of the vendor's program
/// (src/analyse/profiles.cpp states each with its evidence). nullopt for another name.
std::optional<AnalysisRecipe> profile_recipe(const std::string& name);

/// All names that profile_recipe knows, the default first.
std::span<const std::string_view> profile_names();

}  // namespace sneddon
