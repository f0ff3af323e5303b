#include "recipe/area_text.hpp"

#include <fmt/core.h>

#include <array>
#include <filesystem>

#include "analyse/calibrate/area_of_table.hpp"
#include "base/files/file_bytes.hpp"
#include "base/files/utf8.hpp"
#include "model/fact_words.hpp"
#include "read/umis_afn.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

constexpr std::string_view forms =
    "a tip file (.ara, .afn), \"C0, C1, ...\", \"cap-cone:R_nm[:angle_deg]\", "
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

/// A UMIS file is a table: the series that stands for it is said with its error.
Result<AreaFunction> area_of_umis_file(const std::string& path, const std::string& name) {
    const auto table = read_umis_area_file(path);
    if (!table) return table.error();
    auto series = area_of_table(table->h_c_nm, table->A_nm2);
    if (!series) {
        Error error = series.error();
        error.where = path;
        return error;
    }
    series->area.source =
        fmt::format("{} (a series of {} terms within {:.1g} % of its {} areas)", name,
                    series->terms, 100 * series->largest_error, table->h_c_nm.size());
    return series->area;
}

bool is_umis_file(const std::string& path) {
    const auto file = FileBytes::open(path, {0, 200});
    return file && is_umis_afn(open_bytes(file->bytes()));
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
        const std::string file = utf8(path);
        if (is_umis_file(file)) return area_of_umis_file(file, name);
        auto area = read_area_function_file(file);
        if (area) area->source = name;
        return area;
    }
    constexpr std::array<std::string_view, 6> words = {
        "ideal", "of-file", "cap-cone:", "thurn-cook:", "sphero-cone:", "sphere:"};
    const std::string nearest = nearest_name(name, words);
    const std::string fix = nearest.empty() ? "" : "did you mean \"" + nearest + "\"?";
    const std::string found = "area function \"" + name + "\": no file " + utf8(path);
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
