#include "read/text/table_body.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/delimited.hpp"
#include "base/nan.hpp"
#include "base/numbers/enclosed_decimal.hpp"
#include "read/text/cell_rows.hpp"
#include "read/text/clock_time.hpp"
#include "read/text/excerpt.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// Gigabytes without a delimiter or line end (zeros of a full disk) are not looked through.
constexpr std::size_t longest_cell = 4096;

double number_or_missing(double value) {
    return std::abs(value) < no_value_from ? value : nan;
}

// The beginning of a row that the end of the file cut off, not a word below the table.
bool may_be_cut_number(std::string_view line) {
    return line.find_first_not_of("+-.,eE0123456789 \t;\"\xE2\x88\x92") == std::string_view::npos;
}

/// What rows of short numbers need of a column.
struct PlainColumn {
    bool is_passed_over = false;
    unsigned decimals = 0;     ///< of the number above
    int changes = 0;           ///< of that
    double* values = nullptr;  ///< room for them
};

class BodyParser {
  public:
    BodyParser(std::string_view text, std::size_t position, const TableShape& shape)
        : text_(text),
          at_(position),
          shape_(shape),
          row_(shape.columns),
          finder_(text, shape.columns, shape.delimiter),
          last_words_(shape.columns) {
        body_.columns.resize(shape.columns);
        body_.word_cells.resize(shape.columns);
        for (std::size_t c = 0; c < shape.columns; ++c)
            plain_.push_back({c < shape.is_passed_over.size() && shape.is_passed_over[c]});
        for (unsigned decimals = 0; decimals <= EnclosedDecimal::most_decimals; ++decimals)
            as_with_.emplace_back(decimals, shape.decimal_mark);
    }

    TableBody parse() {
        while (at_ < text_.size()) {
            if (may_be_plain()) take_plain_rows();
            if (at_ == text_.size()) break;
            const std::size_t row_begin = at_;
            if (shape_.comment != '\0' && text_[at_] == shape_.comment) {
                skip_line();
                continue;
            }
            if (!scan_row()) {
                end_at(row_begin);
                break;
            }
            // A row of words alone says nothing, or that the table ends here.
            if (cells_ == 0 && is_end_) break;
            if (cells_ == 0)
                is_after_blank_ = is_after_blank_ || !has_word_;
            else
                keep_row(row_begin);
            at_ += line_end_length(text_, at_);
        }
        for (std::size_t c = 0; c < row_.size(); ++c)
            if (!plain_[c].is_passed_over) body_.columns[c].resize(body_.rows);
        forget_doubled_line_ends();
        return std::move(body_);
    }

  private:
    void skip_line() {
        while (at_ < text_.size() && !is_line_end(text_[at_])) ++at_;
        at_ += line_end_length(text_, at_);
    }

    bool may_be_plain() const {
        return at_ >= EnclosedDecimal::looked_at && !plain_.empty() &&
               shape_.delimiter != shape_.decimal_mark;
    }

    // Rows as nearly all are, a short number for every column, straight into the columns. at_
    // stands on the first row that is another.
    void take_plain_rows() {
        constexpr std::size_t most_at_once = 64;
        for (std::size_t at_once = 1; at_ < text_.size();) {
            if (body_.rows == room_) make_room();
            CellRows rows = finder_.rows_at(at_, std::min(at_once, room_ - body_.rows));
            const std::size_t found = rows.count;
            for (std::size_t c = 0; c < plain_.size() && rows.count > 0; ++c)
                if (!plain_[c].is_passed_over) take_numbers(rows, c);
            if (rows.count > 0) note_rows(rows);
            if (rows.count == 0 || rows.count < found) return;
            at_once = std::min(2 * at_once, most_at_once);
        }
    }

    // Leaves the rows that have a plain number in column c.
    void take_numbers(CellRows& rows, std::size_t c) {
        constexpr int most_changes = 64;  // then no number is expected to be as the one above it
        PlainColumn& column = plain_[c];
        double* const values = column.values + body_.rows;
        std::size_t row = 0;
        while (column.changes <= most_changes) {
            row = rows.scan_numbers(c, row, as_with_[column.decimals], values);
            if (row == rows.count) return;
            const unsigned decimals = EnclosedDecimal::decimals_of(
                rows.begin(row, c), rows.end(row, c), shape_.decimal_mark);
            if (decimals == column.decimals) break;
            column.decimals = decimals;
            ++column.changes;
        }
        rows.count = rows.scan_mixed_numbers(c, row, shape_.decimal_mark, as_with_.data(), values);
    }

