#include "recipe/simulation_keys.hpp"

#include <fmt/core.h>

#include "recipe/option_makers.hpp"
#include "simulate/plan_words.hpp"

namespace sneddon {
namespace {

using std::string_view;
using Plan = SimulationPlan;
using LoadFunction = SimulatedLoadFunction;
using Class = SimulatedClass;
using Phase = SimulatedPhase;

/// Whether a list says how many load functions or classes there are, or follows the one that does.
enum class Count { stated_here, stated_before };

/// One number of each load function or class. Error: SND-U004, a list of another length.
template <auto list, auto member, Count count>
struct NumberOfEach {
    using Configured = Plan;

    static OptionValue value(const Plan& plan) {
        std::vector<double> numbers;
        for (const auto& element : plan.*list) numbers.push_back(element.*member);
        return numbers;
    }
    /// One number stands for all.
    static std::optional<Error> set(Plan& plan, const OptionValue& value,
                                    const Statement& statement) {
        const auto& numbers = std::get<std::vector<double>>(value);
        auto& elements = plan.*list;
        if (count == Count::stated_here) elements.assign(numbers.size(), {});
        if (numbers.size() != elements.size() && numbers.size() != 1)
            return Error{"SND-U004", statement.where,
                         fmt::format("a list of {} numbers", numbers.size()),
                         fmt::format("one number, or {}: one for each", elements.size()), ""};
        for (std::size_t i = 0; i < elements.size(); ++i)
            elements[i].*member = numbers[numbers.size() == 1 ? 0 : i];
        return std::nullopt;
    }
};

template <auto member>
constexpr auto tip = at<&Plan::tip, member>;
template <auto member>
constexpr auto grid = at<&Plan::grid, member>;
template <auto member>
constexpr auto programme = at<&Plan::programme, member>;
template <auto member>
constexpr auto instrument = at<&Plan::instrument, member>;
template <auto member>
constexpr auto material = at<&Plan::material, member>;
template <auto member>
constexpr NumberOfEach<&Plan::load_functions, member, Count::stated_here> load_functions_by;
template <auto member>
constexpr NumberOfEach<&Plan::load_functions, member, Count::stated_before> load_functions;
template <auto member>
constexpr NumberOfEach<&Plan::classes, member, Count::stated_here> classes_by;
template <auto member>
constexpr NumberOfEach<&Plan::classes, member, Count::stated_before> classes;

template <auto member>
constexpr NumberOfEach<&Plan::phases, member, Count::stated_here> phases_by;
template <auto member>
constexpr NumberOfEach<&Plan::phases, member, Count::stated_before> phases;

}  // namespace

std::span<const Option<SimulationPlan>> simulation_keys() {
    static const std::vector<Option<SimulationPlan>> keys = {
        text("material.name", material<&SimulatedMaterial::name>, "name of the sample"),
        choice("material.construction", material<&SimulatedMaterial::construction>,
               "end-state: hardness and creep at the end of the hold are drawn and the loading "
               "follows; loading: hardness of loading and creep law are drawn and the end follows"),
        choice("material.sampling", material<&SimulatedMaterial::sampling>,
               "exact: the tests of a load function have the stated means, spreads and shares for "
               "every seed; random: they are a random sample, as a laboratory draws it"),
        number("material.nu", material<&SimulatedMaterial::nu>, {-1, 0.5}, "", "Poisson's ratio"),
        number("material.blending", material<&SimulatedMaterial::blending>, {1, 50}, "",
               "q of p_m = (p_elastic^-q + H^-q)^(-1/q), the way from elastic to plastic"),
        number("material.unloading_exponent", material<&SimulatedMaterial::unloading_exponent>,
               {1.05, 3}, "", "mean of m"),
        number("material.unloading_exponent_sd",
               material<&SimulatedMaterial::unloading_exponent_sd>, {0, 0.2}, "",
               "sd of m over the tests"),
        number("material.back_flow", material<&SimulatedMaterial::back_flow>, {0, 1},
               "of the creep", "part of the creep that flows back during unloading"),
        number("material.nose", material<&SimulatedMaterial::nose>, {0, 10}, "of the creep law",
               "creep that goes on during unloading, times (F/F_max)^5"),
        number("material.modulus_creep", material<&SimulatedMaterial::modulus_creep>, {-1, 1}, "",
               "correlation of ln E_r with the creep depth"),
        number("material.popin_share", material<&SimulatedMaterial::popin_share>, {0, 1},
               "of the tests", "tests with a first pop-in"),
        number("material.popin_load_uN", material<&SimulatedMaterial::popin_load_uN>, {1e-3, 1e7},
               "µN", "Weibull scale of its load"),
        number("material.popin_shape", material<&SimulatedMaterial::popin_shape>, {0.1, 100}, "",
               "Weibull shape of its load"),
        choice("material.popin_law", material<&SimulatedMaterial::popin_law>,
               "weibull: the load of the first pop-in is drawn; hazard: pop-ins come at the rate "
               "attempts exp(-(barrier - tau_max volume)/(k T)) while the load rises"),
        number("material.popin_attempts_per_s", material<&SimulatedMaterial::popin_attempts_per_s>,
               {1e-12, 1e30}, "1/s", "hazard: attempts"),
        number("material.popin_barrier_eV", material<&SimulatedMaterial::popin_barrier_eV>,
               {0, 100}, "eV", "hazard: barrier without stress"),
        number("material.popin_volume_nm3", material<&SimulatedMaterial::popin_volume_nm3>,
               {1e-6, 1e3}, "nm³", "hazard: activation volume"),
        number("material.temperature_C", material<&SimulatedMaterial::temperature_C>, {-273, 4000},
               "°C", "hazard: temperature"),
        number("material.popout_share", material<&SimulatedMaterial::popout_share>, {0, 1},
               "of the tests", "tests with a sudden loss of depth in unloading"),
        number("material.popout_at", material<&SimulatedMaterial::popout_at>, {0, 1},
               "of the peak load", "load where that happens"),
        number("material.popout_nm", material<&SimulatedMaterial::popout_nm>, {0, 1e4}, "nm",
               "depth that is lost"),
        number("material.size_effect_nm", material<&SimulatedMaterial::size_effect_nm>, {0, 1e6},
               "nm",
               "h* of H = H0 sqrt(1 + h*/h_c), where load_functions.H_GPa is H0 of a loading "
               "construction; 0: none"),
        number("material.b_nm", material<&SimulatedMaterial::b_nm>, {0, 1e4}, "nm/s^c",
               "median b of the creep law a t + b t^c"),
        number("material.b_cv", material<&SimulatedMaterial::b_cv>, {0, 2}, "", "sd of ln b"),
        number("material.a_cv", material<&SimulatedMaterial::a_cv>, {0, 2}, "", "sd of ln a"),
        choice(
            "material.hold_law", material<&SimulatedMaterial::hold_law>,
            "what the depth of a hold follows: power: a t + b t^c; kelvin: an element of contact "
            "compliance after the ramp; burgers: and a dashpot; its size is the creep depth"),
        number("material.retardation_s", material<&SimulatedMaterial::retardation_s>, {1e-3, 1e6},
               "s", "retardation time of the element"),
        number("material.flow_share", material<&SimulatedMaterial::flow_share>, {0, 1},
               "of the compliance gained", "what the dashpot of a burgers hold gives"),
        number("material.solve_c_from_s", material<&SimulatedMaterial::solve_c_from_s>, {0, 1e6},
               "s", "end-state: holds as long as this take c from creep, a and b; shorter ones b"),
        numbers("load_functions.hold_s", load_functions_by<&LoadFunction::hold_s>, {0, 1e5}, "s",
                "hold at peak load; as many load functions as numbers"),
        numbers("load_functions.ramp_s", load_functions<&LoadFunction::ramp_s>, {0, 1e4}, "s",
                "loading, and unloading; 0: programme.ramp_s"),
        numbers("load_functions.peak_uN", load_functions<&LoadFunction::peak_uN>, {0, 1e8}, "µN",
                "peak load; 0: programme.peak_uN"),
        numbers("load_functions.H_GPa", load_functions<&LoadFunction::H_GPa>, {1e-3, 500}, "GPa",
                "mean hardness: at the end of the hold, or of loading"),
        numbers("load_functions.H_sd_GPa", load_functions<&LoadFunction::H_sd_GPa>, {0, 100}, "GPa",
                "its sd over the field of the tests"),
        numbers("load_functions.E_r_GPa", load_functions<&LoadFunction::E_r_GPa>, {1e-3, 2000},
                "GPa", "median reduced modulus"),
        numbers("load_functions.E_r_cv", load_functions<&LoadFunction::E_r_cv>, {0, 1}, "",
                "sd of ln E_r"),
        numbers("load_functions.roughness_nm", load_functions<&LoadFunction::roughness_nm>,
                {0, 1e4}, "nm", "sd of the surface height under a test, felt as depth"),
        numbers("load_functions.depth_shift_nm", load_functions<&LoadFunction::depth_shift_nm>,
                {-1e3, 1e3}, "nm", "height common to all tests"),
        numbers("load_functions.share_0", load_functions<&LoadFunction::share_0>, {0, 1},
                "of the tests", "share of class 0, which creeps most"),
        numbers("load_functions.share_1", load_functions<&LoadFunction::share_1>, {0, 1},
                "of the tests", "share of class 1; the last class has the rest"),
        numbers("classes.creep_nm", classes_by<&Class::creep_nm>, {0, 1e4}, "nm",
                "mean creep depth; as many classes as numbers"),
        numbers("classes.creep_sd_nm", classes<&Class::creep_sd_nm>, {0, 1e4}, "nm",
                "its sd within the class"),
        numbers("classes.H_offset_GPa", classes<&Class::H_offset_GPa>, {-100, 100}, "GPa",
                "hardness against the mean of all classes"),
        numbers("classes.a_nm_per_s", classes<&Class::a_nm_per_s>, {0, 1e3}, "nm/s",
                "median a of the creep law"),
        numbers("classes.c", classes<&Class::c>, {0.01, 1}, "", "mean c of the creep law"),
        numbers("classes.c_sd", classes<&Class::c_sd>, {0, 1}, "", "its sd"),
        numbers(
            "phases.share", phases_by<&Phase::share>, {0, 1}, "of the map",
            "of a property map: shares of its phases, as many as numbers; a table and no curves"),
        numbers("phases.H_GPa", phases<&Phase::H_GPa>, {1e-3, 500}, "GPa", "mean hardness"),
        numbers("phases.H_sd_GPa", phases<&Phase::H_sd_GPa>, {0, 100}, "GPa", "its sd"),
        numbers("phases.E_GPa", phases<&Phase::E_GPa>, {1e-3, 2000}, "GPa", "mean modulus"),
        numbers("phases.E_sd_GPa", phases<&Phase::E_sd_GPa>, {0, 500}, "GPa", "its sd"),
        numbers("phases.r_HE", phases<&Phase::r_HE>, {-1, 1}, "",
                "correlation of the two within the phase"),
        number("tip.radius_nm", tip<&SimulatedTip::radius_nm>, {0, 1e7}, "nm",
               "radius of the sphere; 0: the cone alone"),
        number("tip.half_angle_deg", tip<&SimulatedTip::half_angle_deg>, {5, 89}, "degrees",
               "half-angle of the tangent cone"),
        choice("tip.area_given", tip<&SimulatedTip::area_given>,
               "the study's area function: a polynomial fitted to the tip, or the tip itself"),
        number("tip.calibrated_from_nm", tip<&SimulatedTip::calibrated_from_nm>, {0.1, 1e6}, "nm",
               "depths of the polynomial's fit, from"),
        number("tip.calibrated_to_nm", tip<&SimulatedTip::calibrated_to_nm>, {1, 1e6}, "nm",
               "and to"),
        number("tip.usable_from_nm", tip<&SimulatedTip::usable_from_nm>, {0, 1e6}, "nm",
               "smallest depth that the study states"),
        whole_number("grid.nx", grid<&SimulatedGrid::nx>, {1, 2000}, "tests in a row"),
        whole_number("grid.ny", grid<&SimulatedGrid::ny>, {1, 2000}, "rows"),
        number("grid.pitch_um", grid<&SimulatedGrid::pitch_um>, {1e-3, 1e6}, "µm",
               "distance of neighbours"),
        number("grid.correlation_length_um", grid<&SimulatedGrid::correlation_length_um>,
               {1e-3, 1e6}, "µm", "of the exponential covariance"),
        number("grid.nugget", grid<&SimulatedGrid::nugget>, {0, 1}, "",
               "part of the variance without correlation"),
        number("programme.peak_uN", programme<&SimulatedProgramme::peak_uN>, {1e-3, 1e8}, "µN",
               "peak load"),
        number("programme.ramp_s", programme<&SimulatedProgramme::ramp_s>, {0.1, 1e4}, "s",
               "loading, and unloading"),
        choice("programme.control", programme<&SimulatedProgramme::control>,
               "what rises evenly during loading: load, or depth, where a pop-in is a drop of the "
               "load; strain-rate: the load grows in proportion to itself"),
        number("programme.load_rate_per_s", programme<&SimulatedProgramme::load_rate_per_s>,
               {1e-6, 100}, "1/s", "(dF/dt)/F of a strain rate: twice that of an ideal tip"),
        number("programme.oscillation_nm", programme<&SimulatedProgramme::oscillation_nm>, {0, 1e4},
               "nm",
               "root mean square, as instruments state it, of an oscillation on top of the load, "
               "which measures the stiffness all along; 0: none"),
        choice("programme.oscillation", programme<&SimulatedProgramme::oscillation>,
               "what it sees: the elastic slope (tangent), or the unloading over twice its "
               "amplitude, with load and depth in its middle (secant)"),
        number("programme.points_per_s", programme<&SimulatedProgramme::points_per_s>, {1, 1e5},
               "1/s", "samples"),
        number("programme.air_s", programme<&SimulatedProgramme::air_s>, {0, 1e4}, "s",
               "approach through air"),
        number("programme.lift_nm", programme<&SimulatedProgramme::lift_nm>, {0, 1e6}, "nm",
               "height at its beginning"),
        number("programme.preload_uN", programme<&SimulatedProgramme::preload_uN>, {0, 1e6}, "µN",
               "load that finds the surface"),
        number("programme.preload_s", programme<&SimulatedProgramme::preload_s>, {0, 1e4}, "s",
               "its time; 0: no preload"),
        number("programme.lift_s", programme<&SimulatedProgramme::lift_s>, {0, 1e4}, "s",
               "lift from the surface after the preload"),
        number("instrument.load_noise_uN", instrument<&SimulatedInstrument::load_noise_uN>,
               {0, 1e6}, "µN", "sd of one sample"),
        number("instrument.depth_noise_nm", instrument<&SimulatedInstrument::depth_noise_nm>,
               {0, 1e6}, "nm", "sd of one sample"),
        number("instrument.tare_uN", instrument<&SimulatedInstrument::tare_uN>, {0, 1e6}, "µN",
               "sd of the load's offset"),
        number("instrument.zero_nm", instrument<&SimulatedInstrument::zero_nm>, {0, 1e6}, "nm",
               "largest offset of the depth, uniform in ±"),
        number("instrument.frame_compliance_nm_per_uN",
               instrument<&SimulatedInstrument::frame_compliance_nm_per_uN>, {0, 10}, "nm/µN",
               "corrected by the instrument; in the volts"),
        number("instrument.frame_left_nm_per_uN",
               instrument<&SimulatedInstrument::frame_left_nm_per_uN>, {0, 10}, "nm/µN",
               "compliance of the frame that the exported depths still hold"),
        number("instrument.drift_nm_per_s", instrument<&SimulatedInstrument::drift_nm_per_s>,
               {0, 100}, "nm/s", "sd of the drift over the tests"),
        number("instrument.drift_memory", instrument<&SimulatedInstrument::drift_memory>, {0, 1},
               "", "correlation of one test's drift with the next"),
        number("instrument.drift_header_nm_per_s",
               instrument<&SimulatedInstrument::drift_header_nm_per_s>, {0, 100}, "nm/s",
               "sd of the error of the drift that the instrument corrects for"),
        number("instrument.drift_residual_nm_per_s",
               instrument<&SimulatedInstrument::drift_residual_nm_per_s>, {0, 100}, "nm/s",
               "sd of a drift that it does not see"),
        number("instrument.oscillation_noise_nm",
               instrument<&SimulatedInstrument::oscillation_noise_nm>, {0, 1e3}, "nm",
               "sd of one reading of the oscillation's amplitude"),
        number("instrument.roughness_load_uN", instrument<&SimulatedInstrument::roughness_load_uN>,
               {1e-6, 1e6}, "µN", "load over which a surface height is felt"),
        number("instrument.depth_nm_per_V", instrument<&SimulatedInstrument::depth_nm_per_V>,
               {1, 1e7}, "nm/V", "transducer"),
        number("instrument.load_uN_per_V2", instrument<&SimulatedInstrument::load_uN_per_V2>,
               {1e-3, 1e9}, "µN/V²", "transducer")};
    return keys;
}

}  // namespace sneddon
