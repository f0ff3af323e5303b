// What is simulated: every parameter of a study whose truth is known (docs/methods/simulator.md).
// Filled from a preset (recipes/simulate, pipeline/simulate.hpp); nothing here depends on the seed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

/// The instrument's export that a simulated test is written as.
enum class CurveFormat { triboscan_txt, csv };

/// A sphere of radius R with a tangent cone; radius 0: the cone alone.
struct SimulatedTip {
    double radius_nm = 300;
    double half_angle_deg = 70.296;  ///< of the cone with the Berkovich pyramid's area
    enum class AreaGiven { polynomial, exact };
    AreaGiven area_given = AreaGiven::polynomial;  ///< what the study's area function is
    double calibrated_from_nm = 3;                 ///< depths that the polynomial is fitted over
    double calibrated_to_nm = 120;
    double usable_from_nm = 8;  ///< stated as the smallest depth of the calibration
};

struct SimulatedGrid {
    int nx = 20, ny = 15;
    double pitch_um = 2;
    double correlation_length_um = 4;  ///< of the exponential covariance
    double nugget = 0.35;              ///< part of the variance without correlation
};

struct SimulatedProgramme {
    double peak_uN = 300;
    double ramp_s = 10;  ///< loading and unloading
    double points_per_s = 300;
    double air_s = 1;       ///< approach through air, at constant speed
    double lift_nm = 20;    ///< height at its beginning
    double preload_uN = 0;  ///< touches the surface before the lift; none for preload_s = 0
    double preload_s = 0;
    double lift_s = 0;
    /// What rises evenly during loading: with the depth, a pop-in is a drop of the load; at a
    /// strain rate the load grows in proportion to itself.
    enum class Control { load, depth, strain_rate };
    Control control = Control::load;
    double load_rate_per_s = 0.1;  ///< (dF/dt)/F of a strain rate
    double oscillation_nm = 0;     ///< root mean square; 0: none, and no column of the stiffness
    /// What the oscillation sees: the elastic slope, or the unloading over its amplitude from the
    /// largest load of a cycle, with load and depth in its middle (Pharr, Strader and Oliver 2009).
    enum class Oscillation { tangent, secant };
    Oscillation oscillation = Oscillation::tangent;
};

struct SimulatedInstrument {
    double load_noise_uN = 0.10;   ///< sd of one point
    double depth_noise_nm = 0.20;  ///< sd of one point
    double tare_uN = 0.3;          ///< sd of the constant offset of the load
    double zero_nm = 4;            ///< largest offset of the depth, uniform in +-
    double frame_compliance_nm_per_uN = 1.2e-3;
    double drift_nm_per_s = 0.05;            ///< sd of the drift over the tests
    double drift_memory = 0.97;              ///< correlation of the drifts of one test and the next
    double drift_header_nm_per_s = 0.003;    ///< sd of the error of the measured drift
    double drift_residual_nm_per_s = 0.004;  ///< sd of a drift that the measurement does not see
    double roughness_load_uN = 20;           ///< load over which a height is felt as depth
    double depth_nm_per_V = 5329.35;         ///< transducer
    double load_uN_per_V2 = 322;
    double oscillation_noise_nm = 0.02;  ///< sd of one reading of an oscillation's amplitude
    double frame_left_nm_per_uN = 0;     ///< compliance that the depths still hold
};

/// How the hardness of a test is set.
enum class Construction {
    end_state,  ///< hardness and creep at the end of the hold are drawn, loading follows
    loading,    ///< hardness of loading and the creep law are drawn, the end follows
};

/// How the tests of a load function stand for what they are drawn from.
enum class Sampling {
    exact,   ///< their means, spreads and shares are those stated, for every seed
    random,  ///< a random sample: these scatter from seed to seed as in a laboratory
};

/// Where the load of a first pop-in comes from.
enum class PopInLaw {
    weibull,  ///< drawn, in a stated share of the tests
    hazard,   ///< thermal activation under the largest shear stress, at the rate of loading
};

/// What the depth gained in a hold follows; its size is the creep of the test in each case.
enum class SimulatedHoldLaw {
    power,    ///< a t + b t^c
    kelvin,   ///< one Kelvin element of contact compliance
    burgers,  ///< and a dashpot
};