    void note_rows(const CellRows& rows) {
        const std::size_t last = rows.count - 1;
        note_row(at_);
        body_.rows += last;
        body_.last_row_position = position_of(rows.begin(last, 0));
        body_.has_line_end_at_end = true;
        finder_.pass(rows, rows.count);
        at_ = position_of(rows.end(last, plain_.size() - 1));
        at_ += line_end_length(text_, at_);
    }

    std::size_t position_of(const char* at) const {
        return static_cast<std::size_t>(at - text_.data());
    }

    // For as many rows as the file declares, but not for more than its bytes can hold: a row like
    // the first, or two bytes a cell.
    void make_room() {
        constexpr std::size_t least = 1024;
        const std::string_view rest = text_.substr(at_);
        const std::size_t line = std::min(rest.find_first_of("\r\n"), rest.size()) + 1;
        const std::size_t alike = 2 * rest.size() / std::max(line, 2 * row_.size()) + 2;
        const bool is_declared = room_ == 0 && shape_.expected_rows > 0;
        room_ =
            is_declared ? std::min(shape_.expected_rows + 1, alike) : std::max(2 * room_, least);
        for (std::size_t c = 0; c < row_.size(); ++c) {
            if (plain_[c].is_passed_over) continue;
            body_.columns[c].resize(room_);
            plain_[c].values = body_.columns[c].data();
        }
    }

    // Cells of one line into row_; false where the line is not a row. at_ stands on the line end.
    bool scan_row() {
        cells_ = 0;
        is_empty_so_far_ = true;
        has_word_ = is_end_ = false;
        while (true) {
            while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\x1A')) ++at_;
            if (!scan_cell()) return false;
            if (at_ == text_.size() || is_line_end(text_[at_])) break;
            ++at_;  // delimiter
        }
        if (is_empty_so_far_) {
            cells_ = 0;
            return true;
        }
        if (cells_ >= shape_.columns) return true;
        if (shape_.short_rows == ShortRows::are_errors) {
            trouble_ = fmt::format("{} of {} numbers", cells_, shape_.columns);
            return false;
        }
        std::fill(row_.begin() + static_cast<std::ptrdiff_t>(cells_), row_.end(), nan);
        return true;
    }

    // One cell; at_ stands on the delimiter or line end behind it.
    bool scan_cell() {
        const std::size_t begin = at_;
        const ScannedNumber scanned = scan_number(text_.substr(at_), shape_.decimal_mark);
        if (scanned.length > 0) {
            at_ += scanned.length;
            while (at_ < text_.size() && text_[at_] == ' ' && shape_.delimiter != ' ') ++at_;
            if (is_cell_end()) return put(number_or_missing(scanned.value));
        }
        return scan_unusual_cell(begin);
    }

    bool is_cell_end() const {
        return at_ == text_.size() || text_[at_] == shape_.delimiter || is_line_end(text_[at_]);
    }

    bool put(double value) {
        is_empty_so_far_ = false;
        if (cells_ >= shape_.columns) {
            trouble_ = fmt::format("more than {} numbers", shape_.columns);
            return false;
        }
        row_[cells_++] = value;
        return true;
    }

    bool scan_unusual_cell(std::size_t begin) {
        at_ = begin;
        bool is_quoted = false;
        while (at_ < text_.size() && at_ - begin < longest_cell && !is_line_end(text_[at_]) &&
               (is_quoted || text_[at_] != shape_.delimiter)) {
            if (text_[at_] == '"') is_quoted = !is_quoted;
            ++at_;
        }
        const std::string_view cell = unquoted(text_.substr(begin, at_ - begin));
        if (cell.empty() || cell == "\x1A") {
            if (cells_ < shape_.columns) row_[cells_++] = nan;  // a trailing delimiter is none
            return true;
        }
        if (const auto number = parse_number(cell, shape_.decimal_mark))
            return put(number_or_missing(*number));
        if (is_missing_word(cell)) return put(nan);
        if (cells_ == shape_.clock_column)
            if (const auto seconds = parse_clock_s(cell)) return put(*seconds);
        if (may_be_word()) return put_word(cell);
        if (cells_ < shape_.columns && plain_[cells_].is_passed_over) return put(nan);
        trouble_ = fmt::format("'{}' in column {}", excerpt(cell, 0, 40), cells_ + 1);
        return false;
    }

