#include "figure/plot/svg_writer.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace sneddon {
namespace {

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// As wide as in DejaVu Sans, the widest of the fonts that are asked for.
double character_em(char c) {
    if (c >= '0' && c <= '9') return 0.64;
    if (std::string_view(" .,:;!|'()[]/-iljftr").find(c) != std::string_view::npos) return 0.38;
    if (c == 'm' || c == 'w' || c == '%' || c == 'W' || c == 'M') return 0.98;
    if (c >= 'A' && c <= 'Z') return 0.72;
    return 0.64;
}

std::string stroke(const LineStyle& style) {
    std::string text = fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"", style.colour,
                                   mm_text(style.width_mm));
    if (!style.dash.empty()) text += fmt::format(" stroke-dasharray=\"{}\"", style.dash);
    return text;
}

std::string_view anchor_text(TextAnchor anchor) {
    switch (anchor) {
        case TextAnchor::start:
            return "start";
        case TextAnchor::middle:
            return "middle";
        case TextAnchor::end:
            return "end";
    }
    return "";
}

}  // namespace

std::string mm_text(double mm) {
    std::string text = fmt::format("{:.2f}", mm);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

double text_width_mm(std::string_view text, double size_mm) {
    double width_em = 0;
    for (const char c : text)
        if (begins_character(c)) width_em += character_em(c);
    return width_em * size_mm;
}

std::vector<std::string> wrapped(std::string_view text, double width_mm, double size_mm) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string word(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool is_room =
            !lines.empty() && text_width_mm(lines.back() + " " + word, size_mm) <= width_mm;
        if (is_room)
            lines.back() += " " + word;
        else
            lines.push_back(word);
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

std::string shortened(std::string_view text, double width_mm, double size_mm) {
    if (text_width_mm(text, size_mm) <= width_mm) return std::string(text);
    while (!text.empty() && text_width_mm(text, size_mm) + size_mm > width_mm) {
        while (!begins_character(text.back())) text.remove_suffix(1);
        text.remove_suffix(1);
    }
    return std::string(text) + "…";
}

std::string shortened_inside(std::string_view text, double width_mm, double size_mm) {
    if (text_width_mm(text, size_mm) <= width_mm) return std::string(text);
    std::string_view end = text;
    while (!end.empty() && text_width_mm(end, size_mm) > width_mm / 2) {
        end.remove_prefix(1);
        while (!end.empty() && !begins_character(end.front())) end.remove_prefix(1);
    }
    text.remove_suffix(end.size());
    return shortened(text, width_mm - text_width_mm(end, size_mm), size_mm) + std::string(end);
}

void SvgWriter::line(double x1, double y1, double x2, double y2, const LineStyle& style) {
    path(fmt::format("M{} {} {} {}", mm_text(x1), mm_text(y1), mm_text(x2), mm_text(y2)), style);
}

void SvgWriter::path(std::string_view path, const LineStyle& style) {
    text_ += fmt::format("<path d=\"{}\" {}/>\n", path, stroke(style));
}

void SvgWriter::text(double x_mm, double y_mm, TextAnchor anchor, double size_mm,
                     std::string_view markup, std::string_view transform) {
    text_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-size=\"{}\"",
                         mm_text(x_mm), mm_text(y_mm), anchor_text(anchor), mm_text(size_mm));
    if (!transform.empty()) text_ += fmt::format(" transform=\"{}\"", transform);
    text_ += fmt::format(">{}</text>\n", markup);
}

}  // namespace sneddon
