#include "recipe/simulation_keys.hpp"

#include <fmt/core.h>

#include <array>

namespace sneddon {
namespace {

using std::string_view;
using Kind = OptionKind;
using Trouble = std::optional<Error>;
using Plan = SimulationPlan;
using LoadFunction = SimulatedLoadFunction;
using Class = SimulatedClass;

constexpr std::array<string_view, 2> areas = {"polynomial", "exact"};
constexpr std::array<string_view, 2> constructions = {"end-state", "loading"};

template <auto part, auto member>
Trouble set_number(Plan& plan, const OptionValue& value, const std::string&) {
    plan.*part.*member = std::get<double>(value);
    return std::nullopt;
}
template <auto member>
Trouble set_count(Plan& plan, const OptionValue& value, const std::string&) {
    plan.grid.*member = static_cast<int>(std::get<double>(value));
    return std::nullopt;
}
Trouble set_name(Plan& plan, const OptionValue& value, const std::string&) {
    plan.material.name = std::get<std::string>(value);
    return std::nullopt;
}
Trouble set_area(Plan& plan, const OptionValue& value, const std::string&) {
    plan.tip.area_given = std::get<std::string>(value) == "exact"
                              ? SimulatedTip::AreaGiven::exact
                              : SimulatedTip::AreaGiven::polynomial;
    return std::nullopt;
}
Trouble set_construction(Plan& plan, const OptionValue& value, const std::string&) {
    plan.material.construction =
        std::get<std::string>(value) == "loading" ? Construction::loading : Construction::end_state;
    return std::nullopt;
}

/// The first list of a kind says how many there are; of the others one number stands for all.
template <auto list, auto member, bool says_count>
Trouble set_list(Plan& plan, const OptionValue& value, const std::string& where) {
    const auto& numbers = std::get<std::vector<double>>(value);
    if (says_count) (plan.*list).assign(numbers.size(), {});
    const std::size_t count = (plan.*list).size();
    if (numbers.size() != count && numbers.size() != 1)
        return Error{"SND-U004", where, fmt::format("a list of {} numbers", numbers.size()),
                     fmt::format("one number, or {}: one for each", count), ""};
    for (std::size_t i = 0; i < count; ++i)
        (plan.*list)[i].*member = numbers[numbers.size() == 1 ? 0 : i];
    return std::nullopt;
}

template <auto member>
constexpr auto tip = set_number<&Plan::tip, member>;
template <auto member>
constexpr auto grid = set_number<&Plan::grid, member>;
template <auto member>
constexpr auto programme = set_number<&Plan::programme, member>;
template <auto member>
constexpr auto instrument = set_number<&Plan::instrument, member>;
template <auto member>
constexpr auto material = set_number<&Plan::material, member>;
template <auto member>
constexpr auto each_load_function = set_list<&Plan::load_functions, member, false>;
template <auto member>
constexpr auto each_class = set_list<&Plan::classes, member, false>;

SimulationKey number(string_view key, double low, double high, string_view unit, string_view text,
                     Trouble (*set)(Plan&, const OptionValue&, const std::string&)) {
    return {{key, Kind::number, low, high, {}, unit, text}, set};
}
SimulationKey count(string_view key, string_view text,
                    Trouble (*set)(Plan&, const OptionValue&, const std::string&)) {
    return {{key, Kind::whole_number, 1, 2000, {}, "", text}, set};
}
SimulationKey list(string_view key, double low, double high, string_view unit, string_view text,
                   Trouble (*set)(Plan&, const OptionValue&, const std::string&)) {
    return {{key, Kind::numbers, low, high, {}, unit, text}, set};
}
SimulationKey word(string_view key, std::span<const string_view> words, string_view text,
                   Trouble (*set)(Plan&, const OptionValue&, const std::string&)) {
    return {{key, Kind::word, 0, 0, words, "", text}, set};
}

std::vector<SimulationKey> all_keys() {
    return {
        {{"material.name", Kind::text, 0, 0, {}, "", "name of the sample"}, set_name},
        word("material.construction", constructions,
             "end-state: hardness and creep at the end of the hold are drawn and the loading "
             "follows; loading: hardness of loading and creep law are drawn and the end follows",
             set_construction),
        number("material.nu", -1, 0.5, "", "Poisson's ratio", material<&SimulatedMaterial::nu>),
        number("material.blending", 1, 50, "",
               "q of p_m = (p_elastic^-q + H^-q)^(-1/q), the way from elastic to plastic",
               material<&SimulatedMaterial::blending>),
        number("material.unloading_exponent", 1.05, 3, "", "mean of m",
               material<&SimulatedMaterial::unloading_exponent>),
        number("material.unloading_exponent_sd", 0, 0.2, "", "sd of m over the tests",
               material<&SimulatedMaterial::unloading_exponent_sd>),
        number("material.back_flow", 0, 1, "of the creep",
               "part of the creep that flows back during unloading",
               material<&SimulatedMaterial::back_flow>),
        number("material.nose", 0, 10, "of the creep law",
               "creep that goes on during unloading, times (F/F_max)^5",
               material<&SimulatedMaterial::nose>),
        number("material.modulus_creep", -1, 1, "", "correlation of ln E_r with the creep depth",
               material<&SimulatedMaterial::modulus_creep>),
        number("material.popin_share", 0, 1, "of the tests", "tests with a first pop-in",
               material<&SimulatedMaterial::popin_share>),
        number("material.popin_load_uN", 1e-3, 1e7, "µN", "Weibull scale of its load",
               material<&SimulatedMaterial::popin_load_uN>),
        number("material.popin_shape", 0.1, 100, "", "Weibull shape of its load",
               material<&SimulatedMaterial::popin_shape>),
        number("material.b_nm", 0, 1e4, "nm/s^c", "median b of the creep law a t + b t^c",
               material<&SimulatedMaterial::b_nm>),
        number("material.b_cv", 0, 2, "", "sd of ln b", material<&SimulatedMaterial::b_cv>),
        number("material.a_cv", 0, 2, "", "sd of ln a", material<&SimulatedMaterial::a_cv>),
        number("material.solve_c_from_s", 0, 1e6, "s",
               "end-state: holds as long as this take c from creep, a and b; shorter ones b",
               material<&SimulatedMaterial::solve_c_from_s>),
        list("load_functions.hold_s", 0, 1e5, "s",
             "hold at peak load; as many load functions as numbers",
             set_list<&Plan::load_functions, &LoadFunction::hold_s, true>),
        list("load_functions.H_GPa", 1e-3, 500, "GPa",
             "mean hardness: at the end of the hold, or of loading",
             each_load_function<&LoadFunction::H_GPa>),
        list("load_functions.H_sd_GPa", 0, 100, "GPa", "its sd over the field of the tests",
             each_load_function<&LoadFunction::H_sd_GPa>),
        list("load_functions.E_r_GPa", 1e-3, 2000, "GPa", "median reduced modulus",
             each_load_function<&LoadFunction::E_r_GPa>),
        list("load_functions.E_r_cv", 0, 1, "", "sd of ln E_r",
             each_load_function<&LoadFunction::E_r_cv>),
        list("load_functions.roughness_nm", 0, 1e4, "nm",
             "sd of the surface height under a test, felt as depth",
             each_load_function<&LoadFunction::roughness_nm>),
        list("load_functions.depth_shift_nm", -1e3, 1e3, "nm", "height common to all tests",
             each_load_function<&LoadFunction::depth_shift_nm>),
        list("load_functions.share_0", 0, 1, "of the tests", "share of class 0, which creeps most",
             each_load_function<&LoadFunction::share_0>),
        list("load_functions.share_1", 0, 1, "of the tests",
             "share of class 1; the last class has the rest",
             each_load_function<&LoadFunction::share_1>),
        list("classes.creep_nm", 0, 1e4, "nm", "mean creep depth; as many classes as numbers",
             set_list<&Plan::classes, &Class::creep_nm, true>),
        list("classes.creep_sd_nm", 0, 1e4, "nm", "its sd within the class",
             each_class<&Class::creep_sd_nm>),
        list("classes.H_offset_GPa", -100, 100, "GPa", "hardness against the mean of all classes",
             each_class<&Class::H_offset_GPa>),
        list("classes.a_nm_per_s", 0, 1e3, "nm/s", "median a of the creep law",
             each_class<&Class::a_nm_per_s>),
        list("classes.c", 0.01, 1, "", "mean c of the creep law", each_class<&Class::c>),
        list("classes.c_sd", 0, 1, "", "its sd", each_class<&Class::c_sd>),
        number("tip.radius_nm", 0, 1e7, "nm", "radius of the sphere; 0: the cone alone",
               tip<&SimulatedTip::radius_nm>),
        number("tip.half_angle_deg", 5, 89, "degrees", "half-angle of the tangent cone",
               tip<&SimulatedTip::half_angle_deg>),
        word("tip.area_given", areas,
             "the study's area function: a polynomial fitted to the tip, or the tip itself",
             set_area),
        number("tip.calibrated_from_nm", 0.1, 1e6, "nm", "depths of the polynomial's fit, from",
               tip<&SimulatedTip::calibrated_from_nm>),
        number("tip.calibrated_to_nm", 1, 1e6, "nm", "and to",
               tip<&SimulatedTip::calibrated_to_nm>),
        number("tip.usable_from_nm", 0, 1e6, "nm", "smallest depth that the study states",
               tip<&SimulatedTip::usable_from_nm>),
        count("grid.nx", "tests in a row", set_count<&SimulatedGrid::nx>),
        count("grid.ny", "rows", set_count<&SimulatedGrid::ny>),
        number("grid.pitch_um", 1e-3, 1e6, "µm", "distance of neighbours",
               grid<&SimulatedGrid::pitch_um>),
        number("grid.correlation_length_um", 1e-3, 1e6, "µm", "of the exponential covariance",
               grid<&SimulatedGrid::correlation_length_um>),
        number("grid.nugget", 0, 1, "", "part of the variance without correlation",
               grid<&SimulatedGrid::nugget>),
        number("programme.peak_uN", 1e-3, 1e8, "µN", "peak load",
               programme<&SimulatedProgramme::peak_uN>),
        number("programme.ramp_s", 0.1, 1e4, "s", "loading, and unloading",
               programme<&SimulatedProgramme::ramp_s>),
        number("programme.points_per_s", 1, 1e5, "1/s", "samples",
               programme<&SimulatedProgramme::points_per_s>),
        number("programme.air_s", 0, 1e4, "s", "approach through air",
               programme<&SimulatedProgramme::air_s>),
        number("programme.lift_nm", 0, 1e6, "nm", "height at its beginning",
               programme<&SimulatedProgramme::lift_nm>),
        number("programme.preload_uN", 0, 1e6, "µN", "load that finds the surface",
               programme<&SimulatedProgramme::preload_uN>),
        number("programme.preload_s", 0, 1e4, "s", "its time; 0: no preload",
               programme<&SimulatedProgramme::preload_s>),
        number("programme.lift_s", 0, 1e4, "s", "lift from the surface after the preload",
               programme<&SimulatedProgramme::lift_s>),
        number("instrument.load_noise_uN", 0, 1e6, "µN", "sd of one sample",
               instrument<&SimulatedInstrument::load_noise_uN>),
        number("instrument.depth_noise_nm", 0, 1e6, "nm", "sd of one sample",
               instrument<&SimulatedInstrument::depth_noise_nm>),
        number("instrument.tare_uN", 0, 1e6, "µN", "sd of the load's offset",
               instrument<&SimulatedInstrument::tare_uN>),
        number("instrument.zero_nm", 0, 1e6, "nm", "largest offset of the depth, uniform in ±",
               instrument<&SimulatedInstrument::zero_nm>),
        number("instrument.frame_compliance_nm_per_uN", 0, 10, "nm/µN",
               "corrected by the instrument; in the volts",
               instrument<&SimulatedInstrument::frame_compliance_nm_per_uN>),
        number("instrument.drift_nm_per_s", 0, 100, "nm/s", "sd of the drift over the tests",
               instrument<&SimulatedInstrument::drift_nm_per_s>),
        number("instrument.drift_memory", 0, 1, "", "correlation of one test's drift with the next",
               instrument<&SimulatedInstrument::drift_memory>),
        number("instrument.drift_header_nm_per_s", 0, 100, "nm/s",
               "sd of the error of the drift that the instrument corrects for",
               instrument<&SimulatedInstrument::drift_header_nm_per_s>),
        number("instrument.drift_residual_nm_per_s", 0, 100, "nm/s",
               "sd of a drift that it does not see",
               instrument<&SimulatedInstrument::drift_residual_nm_per_s>),
        number("instrument.roughness_load_uN", 1e-6, 1e6, "µN",
               "load over which a surface height is felt",
               instrument<&SimulatedInstrument::roughness_load_uN>),
        number("instrument.depth_nm_per_V", 1, 1e7, "nm/V", "transducer",
               instrument<&SimulatedInstrument::depth_nm_per_V>),
        number("instrument.load_uN_per_V2", 1e-3, 1e9, "µN/V²", "transducer",
               instrument<&SimulatedInstrument::load_uN_per_V2>),
    };
}

}  // namespace

std::span<const SimulationKey> simulation_keys() {
    static const std::vector<SimulationKey> keys = all_keys();
    return keys;
}

}  // namespace sneddon