    bool may_be_word() const {
        return cells_ < shape_.may_hold_words.size() && shape_.may_hold_words[cells_];
    }

    bool put_word(std::string_view word) {
        has_word_ = true;
        is_end_ = is_end_ || lower_ascii(word) == "end";
        std::string_view& last = last_words_[cells_];
        if (word != last) body_.words.push_back({body_.rows, cells_, word});
        last = word;
        ++body_.word_cells[cells_];
        row_[cells_++] = nan;
        return true;
    }

    void keep_row(std::size_t row_begin) {
        if (body_.rows == room_) make_room();
        for (std::size_t c = 0; c < row_.size(); ++c)
            if (!plain_[c].is_passed_over) plain_[c].values[body_.rows] = row_[c];
        note_row(row_begin);
        body_.has_line_end_at_end = at_ < text_.size();
    }

    void note_row(std::size_t row_begin) {
        if (body_.rows == 0) body_.first_row_position = row_begin;
        if (is_after_blank_ && body_.rows > 0) body_.block_starts.push_back(body_.rows);
        is_after_blank_ = false;
        ++body_.rows;
        body_.last_row_position = row_begin;
    }

    void end_at(std::size_t row_begin) {
        const std::string_view rest = text_.substr(row_begin);
        const std::string_view start = rest.substr(0, longest_cell);
        const auto line_end = std::ranges::find_if(start, is_line_end);
        const auto length = static_cast<std::size_t>(line_end - start.begin());
        const bool is_end_of_file =
            rest.size() <= 2 * longest_cell && trimmed(rest.substr(length)).empty();
        if (is_end_of_file && body_.rows > 0 && may_be_cut_number(rest.substr(0, length)))
            body_.is_last_row_cut = true;
        else
            body_.stopped_at = NotARow{row_begin, trouble_};
    }

    // CR CR LF, or a program that doubled every line end: blank lines then say nothing.
    void forget_doubled_line_ends() {
        if (body_.rows < 8 || body_.block_starts.size() < body_.rows / 2) return;
        body_.is_double_spaced = true;
        body_.block_starts.clear();
    }

    std::string_view text_;
    std::size_t at_;
    TableShape shape_;
    TableBody body_;
    std::vector<double> row_;
    CellRowFinder finder_;
    std::vector<EnclosedDecimal> as_with_;  ///< by the number of decimals
    std::size_t cells_ = 0;
    std::vector<PlainColumn> plain_;
    std::size_t room_ = 0;  ///< rows that the columns have memory for
    bool is_empty_so_far_ = true;
    bool is_after_blank_ = false;
    bool has_word_ = false, is_end_ = false;  ///< of the row
    std::vector<std::string_view> last_words_;
    std::string trouble_;
};

}  // namespace

TableBody read_table_body(std::string_view text, std::size_t position, const TableShape& shape) {
    return BodyParser(text, position, shape).parse();
}

void remove_last_row(TableBody& body) {
    if (body.rows == 0) return;
    --body.rows;
    for (auto& column : body.columns)
        if (!column.empty()) column.pop_back();
    if (!body.block_starts.empty() && body.block_starts.back() >= body.rows)
        body.block_starts.pop_back();
    body.is_last_row_cut = true;
}

bool is_missing_word(std::string_view cell) {
    if (cell.size() > 16) return false;
    static constexpr std::array<std::string_view, 20> words = {
        "bad",  "invalid", "overload", "#value!", "#div/0!", "#num!",  "nan",
        "-nan", "na",      "n/a",      "null",    "none",    "inf",    "-inf",
        "#nv",  "#n/a",    "1.#qnan",  "-1.#ind", "1.#inf",  "-1.#inf"};
    if (std::ranges::find(words, lower_ascii(cell)) != words.end()) return true;
    return std::ranges::all_of(cell, [](char c) { return c == '-' || c == '.' || c == '*'; }) &&
           !cell.empty();
}

void mark_blocks(Test& test, const TableBody& body) {
    if (body.is_double_spaced)
        test.inferences.push_back(
            {"segments", "no marks", "a blank line after every row: line ends were doubled"});
    if (body.block_starts.empty()) return;
    test.mark_source = MarkSource::blank_line;
    test.marks.push_back({0, ""});
    for (const std::size_t first : body.block_starts) test.marks.push_back({first, ""});
}

}  // namespace sneddon
