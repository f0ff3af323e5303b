#include "read/text/curve_columns.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/nan.hpp"
#include "read/text/decimal_mark.hpp"
#include "read/text/excerpt.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr Dimension all_dimensions[] = {Dimension::load, Dimension::depth, Dimension::time};

std::string heads_text(std::span<const ColumnHead> heads) {
    std::string text;
    for (const ColumnHead& head : heads) {
        if (text.size() > 200) return text + ", ...";
        text += fmt::format("{}'{}'", text.empty() ? "" : ", ", head.text);
    }
    return text;
}

std::vector<std::size_t> columns_of(std::span<const ColumnHead> heads, Dimension dimension) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (heads[i].dimension == dimension) found.push_back(i);
    return found;
}

// "Load (kgf)", "Load (10^-3 N)": named, in a unit that is not known.
std::vector<std::size_t> columns_in_unknown_units(std::span<const ColumnHead> heads,
                                                  Dimension dimension) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (!heads[i].unit && !heads[i].unit_text.empty() &&
            parse_column_head(heads[i].name).dimension == dimension)
            found.push_back(i);
    return found;
}

bool has_name(std::span<const ColumnHead> heads, std::string_view name) {
    return std::ranges::any_of(
        heads, [&](const ColumnHead& head) { return lower_ascii(head.name) == name; });
}

// NanoSuite writes "Raw Load" beside the load, InView DEPTH and LOAD from the surface on beside
// Displacement and Force of the whole travel.
std::vector<std::size_t> measured_ones(std::span<const ColumnHead> heads,
                                       std::vector<std::size_t> found, Dimension dimension) {
    if (found.size() < 2) return found;
    const std::vector<std::size_t> all = found;
    std::erase_if(found,
                  [&](std::size_t i) { return lower_ascii(heads[i].name).starts_with("raw "); });
    const bool is_inview = has_name(heads, "depth") && has_name(heads, "load") &&
                           has_name(heads, "displacement") && has_name(heads, "force");
    const std::string_view travel = dimension == Dimension::depth ? "displacement" : "force";
    if (is_inview)
        std::erase_if(found, [&](std::size_t i) { return lower_ascii(heads[i].name) == travel; });
    return found.empty() ? all : found;
}

// Said where there was a choice.
std::string passed_over(std::span<const ColumnHead> heads, std::size_t chosen,
                        Dimension dimension) {
    std::string names;
    for (const std::size_t i : columns_of(heads, dimension))
        if (i != chosen) names += fmt::format("{}'{}'", names.empty() ? "" : ", ", heads[i].text);
    return names.empty() ? "" : fmt::format(", taken rather than {}", names);
}

Result<CurveColumn> find_column(std::span<const ColumnHead> heads, Dimension dimension,
                                const Source& source, std::size_t head_position) {
    const auto found = measured_ones(heads, columns_of(heads, dimension), dimension);
    if (found.size() == 1) return CurveColumn{found[0], {}, {}};
    if (found.empty()) {
        const auto untold = columns_in_unknown_units(heads, dimension);
        const bool is_untold = !untold.empty();
        if (untold.size() == 1 && source.options.units.contains(std::string(name(dimension))))
            return CurveColumn{untold[0], {}, {}};
        return Error{"SND-R017", where(source, head_position),
                     fmt::format("no {} column{} among {}", name(dimension),
                                 is_untold ? " in a known unit" : "", heads_text(heads)),
                     fmt::format("a column whose head names the {}, for example '{} ({})'",
                                 name(dimension), name(dimension), working_unit(dimension)),
                     is_untold ? fmt::format("state the unit, for example --unit {}={}",
                                             name(dimension), working_unit(dimension))
                     : dimension == Dimension::time
                         ? "export the time column too: hold, creep and rates need it"
                         : fmt::format("give the {} column its name", name(dimension))};
    }
    std::string names;
    for (const std::size_t i : found)
        names += fmt::format("{}'{}'", names.empty() ? "" : ", ", heads[i].text);
    return Error{"SND-R018", where(source, head_position),
                 fmt::format("{} {} columns: {}", found.size(), name(dimension), names),
                 fmt::format("one {} column", name(dimension)),
                 "keep the measured one and remove or rename the others"};
}

bool has_time_column(std::span<const ColumnHead> heads) {
    return !columns_of(heads, Dimension::time).empty() ||
           !columns_in_unknown_units(heads, Dimension::time).empty();
}

struct UnitFound {
    std::optional<Unit> unit;
    Inference inference;
};

UnitFound unit_from_head(const ColumnHead& head, Dimension dimension) {
    if (!head.unit) return {};
    std::string evidence = fmt::format("column head '{}'", head.text);
    if (head.is_by_unit_alone)
        evidence += fmt::format(": the only one in a unit of {}", name(dimension));
    if (head.unit->is_micro_restored)
        evidence += ": a character was lost before the unit; m and n would not have been";
    return {head.unit,
            {fmt::format("unit of {}", name(dimension)), std::string(head.unit->name),
             std::move(evidence)}};
}

Result<UnitFound> unit_from_options(const Source& source, Dimension dimension) {
    const auto stated = source.options.units.find(std::string(name(dimension)));
    if (stated == source.options.units.end()) return UnitFound{};
    const auto unit = parse_unit(stated->second);
    if (!unit || unit->dimension != dimension)
        return Error{"SND-R016", fmt::format("--unit {}={}", stated->first, stated->second),
                     fmt::format("'{}' is not a unit of {}", stated->second, name(dimension)),
                     "load: uN, mN, nN, N; depth: nm, um, mm, m; time: s, ms, us, min",
                     fmt::format("--unit {}={}", name(dimension), working_unit(dimension))};
    return UnitFound{unit,
                     {fmt::format("unit of {}", name(dimension)), std::string(unit->name),
                      fmt::format("--unit {}={}", stated->first, stated->second)}};
}

