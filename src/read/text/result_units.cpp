#include "read/text/result_units.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/encoding.hpp"
#include "read/text/units.hpp"

namespace sneddon {
namespace {

struct Factor {
    ResultKind kind;
    std::string_view unit;  // with 'u' for micro and '2' for square
    double times, per;
};
constexpr std::array factors = {
    Factor{ResultKind::pressure, "GPa", 1, 1},      Factor{ResultKind::pressure, "MPa", 1, kilo},
    Factor{ResultKind::pressure, "kPa", 1, mega},   Factor{ResultKind::pressure, "Pa", 1, giga},
    Factor{ResultKind::pressure, "N/mm2", 1, kilo}, Factor{ResultKind::pressure, "GN/m2", 1, 1},
    Factor{ResultKind::pressure, "kN/mm2", 1, 1},   Factor{ResultKind::stiffness, "mN/nm", kilo, 1},
    Factor{ResultKind::stiffness, "uN/nm", 1, 1},   Factor{ResultKind::stiffness, "mN/um", 1, 1},
    Factor{ResultKind::stiffness, "N/m", 1, kilo},  Factor{ResultKind::stiffness, "N/mm", 1, 1},
    Factor{ResultKind::stiffness, "kN/m", 1, 1},    Factor{ResultKind::area, "nm2", 1, 1},
    Factor{ResultKind::area, "um2", mega, 1},       Factor{ResultKind::work, "pJ", 1, 1},
    Factor{ResultKind::work, "nJ", kilo, 1},        Factor{ResultKind::work, "uJ", mega, 1},
    Factor{ResultKind::percent, "%", 1, 1},         Factor{ResultKind::share, "%", 1, 100},
    Factor{ResultKind::number, "", 1, 1},
};

// "µm²" in any of its encodings -> "um2".
std::string plain_unit(std::string_view unit) {
    const std::string text = text_utf8(unit);
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = std::string_view(text).substr(i);
        const bool is_micro = rest.starts_with("µ") || rest.starts_with("μ");
        if (is_micro || rest.starts_with("²")) {
            plain += is_micro ? 'u' : '2';
            ++i;
        } else if (rest.front() != '^' && rest.front() != ' ') {
            plain += rest.front();
        }
    }
    return plain;
}

}  // namespace

std::optional<ResultUnit> result_unit(ResultKind kind, std::string_view unit) {
    if (kind == ResultKind::load || kind == ResultKind::length) {
        const auto known = parse_unit(unit);
        const auto wanted = kind == ResultKind::load ? Dimension::load : Dimension::depth;
        if (!known || known->dimension != wanted) return std::nullopt;
        return ResultUnit{known->times, known->per};
    }
    const std::string plain = plain_unit(unit);
    for (const Factor& factor : factors) {
        // The square of an area may be any byte: what follows "nm" is not looked at.
        const bool is_square = factor.kind == ResultKind::area && plain.size() > 2 &&
                               plain.substr(0, 2) == factor.unit.substr(0, 2);
        if (factor.kind == kind && (factor.unit == plain || is_square))
            return ResultUnit{factor.times, factor.per};
    }
    return std::nullopt;
}

bool is_result_unit(std::string_view unit) {
    constexpr std::array kinds = {ResultKind::pressure,  ResultKind::load, ResultKind::length,
                                  ResultKind::stiffness, ResultKind::area, ResultKind::work,
                                  ResultKind::percent};
    return std::ranges::any_of(
        kinds, [&](ResultKind kind) { return result_unit(kind, unit).has_value(); });
}

}  // namespace sneddon
