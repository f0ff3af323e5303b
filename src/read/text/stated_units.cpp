#include "read/text/stated_units.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>

#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr double most_newtons = 10;   // of an instrumented indentation test in nm and uN
constexpr double most_metres = 0.01;  // no depth; a micrometre is 10^4 times less

struct Side {
    CurveColumn& column;
    std::vector<double>& values;
    Dimension dimension;
    std::string_view bare_unit;  // what is left of uN or um without the micro sign
    double most;                 // in that unit
};

std::optional<std::string> stated_unit(const Source& source, Dimension dimension) {
    const auto stated = source.options.units.find(std::string(name(dimension)));
    if (stated == source.options.units.end()) return std::nullopt;
    return stated->second;
}

double largest_magnitude(const std::vector<double>& values) {
    double largest = 0;
    for (const double value : values)
        if (is_finite(value)) largest = std::max(largest, std::abs(value));
    return largest;
}

std::optional<Error> settle(const Side& side, const ColumnHead& head, const Source& source,
                            std::size_t head_position) {
    const double largest = largest_magnitude(side.values) / side.column.unit.times;
    if (!head.unit || side.column.unit.name != side.bare_unit || largest <= side.most)
        return std::nullopt;
    const auto stated = stated_unit(source, side.dimension);
    const auto unit = stated ? parse_unit(*stated) : std::nullopt;
    const bool is_other =
        unit && unit->dimension == side.dimension && unit->times != head.unit->times;
    if (!is_other)
        return Error{
            "SND-R015", where(source, head_position),
            fmt::format("'{}' with values up to {:.4g}: no instrument reaches that, a micro "
                        "sign may be lost",
                        head.text, largest),
            fmt::format("at most {:g} {}", side.most, side.bare_unit),
            fmt::format("state the unit: --unit {}={}", name(side.dimension),
                        side.dimension == Dimension::load ? "uN" : "um")};
    for (double& value : side.values)
        value = value / side.column.unit.times * unit->times / unit->per;
    side.column.unit = *unit;
    side.column.inference.value = unit->name;
    side.column.inference.evidence =
        fmt::format("--unit {}={}: '{}' with values up to {:.4g} is impossible",
                    name(side.dimension), *stated, head.text, largest);
    return std::nullopt;
}

}  // namespace

void tell_unit_not_applied(Test& test, CurveColumn& column, const ColumnHead& head,
                           const Source& source) {
    if (!head.unit) return;
    const auto stated = stated_unit(source, head.unit->dimension);
    const auto unit = stated ? parse_unit(*stated) : std::nullopt;
    if (!stated || (unit && unit->name == column.unit.name)) return;
    column.inference.evidence += fmt::format("; --unit {}={} was not applied: the head is stronger",
                                             name(head.unit->dimension), *stated);
    if (std::ranges::find(test.reader_flags, "SND-R031") == test.reader_flags.end())
        test.reader_flags.emplace_back("SND-R031");
}

std::optional<Error> settle_units(Test& test, CurveColumns& columns,
                                  std::span<const ColumnHead> heads, const Source& source,
                                  std::size_t head_position) {
    for (const Side& side :
         {Side{columns.load, test.curve.load_uN, Dimension::load, "N", most_newtons},
          Side{columns.depth, test.curve.depth_nm, Dimension::depth, "m", most_metres}})
        if (auto error = settle(side, heads[side.column.index], source, head_position))
            return error;
    for (CurveColumn* column : {&columns.load, &columns.depth, &columns.time})
        if (columns.has_time || column != &columns.time)
            tell_unit_not_applied(test, *column, heads[column->index], source);
    return std::nullopt;
}

}  // namespace sneddon
