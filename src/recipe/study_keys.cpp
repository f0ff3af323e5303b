#include "recipe/study_keys.hpp"

#include <array>

#include "model/days.hpp"
#include "model/fact_words.hpp"
#include "recipe/option_makers.hpp"

namespace sneddon {
namespace {

using std::string_view;
using Area = AreaFunction::Kind;

constexpr std::array<string_view, 6> area_types = {
    word_of(Area::cap_cone), word_of(Area::thurn_cook),  word_of(Area::ideal),
    word_of(Area::of_file),  word_of(Area::sphero_cone), word_of(Area::sphere)};
constexpr std::array<string_view, 2> attachment_kinds = {"xrd", "image"};

template <auto member>
constexpr auto fact = at<&StudyDraft::facts, member>;
template <auto member>
constexpr auto area = at<&StudyDraft::area, member>;
template <auto member>
constexpr auto grid = at<&StudyDraft::grid, member>;
template <auto member>
constexpr auto attachment = at<&StudyDraft::attachment, member>;
template <auto member>
constexpr auto exclusion = at<&StudyDraft::exclusion, member>;

/// One number is the pitch of both directions.
struct Pitch : At<&StudyDraft::grid, &GridDraft::pitch_um> {
    static std::optional<Error> set(StudyDraft& draft, const OptionValue& value,
                                    const Statement& statement) {
        const auto* both_um = std::get_if<double>(&value);
        if (both_um == nullptr) return At::set(draft, value, statement);
        return At::set(draft, std::vector<double>{*both_um, *both_um}, statement);
    }
};

constexpr std::array<string_view, 6> stated_keys = {
    "order", "temperature_C", "heat_treatment", "density_g_cm3", "Tg_C", "tip_date"};

/// A fact of no formula, kept under its name.
template <std::size_t place>
struct Kept {
    using Configured = StudyDraft;

    static OptionValue value(const StudyDraft& draft) {
        for (const StatedFact& fact : draft.facts.stated)
            if (fact.name == stated_keys[place])
                return fact.number ? OptionValue(*fact.number) : OptionValue(fact.text);
        return not_stated;
    }
    static std::optional<Error> set(StudyDraft& draft, const OptionValue& value, const Statement&) {
        keep_fact(draft, stated_keys[place], value);
        return std::nullopt;
    }
};

/// A day, so that its age can be told.
struct TipDate : Kept<5> {
    static std::optional<Error> set(StudyDraft& draft, const OptionValue& value,
                                    const Statement& statement) {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr || text->size() != std::string_view("2025-01-06").size() ||
            !day_number(*text))
            return Error{"SND-U004", statement.where, "tip_date = " + toml_text(value),
                         "a day such as \"2025-01-06\"", ""};
        return Kept<5>::set(draft, value, statement);
    }
};

}  // namespace

void keep_fact(StudyDraft& draft, string_view name, const OptionValue& value) {
    StatedFact fact{std::string(name), toml_text(value), std::nullopt};
    if (const auto* number = std::get_if<double>(&value)) fact.number = *number;
    if (const auto* text = std::get_if<std::string>(&value)) fact.text = *text;
    draft.facts.stated.push_back(std::move(fact));
}

