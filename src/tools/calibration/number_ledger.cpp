#include "tools/calibration/number_ledger.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {

std::string pointer_of(std::string place) {
    std::ranges::replace(place, '.', '/');
    return "/" + place;
}

NumberLedger::NumberLedger() : json_(std::make_unique<Json>(Json::object())) {}
NumberLedger::~NumberLedger() = default;

Words NumberLedger::number(const std::string& place, double value, int digits) {
    const bool is_number = is_finite(value);
    (*json_)[Json::json_pointer(pointer_of(place))] = is_number ? Json(value) : Json(nullptr);
    return is_number ? Words().value(number_words(value, digits), pointer_of(place)) : Words();
}

Words NumberLedger::count(const std::string& place, std::size_t count) {
    (*json_)[Json::json_pointer(pointer_of(place))] = count;
    return Words().value(count_text(count), pointer_of(place));
}

Words NumberLedger::text(const std::string& place, const std::string& text) {
    (*json_)[Json::json_pointer(pointer_of(place))] = text;
    return Words().value(text, pointer_of(place));
}

void NumberLedger::truth(const std::string& place, bool is_true) {
    (*json_)[Json::json_pointer(pointer_of(place))] = is_true;
}

std::string NumberLedger::json_text() const {
    return json_->dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sneddon
