// Where an option lives, and how what lives there becomes the value of an option and back.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/enum_words.hpp"
#include "recipe/option.hpp"

namespace sneddon {

/// What stands for a number, a text or a unit that nobody stated.
inline const OptionValue not_stated = std::string("none");

template <class T>
concept Number = std::is_arithmetic_v<T> && !std::same_as<T, bool>;

template <class T>
OptionValue option_value(const T& field) {
    if constexpr (Number<T>)
        return static_cast<double>(field);
    else if constexpr (HasWords<T>)
        return std::string(word_of(field));
    else
        return field;
}
template <class T>
OptionValue option_value(const std::optional<T>& field) {
    return field ? option_value(*field) : not_stated;
}
template <class T>
OptionValue option_value(const MaybeWritten<T>& field) {
    return field ? option_value(field->value) : not_stated;
}

/// The value has been checked against the rule: it has the right type, and a word is in its table.
template <class T>
void put(T& field, const OptionValue& value, const Statement&) {
    if constexpr (Number<T>)
        field = static_cast<T>(std::get<double>(value));
    else if constexpr (HasWords<T>)
        field = value_of<T>(std::get<std::string>(value)).value();
    else
        field = std::get<T>(value);
}
template <class T>
void put(std::optional<T>& field, const OptionValue& value, const Statement& statement) {
    field.reset();
    if (value != not_stated) put(field.emplace(), value, statement);
}
template <class T>
void put(MaybeWritten<T>& field, const OptionValue& value, const Statement& statement) {
    field = Written<T>{{}, statement.where};
    put(field->value, value, statement);
}

template <class Member>
struct OwnerOf;
template <class Owner, class Field>
struct OwnerOf<Field Owner::*> {
    using Type = Owner;
};

/// An enum as it is, or with the place where it was written.
template <class Field>
struct ChoiceIn {
    using Type = Field;
};
template <class Choice>
struct ChoiceIn<MaybeWritten<Choice>> {
    using Type = Choice;
};

/// The way of members that leads to a field: At<&Recipe::analysis, &AnalysisRecipe::m_min>.
template <auto first, auto... rest>
struct At {
    using Configured = typename OwnerOf<decltype(first)>::Type;

    static auto& field_of(Configured& configured) { return ((configured.*first).*....*rest); }
    static const auto& field_of(const Configured& configured) {
        return ((configured.*first).*....*rest);
    }
    using Field = std::remove_reference_t<decltype(field_of(std::declval<Configured&>()))>;

    static OptionValue value(const Configured& configured) {
        return option_value(field_of(configured));
    }
    static std::optional<Error> set(Configured& configured, const OptionValue& value,
                                    const Statement& statement) {
        put(field_of(configured), value, statement);
        return std::nullopt;
    }
};
template <auto... members>
inline constexpr At<members...> at;

}  // namespace sneddon
