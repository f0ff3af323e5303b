#include "pipeline/request_file.hpp"

#include <algorithm>
#include <cmath>

#include "base/files/file_bytes.hpp"
#include "results/json_parts.hpp"
#include "results/results_layout.hpp"
#include "results/written/place.hpp"

namespace sneddon {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

namespace asked {
constexpr Key paths{"paths"}, recipe_file{"recipe_file"}, profile{"profile"}, settings{"settings"},
    area_function{"area_function"}, poisson_ratio{"poisson_ratio"}, units{"units"},
    columns{"columns"}, group_by{"group_by"}, findings{"findings"}, figures{"figures"},
    tables{"tables"}, table_columns{"table_columns"}, decimal{"decimal"}, digits{"digits"},
    date{"date"}, exclude_flags{"exclude_flags"}, exclude{"exclude"}, only{"only"},
    rows_only{"rows_only"};
}  // namespace asked

/// {{"load", "uN"}} as ["load", "uN"]: a key may come twice, and the last one holds.
template <class Items>
JsonText pairs_json(const Items& items) {
    std::vector<std::string> words;
    for (const auto& [key, value] : items) words.insert(words.end(), {key, value});
    return words;
}

struct WrittenRequest : Place {
    std::string text(Key key) const { return Text{at(key)}.value(); }
    std::vector<std::string> texts(Key key) const { return Texts{{at(key)}}.values(); }
    bool is_true(Key key) const { return Truth{at(key)}.is_true(); }
    std::optional<double> number(Key key) const {
        const double value = Number{at(key)}.value();
        return std::isnan(value) ? std::nullopt : std::optional(value);
    }
    Pairs pairs(Key key) const {
        const std::vector<std::string> words = texts(key);
        Pairs found;
        for (std::size_t i = 0; i + 1 < words.size(); i += 2)
            found.emplace_back(words[i], words[i + 1]);
        return found;
    }
    std::map<std::string, std::string> map(Key key) const {
        const Pairs found = pairs(key);
        return {found.begin(), found.end()};
    }
};

RunRequest request_of(const WrittenRequest& written) {
    RunRequest request;
    request.paths = written.texts(asked::paths);
    request.recipe_file = written.text(asked::recipe_file);
    request.profile = written.text(asked::profile);
    request.settings = written.pairs(asked::settings);
    request.area_function = written.text(asked::area_function);
    request.poisson_ratio = written.number(asked::poisson_ratio);
    request.units = written.map(asked::units);
    request.columns = written.map(asked::columns);
    request.group_by = written.text(asked::group_by);
    request.findings = written.text(asked::findings);
    request.figures = written.text(asked::figures);
    request.tables.formats = written.text(asked::tables);
    request.tables.columns = written.text(asked::table_columns);
    request.tables.decimal = written.text(asked::decimal);
    if (const auto digits = written.number(asked::digits))
        request.tables.digits = static_cast<int>(std::clamp(*digits, 0.0, 99.0));
    request.date = written.text(asked::date);
    request.exclude_flags = written.texts(asked::exclude_flags);
    request.exclude = written.texts(asked::exclude);
    request.only = written.texts(asked::only);
    request.has_rows_only = written.is_true(asked::rows_only);
    return request;
}

}  // namespace

std::string request_json(const RunRequest& request) {
    const TablesRequest& tables = request.tables;
    JsonText digits = nullptr;
    if (tables.digits) digits = *tables.digits;
    JsonText json = {
        {asked::paths, request.paths},
        {asked::recipe_file, request.recipe_file},
        {asked::profile, request.profile},
        {asked::settings, pairs_json(request.settings)},
        {asked::area_function, request.area_function},
        {asked::poisson_ratio, json_number(request.poisson_ratio)},
        {asked::units, pairs_json(request.units)},
        {asked::columns, pairs_json(request.columns)},
        {asked::group_by, request.group_by},
        {asked::findings, request.findings},
        {asked::figures, request.figures},
        {asked::tables, tables.formats},
        {asked::table_columns, tables.columns},
        {asked::decimal, tables.decimal},
        {asked::digits, digits},
        {asked::date, request.date},
        {asked::exclude_flags, request.exclude_flags},
        {asked::exclude, request.exclude},
        {asked::only, request.only},
    };
    if (request.has_rows_only) json.update({{asked::rows_only, true}});
    return json.indented();
}

Result<RunRequest> read_request(const std::string& folder) {
    const std::string path = folder + "/" + request_name;
    const auto refused = [&](const std::string& found) {
        return Error{"SND-O004", path, found, "what sneddon run wrote", "run again with -f"};
    };
    const auto bytes = FileBytes::open(path);
    if (!bytes) return refused(bytes.error().found);
    const auto document = without_tests(bytes->bytes());
    const WrittenRequest written{{node_of(document.get()), ""}};
    if (written.texts(asked::paths).empty()) return refused("no paths in it");
    return request_of(written);
}

}  // namespace sneddon
