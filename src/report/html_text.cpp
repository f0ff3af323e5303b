#include "report/html_text.hpp"

#include <fmt/core.h>

#include "report/typeset.hpp"
#include "sneddon/base/codes.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {

std::string count_text(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count_text(count), noun, count == 1 ? "" : "s");
}

std::string html_of(const Words& words) {
    std::string html;
    for (const Words::Piece& piece : words.pieces()) {
        if (!piece.ref.empty())
            html += fmt::format("<span data-ref=\"{}\">{}</span>", escaped_markup(piece.ref),
                                typeset(piece.text));
        else if (piece.is_fixed)
            html += "<span data-fixed>" + escaped_markup(piece.text) + "</span>";
        else
            html += typeset(piece.text);
    }
    return html;
}

std::string html_of(const Text& text) {
    return html_of(text.words());
}

namespace {

std::string_view greek(std::string_view base) {
    if (base == "eta") return "η";
    if (base == "tau") return "τ";
    if (base == "rho") return "ρ";
    if (base == "chi") return "χ";
    return base;
}

}  // namespace

std::string symbol_html(std::string_view symbol) {
    if (const std::size_t slash = symbol.find('/'); slash != std::string_view::npos)
        return symbol_html(symbol.substr(0, slash)) + "/" + symbol_html(symbol.substr(slash + 1));
    const std::size_t low = symbol.find('_');
    std::string html = "<i>" + escaped_markup(greek(symbol.substr(0, low))) + "</i>";
    if (low != std::string_view::npos)
        html += "<sub>" + escaped_markup(symbol.substr(low + 1)) + "</sub>";
    return html;
}

std::string quantity_html(QuantityIndex quantity) {
    const QuantityInfo& info = quantity.info();
    std::string meaning(info.text);
    if (!info.formula.empty()) meaning += fmt::format("; {} = {}", info.symbol, info.formula);
    if (!info.iso.empty()) meaning += fmt::format("; ISO 14577-1: {}", info.iso);
    std::string html = fmt::format("<span class=\"quantity\" title=\"{}\">{}",
                                   escaped_markup(meaning), symbol_html(info.symbol));
    if (!info.unit.empty()) html += fmt::format(" ({})", escaped_markup(info.unit));
    return html + "</span>";
}

std::string code_html(std::string_view code) {
    if (code.empty()) return "";
    const CodePage* page = find_code(code);
    return fmt::format("<code class=\"page\" title=\"{}\">{}</code>",
                       page ? escaped_markup(page->title) : "", escaped_markup(code));
}

}  // namespace sneddon
