#include "read/text/units.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// Longest first: the last bytes of one sequence are another sequence.
struct MicroSign {
    std::string_view bytes;
    bool is_lost;
};
constexpr std::array micro_signs = {
    MicroSign{"\xC3\x82\xC2\xB5", false},         // U+00B5 as UTF-8, read as cp1252, UTF-8 again
    MicroSign{"\xC3\x8E\xC2\xBC", false},         // U+03BC, the same way
    MicroSign{"\xEF\xBF\xBD\xEF\xBF\xBD", true},  // two bytes that became U+FFFD each
    MicroSign{"\xEF\xBD\xB5", false},             // U+FF75: B5 read as cp932
    MicroSign{"\xEF\xBF\xBD", true},              // U+FFFD
    MicroSign{"\xC2\xB5", false},                 // U+00B5
    MicroSign{"\xCE\xBC", false},                 // U+03BC
    MicroSign{"\x83\xCA", false},                 // U+03BC in cp932
    MicroSign{"\xA5\xEC", false},                 // U+03BC in cp949
    MicroSign{"\xA6\xCC", false},                 // U+03BC in GBK
    MicroSign{"\xB5", false},                     // cp1252, Latin-1, Mac Roman
    MicroSign{"\xE6", false},                     // cp437, cp850
    MicroSign{"??", true},
    MicroSign{"?", true},
};

struct KnownUnit {
    std::string_view spelling;  // with 'u' for micro
    Unit unit;
};
constexpr std::array known_units = {
    KnownUnit{"uN", {Dimension::load, "µN", 1, 1}},
    KnownUnit{"mN", {Dimension::load, "mN", kilo, 1}},
    KnownUnit{"nN", {Dimension::load, "nN", 1, kilo}},
    KnownUnit{"N", {Dimension::load, "N", mega, 1}},
    KnownUnit{"kN", {Dimension::load, "kN", giga, 1}},
    KnownUnit{"nm", {Dimension::depth, "nm", 1, 1}},
    KnownUnit{"um", {Dimension::depth, "µm", kilo, 1}},
    KnownUnit{"pm", {Dimension::depth, "pm", 1, kilo}},
    KnownUnit{"mm", {Dimension::depth, "mm", mega, 1}},
    KnownUnit{"m", {Dimension::depth, "m", giga, 1}},
    KnownUnit{"\xC3\x85", {Dimension::depth, "Å", 1, 10}},
    KnownUnit{"\xE3\x8E\x9A", {Dimension::depth, "nm", 1, 1}},     // U+339A, one character
    KnownUnit{"\xE3\x8E\x9B", {Dimension::depth, "µm", kilo, 1}},  // U+339B
    KnownUnit{"s", {Dimension::time, "s", 1, 1}},
    KnownUnit{"ms", {Dimension::time, "ms", 1, kilo}},
    KnownUnit{"us", {Dimension::time, "µs", 1, mega}},
    KnownUnit{"min", {Dimension::time, "min", 60, 1}},
    KnownUnit{"h", {Dimension::time, "h", 3600, 1}},
};

// Words are found whatever their case; symbols are not ("mN" is not "MN").
using Spelling = std::pair<std::string_view, std::string_view>;
constexpr std::array<Spelling, 3> words = {
    {{"micron", "um"}, {"microns", "um"}, {"minutes", "min"}}};
constexpr std::array<Spelling, 13> base_words = {{{"newtons", "N"},
                                                  {"newton", "N"},
                                                  {"meters", "m"},
                                                  {"metres", "m"},
                                                  {"meter", "m"},
                                                  {"metre", "m"},
                                                  {"sec", "s"},
                                                  {"sec.", "s"},
                                                  {"seconds", "s"},
                                                  {"second", "s"},
                                                  {"sek", "s"},
                                                  {"sekunden", "s"},
                                                  {"sekunde", "s"}}};
// English, German, Spanish; an empty symbol is a prefix that no unit of the list has.
constexpr std::array<Spelling, 17> prefix_words = {{{"micro", "u"},
                                                    {"mikro", "u"},
                                                    {"milli", "m"},
                                                    {"mili", "m"},
                                                    {"nano", "n"},
                                                    {"pico", "p"},
                                                    {"piko", "p"},
                                                    {"kilo", "k"},
                                                    {"femto", ""},
                                                    {"mega", ""},
                                                    {"giga", ""},
                                                    {"centi", ""},
                                                    {"deci", ""},
                                                    {"deca", ""},
                                                    {"deka", ""},
                                                    {"hecto", ""},
                                                    {"hekto", ""}}};

std::optional<Unit> find_symbol(std::string_view spelling) {
    for (const KnownUnit& known : known_units)
        if (known.spelling == spelling) return known.unit;
    return std::nullopt;
}

std::string_view without_joint(std::string_view text) {
    while (!text.empty() && std::string_view(" _-.").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    return text;
}

// "N", "newton", "Meters" -> "N", "N", "m"
std::string_view base_symbol(std::string_view text) {
    if (text == "N" || text == "m" || text == "s") return text;
    for (const auto& [word, symbol] : base_words)
        if (lower_ascii(text) == word) return symbol;
    return "";
}

// "micro N", "millinewton", "nano-meters", "seconds"
std::optional<Unit> find_spelled_out(std::string_view text) {
    if (const std::string_view base = base_symbol(text); !base.empty()) return find_symbol(base);
    const std::string lower = lower_ascii(text);
    for (const auto& [prefix, symbol] : prefix_words) {
        if (!lower.starts_with(prefix)) continue;
        const std::string_view base = base_symbol(without_joint(text.substr(prefix.size())));
        if (symbol.empty() || base.empty()) return std::nullopt;
        return find_symbol(std::string(symbol) + std::string(base));
    }
    return std::nullopt;
}

}  // namespace

std::string_view name(Dimension dimension) {
    switch (dimension) {
        case Dimension::load:
            return "load";
        case Dimension::depth:
            return "depth";
        case Dimension::time:
            break;
    }
    return "time";
}

std::string_view working_unit(Dimension dimension) {
    switch (dimension) {
        case Dimension::load:
            return "uN";
        case Dimension::depth:
            return "nm";
        case Dimension::time:
            break;
    }
    return "s";
}

bool is_prefix_word(std::string_view word) {
    return std::ranges::any_of(
        prefix_words, [&](const Spelling& prefix) { return lower_ascii(word) == prefix.first; });
}

std::optional<Unit> parse_unit(std::string_view text) {
    text = trimmed(text);
    // Most cells of a table are numbers, and no unit begins like one.
    constexpr std::string_view begins_a_number = "0123456789+-.,";
    if (text.empty() || text.size() > 32 || begins_a_number.find(text.front()) != text.npos)
        return std::nullopt;
    if (const auto unit = find_symbol(text)) return unit;
    const bool is_micron = text != "microN" && text != "MicroN";  // the one is a length
    for (const auto& [word, symbol] : words)
        if (is_micron && lower_ascii(text) == word) return find_symbol(symbol);
    if (const auto unit = find_spelled_out(text)) return unit;
    for (const MicroSign& sign : micro_signs) {
        if (!text.starts_with(sign.bytes)) continue;
        std::string plain(1, 'u');
        plain += text.substr(sign.bytes.size());
        auto unit = find_symbol(plain);
        if (unit) unit->is_micro_restored = sign.is_lost;
        return unit;
    }
    return std::nullopt;
}

}  // namespace sneddon