struct SimulatedMaterial {
    std::string name = "unnamed";
    Construction construction = Construction::end_state;
    Sampling sampling = Sampling::exact;
    double nu = 0.365;
    double blending = 6;  ///< q of p_m = (p_elastic^-q + H^-q)^(-1/q)
    double unloading_exponent = 1.5, unloading_exponent_sd = 0.04;
    double back_flow = 0.5;      ///< part of the creep that flows back during unloading
    double nose = 1;             ///< creep that goes on while unloading, as a part of its law
    double modulus_creep = 0.6;  ///< correlation of ln E_r with the creep of the test
    double popin_share = 0.6;    ///< tests with a first pop-in
    double popin_load_uN = 105, popin_shape = 6;  ///< Weibull scale and shape of its load
    double b_nm = 0.4, b_cv = 0.1;                ///< of the creep law at the longest holds
    double a_cv = 0.25;
    SimulatedHoldLaw hold_law = SimulatedHoldLaw::power;
    double retardation_s = 10;   ///< of the Kelvin element
    double flow_share = 0.4;     ///< of the compliance that a hold gains: what its dashpot gives
    double solve_c_from_s = 60;  ///< holds as long as this take c from the creep, shorter ones b
    PopInLaw popin_law = PopInLaw::weibull;
    /// hazard: rate of pop-ins = attempts exp(-(barrier - tau_max volume)/(k T))
    double popin_attempts_per_s = 1e12, popin_barrier_eV = 1.16, popin_volume_nm3 = 0.03;
    double temperature_C = 25;
    /// Tests with a sudden loss of depth in unloading, at a part of the peak load.
    double popout_share = 0, popout_at = 0.5, popout_nm = 2;
    double size_effect_nm = 0;  ///< h* of H = H0 sqrt(1 + h*/h_c) (Nix and Gao 1998); 0: none
};

struct SimulatedLoadFunction {
    double hold_s = 0;
    double H_GPa = 0, H_sd_GPa = 0;
    double E_r_GPa = 0, E_r_cv = 0;
    double roughness_nm = 0;          ///< sd of the surface height, felt as depth
    double depth_shift_nm = 0;        ///< the same for all tests
    double share_0 = 0, share_1 = 0;  ///< of classes 0 and 1; the last class has the rest
    double ramp_s = 0;                ///< loading, and unloading; 0: that of the programme
    double peak_uN = 0;               ///< 0: that of the programme
};

struct SimulatedClass {
    double creep_nm = 0, creep_sd_nm = 0;
    double H_offset_GPa = 0;
    double a_nm_per_s = 0;
    double c = 0, c_sd = 0;
};

/// A phase of a property map: hardness and modulus are normal within it.
struct SimulatedPhase {
    double share = 0;  ///< of the map
    double H_GPa = 5, H_sd_GPa = 0.2;
    double E_GPa = 100, E_sd_GPa = 4;
    double r_HE = 0.3;  ///< their correlation: both follow the contact area
};

struct SimulationPlan {
    std::string preset;
    std::string folder;  ///< of the sample, below the study's; empty: the study has but one
    SimulatedTip tip;
    SimulatedGrid grid;
    SimulatedProgramme programme;
    SimulatedInstrument instrument;
    SimulatedMaterial material;
    std::vector<SimulatedLoadFunction> load_functions;
    std::vector<SimulatedClass> classes;  ///< 1 to 3; class 0 creeps most
    /// Not empty: a table of results is made, a row for each place of the grid, and no curves.
    std::vector<SimulatedPhase> phases;
    /// Tests of a load function; a grid of the same shape is made for them. None: nx times ny.
    std::optional<int> tests_per_load_function;
};

/// What goes wrong in a laboratory, on demand.
enum class FaultKind {
    spike,              ///< one point of the depth is 30 nm off
    lost_contact,       ///< the tip leaves the surface while loading
    saturated,          ///< the depth stands at the end of its channel
    missing_segment,    ///< loading, hold or unloading is not in the file
    truncated,          ///< the file ends early
    not_a_number,       ///< some depths are NaN
    unit_mix_up,        ///< load or depth are 1000 times too large or too small
    duplicate_file,     ///< the bytes of another test
    duplicate_columns,  ///< the columns of another test under a time of its own
    wrong_tip,          ///< a tip of a third of the radius
};

std::string_view name(FaultKind kind);  ///< "lost-contact"
std::optional<FaultKind> find_fault(std::string_view name);
std::vector<std::string_view> fault_names();

struct FaultRate {
    FaultKind kind = FaultKind::spike;
    double rate = 0;  ///< of the tests
};

}  // namespace sneddon
