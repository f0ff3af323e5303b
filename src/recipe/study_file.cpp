#include "recipe/study_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "base/files/folder_of.hpp"
#include "base/files/utf8.hpp"
#include "model/cluster_name.hpp"
#include "model/fact_words.hpp"
#include "read/tables/column_meaning.hpp"
#include "recipe/area_text.hpp"
#include "recipe/study_keys.hpp"
#include "recipe/toml_options.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

using Trouble = std::optional<Error>;

/// What a condition on tests calls otherwise.
constexpr std::array<std::string_view, 14> column_names = {
    "test",          "cycle",     "x_um",   "y_um",    "test_id",           "file",
    "load_function", "status",    "reason", "cluster", "cluster_posterior", "flags",
    "test_name",     "time_stamp"};
using std::filesystem::path;

Error unknown(const WrittenOption& option) {
    std::vector<std::string_view> names = keys_of(study_keys());
    names.insert(names.begin(), {"load_functions", "clusters", "columns", "facts", "common"});
    return unknown_key(option.key, names, option.where);
}

Error missing(const std::string& where, const std::string& table, const std::string& key) {
    return {"SND-U013", where, table + " without " + key, key, ""};
}

Trouble set_load_function(StudyDraft& draft, const WrittenOption& option) {
    const OptionRule rule{option.key, OptionKind::text};
    if (auto error = check_value(rule, option.value, option.where)) return error;
    const std::string recognised = option.key.substr(load_functions_prefix.size());
    draft.facts.load_function_names[recognised] = std::get<std::string>(option.value);
    return std::nullopt;
}

/// A name that a condition can say, and that is none of a column.
Trouble set_free_fact(StudyDraft& draft, const WrittenOption& option) {
    const std::string name = option.key.substr(free_facts_prefix.size());
    const auto refused = [&](std::string found, std::string expected) {
        return Error{"SND-U004", option.where, std::move(found), std::move(expected), ""};
    };
    if (name.empty() || name.find_first_of(" \t\n\r\"'()<>=!") != std::string::npos)
        return refused("the fact \"" + name + "\"",
                       "a name without blanks, quotes, brackets and = < > !, such as anneal_h");
    if (find_quantity(name) || find_option(study_keys(), name) != nullptr ||
        std::ranges::find(column_names, name) != column_names.end())
        return refused("the fact \"" + name + "\", which is a column or a key already",
                       "another name");
    const bool is_value = std::holds_alternative<double>(option.value) ||
                          std::holds_alternative<std::string>(option.value) ||
                          std::holds_alternative<bool>(option.value);
    if (!is_value) return refused("a value of another kind", "a number, a text or true or false");
    keep_fact(draft, name, option.value);
    return std::nullopt;
}

/// [clusters]: a label and the name to show for it, kept as the fact "cluster 0".
Trouble set_cluster_name(StudyDraft& draft, const WrittenOption& option) {
    const OptionRule rule{option.key, OptionKind::text};
    if (auto error = check_value(rule, option.value, option.where)) return error;
    const std::string label = option.key.substr(clusters_prefix.size());
    const std::string& name = std::get<std::string>(option.value);
    const auto refused = [&](std::string found, std::string expected) {
        return Error{"SND-U004", option.where, std::move(found), std::move(expected), ""};
    };
    const bool is_label = !label.empty() && label.size() <= 2 &&
                          label.find_first_not_of("0123456789") == std::string::npos &&
                          (label.size() == 1 || label.front() != '0');
    if (!is_label) return refused("the cluster \"" + label + "\"", "a label: 0, 1, 2, ...");
    if (name.empty()) return refused("a cluster without a name", "a name, such as \"stiff\"");
    for (const StatedFact& fact : draft.facts.stated)
        if (is_cluster_fact(fact.name) && fact.text == name)
            return refused("the name \"" + name + "\" twice", "a name for each cluster");
    keep_fact(draft, "cluster " + label, option.value);
    return std::nullopt;
}

/// [columns]: what a column of a table of results is, as --column.
Trouble set_column(StudyDraft& draft, const WrittenOption& option) {
    const OptionRule rule{option.key, OptionKind::text};
    if (auto error = check_value(rule, option.value, option.where)) return error;
    const std::string quantity = option.key.substr(columns_prefix.size());
    if (!column_key(quantity))
        return Error{"SND-U062", option.where, quantity, "one of " + std::string(column_keys()),
                     ""};
    draft.facts.columns[quantity] = std::get<std::string>(option.value);
    return std::nullopt;
}

