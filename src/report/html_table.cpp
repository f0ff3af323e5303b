#include "report/html_table.hpp"

#include <fmt/core.h>

namespace sneddon {
namespace {

std::string_view kind_attribute(CellKind kind) {
    switch (kind) {
        case CellKind::text:
            return "";
        case CellKind::number:
            return " class=\"number\"";
        case CellKind::remarks:
            return " class=\"remarks\"";
    }
    return "";
}

}  // namespace

HtmlTable::HtmlTable(std::string_view id, std::string_view caption) {
    html_ = fmt::format(
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{0}\">\n"
        "<table>\n<caption id=\"{0}\"><span class=\"wide\">{1}</span></caption>\n<thead><tr>",
        id, caption);
}

void HtmlTable::head(std::string_view html, CellKind kind, std::string_view column) {
    html_ += fmt::format("<th scope=\"col\"{}", kind_attribute(kind));
    if (!column.empty()) html_ += fmt::format(" data-column=\"{}\"", column);
    html_ += fmt::format(">{}</th>", html);
}

void HtmlTable::close_row() {
    if (is_in_row_) html_ += "</tr>\n";
    is_in_row_ = false;
}

void HtmlTable::begin_row(std::string_view attributes) {
    close_row();
    if (!has_rows_) html_ += "</tr></thead>\n<tbody>\n";
    has_rows_ = is_in_row_ = true;
    ++rows_;
    html_ += attributes.empty() ? "<tr>" : fmt::format("<tr {}>", attributes);
}

void HtmlTable::row_head(std::string_view html) {
    html_ += fmt::format("<th scope=\"row\">{}</th>", html);
}

void HtmlTable::cell(std::string_view html, CellKind kind) {
    html_ += fmt::format("<td{}>{}</td>", kind_attribute(kind), html);
}

std::string HtmlTable::take() {
    if (rows_ <= most_rows_at_once) return take_at_once();
    return "<noscript class=\"later\">\n" + take_at_once() + "</noscript>\n";
}

std::string HtmlTable::take_at_once() {
    close_row();
    html_ += has_rows_ ? "</tbody>\n" : "</tr></thead>\n";
    html_ += "</table>\n</div>\n";
    return std::move(html_);
}

}  // namespace sneddon
