#include "recipe/study_keys.hpp"

#include <array>

namespace sneddon {
namespace {

using std::string_view;
using Kind = OptionKind;

constexpr std::array<string_view, 3> area_types = {"cap-cone", "thurn-cook", "ideal"};
constexpr std::array<string_view, 2> grid_orders = {"raster", "serpentine"};
constexpr std::array<string_view, 2> attachment_kinds = {"xrd", "image"};

template <auto member>
void set_text(StudyDraft& draft, const OptionValue& value, const std::string&, Attachment*) {
    draft.facts.*member = std::get<std::string>(value);
}
template <auto member>
void set_fact(StudyDraft& draft, const OptionValue& value, const std::string&, Attachment*) {
    draft.facts.*member = std::get<double>(value);
}
void set_simulated(StudyDraft& draft, const OptionValue& value, const std::string&, Attachment*) {
    draft.facts.is_simulated = std::get<bool>(value);
}

template <auto part, auto member, class T>
void set_part(StudyDraft& draft, const OptionValue& value, const std::string& where, Attachment*) {
    (draft.*part.*member) = Written<T>{std::get<T>(value), where};
}

void set_pitch(StudyDraft& draft, const OptionValue& value, const std::string& where, Attachment*) {
    const auto* both = std::get_if<double>(&value);
    draft.grid.pitch_um = {
        both != nullptr ? std::vector<double>{*both, *both} : std::get<std::vector<double>>(value),
        where};
}

template <auto member>
void set_attachment(StudyDraft&, const OptionValue& value, const std::string&,
                    Attachment* attachment) {
    attachment->*member = std::get<std::string>(value);
}
void set_um_per_pixel(StudyDraft&, const OptionValue& value, const std::string&,
                      Attachment* attachment) {
    attachment->um_per_pixel = std::get<double>(value);
}

template <auto member, class T>
constexpr auto set_area = set_part<&StudyDraft::area, member, T>;
template <auto member, class T>
constexpr auto set_grid = set_part<&StudyDraft::grid, member, T>;

const std::vector<StudyKey>& table() {
    static const std::vector<StudyKey> keys = {
        {{"sample", Kind::text, 0, 0, {}, "", "name of the sample"}, set_text<&StudyFacts::sample>},
        {{"simulated",
          Kind::flag,
          0,
          0,
          {},
          "",
          "whether the curves were computed, not measured; every output then says so"},
         set_simulated},
        {{"nu",
          Kind::number,
          -1,
          0.5,
          {},
          "",
          "Poisson's ratio of the sample; without it E_IT stays empty"},
         set_fact<&StudyFacts::poisson_ratio>},
        {{"u_area_relative",
          Kind::number,
          0,
          1,
          {},
          "of A_p",
          "standard uncertainty of the area function"},
         set_fact<&StudyFacts::u_area_relative>},
        {{"u_drift_nm_per_s",
          Kind::number,
          0,
          10,
          {},
          "nm/s",
          "standard uncertainty of the thermal drift that is left in the depths"},
         set_fact<&StudyFacts::u_drift_nm_per_s>},
        {{"roughness_nm", Kind::number, 0, 1e5, {}, "nm", "roughness Ra of the surface"},
         set_fact<&StudyFacts::roughness_nm>},
        {{"area_function",
          Kind::text,
          0,
          0,
          {},
          "",
          "instead of the table: \"ideal\" (C0 = 24.5), \"C0, C1, ...\", "
          "\"cap-cone:R_nm:angle_deg\", \"thurn-cook:R_nm:angle_deg\" or the name of a tip file"},
         set_area<&AreaDraft::text, std::string>},
        {{"indenter.E_GPa",
          Kind::number,
          1,
          2000,
          {},
          "GPa",
          "Young's modulus of the indenter; diamond 1141"},
         set_fact<&StudyFacts::indenter_E_GPa>},
        {{"indenter.nu",
          Kind::number,
          -1,
          0.5,
          {},
          "",
          "Poisson's ratio of the indenter; diamond 0.07"},
         set_fact<&StudyFacts::indenter_poisson_ratio>},
        {{"area_function.file",
          Kind::text,
          0,
          0,
          {},
          "",
          "a tip file (.ara); its place is seen from study.toml"},
         set_area<&AreaDraft::file, std::string>},
        {{"area_function.C",
          Kind::numbers,
          -1e300,
          1e300,
          {},
          "nm² with h_c in nm",
          "C0 ... C8 of A_p = C0 h_c² + C1 h_c + C2 h_c^(1/2) + ... + C8 h_c^(1/128) "
          "(Oliver and Pharr 1992, eq. 20)"},
         set_area<&AreaDraft::C, std::vector<double>>},
        {{"area_function.type", Kind::word, 0, 0, area_types, "",
          "a form by name: a sphere with a tangent cone, a paraboloid that goes over into a cone, "
          "or "
          "C0 = 24.5"},
         set_area<&AreaDraft::type, std::string>},
        {{"area_function.radius_nm",
          Kind::number,
          0.1,
          1e7,
          {},
          "nm",
          "radius of the end of \"cap-cone\" or \"thurn-cook\""},
         set_area<&AreaDraft::radius_nm, double>},
        {{"area_function.half_angle_deg",
          Kind::number,
          5,
          89,
          {},
          "degrees",
          "half-angle of the cone of these two; 70.2996, the Berkovich pyramid's, if absent"},
         set_area<&AreaDraft::half_angle_deg, double>},
        {{"area_function.h_c_min_nm",
          Kind::number,
          0,
          1e6,
          {},
          "nm",
          "smallest depth of the calibration; a test outside is flagged"},
         set_area<&AreaDraft::h_c_min_nm, double>},
        {{"area_function.h_c_max_nm",
          Kind::number,
          0,
          1e6,
          {},
          "nm",
          "largest depth of the calibration"},
         set_area<&AreaDraft::h_c_max_nm, double>},
        {{"grid.nx",
          Kind::whole_number,
          1,
          1e6,
          {},
          "",
          "tests in a row of the grid; each load function has a grid of its own"},
         set_grid<&GridDraft::nx, double>},
        {{"grid.ny", Kind::whole_number, 1, 1e6, {}, "", "rows of the grid"},
         set_grid<&GridDraft::ny, double>},
        {{"grid.pitch_um",
          Kind::number_or_pair,
          1e-3,
          1e6,
          {},
          "µm",
          "distance of neighbours, one number or [x, y]"},
         set_pitch},
        {{"grid.order", Kind::word, 0, 0, grid_orders, "",
          "raster: every row from the left; serpentine: every other row from the right"},
         set_grid<&GridDraft::order, std::string>},
        {{"attachments.kind", Kind::word, 0, 0, attachment_kinds, "", "what the file shows"},
         set_attachment<&Attachment::kind>},
        {{"attachments.file", Kind::text, 0, 0, {}, "", "its place is seen from study.toml"},
         set_attachment<&Attachment::file>},
        {{"attachments.caption", Kind::text, 0, 0, {}, "", "text under it in the report"},
         set_attachment<&Attachment::caption>},
        {{"attachments.um_per_pixel", Kind::number, 1e-9, 1e6, {}, "µm", "scale of an image"},
         set_um_per_pixel},
    };
    return keys;
}

}  // namespace

std::span<const StudyKey> study_keys() {
    return table();
}

}  // namespace sneddon
