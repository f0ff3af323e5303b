#include "tools/calibration_points.hpp"

#include <fmt/core.h>

#include "analyse/calibrate/profile_points.hpp"
#include "analyse/depth_profile/stiffness_column.hpp"
#include "read/text/column_head.hpp"
#include "recipe/studies.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"
#include "tools/fit/fit_columns.hpp"

namespace sneddon {
namespace {

struct UnitFactor {
    std::string_view name;
    double to_working;
};
constexpr UnitFactor stiffness_units[] = {{"uN/nm", 1},      {"uN_per_nm", 1}, {"N/m", 1e-3},
                                          {"N_per_m", 1e-3}, {"mN/um", 1},     {"mN/nm", 1e3}};

/// The unit at the end of a head: "Load (mN)", "F_max_uN".
std::optional<double> factor_of(const std::string& head, std::span<const UnitFactor> units) {
    std::string_view text = head;
    if (text.ends_with(')') || text.ends_with(']')) text.remove_suffix(1);
    for (const UnitFactor& unit : units) {
        if (!text.ends_with(unit.name) || text.size() == unit.name.size()) continue;
        const char before = text[text.size() - unit.name.size() - 1];
        if (before == '(' || before == '[' || before == '_' || before == ' ')
            return unit.to_working;
    }
    return std::nullopt;
}

std::string with_unit(const NumberColumns& table, std::size_t column) {
    const std::string& unit = table.units[column];
    return unit.empty() ? table.names[column] : fmt::format("{} ({})", table.names[column], unit);
}

/// Of a load or a depth, as everywhere: by the head, or the row of units below it.
std::optional<double> factor_of(const NumberColumns& table, std::size_t column,
                                Dimension dimension) {
    const ColumnHead head = parse_column_head(with_unit(table, column));
    if (!head.unit || head.unit->dimension != dimension) return std::nullopt;
    return head.unit->times / head.unit->per;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts(1);
    for (const char c : text)
        if (c == ',')
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

/// `test`: the file where it holds one test; none where it may hold many.
std::optional<Error> add_table(const std::string& file, const std::string& columns,
                               const std::string& test, std::size_t material,
                               std::vector<CalibrationPoint>& points) {
    const auto names = split(columns);
    if (names.size() != 3)
        return Error{"SND-U040", "--columns", columns, "three heads: depth,load,stiffness", ""};
    const auto table = read_columns(file, names, 1, IncompleteRows::are_left_out);
    if (!table) return table.error();
    const std::optional<double> factors[] = {factor_of(*table, 0, Dimension::depth),
                                             factor_of(*table, 1, Dimension::load),
                                             factor_of(with_unit(*table, 2), stiffness_units)};
    for (std::size_t i = 0; i < 3; ++i)
        if (!factors[i])
            return Error{"SND-U040", file, "no known unit in the head \"" + names[i] + "\"",
                         "nm or um, uN, mN or N, and N/m, uN/nm or mN/nm at its end",
                         "rename the column, for example \"Load (mN)\""};
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto value = [&](std::size_t i) { return *factors[i] * table->columns[i][row]; };
        // Sentinels of an instrument's program for "no stiffness" are beyond any real one.
        if (!(value(0) > 0 && value(1) > 0 && value(2) > 0 && value(2) < 1e9)) continue;
        points.push_back({value(0), value(1), value(2), test, material});
    }
    return std::nullopt;
}

void keep_day(const Test& test, ReferencePoints& found) {
    constexpr std::size_t length_of_day = 10;
    if (!test.time_stamp || test.time_stamp->size() < length_of_day) return;
    const std::string day = test.time_stamp->substr(0, length_of_day);
    if (found.first_day.empty() || day < found.first_day) found.first_day = day;
    if (found.last_day.empty() || day > found.last_day) found.last_day = day;
}

std::vector<CalibrationPoint> points_of_unloadings(const TestResult& result,
                                                   const std::string& name, std::size_t material) {
    std::vector<CalibrationPoint> points;
    for (const CycleResult& cycle : result.cycles) {
        const QuantityValues& v = cycle.values;
        const double S = v["S_uN_per_nm"_q], h = v["h_max_nm"_q], F = v["F_max_uN"_q];
        if (cycle.is_usable && S > 0 && h > 0 && F > 0) points.push_back({h, F, S, name, material});
    }
    return points;
}

/// Where no least depth is asked for, that of the surface of the test.
std::vector<CalibrationPoint> points_of_column(const CalibrationRequest& request, const Test& test,
                                               const TestResult& result, const Recipe& recipe,
                                               const std::string& name, std::size_t material) {
    const auto measured = measured_stiffness(test, result, recipe.analysis);
    if (!measured) return {};
    const double from_nm = request.from_depth_nm > 0
                               ? request.from_depth_nm
                               : shallowest_of_profile_nm(*measured, result.correction.u_h0_nm);
    return points_of_profile(*measured, from_nm, name, material);
}

void add_test(const CalibrationRequest& request, const Test& test, const std::string& name,
              const Recipe& recipe, std::size_t material, ReferencePoints& found) {
    keep_day(test, found);
    const TestResult result = analyse(test, recipe.analysis);
    const bool has_profile =
        request.points_from == PointsFrom::profiles && has_stiffness(test.curve);
    const auto points = has_profile
                            ? points_of_column(request, test, result, recipe, name, material)
                            : points_of_unloadings(result, name, material);
    if (points.empty()) return;
    ++(has_profile ? found.profiles : found.unloaded);
    found.points.insert(found.points.end(), points.begin(), points.end());
}

std::optional<Error> add_curves(const CalibrationRequest& request, const std::string& path,
                                const Recipe& recipe, std::size_t material,
                                ReferencePoints& found) {
    const auto content = read_file(path, ReadOptions{recipe.units});
    if (!content) return content.error();
    if (!content->tests.empty()) found.files.push_back(path);
    for (const Test& test : content->tests)
        add_test(request, test, fmt::format("{}#{}", path, test.number), recipe, material, found);
    return std::nullopt;
}

std::optional<Error> add_files(const CalibrationRequest& request,
                               const std::vector<std::string>& paths, std::size_t material,
                               const Recipe& recipe, ReferencePoints& found) {
    const auto files = expand_paths(paths, {});
    const auto studies = studies_of(paths, files);
    if (!studies) return studies.error();
    found.is_simulated = found.is_simulated || shared_facts(*studies).is_simulated;
    for (const InputPath& path : files) {
        if (path.error) return *path.error;
        const std::string test = files.size() > 1 ? path.path : "";
        auto trouble = request.columns.empty()
                           ? add_curves(request, path.path, recipe, material, found)
                           : add_table(path.path, request.columns, test, material, found.points);
        if (trouble) return trouble;
        if (!request.columns.empty()) found.files.push_back(path.path);
    }
    return std::nullopt;
}

Error nothing_of(const std::string& where) {
    return {"SND-U041", where, "no unloading and no profile with a stiffness",
            "indents in a reference", ""};
}

}  // namespace

Result<ReferencePoints> calibration_points(const CalibrationRequest& request,
                                           const Recipe& recipe) {
    ReferencePoints found;
    if (const auto trouble = add_files(request, request.run.paths, 0, recipe, found))
        return *trouble;
    if (found.points.empty()) return nothing_of("calibrate");
    const std::size_t of_first = found.points.size();
    if (const auto trouble = add_files(request, request.second_paths, 1, recipe, found))
        return *trouble;
    if (!request.second_paths.empty() && found.points.size() == of_first)
        return nothing_of("calibrate --second");
    return found;
}

}  // namespace sneddon
