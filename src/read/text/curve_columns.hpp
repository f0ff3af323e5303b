// Columns of a table -> the curve of a test in working units.
#pragma once

#include <span>
#include <vector>

#include "read/text/column_head.hpp"
#include "read/text/source.hpp"
#include "read/text/table_body.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct CurveColumn {
    std::size_t index = 0;
    Unit unit;
    Inference inference;  ///< how the unit is known
};

struct CurveColumns {
    CurveColumn load, depth, time;
    bool has_time = true;

    std::vector<const CurveColumn*> there() const {
        return has_time ? std::vector{&load, &depth, &time} : std::vector{&load, &depth};
    }
};

enum class TimeColumn { is_needed, may_be_absent };

/// Which columns are load, depth and time, and their units: from the heads, else from
/// --unit. Errors: SND-R017 (no such column), SND-R018 (several), SND-R015 (no unit, with the
/// options to type), SND-R016 (--unit is not a unit of that quantity). `head_position` is for the
/// message.
Result<CurveColumns> find_curve_columns(std::span<const ColumnHead> heads, const Source& source,
                                        std::size_t head_position,
                                        TimeColumn time = TimeColumn::is_needed);

/// The point or comma of the rows from `position` on. Errors: SND-R019, SND-R020.
Result<char> decide_decimal_mark(const Source& source, std::size_t position, char delimiter);

/// Moves the columns of `body` into a curve, scaled to working units; the rest become channels.
/// Without a time column the points are counted, one a second.
Curve take_curve(TableBody& body, std::span<const ColumnHead> heads, const CurveColumns& columns);

/// SND-R010 (no row), SND-R011 (one row), SND-R021 (no finite load or depth at all), or nothing.
std::optional<Error> find_empty_curve(const Curve& curve, const Source& source,
                                      std::size_t head_position);

/// A line inside the table that is not a row: SND-R012 with line, cell and the line itself.
Error not_a_row_error(const Source& source, const NotARow& line, std::size_t columns);

}  // namespace sneddon
