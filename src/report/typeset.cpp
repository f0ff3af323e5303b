#include "report/typeset.hpp"

#include <algorithm>
#include <array>

#include "report/html_text.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

bool is_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           byte >= 0x80;  // the bytes of Δ and η
}

bool is_name(char c) {
    return c == '.' || c == '-' || c == '/' || c == '*';
}

const QuantityInfo* quantity_of(std::string_view word) {
    for (const QuantityInfo& quantity : quantity_table)
        if (quantity.id == word || quantity.symbol == word) return &quantity;
    return nullptr;
}

/// A letter or the name of a Greek one before the underscore: tau_b, h_1, k_max.
bool is_symbol(std::string_view word) {
    constexpr std::array greek = {"eta", "tau", "rho", "chi"};
    const std::string_view base = word.substr(0, word.find('_'));
    return (!base.empty() && base.size() <= 2) || std::ranges::find(greek, base) != greek.end();
}

std::string word_html(std::string_view word) {
    if (const QuantityInfo* quantity = quantity_of(word)) return symbol_html(quantity->symbol);
    if (find_verdict(word) != nullptr || word == "not_seen" || word == "not_checked") {
        std::string words(word);
        std::ranges::replace(words, '_', ' ');
        return words;
    }
    const bool has_one = std::ranges::count(word, '_') == 1;
    if (has_one && is_symbol(word) && word.back() != '_') return symbol_html(word);
    return "<code>" + escaped_markup(word) + "</code>";
}

/// A minus before a digit and between two words; the hyphen of a name stays.
std::string with_minus(std::string_view text) {
    std::string words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_begin = text[i] == '-' && i > 0 && (text[i - 1] == ' ' || text[i - 1] == '(');
        const char next = is_begin && i + 1 < text.size() ? text[i + 1] : 'a';
        const bool is_minus = next == ' ' || (next >= '0' && next <= '9');
        if (is_minus)
            words += "−";
        else
            words += text[i];
    }
    return words;
}

/// "t^c" has a raised c.
std::string raised(std::string_view text) {
    std::string html;
    for (std::size_t at = text.find('^'); at != std::string_view::npos; at = text.find('^')) {
        std::size_t end = at + 1;
        while (end < text.size() && is_word(text[end])) ++end;
        html += escaped_markup(with_minus(text.substr(0, at)));
        html += end == at + 1
                    ? std::string("^")
                    : "<sup>" + escaped_markup(text.substr(at + 1, end - at - 1)) + "</sup>";
        text.remove_prefix(end);
    }
    return html + escaped_markup(with_minus(text));
}

}  // namespace

std::string typeset(std::string_view text) {
    std::string html;
    while (!text.empty()) {
        const std::size_t low = text.find('_');
        if (low == std::string_view::npos) break;
        std::size_t begin = low, end = low;
        while (begin > 0 && is_word(text[begin - 1])) --begin;
        while (end < text.size() && is_word(text[end])) ++end;
        while (static_cast<unsigned char>(text[begin]) == 0xE2) begin += 3;  // √, −: no letters
        // A file or a path: study_1/a_2.txt is one word.
        std::size_t name_begin = begin, name_end = end;
        while (name_begin > 0 && (is_word(text[name_begin - 1]) || is_name(text[name_begin - 1])))
            --name_begin;
        while (name_end < text.size() && (is_word(text[name_end]) || is_name(text[name_end])))
            ++name_end;
        while (name_end > end && (text[name_end - 1] == '.' || text[name_end - 1] == '-'))
            --name_end;
        const std::string_view name = text.substr(name_begin, name_end - name_begin);
        const bool is_file = name.find('.') != std::string_view::npos &&
                             quantity_of(text.substr(begin, end - begin)) == nullptr;
        if (is_file) {
            begin = name_begin;
            end = name_end;
        }
        html += raised(text.substr(0, begin));
        html += word_html(text.substr(begin, end - begin));
        text.remove_prefix(end);
    }
    return html + raised(text);
}

}  // namespace sneddon
