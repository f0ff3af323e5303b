// Units of results: hardness, stiffness, work ... in working units.
#pragma once

#include <optional>
#include <string_view>

namespace sneddon {

enum class ResultKind { pressure, load, length, stiffness, area, work, percent, share, number };

/// A working value is x * times / per; one of the two is 1, so that the result is rounded once.
struct ResultUnit {
    double times = 1;
    double per = 1;
};

/// `unit` as bytes of the file, in any code page. Nothing where it is no unit of this kind.
std::optional<ResultUnit> result_unit(ResultKind kind, std::string_view unit);

/// Whether it is a unit of any kind but a bare number.
bool is_result_unit(std::string_view unit);

}  // namespace sneddon
