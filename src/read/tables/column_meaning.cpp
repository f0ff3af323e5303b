#include "read/tables/column_meaning.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/encoding.hpp"
#include "read/text/column_head.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Words = std::vector<std::string>;
using View = std::string_view;

/// What a head may say for one quantity. A symbol is the whole name, without signs between; a word
/// is the beginning of one of its words.
struct KnownMeaning {
    View key;  ///< for --column
    View id;   ///< "" for a position
    ResultKind kind;
    std::array<View, 7> symbols;
    std::array<View, 13> words;
};

// English, German, French, Spanish, Italian, Polish, Czech, Dutch, Swedish, Chinese, Japanese. The
// special comes before the general: "contact depth" before "depth". "twardo" is what every code
// page leaves of the Polish word.
constexpr std::array meanings = {
    KnownMeaning{"E_r", "E_r_GPa", ResultKind::pressure, {"er", "ered"}, {"reduced", "reduziert"}},
    KnownMeaning{"H",
                 "H_IT_GPa",
                 ResultKind::pressure,
                 {"h", "hit", "hop"},
                 {"hardness", "härte", "eindringhärte", "indentationshärte", "duret", "dureza",
                  "durezza", "twardo", "tvrdos", "hardheid", "hårdhet", "硬度", "硬さ"}},
    KnownMeaning{"E",
                 "E_IT_GPa",
                 ResultKind::pressure,
                 {"e", "eit", "ym", "eop"},
                 {"modul", "módul", "young", "elast", "eindringmodul", "emodul", "elasticit",
                  "弹性模量", "弾性率", "ヤング率"}},
    KnownMeaning{"h_c", "h_c_nm", ResultKind::length, {"hc"}, {"contact", "kontakt"}},
    KnownMeaning{"h_p", "h_p_nm", ResultKind::length, {"hp", "hf"}, {"permanent", "residual"}},
    KnownMeaning{"h_r", "h_r_nm", ResultKind::length, {"hr"}, {}},
    KnownMeaning{"creep", "creep_nm", ResultKind::length, {}, {"creep", "kriech", "fluage"}},
    KnownMeaning{
        "depth",
        "h_max_nm",
        ResultKind::length,
        {"h", "hmax", "hm", "heff"},
        {"depth", "displacement", "penetration", "tiefe", "eindringtiefe", "profond", "enfoncement",
         "pénétration", "profundidad", "hloubka", "głęboko", "深さ", "深度"}},
    KnownMeaning{"load",
                 "F_max_uN",
                 ResultKind::load,
                 {"f", "p", "fmax", "pmax", "fm"},
                 {"load", "force", "last", "kraft", "prüfkraft", "charge", "carga", "fuerza",
                  "carico", "obci", "荷重", "試験力", "载荷"}},
    KnownMeaning{"S",
                 "S_uN_per_nm",
                 ResultKind::stiffness,
                 {"s"},
                 {"stiffness", "steifigkeit", "rigidité", "raideur", "rigidez"}},
    KnownMeaning{"A", "A_p_nm2", ResultKind::area, {"a", "ap", "ac"}, {"area", "fläche", "aire"}},
    KnownMeaning{"W_elast", "W_elast_pJ", ResultKind::work, {"we", "welast", "wel"}, {"elast"}},
    KnownMeaning{"W_plast", "W_plast_pJ", ResultKind::work, {"wp", "wplast", "wpl"}, {"plast"}},
    KnownMeaning{"W_total", "W_total_pJ", ResultKind::work, {"wt", "wtot", "wtotal"}, {"total"}},
    KnownMeaning{"eta", "eta_IT", ResultKind::share, {"nit", "etait", "ηit"}, {}},
    KnownMeaning{"C_IT", "C_IT_percent", ResultKind::percent, {"cit"}, {}},
    KnownMeaning{
        "X", "", ResultKind::length, {"x", "posx", "xpos", "stagex", "xcoord", "xcoordinate"}, {}},
    KnownMeaning{
        "Y", "", ResultKind::length, {"y", "posy", "ypos", "stagey", "ycoord", "ycoordinate"}, {}},
};

// A column about a quantity that is not the quantity.
constexpr std::array<View, 26> other_words = {
    "std",     "stdev",  "stddev",    "sd",      "deviation", "error", "err",
    "martens", "shear",  "universal", "storage", "loss",      "rate",  "drift",
    "target",  "demand", "setpoint",  "vickers", "tangent",   "plane", "poisson",
    "ratio",   "cov",    "variance",  "speed",   "strain"};

std::string squashed(const Words& words) {
    return joined(words, "");
}

bool begins_one(const Words& words, const KnownMeaning& known) {
    return std::ranges::any_of(words, [&](const std::string& word) {
        return std::ranges::any_of(
            known.words, [&](View begin) { return !begin.empty() && word.starts_with(begin); });
    });
}

bool is_symbol(const std::string& name, const KnownMeaning& known) {
    return std::ranges::find(known.symbols, View(name)) != known.symbols.end() && !name.empty();
}

/// "x position", "Position X", "X Test Position", "x_um" (without its unit): a word x and no other
/// but those of a place.
bool is_place(const Words& words, View axis) {
    constexpr std::array<View, 9> place_words = {
        "position", "pos", "test", "stage", "indent", "coordinate", "coord", "koordinate", "place"};
    return std::ranges::count(words, axis) == 1 &&
           std::ranges::all_of(words, [&](const std::string& word) {
               return word == axis ||
                      std::ranges::find(place_words, View(word)) != place_words.end();
           });
}

