#include "tools/fit/observed_values.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "tools/fit/fit_columns.hpp"

namespace sneddon {
namespace {

Result<Observation> with_mark(double x, double mark) {
    if (mark == 0) return Observation::value(x);
    if (mark == 1) return Observation::above(x);
    if (mark == -1) return Observation::below(x);
    return Error{"SND-U024", "--censored", fmt::format("{:.6g}", mark),
                 "0 (the value), 1 (it is larger: right-censored) or -1 (it is smaller)", ""};
}

Result<Observation> with_upper_end(double x, double upper) {
    if (x <= upper) return Observation{x, upper};
    return Error{"SND-U024", "--upper", fmt::format("{:.6g} below {:.6g}", upper, x),
                 "upper ends that are not below the values of --column", ""};
}

}  // namespace

Result<ObservedValues> observed_values(const DistributionFitRequest& request) {
    const bool has_marks = !request.censored_column.empty();
    const bool has_upper = !request.upper_column.empty(), is_rounded = request.rounded_to != 0;
    if (has_marks + has_upper + is_rounded > 1)
        return Error{"SND-U004", "--censored, --upper, --rounded", "two of them",
                     "one way in which a value is known as an interval", ""};
    if (request.rounded_to < 0)
        return Error{"SND-U004", "--rounded", fmt::format("{:.6g}", request.rounded_to),
                     "a step above 0", ""};
    std::vector<std::string> names = {request.column};
    if (has_marks) names.push_back(request.censored_column);
    if (has_upper) names.push_back(request.upper_column);
    const auto table = columns_of(request.file, request.in_memory, names, 2);
    if (!table) return table.error();

    ObservedValues found;
    found.column = table->names.front();
    found.values = table->columns.front();
    found.observations.reserve(found.values.size());
    for (std::size_t i = 0; i < found.values.size(); ++i) {
        const double x = found.values[i];
        Result<Observation> known = Observation::value(x);
        if (has_marks) known = with_mark(x, table->columns[1][i]);
        if (has_upper) known = with_upper_end(x, table->columns[1][i]);
        if (is_rounded) known = Observation::rounded(x, request.rounded_to);
        if (!known) return known.error();
        found.observations.push_back(*known);
        if (known->is_exact()) continue;
        found.are_exact = false;
        const bool is_above = known->high > x && !(has_upper || is_rounded);
        ++(has_upper || is_rounded ? found.between : is_above ? found.cut_above : found.cut_below);
    }
    return found;
}

}  // namespace sneddon
