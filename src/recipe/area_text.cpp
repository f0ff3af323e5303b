#include "recipe/area_text.hpp"

#include <array>
#include <filesystem>

#include "model/fact_words.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

constexpr std::string_view forms =
    "a tip file (.ara), \"C0, C1, ...\", \"cap-cone:R_nm[:angle_deg]\", "
    "\"thurn-cook:R_nm[:angle_deg]\", \"sphero-cone:R_nm[:angle_deg]\", \"sphere:R_nm\", "
    "\"of-file\" or \"ideal\"";

/// Everything that is not one of the other forms is the name of a file. A name made of digits
/// alone can be written "./24".
bool names_a_file(std::string_view text) {
    if (text == "ideal" || text == "of-file" || text.starts_with("cap-cone") ||
        text.starts_with("thurn-cook") || text.starts_with("sphero-cone") ||
        text.starts_with("sphere"))
        return false;
    return text.find_first_not_of("0123456789+-.eE, \t") != std::string_view::npos;
}

std::string coefficients_text(const std::array<double, 9>& coefficients) {
    std::size_t count = coefficients.size();
    while (count > 1 && coefficients[count - 1] == 0) --count;
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += (i > 0 ? ", " : "") + number_text(coefficients[i]);
    return text;
}

}  // namespace

std::string area_text(const AreaFunction& area) {
    std::string kind(word_of(area.kind));
    switch (area.kind) {
        case AreaFunction::Kind::ideal:
        case AreaFunction::Kind::of_file:
            return kind;
        case AreaFunction::Kind::polynomial:
            return coefficients_text(area.coefficients);
        case AreaFunction::Kind::cap_cone:
        case AreaFunction::Kind::thurn_cook:
        case AreaFunction::Kind::sphero_cone:
            break;
        case AreaFunction::Kind::sphere:
            return kind + ":" + number_text(area.radius_nm);
    }
    return kind + ":" + number_text(area.radius_nm) + ":" + number_text(area.half_angle_deg);
}

Result<AreaFunction> area_of_file(const std::string& name, const std::string& where,
                                  const std::string& folder) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::error_code unreadable;
    if (std::filesystem::exists(path, unreadable)) {
        auto area = read_area_function_file(path);
        if (area) area->source = name;
        return area;
    }
    constexpr std::array<std::string_view, 6> words = {
        "ideal", "of-file", "cap-cone:", "thurn-cook:", "sphero-cone:", "sphere:"};
    const std::string nearest = nearest_name(name, words);
    const std::string fix = nearest.empty() ? "" : "did you mean \"" + nearest + "\"?";
    const std::string found = "area function \"" + name + "\": no file " + path.string();
    return Error{"SND-U010", where, found, std::string(forms), fix};
}

Result<AreaFunction> area_of_text(const std::string& text, const std::string& where,
                                  const std::string& folder) {
    const std::string form(trimmed(text));
    if (names_a_file(form)) return area_of_file(form, where, folder);
    auto area = parse_area_function(form);
    if (!area) {
        Error error = area.error();
        error.where = where;
        return error;
    }
    area->source = form;
    return area;
}

}  // namespace sneddon
