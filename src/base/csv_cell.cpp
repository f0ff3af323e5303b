#include "base/csv_cell.hpp"

#include <algorithm>

namespace sneddon {
namespace {

/// Apostrophes or none, then a character that begins a formula.
bool is_like_formula(std::string_view text) {
    const std::size_t first = std::min(text.find_first_not_of('\''), text.size());
    return first < text.size() &&
           std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text, char delimiter) {
    std::string cell = is_like_formula(text) ? "'" : "";
    cell += text;
    constexpr std::string_view quoted_always = "\"\r\n";
    if (cell.find(delimiter) == cell.npos && cell.find_first_of(quoted_always) == cell.npos)
        return cell;
    std::string quoted = "\"";
    for (const char c : cell)
        quoted += c == '"' ? std::string_view("\"\"") : std::string_view(&c, 1);
    return quoted + "\"";
}

std::string_view text_of_csv_cell(std::string_view cell) {
    const bool is_marked = cell.starts_with('\'') && is_like_formula(cell.substr(1));
    return is_marked ? cell.substr(1) : cell;
}

std::string_view CsvCells::next() {
    if (at_ < csv_.size() && csv_[at_] == '"') return next_quoted();
    const std::size_t begin = at_;
    while (at_ < csv_.size() && csv_[at_] != ',' && csv_[at_] != '\n') ++at_;
    const std::string_view cell = csv_.substr(begin, at_ - begin);
    close();
    return cell;
}

std::string_view CsvCells::next_quoted() {
    quoted_.clear();
    for (++at_; at_ < csv_.size(); ++at_) {
        if (csv_[at_] != '"') {
            quoted_ += csv_[at_];
            continue;
        }
        ++at_;
        if (at_ >= csv_.size() || csv_[at_] != '"') break;
        quoted_ += '"';
    }
    close();
    return quoted_;
}

void CsvCells::close() {
    is_line_end_ = at_ >= csv_.size() || csv_[at_] == '\n';
    ++at_;
}

}  // namespace sneddon
