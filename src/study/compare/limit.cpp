#include "study/compare/limit.hpp"

#include <utility>

#include "base/comma_list.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

Error no_quantity(std::string_view id, const std::string& where) {
    std::vector<std::string_view> known;
    for (const QuantityInfo& quantity : quantity_table) known.push_back(quantity.id);
    const std::string nearest = nearest_name(id, known);
    return {"SND-U002", where, std::string(id), "a quantity of tests.csv",
            nearest.empty() ? "sneddon explain --symbols" : "did you mean " + nearest + "?"};
}

}  // namespace

Result<std::vector<Limit>> parse_limits(std::string_view text, const std::string& where) {
    std::vector<Limit> limits;
    for (const std::string_view part : comma_list(text)) {
        if (part.empty()) continue;
        const std::size_t sign = part.find_first_of("<>");
        const std::string_view id = trimmed(part.substr(0, sign));
        const auto value = sign == part.npos || id.empty()
                               ? std::nullopt
                               : parse_number(trimmed(part.substr(sign + 1)));
        if (!value)
            return Error{"SND-U004", where, std::string(part),
                         "a quantity, < or >, and a number, such as eta_IT < 0.5", ""};
        const auto quantity = find_quantity(id);
        if (!quantity) return no_quantity(id, where);
        const bool is_below = part[sign] == '<';
        std::string shown = std::string(id) + (is_below ? " < " : " > ") + number_text(*value);
        limits.push_back(Limit{std::move(shown), *quantity, is_below, *value});
    }
    return limits;
}

}  // namespace sneddon
