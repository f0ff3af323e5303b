// Texts that people and this program put beside tests: tables of its own, settings, notes.
#include <algorithm>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "read/recognised/recognised.hpp"
#include "read/recognised/resembles.hpp"
#include "read/text/table_body.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// "[grid]", "nx = 10": a line of TOML that is not a comment.
bool is_toml_line(std::string_view line) {
    if (line.starts_with('[')) return line.find(']') != std::string_view::npos;
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || equals == 0) return false;
    return std::ranges::all_of(trimmed(line.substr(0, equals)), [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
               c == '"';
    });
}

// Numbers and hardly anything else, in cells of any kind.
bool is_row_of_numbers(std::string_view line) {
    std::size_t numbers = 0, cells = 0;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find_first_of(" \t;,"), line.size());
        const std::string_view cell = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
        if (cell.empty()) continue;
        ++cells;
        if (parse_number(cell)) ++numbers;
    }
    return numbers >= 1 && 2 * numbers > cells;
}

struct TextCount {
    std::size_t lines = 0, rows = 0, letters = 0, spaces = 0, characters = 0, foreign = 0;

    void add(std::string_view text) {
        for (LineCursor cursor(text); !cursor.is_at_end();) {
            const std::string_view line = trimmed(cursor.next());
            if (line.empty()) continue;
            ++lines;
            if (is_row_of_numbers(line)) ++rows;
            for (const char c : line) {
                letters += is_letter(c);
                spaces += c == ' ';
                foreign += static_cast<unsigned char>(c) >= 0x80;
            }
            characters += line.size();
        }
    }
};

}  // namespace

bool is_sneddon_table(const Opening& opening) {
    const std::string_view first = opening.first_line();
    return first.starts_with("test_id,") || first.starts_with("file,test,");
}

bool is_git_lfs(const Opening& opening) {
    return opening.first_line().starts_with("version https://git-lfs.github.com/spec/");
}

bool is_json(const Opening& opening) {
    const std::string_view first = opening.first_line();
    if (!opening.is_text || first.empty()) return false;
    const std::size_t next = first.find_first_not_of(" \t", 1);
    if (first[0] == '{')
        return next == std::string_view::npos || first[next] == '"' || first[next] == '}';
    return first[0] == '[' && (next == std::string_view::npos || first[next] == '{');
}

bool is_sneddon_json(const Opening& opening) {
    if (!is_json(opening)) return false;
    const std::string_view start = opening.bytes.substr(0, 4096);
    const std::size_t schema = start.find("\"schema\"");
    return schema != std::string_view::npos && start.find("1", schema) != std::string_view::npos;
}

bool is_toml(const Opening& opening) {
    std::size_t settings = 0, others = 0;
    for (const std::string_view raw : opening.lines) {
        const std::string_view line = trimmed(raw);
        if (line.empty() || line.starts_with('#')) continue;
        ++(is_toml_line(line) ? settings : others);
    }
    return settings > 0 && 4 * others <= settings;  // arrays and texts may take several lines
}

bool is_html(const Opening& opening) {
    const std::string first = lower_ascii(opening.first_line().substr(0, 64));
    return first.starts_with("<!doctype html") || first.starts_with("<html");
}

// Prose: words with spaces between them, and next to no rows of numbers at its beginning or end
// (an unknown instrument may print pages of settings above its numbers).
bool is_notes(const Opening& opening) {
    if (!opening.is_text || is_of_another_program(opening)) return false;
    constexpr std::size_t part = std::size_t{64} << 10;
    const std::string_view start = opening.bytes.substr(0, part);
    const std::string_view rest = opening.bytes.substr(start.size());
    const std::string_view end = rest.substr(rest.size() - std::min(rest.size(), part));
    TextCount count;
    count.add(start);
    count.add(end);
    if (count.lines == 0 || 10 * count.rows > count.lines) return false;
    // Languages that write without spaces are recognised by being UTF-8 that is mostly not ASCII.
    const bool is_foreign = 3 * count.foreign > count.characters;
    if (is_foreign) return is_utf8(opening.lines[0]);
    return 2 * count.letters > count.characters && 20 * count.spaces > count.characters;
}

}  // namespace sneddon