/// An option of the [[attachments]] number `option.element`.
Trouble set_attachment(StudyDraft& draft, const WrittenOption& option,
                       const Option<StudyDraft>& key) {
    auto& attachments = draft.facts.attachments;
    const auto place = static_cast<std::size_t>(option.element);
    if (attachments.size() <= place) {
        attachments.resize(place + 1);
        draft.attachment_places.resize(place + 1, option.where);
    }
    draft.attachment = attachments[place];
    if (auto error = key.set(draft, option.value, {option.where, {}})) return error;
    attachments[place] = draft.attachment;
    return std::nullopt;
}

/// An option of the [[exclude]] number `option.element`.
Trouble set_exclusion(StudyDraft& draft, const WrittenOption& option,
                      const Option<StudyDraft>& key) {
    auto& exclusions = draft.facts.exclusions;
    const auto place = static_cast<std::size_t>(option.element);
    while (exclusions.size() <= place) {
        exclusions.emplace_back();
        exclusions.back().place = option.where;
    }
    draft.exclusion = exclusions[place];
    if (auto error = key.set(draft, option.value, {option.where, {}})) return error;
    exclusions[place] = draft.exclusion;
    return std::nullopt;
}

Trouble set(StudyDraft& draft, const WrittenOption& option) {
    if (option.element < 0 && option.key.starts_with(load_functions_prefix))
        return set_load_function(draft, option);
    if (option.element < 0 && option.key.starts_with(free_facts_prefix))
        return set_free_fact(draft, option);
    if (option.element < 0 && option.key.starts_with(clusters_prefix))
        return set_cluster_name(draft, option);
    if (option.element < 0 && option.key.starts_with(columns_prefix))
        return set_column(draft, option);
    const auto* key = find_option(study_keys(), option.key);
    if (key == nullptr) return unknown(option);
    if (auto error = check_value(key->rule, option.value, option.where)) return error;
    const bool is_in_list = option.element >= 0;
    const bool is_exclusion = option.key.starts_with("exclude.");
    const bool wants_list = is_exclusion || option.key.starts_with("attachments.");
    if (wants_list != is_in_list)
        return Error{
            "SND-U003", option.where, option.key,
            wants_list ? "[[" + option.key.substr(0, option.key.find('.')) + "]] with two brackets"
                       : "one table, [name]",
            ""};
    if (is_exclusion) return set_exclusion(draft, option, *key);
    if (is_in_list) return set_attachment(draft, option, *key);
    return key->set(draft, option.value, {option.where, {}});
}

/// Where the area function is stated, each way on its own.
std::vector<std::string> area_places(const StudyDraft& draft) {
    std::vector<std::string> places;
    const auto& area = draft.area;
    if (area.text) places.push_back(area.text->where);
    if (area.file) places.push_back(area.file->where);
    if (area.C) places.push_back(area.C->where);
    if (area.type) places.push_back(area.type->where);
    return places;
}

/// A type that a radius describes.
bool is_rounded(const Written<std::string>& type) {
    return has_radius(value_of<AreaFunction::Kind>(type.value).value());
}

Result<AreaFunction> rounded_cone(const StudyDraft& draft) {
    const auto& area = draft.area;
    if (!area.radius_nm)
        return missing(area.type->where, "type = \"" + area.type->value + "\"", "radius_nm");
    AreaFunction cap;
    cap.kind = value_of<AreaFunction::Kind>(area.type->value).value();
    cap.radius_nm = area.radius_nm->value;
    if (area.half_angle_deg) cap.half_angle_deg = area.half_angle_deg->value;
    cap.source = area_text(cap);
    return cap;
}

Result<AreaFunction> polynomial(const Written<std::vector<double>>& C) {
    AreaFunction area;
    if (C.value.empty() || C.value.size() > area.coefficients.size())
        return Error{"SND-U004", C.where, std::to_string(C.value.size()) + " coefficients",
                     "1 to 9: C0 ... C8", ""};
    area.kind = AreaFunction::Kind::polynomial;
    area.coefficients.fill(0);
    std::ranges::copy(C.value, area.coefficients.begin());
    area.source = area_text(area);
    return area;
}

Result<AreaFunction> stated_area(const StudyDraft& draft, const std::string& folder) {
    const auto& area = draft.area;
    if (area.text) return area_of_text(area.text->value, area.text->where, folder);
    if (area.file) return area_of_file(area.file->value, area.file->where, folder);
    if (area.C) return polynomial(*area.C);
    if (!is_rounded(*area.type)) return area_of_text(area.type->value, area.type->where, folder);
    return rounded_cone(draft);
}