std::span<const Option<StudyDraft>> study_keys() {
    static const std::vector<Option<StudyDraft>> keys = {
        text("sample", fact<&StudyFacts::sample>, "name of the sample"),
        flag("simulated", fact<&StudyFacts::is_simulated>,
             "whether the curves were computed, not measured; every output then says so"),
        number("nu", fact<&StudyFacts::poisson_ratio>, {-1, 0.5}, "",
               "Poisson's ratio of the sample; without it E_IT stays empty"),
        number("u_area_relative", fact<&StudyFacts::u_area_relative>, {0, 1}, "of A_p",
               "standard uncertainty of the area function"),
        number("u_drift_nm_per_s", fact<&StudyFacts::u_drift_nm_per_s>, {0, 10}, "nm/s",
               "standard uncertainty of the thermal drift that is left in the depths"),
        number("order", Kept<0>(), {-1e6, 1e6}, "",
               "place of the sample in tables and figures, where several are compared"),
        number("temperature_C", Kept<1>(), {-273.15, 4000}, "°C", "temperature of the tests"),
        text("heat_treatment", Kept<2>(), "what was done to the sample, in your words"),
        number("density_g_cm3", Kept<3>(), {0, 30}, "g/cm³", "density of the sample"),
        number("Tg_C", Kept<4>(), {-273.15, 4000}, "°C", "glass transition of the sample"),
        text("tip_date", TipDate(),
             "day on which the tip was calibrated, \"2025-01-06\"; tests more than 365 days later "
             "are told of"),
        number("roughness_nm", fact<&StudyFacts::roughness_nm>, {0, 1e5}, "nm",
               "roughness Ra of the surface"),
        text("area_function", area<&AreaDraft::text>,
             "instead of the table: \"ideal\" (C0 = 24.5), \"C0, C1, ...\", "
             "\"cap-cone:R_nm:angle_deg\", \"thurn-cook:R_nm:angle_deg\" or the name of a tip "
             "file"),
        number("indenter.E_GPa", fact<&StudyFacts::indenter_E_GPa>, {1, 2000}, "GPa",
               "Young's modulus of the indenter; diamond 1141"),
        number("indenter.nu", fact<&StudyFacts::indenter_poisson_ratio>, {-1, 0.5}, "",
               "Poisson's ratio of the indenter; diamond 0.07"),
        text("area_function.file", area<&AreaDraft::file>,
             "a tip file (.ara, .afn); its place is seen from study.toml"),
        numbers("area_function.C", area<&AreaDraft::C>, {-1e300, 1e300}, "nm² with h_c in nm",
                "C0 ... C8 of A_p = C0 h_c² + C1 h_c + C2 h_c^(1/2) + ... + C8 h_c^(1/128) (Oliver "
                "and Pharr 1992, eq. 20)"),
        word("area_function.type", area<&AreaDraft::type>, area_types,
             "a form by name: a sphere with a tangent cone, a paraboloid that goes over into a "
             "cone, C0 = 24.5, that of each file, a sphere that goes over into a cone, or a "
             "sphere"),
        number("area_function.radius_nm", area<&AreaDraft::radius_nm>, {0.1, 1e7}, "nm",
               "radius of the end of \"cap-cone\", \"thurn-cook\", \"sphero-cone\" or "
               "\"sphere\""),
        number("area_function.half_angle_deg", area<&AreaDraft::half_angle_deg>, {5, 89}, "degrees",
               "half-angle of the cone of the first three; 70.2996, the Berkovich pyramid's, if "
               "absent"),
        number("area_function.h_c_min_nm", area<&AreaDraft::h_c_min_nm>, {0, 1e6}, "nm",
               "smallest depth of the calibration; a test outside is flagged"),
        number("area_function.h_c_max_nm", area<&AreaDraft::h_c_max_nm>, {0, 1e6}, "nm",
               "largest depth of the calibration"),
        whole_number("grid.nx", grid<&GridDraft::nx>, {1, 1e6},
                     "tests in a row of the grid; each load function has a grid of its own"),
        whole_number("grid.ny", grid<&GridDraft::ny>, {1, 1e6}, "rows of the grid"),
        option({"grid.pitch_um",
                OptionKind::number_or_pair,
                1e-3,
                1e6,
                {},
                "µm",
                "distance of neighbours, one number or [x, y]"},
               Pitch()),
        choice("grid.order", grid<&GridDraft::order>,
               "raster: every row from the left; serpentine: every other row from the right"),
        word("attachments.kind", attachment<&Attachment::kind>, attachment_kinds,
             "what the file shows"),
        text("attachments.file", attachment<&Attachment::file>,
             "its place is seen from study.toml"),
        text("attachments.caption", attachment<&Attachment::caption>,
             "text under it in the report"),
        number("attachments.um_per_pixel", attachment<&Attachment::um_per_pixel>, {1e-9, 1e6}, "µm",
               "scale of an image"),
        text("exclude.test", exclusion<&Exclusion::test>,
             "a test or a file that is left out: its id, its name, or a pattern with * and ?"),
        text("exclude.where", exclusion<&Exclusion::where>,
             "instead of a name: every test of which this holds, such as \"H_IT_GPa > 20 and not "
             "hold_s < 5\""),
        text("exclude.reason", exclusion<&Exclusion::reason>, "why, in your words"),
    };
    return keys;
}

}  // namespace sneddon
