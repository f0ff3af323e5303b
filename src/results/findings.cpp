#include "results/findings.hpp"

#include <cmath>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {

bool Findings::is_simulated() const {
    const Json* simulated = find("/simulated");
    return simulated != nullptr && simulated->is_boolean() && simulated->get<bool>();
}

double Findings::value(const std::string& head, std::size_t row) const {
    const auto* column = tests.number(head);
    return column == nullptr ? nan : (*column)[row];
}

const Json* Findings::find(const std::string& pointer) const {
    const Json::json_pointer place(pointer);
    if (!results.contains(place)) return nullptr;
    const Json& json = results.at(place);
    return json.is_null() ? nullptr : &json;
}

double Findings::number(const std::string& pointer) const {
    const Json* json = find(pointer);
    return json != nullptr && json->is_number() ? json->get<double>() : nan;
}

Words Findings::why_not(const std::string& section, std::string_view otherwise) const {
    const std::string pointer = "/not_computed/" + section;
    const std::string reason = text(pointer);
    return reason.empty() ? Words(otherwise) : Words().value(reason, pointer);
}

std::string Findings::text(const std::string& pointer) const {
    const Json* json = find(pointer);
    return json != nullptr && json->is_string() ? json->get<std::string>() : "";
}

std::size_t Findings::size(const std::string& pointer) const {
    const Json* json = find(pointer);
    return json != nullptr && json->is_array() ? json->size() : 0;
}

Words Findings::words(const std::string& pointer, int digits) const {
    const std::string text = number_words(number(pointer), digits);
    return text.empty() ? Words("?") : Words().value(text, pointer);
}

Words Findings::count(const std::string& pointer) const {
    const double value = number(pointer);
    if (!(value >= 0)) return Words("?");
    return Words().value(count_text(static_cast<std::size_t>(value)), pointer);
}

Words Findings::mean_sd(const std::string& pointer) const {
    const auto [mean, spread] = mean_and_spread(number(pointer + "/mean"), number(pointer + "/sd"));
    if (mean.empty()) return {};
    Words words;
    words.value(mean, pointer + "/mean");
    if (!spread.empty()) words.add(" ± ").value(spread, pointer + "/sd");
    return words;
}

}  // namespace sneddon
