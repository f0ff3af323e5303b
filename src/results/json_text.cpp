#include "results/json_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "results/parse_json.hpp"

namespace sneddon {
namespace {

std::string dumped(const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Stands in JSON as it is: nearly every text, and the dump of one takes longer than all its bytes.
bool is_plain(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

std::string quoted_text(std::string_view text) {
    if (!is_plain(text)) return dumped(text);
    std::string plain = "\"";
    return plain.append(text) += '"';
}

}  // namespace

JsonText::JsonText(std::string_view text) : text_(quoted_text(text)) {}

JsonText::JsonText(const std::vector<std::string>& texts) : text_("[]") {
    for (const std::string& text : texts) append(quoted_text(text));
}

JsonText::JsonText(std::initializer_list<JsonMember> members) : text_("{}") {
    for (const JsonMember& member : members)
        append(quoted_text(member.key) + ":" + member.value.text_);
}

JsonText::JsonText(const JsonText&) = default;
JsonText::JsonText(JsonText&&) noexcept = default;
JsonText& JsonText::operator=(const JsonText&) = default;
JsonText& JsonText::operator=(JsonText&&) noexcept = default;
JsonText::~JsonText() = default;

JsonText JsonText::array(std::initializer_list<JsonText> elements) {
    JsonText list = std::vector<std::string>();
    for (const JsonText& element : elements) list.push_back(element);
    return list;
}

JsonText JsonText::real(double value) {
    JsonText json = nullptr;
    json.text_ = dumped(value);
    return json;
}

JsonText JsonText::reals(std::span<const double> values) {
    JsonText list = array();
    for (const double value : values) list.push_back(real(value));
    return list;
}

std::string JsonText::indented() const {
    return parsed_json(text_).dump(2) + "\n";
}

void JsonText::update(const JsonText& object) {
    const std::string_view text = object.text_;
    if (text.size() > 2) append(text.substr(1, text.size() - 2));
}

std::string JsonText::digits(std::int64_t value) {
    return std::to_string(value);
}

std::string JsonText::digits(std::uint64_t value) {
    return std::to_string(value);
}

void JsonText::append(std::string_view inside) {
    const char bracket = text_.back();
    text_.pop_back();
    if (text_.size() > 1) text_ += ',';
    text_.append(inside) += bracket;
}

}  // namespace sneddon
