#include "read/container/xml_scanner.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace sneddon {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == npos ? name : name.substr(colon + 1);
}

void add_utf8(unsigned code, std::string& to) {
    constexpr unsigned first_of_two = 0x80, first_of_three = 0x800, first_of_four = 0x10000;
    const auto tail = [&](unsigned shift) {
        to += static_cast<char>(0x80 | ((code >> shift) & 0x3F));
    };
    if (code < first_of_two) {
        to += static_cast<char>(code);
    } else if (code < first_of_three) {
        to += static_cast<char>(0xC0 | (code >> 6));
        tail(0);
    } else if (code < first_of_four) {
        to += static_cast<char>(0xE0 | (code >> 12));
        tail(6);
        tail(0);
    } else {
        to += static_cast<char>(0xF0 | (code >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// The character that the words between & and ; stand for; 0 where they are none.
unsigned character_of(std::string_view entity) {
    static constexpr std::array<std::pair<std::string_view, unsigned>, 5> known = {
        {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
    for (const auto& [word, character] : known)
        if (entity == word) return character;
    if (!entity.starts_with('#')) return 0;
    entity.remove_prefix(1);
    const bool is_hex = entity.starts_with('x');
    if (is_hex) entity.remove_prefix(1);
    constexpr unsigned last_character = 0x10FFFF, first_surrogate = 0xD800, last_surrogate = 0xDFFF;
    unsigned code = 0;
    const auto [end, error] =
        std::from_chars(entity.data(), entity.data() + entity.size(), code, is_hex ? 16 : 10);
    const bool is_character = error == std::errc() && end == entity.data() + entity.size() &&
                              code <= last_character &&
                              (code < first_surrogate || code > last_surrogate);
    return is_character ? code : 0;
}

}  // namespace

std::string xml_text(std::string_view raw) {
    constexpr std::size_t longest_entity = 10;
    std::string text;
    while (!raw.empty()) {
        const std::size_t mark = raw.find('&');
        text += raw.substr(0, mark);
        if (mark == npos) break;
        raw.remove_prefix(mark);
        const std::size_t end = raw.substr(0, longest_entity).find(';');
        const unsigned code = end == npos ? 0 : character_of(raw.substr(1, end - 1));
        if (code == 0)
            text += '&';
        else
            add_utf8(code, text);
        raw.remove_prefix(code == 0 ? 1 : end + 1);
    }
    return text;
}

XmlPiece XmlScanner::broken() {
    is_broken_ = true;
    return XmlPiece::broken;
}

XmlPiece XmlScanner::next() {
    if (is_broken_) return XmlPiece::broken;
    if (std::exchange(is_empty_element_, false)) return XmlPiece::close;
    while (position_ < text_.size()) {
        if (text_[position_] != '<') {
            const std::size_t end = std::min(text_.find('<', position_), text_.size());
            raw_ = text_.substr(position_, end - position_);
            position_ = end;
            has_entities_ = raw_.find('&') != npos;
            return XmlPiece::text;
        }
        const char mark = position_ + 1 < text_.size() ? text_[position_ + 1] : '\0';
        if (mark != '?' && mark != '!') return tag();
        const XmlPiece piece = markup();
        if (piece != XmlPiece::end) return piece;  // else it says nothing
    }
    return XmlPiece::end;
}

// "<?xml ...?>", "<!-- ... -->", "<![CDATA[...]]>"; a document type is not read.
XmlPiece XmlScanner::markup() {
    constexpr std::string_view data = "<![CDATA[";
    const std::string_view rest = text_.substr(position_);
    const bool is_data = rest.starts_with(data);
    const std::string_view closing = is_data                    ? "]]>"
                                     : rest.starts_with("<?")   ? "?>"
                                     : rest.starts_with("<!--") ? "-->"
                                                                : "";
    const std::size_t end = closing.empty() ? npos : rest.find(closing);
    if (end == npos) return broken();
    position_ += end + closing.size();
    if (!is_data) return XmlPiece::end;
    raw_ = rest.substr(data.size(), end - data.size());
    has_entities_ = false;
    return XmlPiece::text;
}

XmlPiece XmlScanner::tag() {
    const bool is_close = text_.substr(position_).starts_with("</");
    const std::size_t begin = position_ + (is_close ? 2 : 1);
    std::size_t end = begin;
    for (char quote = '\0'; end < text_.size(); ++end) {
        const char c = text_[end];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            break;
        } else if (c == '<') {
            return broken();
        }
    }
    if (end >= text_.size()) return broken();
    std::string_view inside = text_.substr(begin, end - begin);
    is_empty_element_ = !is_close && inside.ends_with('/');
    if (is_empty_element_) inside.remove_suffix(1);
    std::size_t name_end = 0;
    while (name_end < inside.size() && !is_space(inside[name_end])) ++name_end;
    if (name_end == 0) return broken();
    name_ = without_prefix(inside.substr(0, name_end));
    attributes_ = inside.substr(name_end);
    position_ = end + 1;
    return is_close ? XmlPiece::close : XmlPiece::open;
}

std::optional<std::string_view> XmlScanner::attribute(std::string_view wanted) const {
    std::string_view rest = attributes_;
    while (true) {
        while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
        const std::size_t equals = rest.find('=');
        if (equals == npos) return std::nullopt;
        std::string_view name = rest.substr(0, equals);
        while (!name.empty() && is_space(name.back())) name.remove_suffix(1);
        rest.remove_prefix(equals + 1);
        while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
        if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return std::nullopt;
        const std::size_t end = rest.find(rest.front(), 1);
        if (end == npos) return std::nullopt;
        if (name == wanted || without_prefix(name) == wanted) return rest.substr(1, end - 1);
        rest.remove_prefix(end + 1);
    }
}

void XmlScanner::add_text_to(std::string& to) const {
    if (has_entities_)
        to += xml_text(raw_);
    else
        to += raw_;
}

}  // namespace sneddon