Trouble finish_area(StudyDraft& draft) {
    const auto& area = draft.area;
    const auto places = area_places(draft);
    for (const auto* part : {&area.radius_nm, &area.half_angle_deg})
        if (*part && !(area.type && is_rounded(*area.type)))
            return missing((*part)->where, "a radius or an angle",
                           "type = \"cap-cone\", \"thurn-cook\", \"sphero-cone\" or \"sphere\"");
    for (const auto* part : {&area.h_c_min_nm, &area.h_c_max_nm})
        if (*part && places.empty())
            return missing((*part)->where, "a depth range", "file, C or type in [area_function]");
    const bool is_sphere = area.type && area.type->value == word_of(AreaFunction::Kind::sphere);
    if (area.half_angle_deg && is_sphere)
        return Error{"SND-U007", area.half_angle_deg->where, "the half-angle of a sphere",
                     "type = \"sphero-cone\" or \"cap-cone\"", ""};
    if (places.empty()) return std::nullopt;
    if (places.size() > 1)
        return Error{"SND-U007", places[1], "a second area function (the first: " + places[0] + ")",
                     "one of file, C, type", ""};
    // [common] of a folder above names its tip file from there.
    auto stated = stated_area(draft, folder_of(places[0]));
    if (!stated) return stated.error();
    if (area.h_c_min_nm) stated->h_c_min_nm = area.h_c_min_nm->value;
    if (area.h_c_max_nm) stated->h_c_max_nm = area.h_c_max_nm->value;
    if (stated->h_c_min_nm && stated->h_c_max_nm && *stated->h_c_min_nm >= *stated->h_c_max_nm)
        return Error{"SND-U007", places[0],
                     "h_c_min_nm = " + number_text(*stated->h_c_min_nm) +
                         " and h_c_max_nm = " + number_text(*stated->h_c_max_nm),
                     "h_c_min_nm below h_c_max_nm", ""};
    draft.facts.area_function = *std::move(stated);
    return std::nullopt;
}

Trouble finish_grid(StudyDraft& draft) {
    const auto& grid = draft.grid;
    std::string where;
    for (const auto* part : {&grid.nx, &grid.ny})
        if (*part) where = (*part)->where;
    if (grid.pitch_um) where = grid.pitch_um->where;
    if (grid.order) where = grid.order->where;
    if (where.empty()) return std::nullopt;
    if (!grid.nx) return missing(where, "[grid]", "nx");
    if (!grid.ny) return missing(where, "[grid]", "ny");
    if (!grid.pitch_um) return missing(where, "[grid]", "pitch_um");
    draft.facts.grid = Grid{static_cast<int>(grid.nx->value), static_cast<int>(grid.ny->value),
                            grid.pitch_um->value[0], grid.pitch_um->value[1],
                            grid.order ? grid.order->value : GridOrder::raster};
    return std::nullopt;
}

Trouble finish_attachments(StudyDraft& draft, const path& folder) {
    for (std::size_t i = 0; i < draft.facts.attachments.size(); ++i) {
        Attachment& attachment = draft.facts.attachments[i];
        const std::string& where = draft.attachment_places[i];
        if (attachment.kind.empty()) return missing(where, "[[attachments]]", "kind");
        if (attachment.file.empty()) return missing(where, "[[attachments]]", "file");
        const path file = folder / attachment.file;
        std::error_code unreadable;
        if (!std::filesystem::exists(file, unreadable))
            return Error{"SND-U014", where, "no file " + utf8(file), "an attachment that exists",
                         ""};
        attachment.file = utf8(file);
    }
    return std::nullopt;
}

Trouble finish_exclusions(const StudyDraft& draft) {
    for (const Exclusion& exclusion : draft.facts.exclusions)
        if (exclusion.test.empty() == exclusion.where.empty())
            return missing(exclusion.place, "[[exclude]]",
                           exclusion.test.empty() ? "test or where" : "a choice: test or where");
    return std::nullopt;
}

}  // namespace

Result<ReadStudy> read_study(const std::string& file, std::span<const std::string> above) {
    auto options = options_in_force(file, above);
    if (!options) return options.error();
    StudyDraft draft;
    for (const WrittenOption& option : options->options)
        if (auto error = set(draft, option)) return *error;
    const path folder = path(file).parent_path();
    if (auto error = finish_area(draft)) return *error;
    if (auto error = finish_grid(draft)) return *error;
    if (auto error = finish_attachments(draft, folder)) return *error;
    if (auto error = finish_exclusions(draft)) return *error;
    draft.facts.source = file;
    draft.facts.inherited = std::move(options->inherited);
    return ReadStudy{std::move(draft.facts), std::move(options->contradictions)};
}

Result<StudyFacts> read_study_file(const std::string& file) {
    Result<ReadStudy> study = read_study(file, {});
    if (!study) return study.error();
    return std::move(study->facts);
}

}  // namespace sneddon
