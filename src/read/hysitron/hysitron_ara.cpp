// Hysitron's area function: a label on one line, its value on the next.
#include <fmt/core.h>

#include <algorithm>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "base/files/file_bytes.hpp"
#include "base/nan.hpp"
#include "read/recognised/recognised.hpp"
#include "read/text/excerpt.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

constexpr std::string_view first_words = "Hysitron Area Function";

Error malformed(std::string where, std::string found) {
    return {"SND-R022", std::move(where), std::move(found),
            "Hysitron area function: lines 'C0', value, 'C1', value, ... 'B', value",
            "export the area function again, or give its coefficients: --area-function C0,C1,..."};
}

// "C0" to "C8" -> 0 to 8, "B" -> 9.
std::optional<std::size_t> place_of(std::string_view label) {
    if (label == "B") return 9;
    if (label.size() == 2 && label[0] == 'C' && label[1] >= '0' && label[1] <= '8')
        return static_cast<std::size_t>(label[1] - '0');
    return std::nullopt;
}

Result<AreaFunction> parse_ara(std::string_view text, const std::string& name) {
    AreaFunction area;
    area.kind = AreaFunction::Kind::polynomial;
    area.coefficients = {};
    area.source = name;
    bool has_c0 = false;
    for (LineCursor lines(text); !lines.is_at_end();) {
        const std::string_view label = trimmed(lines.next());
        if (label == "Tip Radius (nm)") {
            const auto radius = parse_number(lines.next());
            if (radius && *radius > 0 && is_finite(*radius)) area.tip_radius_nm = *radius;
            continue;
        }
        const auto place = place_of(label);
        if (!place) continue;
        const std::size_t position = lines.position();
        const std::string here = fmt::format("{}:{}", name, line_number(text, position));
        const auto value = parse_number(lines.next());
        if (!value || !is_finite(*value))
            return malformed(
                here, fmt::format("'{}' as the value of {}", excerpt(text, position), label));
        if (*place == 9 && *value != 0)
            return Error{"SND-R023", here, fmt::format("B = {}", number_text(*value)),
                         "B = 0: what B does in this program is not documented, and it changes "
                         "every area",
                         "fit the area function again with B fixed at 0"};
        if (*place == 9) continue;
        area.coefficients[*place] = *value;
        has_c0 = has_c0 || *place == 0;
    }
    if (!has_c0) return malformed(name, "no coefficient C0");
    if (std::ranges::all_of(area.coefficients, [](double c) { return c == 0; }))
        return malformed(name, "every coefficient is 0");
    return area;
}

}  // namespace

bool is_hysitron_ara(const Opening& opening) {
    return opening.first_line().starts_with(first_words);
}

Result<AreaFunction> read_area_function_file(const std::string& path) {
    const auto file = FileBytes::open(path);
    if (!file) return file.error();
    std::string_view text = file->bytes();
    const EncodingFound found = find_encoding(text);
    text.remove_prefix(found.mark_length);
    std::string decoded;
    if (found.encoding == Encoding::utf16le || found.encoding == Encoding::utf16be)
        text = decoded = utf16_to_utf8(text.substr(0, std::size_t{1} << 20), found.encoding);
    const Opening opening = open_bytes(text);
    if (!is_hysitron_ara(opening))
        return malformed(path + ":1", opening.is_text
                                          ? fmt::format("'{}'", excerpt(opening.first_line()))
                                          : "binary content");
    return parse_ara(text, path);
}

}  // namespace sneddon
