// The rows of a table of options: key, place, what it may hold, unit, meaning.
#pragma once

#include <span>
#include <string_view>

#include "recipe/option_place.hpp"

namespace sneddon {

struct Bounds {
    double low, high;  ///< both allowed
};

template <class Place>
using OptionAt = Option<typename Place::Configured>;

template <class Place>
OptionAt<Place> option(const OptionRule& rule, Place) {
    return {rule, Place::value, Place::set};
}

template <class Place>
OptionAt<Place> number(std::string_view key, Place place, Bounds bounds, std::string_view unit,
                       std::string_view text) {
    return option({key, OptionKind::number, bounds.low, bounds.high, {}, unit, text}, place);
}

template <class Place>
OptionAt<Place> number_or_none(std::string_view key, Place place, Bounds bounds,
                               std::string_view unit, std::string_view text) {
    return option({key, OptionKind::number, bounds.low, bounds.high, {}, unit, text, true}, place);
}

template <class Place>
OptionAt<Place> whole_number(std::string_view key, Place place, Bounds bounds,
                             std::string_view text) {
    return option({key, OptionKind::whole_number, bounds.low, bounds.high, {}, "", text}, place);
}

/// An enum; its words are those of its table.
template <class Place>
OptionAt<Place> choice(std::string_view key, Place place, std::string_view text) {
    using Choice = typename ChoiceIn<typename Place::Field>::Type;
    return option({key, OptionKind::word, 0, 0, bare_words<Choice>, "", text}, place);
}

/// A text that is one of these words.
template <class Place>
OptionAt<Place> word(std::string_view key, Place place, std::span<const std::string_view> words,
                     std::string_view text) {
    return option({key, OptionKind::word, 0, 0, words, "", text}, place);
}

template <class Place>
OptionAt<Place> text(std::string_view key, Place place, std::string_view text) {
    return option({key, OptionKind::text, 0, 0, {}, "", text}, place);
}

template <class Place>
OptionAt<Place> text_or_none(std::string_view key, Place place, std::string_view unit,
                             std::string_view text) {
    return option({key, OptionKind::text, 0, 0, {}, unit, text, true}, place);
}

template <class Place>
OptionAt<Place> flag(std::string_view key, Place place, std::string_view text) {
    return option({key, OptionKind::flag, 0, 0, {}, "", text}, place);
}

template <class Place>
OptionAt<Place> numbers(std::string_view key, Place place, Bounds bounds, std::string_view unit,
                        std::string_view text) {
    return option({key, OptionKind::numbers, bounds.low, bounds.high, {}, unit, text}, place);
}

}  // namespace sneddon