bool names(const KnownMeaning& known, const Words& words) {
    if (known.id.empty())
        return is_symbol(squashed(words), known) || is_place(words, lower_ascii(known.key));
    return is_symbol(squashed(words), known) || begins_one(words, known);
}

bool is_of_another(std::string_view name, const Words& words) {
    // "H/E", "H³/E²", "S^2/P": quotients and powers.
    if (name.find_first_of("/^*") != std::string_view::npos) return true;
    return std::ranges::any_of(words, [](const std::string& word) {
        return std::ranges::find(other_words, View(word)) != other_words.end();
    });
}

struct Split {
    std::string name, unit;
};

// "H_GPa", "E.GPa.", "S / mN/nm": only where the end is a unit.
std::optional<Split> split_at_unit(std::string_view head) {
    while (!head.empty() && head.back() == '.') head.remove_suffix(1);
    for (std::size_t at = head.find_first_of("_ .,/"); at != head.npos;
         at = head.find_first_of("_ .,/", at + 1)) {
        const View unit = trimmed(head.substr(at + 1));
        if (unit.empty() || at == 0 || !is_result_unit(unit)) continue;
        View name = head.substr(0, at);
        while (!name.empty() && View("_ .,/").find(name.back()) != View::npos)
            name.remove_suffix(1);
        return Split{text_utf8(name), text_utf8(unit)};
    }
    return std::nullopt;
}

Split split_head(std::string_view head) {
    const ColumnHead parsed = parse_column_head(head);
    if (!parsed.unit_text.empty()) {
        // "HIT (O&P) [MPa]" and "HIT (O&P)": what stands in brackets may be a method.
        const bool is_method = !is_result_unit(parsed.unit_text) && !parsed.unit &&
                               parsed.unit_text.find('&') != std::string::npos;
        if (is_method) return {parsed.name, ""};
        return {parsed.name, parsed.unit_text};
    }
    if (auto split = split_at_unit(parsed.text)) return *split;
    return {parsed.name, ""};
}

// Type words of databases below heads are no units.
bool is_no_unit(std::string_view unit) {
    static constexpr std::array<View, 9> words = {"none", "integer", "float",  "double", "-",
                                                  "n/a",  "number",  "string", ""};
    return std::ranges::find(words, View(lower_ascii(unit))) != words.end();
}

void take(ColumnMeaning& meaning, const KnownMeaning& known) {
    meaning.role = known.id.empty() ? (known.key == "X" ? ColumnRole::x : ColumnRole::y)
                                    : ColumnRole::quantity;
    meaning.quantity = find_quantity(known.id);
}

/// "H_IT_GPa": ours, in our unit.
bool is_own_id(ColumnMeaning& meaning) {
    meaning.quantity = find_quantity(meaning.head);
    if (!meaning.quantity) return false;
    const auto known = std::ranges::find(meanings, View(meaning.head), &KnownMeaning::id);
    if (known == meanings.end()) {
        meaning.quantity.reset();
        return false;
    }
    meaning.role = ColumnRole::quantity;
    meaning.unit = meaning.quantity->info().unit;
    return true;
}

}  // namespace

ColumnMeaning meaning_of_column(std::string_view head, std::string_view unit) {
    ColumnMeaning meaning;
    meaning.head = text_utf8(trimmed(head));
    if (is_own_id(meaning)) return meaning;
    Split split = split_head(head);
    if (split.unit.empty() && !is_no_unit(unit)) split.unit = text_utf8(unit);
    meaning.head = split.name;
    meaning.unit = split.unit;
    // A bracket that is left is a method: "HIT (O&P)".
    const Words words = words_of_name(View(split.name).substr(0, split.name.find('(')));
    if (words.empty() || is_of_another(split.name, words)) return meaning;
    const KnownMeaning* without_unit = nullptr;
    for (const KnownMeaning& known : meanings) {
        if (!names(known, words)) continue;
        if (const auto factor = result_unit(known.kind, split.unit);
            factor && !split.unit.empty()) {
            take(meaning, known);
            meaning.factor = *factor;
            return meaning;
        }
        if (without_unit == nullptr) without_unit = &known;
    }
    if (without_unit != nullptr && split.unit.empty()) {
        // "h" without a unit is the depth of the field, "H" its hardness.
        const bool is_small_h = split.name == "h";
        take(meaning, is_small_h ? *std::ranges::find(meanings, View("depth"), &KnownMeaning::key)
                                 : *without_unit);
        meaning.lacks_unit = true;
    }
    return meaning;
}

std::optional<ColumnKey> column_key(std::string_view key) {
    const auto known = std::ranges::find_if(meanings, [&](const KnownMeaning& meaning) {
        return key == meaning.key || (!meaning.id.empty() && key == meaning.id);
    });
    if (known == meanings.end()) return std::nullopt;
    ColumnMeaning meaning;
    take(meaning, *known);
    return ColumnKey{meaning.role, meaning.quantity, known->kind};
}

std::string_view column_keys() {
    static const std::string keys = [] {
        std::string list;
        for (const KnownMeaning& known : meanings)
            list += (list.empty() ? "" : ", ") + std::string(known.key);
        return list;
    }();
    return keys;
}

}  // namespace sneddon
