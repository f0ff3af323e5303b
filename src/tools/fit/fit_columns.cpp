#include "tools/fit/fit_columns.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "base/files/file_bytes.hpp"
#include "base/nan.hpp"
#include "sneddon/base/text.hpp"
#include "tools/fit/units_row.hpp"
#include "tools/vendor_table_text.hpp"

namespace sneddon {
namespace {

/// Passes over empty lines and comments.
class Rows {
  public:
    explicit Rows(std::string_view text) : lines_(text) {}

    std::optional<std::string_view> next() {
        while (!lines_.is_at_end()) {
            const std::string_view line = lines_.next();
            ++number_;
            const std::string_view content = trimmed(line);
            if (!content.empty() && content.front() != '#') return line;
        }
        return std::nullopt;
    }
    std::size_t number() const { return number_; }  ///< of the last line, from 1

  private:
    LineCursor lines_;
    std::size_t number_ = 0;
};

char delimiter_of(std::string_view line) {
    constexpr std::array delimiters = {'\t', ';', ','};
    return *std::ranges::max_element(
        delimiters, {}, [&](char delimiter) { return cells_of(line, delimiter).size(); });
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

Result<std::vector<std::size_t>> places_of(const std::vector<std::string>& names,
                                           const std::vector<std::string>& heads,
                                           const std::string& file) {
    std::vector<std::size_t> places;
    for (const std::string& name : names) {
        const auto at = std::ranges::find(heads, std::string(unquoted(name)));
        if (at == heads.end()) {
            const std::vector<std::string_view> known(heads.begin(), heads.end());
            const std::string nearest = nearest_name(name, known);
            return Error{"SND-U021", file, "no column \"" + name + "\"", "one of: " + listed(heads),
                         nearest.empty() ? "" : "did you mean \"" + nearest + "\"?"};
        }
        if (const auto again = std::find(at + 1, heads.end(), *at); again != heads.end())
            return Error{"SND-U021", file,
                         fmt::format("two columns are called \"{}\": {} and {}", *at,
                                     at - heads.begin() + 1, again - heads.begin() + 1),
                         "heads that differ", "rename one of them, or remove it"};
        places.push_back(static_cast<std::size_t>(at - heads.begin()));
    }
    return places;
}

class Table {
  public:
    Table(std::string_view text, std::string file, IncompleteRows incomplete)
        : rows_(text), file_(std::move(file)), incomplete_(incomplete) {}

    Result<NumberColumns> read(const std::vector<std::string>& names, std::size_t fewest_rows) {
        NumberColumns found{file_,
                            {},
                            std::vector<std::string>(names.size()),
                            std::vector<std::vector<double>>(names.size())};
        auto line = rows_.next();
        if (!line) return Error{"SND-U023", file_, "no rows", "a table of numbers", ""};
        delimiter_ = delimiter_of(*line);
        const auto places = places_of(names, heads(*line), file_);
        if (!places) return places.error();
        for (const std::string& name : names) found.names.emplace_back(unquoted(name));
        bool may_be_units = has_heads_;
        for (line = has_heads_ ? rows_.next() : line; line; line = rows_.next()) {
            const auto cells = cells_of(*line, delimiter_);
            if (std::exchange(may_be_units, false) && is_units(cells)) {
                for (std::size_t j = 0; j < places->size(); ++j)
                    if ((*places)[j] < cells.size())
                        found.units[j] = text_utf8(without_brackets(unquoted(cells[(*places)[j]])));
                continue;
            }
            if (incomplete_ == IncompleteRows::are_left_out && !is_complete(cells, *places))
                continue;
            for (std::size_t j = 0; j < places->size(); ++j) {
                const std::size_t place = (*places)[j];
                const std::string_view cell = place < cells.size() ? unquoted(cells[place]) : "";
                const auto value = number(cell);
                if (!value) return no_number(cell, found.names[j]);
                found.columns[j].push_back(*value);
            }
        }
        if (found.rows() < fewest_rows)
            return Error{"SND-U023", file_, fmt::format("{} rows", found.rows()),
                         fmt::format("at least {} for this fit", fewest_rows), ""};
        return found;
    }

  private:
    /// A first line of numbers alone is a row.
    std::vector<std::string> heads(std::string_view line) {
        std::vector<std::string> names;
        has_heads_ = false;
        for (const std::string_view cell : cells_of(line, delimiter_)) {
            if (!number(unquoted(cell))) has_heads_ = true;
            names.push_back(text_utf8(unquoted(cell)));
        }
        for (std::size_t i = 0; i < names.size() && !has_heads_; ++i)
            names[i] = std::to_string(i + 1);
        return names;
    }

    std::optional<double> number(std::string_view cell) const {
        const bool has_comma = delimiter_ != ',' && cell.find(',') != std::string_view::npos;
        const auto value = parse_number(cell, has_comma ? ',' : '.');
        return value && is_finite(*value) ? value : std::nullopt;
    }

    bool is_complete(const std::vector<std::string_view>& cells,
                     const std::vector<std::size_t>& places) const {
        return std::ranges::all_of(places, [&](std::size_t place) {
            return place < cells.size() && number(unquoted(cells[place]));
        });
    }

    static bool is_units(const std::vector<std::string_view>& cells) {
        std::vector<std::string> plain;
        for (const std::string_view cell : cells) plain.push_back(text_utf8(unquoted(cell)));
        return is_units_row({plain.begin(), plain.end()});
    }

    Error no_number(std::string_view cell, const std::string& name) const {
        return {"SND-U022", fmt::format("{}:{}", file_, rows_.number()),
                cell.empty() ? "an empty cell" : "\"" + text_utf8(cell) + "\"",
                "a finite number in column \"" + name + "\"", "remove or fill the row"};
    }

    Rows rows_;
    std::string file_;
    IncompleteRows incomplete_;
    char delimiter_ = ',';
    bool has_heads_ = true;
};

}  // namespace

Result<NumberColumns> columns_of_text(std::string_view text, const std::string& file,
                                      const std::vector<std::string>& names,
                                      std::size_t fewest_rows, IncompleteRows incomplete) {
    const EncodingFound found = find_encoding(text);
    text.remove_prefix(found.mark_length);
    std::string converted;
    if (found.encoding == Encoding::utf16le || found.encoding == Encoding::utf16be)
        text = converted = utf16_to_utf8(text, found.encoding);
    const std::optional<std::string> plain = vendor_table_text(text);
    return Table(plain ? *plain : text, file, incomplete).read(names, fewest_rows);
}

Result<NumberColumns> read_columns(const std::string& file, const std::vector<std::string>& names,
                                   std::size_t fewest_rows, IncompleteRows incomplete) {
    const auto mapped = FileBytes::open(file);
    if (!mapped) return mapped.error();
    return columns_of_text(mapped->bytes(), file, names, fewest_rows, incomplete);
}

}  // namespace sneddon