void scale(std::vector<double>& values, const Unit& unit) {
    if (unit.times != 1)
        for (double& value : values) value *= unit.times;
    if (unit.per != 1)
        for (double& value : values) value /= unit.per;
}

}  // namespace

Result<CurveColumns> find_curve_columns(std::span<const ColumnHead> heads, const Source& source,
                                        std::size_t head_position, TimeColumn time) {
    CurveColumns columns;
    columns.has_time = time == TimeColumn::is_needed || has_time_column(heads);
    std::string missing_units, options_to_type;
    for (const Dimension dimension : all_dimensions) {
        if (dimension == Dimension::time && !columns.has_time) continue;
        auto column = find_column(heads, dimension, source, head_position);
        if (!column) return column.error();
        const ColumnHead& head = heads[column->index];
        UnitFound unit = unit_from_head(head, dimension);
        if (!unit.unit) {
            auto stated = unit_from_options(source, dimension);
            if (!stated) return stated.error();
            unit = std::move(*stated);
        }
        if (unit.unit) {
            column->unit = *unit.unit;
            column->inference = std::move(unit.inference);
            column->inference.evidence += passed_over(heads, column->index, dimension);
        } else {
            missing_units += fmt::format("{}'{}'", missing_units.empty() ? "" : ", ", head.text);
            options_to_type +=
                fmt::format(" --unit {}={}", name(dimension), working_unit(dimension));
        }
        auto& place = dimension == Dimension::load    ? columns.load
                      : dimension == Dimension::depth ? columns.depth
                                                      : columns.time;
        place = std::move(*column);
    }
    if (!missing_units.empty())
        return Error{"SND-R015", where(source, head_position),
                     fmt::format("no unit in the head of {}", missing_units),
                     "a unit in the head, as in 'Load (mN)'",
                     fmt::format("state it (with the right unit):{}", options_to_type)};
    return columns;
}

Result<char> decide_decimal_mark(const Source& source, std::size_t position, char delimiter) {
    const DecimalMarkFound found = find_decimal_mark(source.text, position, delimiter);
    switch (found.mark) {
        case DecimalMark::point:
            return '.';
        case DecimalMark::comma:
            return ',';
        case DecimalMark::ambiguous: {
            std::string without = found.evidence, with = found.evidence;
            std::erase(without, ',');
            std::ranges::replace(with, ',', '.');
            return Error{
                "SND-R019", where(source, position),
                fmt::format("'{}' can be {} or {}, and every other number with a comma too",
                            found.evidence, with, without),
                "numbers that can be read in one way only",
                "export with a decimal point, or with more digits behind the comma"};
        }
        case DecimalMark::mixed:
            return Error{"SND-R019", where(source, position),
                         fmt::format("'{}': comma and point in one table", found.evidence),
                         "one decimal mark for all columns", "export with a decimal point"};
        case DecimalMark::grouped:
            break;
    }
    return Error{"SND-R020", where(source, position),
                 fmt::format("'{}': digits in groups", found.evidence),
                 "numbers without a thousands separator", "export without a thousands separator"};
}

Curve take_curve(TableBody& body, std::span<const ColumnHead> heads, const CurveColumns& columns) {
    Curve curve;
    const auto take = [&](const CurveColumn& column) {
        std::vector<double> values = std::move(body.columns[column.index]);
        scale(values, column.unit);
        return values;
    };
    if (columns.has_time) curve.time_s = take(columns.time);
    curve.depth_nm = take(columns.depth);
    curve.load_uN = take(columns.load);
    for (std::size_t i = curve.time_s.size(); i < curve.load_uN.size(); ++i)
        curve.time_s.push_back(static_cast<double>(i));
    for (std::size_t i = 0; i < body.columns.size(); ++i) {
        const bool is_time = columns.has_time && i == columns.time.index;
        if (is_time || i == columns.depth.index || i == columns.load.index) continue;
        if (body.columns[i].size() < body.rows) continue;  // passed over
        curve.channels.push_back({heads[i].name, heads[i].unit_text, std::move(body.columns[i])});
    }
    return curve;
}

std::optional<Error> find_empty_curve(const Curve& curve, const Source& source,
                                      std::size_t head_position) {
    const std::string place = where(source, head_position);
    if (curve.size() == 0)
        return Error{"SND-R010", place, "a head and no row of numbers", "the samples of a test",
                     "export the test again; this file was cut off"};
    if (curve.size() == 1)
        return Error{"SND-R011", place, "one sample", "the samples of a whole test",
                     "export the test again; this file was cut off"};
    for (const auto& [values, column] :
         {std::pair(&curve.load_uN, "load"), std::pair(&curve.depth_nm, "depth"),
          std::pair(&curve.time_s, "time")})
        if (std::ranges::none_of(*values, is_finite))
            return Error{"SND-R021", place,
                         fmt::format("no finite number in the {} column", column),
                         "measured values", "export the test again"};
    return std::nullopt;
}

Error not_a_row_error(const Source& source, const NotARow& line, std::size_t columns) {
    return {"SND-R012", where(source, line.position),
            fmt::format("{} in '{}'", line.found, excerpt(source.text, line.position)),
            fmt::format("a row of {} numbers", columns),
            "remove the line or export the test again"};
}

}  // namespace sneddon
