// The words of an enum: what a user writes for each value, and what is said of it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace sneddon {

template <class Choice>
struct Word {
    Choice value;
    std::string_view word;  ///< as recipe, study.toml and results.json have it
    /// For the methods paragraph, without its full stop; {} is the place of a number or a phrase.
    std::string_view sentence = "";
};

/// The one table of an enum. It stands beside the enum, or in a header of the same room:
///     template <>
///     inline constexpr auto words_of<Colour> =
///         std::to_array<Word<Colour>>({{Colour::red, "red"}, {Colour::green, "green"}});
template <class Choice>
inline constexpr std::array<Word<Choice>, 0> words_of = {};

/// Whether an enum has a name for this value: compilers spell a value that has one "Colour::red",
/// and any other "(Colour)7".
template <auto value>
consteval bool is_enumerator() {
    std::string_view spelled = __PRETTY_FUNCTION__;
    spelled.remove_prefix(spelled.find("value = "));
    for (std::size_t i = 0; i + 1 < spelled.size(); ++i)
        if (spelled[i] == ')' && spelled[i + 1] >= '0' && spelled[i + 1] <= '9') return false;
    return true;
}

/// Every value has its line, in the order of the enum, and no word stands twice.
template <class Choice>
consteval bool is_complete() {
    const auto& table = words_of<Choice>;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].value != static_cast<Choice>(i) || table[i].word.empty()) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (table[j].word == table[i].word) return false;
    }
    return !is_enumerator<static_cast<Choice>(words_of<Choice>.size())>();
}

/// An enum with a table; one whose table lacks a value does not compile.
template <class Choice>
concept HasWords = words_of<Choice>
.size() > 0;

template <HasWords Choice>
constexpr const Word<Choice>& entry_of(Choice value) {
    static_assert(is_complete<Choice>());
    return words_of<Choice>[static_cast<std::size_t>(value)];
}

template <HasWords Choice>
constexpr std::string_view word_of(Choice value) {
    return entry_of(value).word;
}

template <HasWords Choice>
constexpr std::string_view sentence_of(Choice value) {
    return entry_of(value).sentence;
}

/// nullopt for a word that is not in the table.
template <HasWords Choice>
constexpr std::optional<Choice> value_of(std::string_view word) {
    static_assert(is_complete<Choice>());
    for (const Word<Choice>& entry : words_of<Choice>)
        if (entry.word == word) return entry.value;
    return std::nullopt;
}

/// The words alone, in the order of the enum.
template <HasWords Choice>
inline constexpr auto bare_words = [] {
    std::array<std::string_view, words_of<Choice>.size()> words;
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = words_of<Choice>[i].word;
    return words;
}();

}  // namespace sneddon
