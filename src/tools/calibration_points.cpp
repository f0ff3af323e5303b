#include "tools/calibration_points.hpp"

#include <fmt/core.h>

#include "read/text/column_head.hpp"
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

std::optional<Error> add_curves(const std::string& path, const Recipe& recipe, std::size_t material,
                                std::vector<CalibrationPoint>& points) {
    const auto content = read_file(path, ReadOptions{recipe.units});
    if (!content) return content.error();
    for (const Test& test : content->tests)
        for (const CycleResult& cycle : analyse(test, recipe.analysis).cycles) {
            const QuantityValues& v = cycle.values;
            const double S = v["S_uN_per_nm"_q], h = v["h_max_nm"_q], F = v["F_max_uN"_q];
            if (cycle.is_usable && S > 0 && h > 0 && F > 0)
                points.push_back({h, F, S, fmt::format("{}#{}", path, test.number), material});
        }
    return std::nullopt;
}

std::optional<Error> add_files(const CalibrationRequest& request,
                               const std::vector<std::string>& paths, std::size_t material,
                               const Recipe& recipe, std::vector<CalibrationPoint>& points) {
    const auto files = expand_paths(paths, {});
    for (const InputPath& path : files) {
        if (path.error) return *path.error;
        const std::string test = files.size() > 1 ? path.path : "";
        auto trouble = request.columns.empty()
                           ? add_curves(path.path, recipe, material, points)
                           : add_table(path.path, request.columns, test, material, points);
        if (trouble) return trouble;
    }
    return std::nullopt;
}

Error nothing_of(const std::string& where) {
    return {"SND-U041", where, "no unloading with a stiffness", "indents in a reference", ""};
}

}  // namespace

Result<std::vector<CalibrationPoint>> calibration_points(const CalibrationRequest& request,
                                                         const Recipe& recipe) {
    std::vector<CalibrationPoint> points;
    if (const auto trouble = add_files(request, request.run.paths, 0, recipe, points))
        return *trouble;
    if (points.empty()) return nothing_of("calibrate");
    const std::size_t of_first = points.size();
    if (const auto trouble = add_files(request, request.second_paths, 1, recipe, points))
        return *trouble;
    if (!request.second_paths.empty() && points.size() == of_first)
        return nothing_of("calibrate --second");
    return points;
}

}  // namespace sneddon
