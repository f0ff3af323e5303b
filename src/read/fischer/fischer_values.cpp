#include "read/fischer/fischer_values.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "base/delimited.hpp"
#include "model/units.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// 1 N/mm² is 1e-3 GPa; hr is where the tangent meets the axis of depth, as in ISO 14577-1. The
// works keep their names: with one decimal of uJ they are no values to compare with.
struct KnownValue {
    std::string_view name, unit;  // theirs
    std::string_view id;          // ours
    double times, per;
};
constexpr double N_mm2_per_GPa = 1e3;
constexpr std::array known_values = {
    KnownValue{"HIT", "N/mm\u00B2", "H_IT_GPa", 1, N_mm2_per_GPa},
    KnownValue{"hmax", "\u00B5m", "h_max_nm", nm_per_um, 1},
    KnownValue{"hr", "\u00B5m", "h_r_nm", nm_per_um, 1},
};

// Decimal commas as well as points stand in one file.
std::optional<double> number_in(std::string_view text) {
    text = trimmed(text);
    const char mark = text.find(',') == std::string_view::npos ? '.' : ',';
    const auto number = parse_number(text, mark);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<double> number_behind(std::string_view line, std::string_view label) {
    const std::size_t at = line.find(label);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view rest = trimmed(line.substr(at + label.size()));
    return number_in(rest.substr(0, rest.find(' ')));
}

void add(std::string_view name, std::string_view unit, double value, Test& test) {
    for (const KnownValue& known : known_values)
        if (known.name == name && known.unit == unit) {
            test.vendor_values.push_back(
                {std::string(known.id), "", value * known.times / known.per, 1});
            return;
        }
    test.vendor_values.push_back({std::string(name), std::string(unit), value, 1});
}

}  // namespace

void read_fischer_value(std::string_view line, Test& test) {
    if (line.starts_with("x=")) {
        const auto x_mm = number_behind(line, "x="), y_mm = number_behind(line, "y=");
        if (x_mm && y_mm) test.position = StagePosition{*x_mm * um_per_mm, *y_mm * um_per_mm};
        return;
    }
    const auto cells = cells_of(line, '\t');
    if (cells.size() >= 3) {
        const std::string_view unit = trimmed(cells[1]);
        const auto value = number_in(cells[2]);
        if (value && unit.size() > 2 && unit.front() == '[' && unit.back() == ']')
            add(trimmed(cells[0]), unit.substr(1, unit.size() - 2), *value, test);
        if (cells.size() >= 4 && trimmed(cells[3]).ends_with('%'))
            if (const auto share = number_in(cells[3].substr(0, cells[3].rfind('%'))))
                add(std::string(trimmed(cells[0])) + " of all work", "%", *share, test);
        return;
    }
    constexpr std::string_view shape = "Indenter shape correction:";
    if (line.starts_with(shape))
        test.inferences.push_back({"indenter shape correction",
                                   std::string(trimmed(line.substr(shape.size()))),
                                   "the head of the test"});
    if (line.find("Epsilon =") != std::string_view::npos)
        test.inferences.push_back(
            {"the instrument's own evaluation", std::string(line), "the head of the test"});
}

}  // namespace sneddon
